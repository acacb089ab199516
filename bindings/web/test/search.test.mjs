// The search in Chromium: the real core, the project's own content.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { Reader, browser, line, serve } from "./site.mjs";

const pictures = process.env.CITTADINI_PICTURES;

const SEARCH = "#/search";
const RENEWAL = "rinnovo-permesso";

let server;
let chromium;
let one;

before(async () => { server = await serve(); });
after(() => server.end());
beforeEach(async () => {
  chromium = await browser();
  await openAt(server.page);
});
afterEach(() => chromium.end());

async function openAt(page) {
  one = new Reader(await chromium.tab());
  await one.open(page);
  assert.equal(await one.outcome(), "Done");
  await one.prepared();
}

async function picture(name) {
  if (!pictures) return;
  await one.tab.screenshot({ path: join(pictures, `${name}.png`) });
}

const field = () => one.tab.locator("#search input");
const hits = () => one.tab.locator(".hits > li");
const hit = (id) => one.tab.locator(`.hits > li[data-id="${id}"]`);
const focused = () => field().evaluate((input) => document.activeElement === input);

/** Types letter by letter as somebody does who does not pause, however slow the machine. */
async function type(words) {
  await field().click();
  await field().evaluate((input, letters) => {
    for (const letter of letters) {
      input.value += letter;
      input.dispatchEvent(new Event("input"));
    }
  }, words);
}

/** Opens the page anew, where the answer to «questura» comes a second late. */
async function openSlow() {
  await one.tab.addInitScript(() => {
    const listen = Worker.prototype.addEventListener;
    Worker.prototype.addEventListener = function (kind, heard, ...rest) {
      const hear = (event) => {
        if (event.data?.value?.query !== "questura") return heard(event);
        window.asked = true;
        setTimeout(() => { heard(event); window.late = true; }, 1000);
      };
      return listen.call(this, kind, kind === "message" ? hear : heard, ...rest);
    };
  });
  await one.tab.reload();
  assert.equal(await one.outcome(), "Done");
}

const asked = () => one.tab.waitForFunction(() => window.asked && !(window.asked = false));
const late = () => one.tab.waitForFunction(() => window.late && !(window.late = false));

/** Searches other words from where she is. */
async function find(words, id) {
  await one.go(SEARCH);
  await field().fill(words);
  await hit(id).waitFor();
}

const WALKS = [
  { language: "it", direction: "ltr", words: "rinovo permeso", reads: "Rinnovare il permesso di soggiorno" },
  { language: "ar", direction: "rtl", words: "تجديد الاقامة", reads: "تجديد تصريح الإقامة" },
];

for (const { language, direction, words, reads } of WALKS) {
  test(`whoever types on the first screen finds, sees why, and opens what she found (${language})`, async () => {
    await one.speak(language);
    assert.equal(await one.direction(), direction);
    assert.equal(await field().isVisible(), true);
    await picture(`search-entrance-${language}`);
    await type(words);
    await hit(RENEWAL).waitFor();
    assert.equal(await one.tab.evaluate(() => location.hash), SEARCH);
    assert.equal(await field().inputValue(), words);
    assert.equal(await focused(), true);
    assert.equal(await one.tab.locator("#screen h1").count(), 1);
    const found = hit(RENEWAL);
    const title = found.locator(".title");
    assert.equal(await title.innerText(), reads);
    assert.equal(await title.getAttribute("lang"), language);
    assert.ok((await found.locator("mark").count()) > 0);
    assert.equal(await found.locator('.it[lang="it"][dir="ltr"]').count(), language === "it" ? 0 : 1);
    assert.match(await one.tab.locator(".showing").innerText(), new RegExp(`\\b${await hits().count()}$`));
    await picture(`search-${language}`);
    await one.tab.evaluate(() => document.querySelector('[data-kind="document"]')?.scrollIntoView());
    await picture(`search-below-${language}`);
    await found.locator("a").first().click();
    await one.tab.waitForSelector("#screen .steps");
    await one.tab.goBack();
    await hit(RENEWAL).waitFor();
    assert.equal(await field().inputValue(), words);
    assert.equal(await focused(), false);
    assert.deepEqual(one.failures, []);
  });
}

test("what was mended is said, and the number of results is announced politely", async () => {
  await find("rinovo permeso sogiorno", RENEWAL);
  const status = one.tab.locator('.showing[role="status"]');
  const said = await status.innerText();
  assert.match(said, /Risultati per: .*rinnovo/);
  assert.match(said, /Risultati: \d+/);
  const announced = await status.elementHandle();
  await field().fill("questura");
  await one.tab.waitForFunction((before) => document.querySelector(".showing").innerText !== before, said);
  // A region that is drawn anew is not announced.
  assert.equal(await announced.evaluate((region) => region.isConnected), true);
});

test("an empty field finds nothing and says nothing, words that nobody wrote lead to a person", async () => {
  await one.tab.click("#to-search");
  await one.tab.waitForSelector("#screen h1", { hasText: "Cerca" });
  await one.tab.waitForFunction(() => document.activeElement === document.querySelector("#search input"));
  assert.equal(await field().getAttribute("placeholder"), "Che cosa ti serve?");
  assert.equal(await hits().count(), 0);
  assert.equal(await one.tab.locator(".showing").innerText(), "");
  await picture("search-empty-it");
  await type("qqqqzzzzxxxx");
  await one.tab.locator(".showing p", { hasText: "Non ho trovato niente" }).waitFor();
  await picture("search-nothing-it");
  await field().fill("permesso");
  await hits().first().waitFor();
  await field().fill("");
  await one.tab.waitForFunction(() => document.querySelectorAll(".hits > li").length === 0);
  assert.equal(await one.tab.locator(".showing").innerText(), "");
});

test("words in passing are one call of the core, and a pause is another", async () => {
  await one.go(SEARCH);
  await one.countCalls();
  await type("permesso");
  await hits().first().waitFor();
  assert.deepEqual(await one.calls(), ["search"]);
  await type(" famiglia");
  await one.tab.waitForTimeout(300);
  assert.deepEqual(await one.calls(), ["search", "search"]);
  await one.tab.keyboard.press("Enter");
  assert.equal(await focused(), false);
});

test("from the first letter on the first screen to what was found it is one call of the core", async () => {
  await one.countCalls();
  await type("permesso");
  await hits().first().waitFor();
  assert.deepEqual(await one.calls(), ["search"]);
});

test("an older answer that comes late is not shown", async () => {
  await openSlow();
  await one.go(SEARCH);
  await field().fill("questura");
  await asked();
  await field().fill("rinnovo permesso");
  await hit(RENEWAL).waitFor();
  const seen = await one.read();
  await late();
  assert.equal(await one.read(), seen);
  // Nor are results of words that were taken back.
  await field().fill("questura");
  await asked();
  await field().fill("");
  await late();
  assert.equal(await hits().count(), 0);
  assert.deepEqual(one.failures, []);
});

test("an answer that comes when the reader has gone elsewhere does not take the place of what she reads", async () => {
  await openSlow();
  await type("questura");
  await asked();
  await one.go("#/offices");
  await late();
  assert.ok((await one.tab.locator("#found .office").count()) > 0);
  assert.equal(await hits().count(), 0);
  assert.deepEqual(one.failures, []);
});

test("of searches that wait for the core only the newest is begun, and the others end as interrupted", async () => {
  const ends = await one.tab.evaluate(async () => {
    const { Cittadini } = await import(new URL("client.js", location.href));
    const core = await Cittadini.open({ keep: false });
    const ends = ["p", "pe", "per", "permesso"].map((words) => core.search(words, 5).then(({ query }) => query, ({ kind }) => kind));
    return Promise.all(ends);
  });
  assert.deepEqual(ends, ["Interrupted", "Interrupted", "Interrupted", "permesso"]);
});

test("who leaves while a search runs is not brought back", async () => {
  await one.go(SEARCH);
  await field().fill("permesso");
  await one.go("#/offices");
  await one.tab.waitForTimeout(400);
  assert.equal(await one.tab.evaluate(() => location.hash), "#/offices");
  assert.equal(await one.tab.locator("#found .office").count() > 0, true);
  assert.equal(await field().isVisible(), false);
  await one.go("#/");
  assert.equal(await field().inputValue(), "");
  await type("questura");
  await hits().first().waitFor();
  assert.equal(await field().inputValue(), "questura");
});

/** What the page says of itself to the browser. */
const told = () => one.tab.evaluate(() => [location.href, JSON.stringify(history.state), document.title].join("\n"));

/** Whatever the browser keeps of this origin, as one text of bytes. No core may be open. */
async function everythingKept() {
  return one.tab.evaluate(async () => {
    const kept = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) kept.push(url);
    const walk = async (folder) => {
      for await (const entry of folder.values()) {
        if (entry.kind === "directory") await walk(entry);
        else kept.push(new TextDecoder("latin1").decode(await (await entry.getFile()).arrayBuffer()));
      }
    };
    await walk(await navigator.storage.getDirectory());
    return kept.join("\n");
  });
}

test("what is typed stands in no address, no history, no storage and no request, on her own device too", async () => {
  const asked = [];
  const watched = await line(server.address, ({ url }) => { asked.push(url); return {}; });
  try {
    await openAt(watched.page);
    await one.keep();
    assert.equal(await one.outcome(), "Done");
    await one.prepared();
    const entries = await one.tab.evaluate(() => history.length);
    await type("permesso xylofonante");
    await hits().first().waitFor();
    await one.tab.keyboard.press("Enter");
    assert.equal(await one.tab.evaluate(() => history.length), entries + 1);
    assert.ok(!/xylo/i.test(await told()));
    assert.ok(asked.length > 0 && !asked.some((url) => /xylo/i.test(url)));
    for (const [name, value] of [["autocomplete", "off"], ["autocorrect", "off"], ["spellcheck", "false"], ["name", null]]) {
      assert.equal(await field().getAttribute(name), value);
    }
    await one.tab.reload();
    await one.ready();
    assert.equal(await field().inputValue(), "");
    assert.equal(await hits().count(), 0);
    // A file of the page that starts no core: the storage is free there.
    await one.tab.goto(watched.page.replace("index.html", "config.json"));
    const kept = await everythingKept();
    assert.ok(kept.includes("permesso") && kept.length > 100_000, "the content and its index are on the device");
    assert.ok(!/xylo/i.test(kept) && !kept.includes("x\0y\0l\0o"));
  } finally {
    watched.end();
  }
});

test("what was searched is forgotten when the reader goes elsewhere, and when the browser keeps the page whole", async () => {
  await find("permesso", RENEWAL);
  await one.go("#/offices");
  await one.go("#/");
  assert.equal(await field().inputValue(), "");
  await one.tab.click("#to-search");
  await one.tab.waitForSelector(`#screen[data-screen="${SEARCH}"]`);
  assert.equal(await field().inputValue(), "");
  assert.equal(await hits().count(), 0);
  await find("permesso", RENEWAL);
  await one.tab.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  assert.equal(await one.read() + (await field().inputValue()), "");
  await one.tab.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await one.tab.waitForSelector("#screen h1");
  assert.equal(await hits().count(), 0);
});

test("the language is changed with what she typed before her, and it is searched again", async () => {
  await find("rinnovo permesso", RENEWAL);
  await one.speak("ar");
  await one.tab.waitForSelector(`.hits > li[data-id="${RENEWAL}"] .title[lang="ar"]`);
  assert.equal(await field().inputValue(), "rinnovo permesso");
  await field().fill("questura");
  await one.tab.waitForFunction((id) => document.querySelector(".hits > li")?.dataset.id !== id, RENEWAL);
  assert.deepEqual(one.failures, []);
});

test("whatever is typed is a search: signs, emoji, control characters, half a character, a whole book", async () => {
  await one.go(SEARCH);
  const odd = ['"', "AND OR NOT NEAR(", "col:*^-", "🙂🙂🙂", "\u0000\u0007\u202E", "\uD83D", "<img src=x onerror=alert(1)>", "permesso ".repeat(1200)];
  for (const words of odd) {
    await field().evaluate((input, typed) => { input.value = typed; input.dispatchEvent(new Event("input")); }, words);
    await one.tab.waitForTimeout(250);
  }
  await hits().first().waitFor();
  assert.equal(await one.tab.locator("#screen img").count(), 0);
  assert.equal(await one.tab.locator("#status").getAttribute("data-kind"), "Done");
  assert.deepEqual(one.failures, []);
});

test("what can be tapped is at least 48 high, and with letters twice as large nothing runs out at the side", async () => {
  const wide = [];
  for (const [language, large] of [["it", false], ["ar", true], ["it", true]]) {
    await one.tab.evaluate((size) => { document.documentElement.style.fontSize = size; }, large ? "200%" : "");
    await one.speak(language);
    await one.go("#/");
    await find("permesso", RENEWAL);
    const low = await one.tab.locator(".hits a, #search input, nav a").evaluateAll((all) => all.map((a) => a.getBoundingClientRect().height).filter((height) => height < 48));
    assert.deepEqual(low, []);
    const over = await one.tab.evaluate(() => Math.max(...[document.documentElement, document.querySelector("#screen")].map((box) => box.scrollWidth - box.clientWidth)));
    if (over > 0) wide.push([language, large, over]);
    if (large) await picture(`search-large-${language}`);
  }
  assert.deepEqual(wide, []);
});

test("what was found leads to its place: a step, a word, an office, the procedures that ask for a paper", async () => {
  const begins = (words) => one.tab.waitForFunction((text) => document.activeElement.matches("[data-place]") && document.activeElement.innerText.includes(text), words);
  await one.live("Bollate");
  await find("prendi il kit alla posta", RENEWAL);
  assert.ok((await hit(RENEWAL).innerText()).includes("Passo: Prendi il kit alla posta"));
  await hit(RENEWAL).locator("a.way").first().click();
  await begins("Prendi il kit alla posta");
  const below = await one.tab.evaluate(() => document.activeElement.getBoundingClientRect().top - document.querySelector("header").getBoundingClientRect().bottom);
  assert.ok(below > 0, "the step stands below what is fixed above");
  await picture("search-step-it");

  await find("marca da bollo", "t-marca-da-bollo");
  await hit("t-marca-da-bollo").locator("a").click();
  await begins("Marca da bollo");
  await picture("search-term-it");

  await find("questura", "questura-immigrazione");
  await hit("questura-immigrazione").locator("a").click();
  await one.tab.waitForSelector('#screen[data-screen="#/hours/questura-milano-immigrazione"] .now');

  await find("ufficio anagrafe bollate", "anagrafe-bollate");
  await hit("anagrafe-bollate").locator("a").click();
  await one.tab.waitForSelector('#screen[data-screen="#/hours/anagrafe-bollate"] .now');

  await find("kit", "kit-postale");
  assert.equal(await hit("kit-postale").locator("h2 a").count(), 0);
  await hit("kit-postale").locator(`a[href="#/procedure/${RENEWAL}"]`).click();
  await one.tab.waitForSelector("#screen .steps");
});

test("an emergency number that was found can be called at once, and what leads nowhere is no link", async () => {
  await find("emergenza", "emergenza-112");
  assert.equal(await hit("emergenza-112").locator('a[href="tel:112"]').evaluate((number) => number.getBoundingClientRect().height >= 48), true);
  await picture("search-emergency-it");
  await find("marca da bollo", "tabaccheria");
  assert.equal(await hit("tabaccheria").locator("a").count(), 0);
});
