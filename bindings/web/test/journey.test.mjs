// The journey of tests/journey.json in Chromium, and what may happen to a page on the way: a lost line, a hostile one, a
// second tab, a shared computer. The server is `cittadini serve`, the content the project's own.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { Reader, browser, line, serve } from "./site.mjs";

const journey = JSON.parse(readFileSync(process.env.CITTADINI_JOURNEY, "utf8"));
const config = join(process.env.CITTADINI_SITE, "web/config.json");
const pictures = process.env.CITTADINI_PICTURES;

const PROCEDURE = journey.steps.find((step) => step.id).id;

let server;
let chromium;
const open = [];

before(async () => { server = await serve(); });
after(() => server.end());
beforeEach(async () => { chromium = await browser(); });
afterEach(async () => {
  await chromium.end();
  while (open.length > 0) await open.pop().end();
});

async function reader(address) {
  const one = new Reader(await chromium.tab());
  await one.open(address ?? server.page);
  return one;
}

async function lineWhere(meddle) {
  const cut = await line(server.address, meddle);
  open.push(cut);
  return cut;
}

const address = { home: "#/", offices: "#/offices", procedure: (id) => `#/procedure/${id}` };

async function look(one, step) {
  const where = step.screen === "procedure" ? address.procedure(step.id) : address[step.screen];
  await one.speak(step.language);
  await one.go(where);
  const seen = await one.read();
  for (const words of step.reads) assert.ok(seen.includes(words), `«${words}» is not on ${step.screen}:\n${seen}`);
  assert.equal(await one.tab.locator("#screen h1").count(), 1);
  if (step.direction) assert.equal(await one.direction(), step.direction);
  if (pictures) await picture(one, `${step.screen}-${step.language}`);
}

async function picture(one, name) {
  await one.tab.evaluate(() => scrollTo(0, 0));
  await one.tab.screenshot({ path: join(pictures, `${name}.png`) });
  await one.tab.evaluate(() => scrollTo(0, 1800));
  await one.tab.screenshot({ path: join(pictures, `${name}-below.png`) });
}

test("the journey: the seed, a sync, Arabic and Italian, another process without a network", async () => {
  const plain = readFileSync(config, "utf8");
  writeFileSync(config, JSON.stringify({ ...JSON.parse(plain), seed: "seed.tar" }));
  const ending = await serve();
  try {
    let one = await reader(ending.page);
    await one.keep();
    await one.live(journey.municipality);
    for (const step of journey.steps) {
      if (step.screen) await look(one, step);
      else if (step.do === "sync") assert.equal(await one.update(), step.expects === "Offline" ? "Offline" : "Done");
      else if (step.do === "reopen") {
        await ending.end();
        await chromium.reopen();
        one = await reader(ending.page);
      }
    }
    assert.deepEqual(one.failures, []);
  } finally {
    writeFileSync(config, plain);
    await ending.end();
  }
});

test("a first visit fetches the reader's language and Italian first, and takes no more than 300 KB to something to read", async () => {
  let bytes = 0;
  const counted = await lineWhere((asked, answer) => {
    const write = answer.write.bind(answer);
    if (/\/(metadata|targets)\//.test(asked.url)) answer.write = (part, ...rest) => { bytes += part.length; return write(part, ...rest); };
  });
  const one = await reader(counted.page);
  await one.tab.waitForSelector("#screen .cards");
  assert.ok(bytes > 0 && bytes < 300 * 1024, `${bytes} bytes`);
  console.log(`first sync until there is something to read: ${bytes} bytes`);
  assert.equal(await one.outcome(), "Done");
  assert.ok((await one.read()).includes("Che cosa devi fare?"));
});

test("whoever finds no Arabic in her browser finds it on the page, without a second update", async () => {
  const one = await reader();
  assert.equal(await one.outcome(), "Done");
  await one.speak("ar");
  assert.equal(await one.direction(), "rtl");
});

test("a body that breaks off is resumed where it broke", async () => {
  const asked = [];
  let lost;
  const broken = await lineWhere(({ url, headers }) => {
    if (!/^\/targets\/.*\.pack/.test(url)) return {};
    asked.push({ url, range: headers.range });
    if (lost) return {};
    lost = url;
    return { cut: 1000 };
  });
  const one = await reader(broken.page);
  assert.equal(await one.outcome(), "Done");
  assert.deepEqual(asked.filter(({ url }) => url === lost).map(({ range }) => range), [undefined, "bytes=1000-"]);
});

test("a server that asks to be left alone is left alone, though the reader asks again", async () => {
  let busy = false;
  let asked = 0;
  const line = await lineWhere(({ url }, answer) => {
    if (!url.includes("/metadata/") || !busy) return {};
    asked += 1;
    answer.writeHead(503, { "Retry-After": "3600" }).end();
    return true;
  });
  const one = await reader(line.page);
  assert.equal(await one.outcome(), "Done");
  busy = true;
  assert.equal(await one.update(), "Offline");
  assert.equal(asked, 1);
  assert.equal(await one.update(), "Offline");
  assert.equal(asked, 1);
  busy = false;
  assert.equal(await one.update(), "Offline");
});

test("from another host Retry-After and Content-Range are seen if that host exposes them", async () => {
  const one = await reader();
  await one.tab.goto(server.page.replace("index.html", "config.json"));
  const answers = [];
  for (const exposed of [{ "Access-Control-Expose-Headers": "Content-Range, Retry-After" }, {}]) {
    const other = await lineWhere((_, answer) => {
      const headers = { "Access-Control-Allow-Origin": "*", "Content-Range": "bytes 4-7/8", "Retry-After": "120", ...exposed };
      answer.writeHead(503, headers).end();
      return true;
    });
    answers.push(await one.tab.evaluate(async (url) => {
      const { get } = await import("/web/fetch.js");
      const { status, contentRange, retryAfter } = await get({ url, offset: 4, cap: 10 }, new AbortController().signal);
      return [status, contentRange ?? "", retryAfter ?? ""];
    }, `${other.address}/metadata/timestamp.json`));
  }
  assert.deepEqual(answers, [[503, "bytes 4-7/8", "120"], [503, "", ""]]);
});

test("a page that is opened again, or come back to, within minutes asks nobody", async () => {
  let asked = 0;
  const counted = await lineWhere(({ url }) => {
    if (/\/(metadata|targets)\//.test(url)) asked += 1;
    return {};
  });
  const one = await reader(counted.page);
  await one.keep();
  assert.equal(await one.outcome(), "Done");
  const before = asked;
  await one.tab.reload();
  await one.ready();
  await one.tab.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await one.go(address.offices);
  await one.go(address.home);
  assert.ok(before > 0);
  assert.equal(asked, before);
  assert.equal(await one.update(), "Done");
  assert.ok(asked > before);
});

test("a page with a seed asks by itself what is new", async () => {
  const plain = readFileSync(config, "utf8");
  writeFileSync(config, JSON.stringify({ ...JSON.parse(plain), seed: "seed.tar" }));
  try {
    const one = await reader();
    assert.equal(await one.outcome(), "Done");
  } finally {
    writeFileSync(config, plain);
  }
});

test("a body without an end is cut off, refused, and costs little", async () => {
  let sent = 0;
  const endless = await lineWhere((asked, answer) => {
    if (!asked.url.endsWith("/timestamp.json")) return {};
    answer.writeHead(200);
    const more = () => {
      while (!answer.destroyed && sent < 512 * 1024 * 1024) {
        sent += 65_536;
        if (!answer.write(" ".repeat(65_536))) return answer.once("drain", more);
      }
    };
    more();
    return true;
  });
  const one = await reader(endless.page);
  assert.equal(await one.outcome(), "Untrusted");
  assert.ok(sent < 32 * 1024 * 1024, `${sent} bytes were taken`);
});

test("what is not signed is refused, and what was there is read on", async () => {
  let forge = false;
  const forging = await lineWhere((asked, answer) => {
    if (!forge || !asked.url.endsWith("/timestamp.json")) return {};
    answer.writeHead(200).end('{"signed":{"_type":"timestamp"},"signatures":[]}');
    return true;
  });
  const one = await reader(forging.page);
  assert.equal(await one.outcome(), "Done");
  forge = true;
  assert.equal(await one.update(), "Untrusted");
  await one.go(address.procedure(PROCEDURE));
  assert.ok((await one.read()).includes("Rinnovare il permesso di soggiorno"));
});

test("a release goes from one browser to another as a file, and a changed one is refused", async () => {
  const one = await reader();
  const seen = await one.tab.evaluate(async () => {
    const { Cittadini } = await import(new URL("client.js", location.href));
    const bytes = async (name) => (await fetch(name)).arrayBuffer();
    const root = await bytes("root.json");
    const giver = await Cittadini.open({ root, keep: false });
    await giver.takeInSeed(await bytes("seed.tar"));
    const file = await giver.exportRelease();
    const taker = await Cittadini.open({ root, keep: false });
    const refused = await taker.importRelease(file.slice(0, 5000)).catch((error) => error.kind);
    const empty = (await taker.home()).empty;
    const report = await taker.importRelease(file);
    const same = JSON.stringify((await taker.home()).groups) === JSON.stringify((await giver.home()).groups);
    const nothing = await (await Cittadini.open({ root, keep: false })).exportRelease().catch((error) => error.kind);
    return { refused, empty, report, same, nothing, upToDate: (await taker.importRelease(file)).up_to_date };
  });
  assert.deepEqual([seen.refused, seen.empty, seen.nothing], ["Untrusted", true, "InvalidInput"]);
  assert.ok(seen.report.problem === null && seen.report.applied.length > 2, JSON.stringify(seen.report));
  assert.ok(seen.same && seen.upToDate);
});

test("a screen is one call of the core, and nothing else is asked for on the way to it", async () => {
  const one = await reader();
  assert.equal(await one.outcome(), "Done");
  await one.countCalls();
  for (const where of [address.procedure(PROCEDURE), address.offices, address.home]) await one.go(where);
  assert.deepEqual(await one.calls(), ["procedure", "offices", "home"]);
});

test("two quick choices are both kept", async () => {
  const one = await reader();
  assert.equal(await one.outcome(), "Done");
  await one.tab.evaluate((name) => {
    const choose = (id, value) => {
      const select = document.getElementById(id);
      select.value = value ?? [...select.options].find((option) => option.text === name).value;
      select.dispatchEvent(new Event("change"));
    };
    choose("municipality");
    choose("language", "ar");
  }, journey.municipality);
  await one.tab.waitForFunction(() => document.documentElement.lang === "ar");
  assert.equal(await one.tab.locator("#municipality option:checked").innerText(), journey.municipality);
});

test("a word of the offices leads to what it means", async () => {
  const one = await reader();
  assert.equal(await one.outcome(), "Done");
  await one.go(address.procedure(PROCEDURE));
  const word = one.tab.locator("[data-term]").first();
  const meaning = one.tab.locator(`[data-means="${await word.getAttribute("data-term")}"]`);
  assert.equal(await meaning.isVisible(), false);
  await word.click();
  assert.equal(await meaning.isVisible(), true);
});

test("an address that leads nowhere says so, and the way back is there", async () => {
  const one = await reader();
  assert.equal(await one.outcome(), "Done");
  await one.go(address.procedure("never-was"));
  assert.ok((await one.read()).includes("Questa pagina non c'è più."));
  await one.go(address.home);
  assert.ok((await one.read()).includes("Che cosa devi fare?"));
});

test("a browser that speaks Arabic is answered in Arabic from the first visit, one that speaks Danish in Italian", async () => {
  for (const [locale, language, direction] of [["ar-EG", "ar", "rtl"], ["da-DK", "it", "ltr"]]) {
    const foreign = await browser(locale);
    open.push(foreign);
    const one = new Reader(await foreign.tab());
    await one.open(server.page);
    assert.equal(await one.outcome(), "Done");
    assert.equal(await one.tab.evaluate(() => document.documentElement.lang), language);
    assert.equal(await one.direction(), direction);
  }
});

test("on a shared computer nothing is kept", async () => {
  const one = await reader();
  assert.equal(await one.outcome(), "Done");
  const kept = await one.tab.evaluate(async () => {
    const storage = await navigator.storage.getDirectory();
    const names = [];
    for await (const name of storage.keys()) names.push(name);
    return { names, caches: await caches.keys(), local: localStorage.length, workers: (await navigator.serviceWorker.getRegistrations()).length };
  });
  assert.deepEqual(kept, { names: [], caches: [], local: 0, workers: 0 });
});

test("a second tab says that the first one is open", async () => {
  const one = await reader();
  await one.keep();
  const two = await reader();
  assert.equal(await two.outcome(), "Locked");
  const seen = await two.read();
  assert.ok(seen.includes("Chiudila e riprova.") && seen.includes("112"), seen);
});

test("the reader can read while a sync waits for the network, and stop it", async () => {
  const held = [];
  let hold = false;
  const slow = await lineWhere((asked, answer) => {
    if (!hold || !asked.url.endsWith("/timestamp.json")) return {};
    held.push(answer);
    return true;
  });
  const one = await reader(slow.page);
  assert.equal(await one.outcome(), "Done");
  hold = true;
  await one.tab.click("#update");
  await one.go(address.procedure(PROCEDURE));
  assert.ok((await one.read()).includes("Rinnovare il permesso di soggiorno"));
  await one.tab.click("#stop");
  assert.equal(await one.outcome(), "Interrupted");
});

test("damaged databases are rebuilt or moved aside, without a network, and the reader is told", async () => {
  const ending = await serve();
  let one = await reader(ending.page);
  await one.keep();
  await one.tab.waitForFunction(() => document.querySelector("#status").dataset.kind === "Done");
  await one.prepared();
  // A file of the page that starts no core: the storage is free there.
  await one.tab.goto(ending.page.replace("index.html", "config.json"));
  const spoilt = await one.tab.evaluate(spoil, ["/cittadini/content.db", "/cittadini/personal.db"]);
  assert.deepEqual(spoilt.sort(), ["/cittadini/content.db", "/cittadini/personal.db"]);
  await ending.end();

  one = await reader(ending.page);
  const seen = await one.read();
  assert.ok(seen.includes("Rinnovare il permesso di soggiorno"), seen);
  assert.equal(await one.tab.locator(".banner.settings_lost").count(), 1);
});

/** Overwrites the beginning of databases in the browser's storage; answers with the names of those that it found. */
async function spoil(wanted) {
  const found = [];
  const walk = async (folder) => {
    for await (const entry of folder.values()) {
      if (entry.kind === "directory") {
        await walk(entry);
        continue;
      }
      const head = new Uint8Array(await (await entry.getFile()).slice(0, 512).arrayBuffer());
      const name = new TextDecoder().decode(head.subarray(0, Math.max(0, head.indexOf(0))));
      if (!wanted.includes(name)) continue;
      const writable = await entry.createWritable({ keepExistingData: true });
      await writable.write({ type: "write", position: 4096, data: new Uint8Array(512).fill(120) });
      await writable.close();
      found.push(name);
    }
  };
  await walk(await navigator.storage.getDirectory());
  return found;
}
