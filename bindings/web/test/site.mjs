// What the tests need around the page: the real server, a line that can be cut, a browser.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, request } from "node:http";
import { createRequire } from "node:module";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const { chromium } = createRequire(join(process.env.CITTADINI_NODE_MODULES, "x.js"))("playwright-core");

const PAGE = "/web/index.html";

/** Starts `cittadini serve`; the first line that it prints names its address. */
export async function serve() {
  const server = spawn(process.env.CITTADINI_COMMAND, ["serve", process.env.CITTADINI_SITE, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(server, "exit");
  const [line] = await once(createInterface({ input: server.stdout }), "line");
  const [address] = line.match(/http:\/\/[\w.:]+/);
  server.stdout.resume();
  return {
    address,
    page: address + PAGE,
    async end() {
      server.kill();
      await ended;
    },
  };
}

/**
 * A line to the server on which things happen. `meddle` is called with each request and may answer it itself, by returning
 * true, or return `{ cut: n }` to let only so many bytes of the body through.
 */
export async function line(to, meddle) {
  const proxy = createServer((asked, answer) => {
    const what = meddle(asked, answer);
    if (what === true) return;
    const { host, ...headers } = asked.headers;
    request(to + asked.url, { method: asked.method, headers }, (got) => {
      answer.writeHead(got.statusCode, got.headers);
      if (!what?.cut) return got.pipe(answer);
      let left = what.cut;
      got.on("data", (part) => {
        answer.write(part.subarray(0, left));
        left -= Math.min(left, part.length);
        if (left > 0) return;
        got.destroy();
        // A browser forgets what it has not handed over yet when the line breaks.
        setTimeout(() => answer.destroy(), 500);
      });
    }).end();
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = `http://127.0.0.1:${proxy.address().port}`;
  return {
    address,
    page: address + PAGE,
    end() {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

/** A browser with a profile of its own, which `reopen` starts again as another process. */
export async function browser(locale = "it-IT") {
  const profile = mkdtempSync(join(tmpdir(), "cittadini-chromium-"));
  const start = () => chromium.launchPersistentContext(profile, {
    executablePath: "/usr/bin/chromium",
    headless: true,
    locale,
    viewport: { width: 412, height: 915 },
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  let context = await start();
  return {
    tab: () => context.newPage(),
    async reopen() {
      await context.close();
      context = await start();
    },
    async end() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** The page as a reader uses it. */
export class Reader {
  constructor(tab) {
    this.tab = tab;
    this.failures = [];
    tab.setDefaultTimeout(15_000);
    tab.on("pageerror", (error) => this.failures.push(error));
  }

  async open(address) {
    await this.tab.goto(address);
    await this.ready();
  }

  async ready() {
    await this.tab.waitForSelector('#screen[aria-busy="false"]', { state: "attached" });
  }

  /** Says that this device is the reader's own, and waits until the page can open without a network. */
  async keep() {
    const opened = this.tab.waitForEvent("load");
    await this.tab.check("#mine input", { noWaitAfter: true });
    await opened;
    await this.ready();
    await this.tab.evaluate(() => navigator.serviceWorker.ready);
  }

  async speak(language) {
    await this.tab.selectOption("#language", language);
    await this.tab.waitForFunction((tag) => document.documentElement.lang === tag, language);
  }

  async live(name) {
    await this.tab.selectOption("#municipality", { label: name });
  }

  async go(screen) {
    const before = await this.tab.evaluate(() => document.querySelector("#screen").dataset.screen);
    await this.tab.evaluate((hash) => { location.hash = hash; }, screen);
    if (before !== screen) await this.tab.waitForSelector(`#screen[data-screen="${screen}"]`, { state: "attached" });
  }

  /** Waits until searches are prepared: nothing that the page asks of the core by itself is under way then. */
  async prepared() {
    await this.tab.waitForSelector("#search[data-prepared]", { state: "attached" });
  }

  /** Counts what the page asks of the core from now on. */
  async countCalls() {
    await this.prepared();
    await this.tab.evaluate(() => {
      window.calls = [];
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message, ...rest) {
        window.calls.push(message.call);
        return post.call(this, message, ...rest);
      };
    });
  }

  calls() {
    return this.tab.evaluate(() => window.calls);
  }

  /** What stands on the screen; what is folded away is not read. */
  read() {
    return this.tab.innerText("#screen");
  }

  direction() {
    return this.tab.evaluate(() => document.documentElement.dir);
  }

  /** Updates, and says how it ended: `Done`, or the kind of what went wrong. */
  async update() {
    await this.tab.evaluate(() => { document.querySelector("#status").dataset.kind = ""; });
    await this.tab.click("#update");
    return this.outcome();
  }

  async outcome() {
    const ended = await this.tab.waitForFunction(() => {
      const { kind } = document.querySelector("#status").dataset;
      return kind && kind !== "Running" ? kind : false;
    });
    return ended.jsonValue();
  }
}
