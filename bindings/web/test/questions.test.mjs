// Question trees, the reader's own dates and the hours of offices in Chromium: the real core, the project's own content.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { Reader, browser, serve } from "./site.mjs";

const pictures = process.env.CITTADINI_PICTURES;

const ENTRANCE = "#/tree/tree-che-cosa-mi-serve";
const RENEWAL = "#/tree/tree-rinnovo";
const FIRST_PERMIT = "primo-permesso-posta";
const RECENT_ARRIVAL = ["appena-arrivato", "visto-lungo", "no", "settimana"];

let server;
let chromium;
let one;

before(async () => { server = await serve(); });
after(() => server.end());
beforeEach(async () => {
  chromium = await browser();
  one = new Reader(await chromium.tab());
  await one.open(server.page);
  assert.equal(await one.outcome(), "Done");
});
afterEach(() => chromium.end());

async function picture(name, fullPage = true) {
  if (!pictures) return;
  await one.tab.screenshot({ path: join(pictures, `${name}.png`), fullPage });
}

const question = () => one.tab.locator("#question");
const verdict = () => one.tab.locator(".verdict");
const asks = (words) => question().filter({ hasText: words }).waitFor();

/** Taps options one after the other; waits for what follows each. */
async function answer(...options) {
  for (const option of options) {
    const asked = await question().elementHandle();
    await one.tab.click(`[data-option="${option}"]`);
    await asked.waitForElementState("hidden");
  }
}

for (const [language, direction] of [["it", "ltr"], ["ar", "rtl"]]) {
  test(`the walk from the entrance to an outcome, a procedure, a date and an office's hours (${language})`, async () => {
    await one.speak(language);
    await one.live("Bollate");
    assert.equal(await one.direction(), direction);
    await picture(`entrance-${language}`, false);
    await one.tab.click(".entrance a");
    await question().waitFor();
    await picture(`question-${language}`);
    await answer(...RECENT_ARRIVAL);
    assert.equal(await verdict().getAttribute("class"), "verdict likely_yes");
    assert.equal(await verdict().evaluate((heading) => document.activeElement === heading), true);
    assert.equal(await one.tab.locator("#screen h1").count(), 1);
    assert.equal(await verdict().evaluate((heading) => getComputedStyle(heading).direction), direction);
    assert.ok(await one.tab.locator(".somebody .office").isVisible());
    assert.ok((await one.tab.locator(".somebody a[href^='tel:']").count()) > 0);
    await picture(`outcome-${language}`);
    await one.tab.click(`.cards a[href="#/procedure/${FIRST_PERMIT}"]`);
    await one.tab.waitForSelector("#screen .steps");

    await one.tab.click(`a[href="#/dates/${FIRST_PERMIT}"]`);
    await one.tab.fill('[data-event="entry"]', "2026-01-07");
    await one.tab.waitForSelector(".term-day.passed .chips");
    assert.ok((await one.tab.locator(".term-day.passed").first().innerText()).includes("2026"));
    await picture(`dates-${language}`);

    await one.go("#/offices");
    await one.tab.click('a[href="#/hours/servizi-sociali-bollate"]');
    await one.tab.waitForSelector("#screen .now");
    assert.equal(await one.tab.locator(".days tr").count(), 14);
    assert.ok((await one.tab.locator(".days tr:not(.closed)").first().innerText()).includes("08:30"));
    assert.equal(await one.tab.locator("#screen h1").count(), 1);
    await picture(`hours-${language}`);
    assert.deepEqual(one.failures, []);
  });
}

test("whoever is in danger sees a number to dial before anything else", async () => {
  await one.go(ENTRANCE);
  await answer("aiuto-subito", "violenza");
  assert.equal(await verdict().getAttribute("class"), "verdict urgent");
  assert.equal(await one.tab.locator("#screen a[href^='tel:']").first().getAttribute("href"), "tel:1522");
  await one.tab.emulateMedia({ colorScheme: "dark" });
  await picture("outcome-urgent-dark");
});

test("an answer stands in no address, no history and no storage, and is gone when the reader leaves", async () => {
  await one.go(ENTRANCE);
  await answer("aiuto-subito", "violenza");
  const seen = await one.tab.evaluate(async () => {
    const names = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return { address: location.hash, search: location.search, state: history.state, title: document.title,
      local: localStorage.length, session: sessionStorage.length, caches: await caches.keys(), names };
  });
  assert.deepEqual(seen, { address: ENTRANCE, search: "", state: { said: 2 }, title: "Cittadini", local: 0, session: 0, caches: [], names: [] });
  await one.go("#/offices");
  await one.go(ENTRANCE);
  await asks("Che cosa ti serve?");
  await answer("aiuto-subito");
  await one.tab.reload();
  await asks("Che cosa ti serve?");
});

test("a page that the browser keeps whole while the reader is elsewhere has forgotten her answers", async () => {
  await one.go(ENTRANCE);
  await answer("aiuto-subito");
  await one.tab.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  assert.equal(await one.read(), "");
  await one.tab.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await asks("Che cosa ti serve?");
});

test("the browser's way back leads to the question before, and forward to nothing that was taken back", async () => {
  await one.go(ENTRANCE);
  await answer("appena-arrivato", "visto-lungo");
  await asks("Hai già chiesto il permesso");
  await one.tab.goBack();
  await asks("Come sei entrato in Italia?");
  await one.tab.goForward();
  await asks("Come sei entrato in Italia?");
  await one.tab.click('[data-do="back"]');
  await asks("Che cosa ti serve?");
  assert.equal(await one.tab.locator('[data-do="back"]').count(), 0);
  await answer(...RECENT_ARRIVAL);
  await one.tab.click('[data-do="again"]');
  await asks("Che cosa ti serve?");
  await one.tab.goBack();
  await one.tab.waitForSelector("#screen .entrance");
});

test("every question can be skipped, and the answers say so", async () => {
  await one.go(ENTRANCE);
  await one.tab.click(".skip");
  await verdict().waitFor();
  assert.equal(await verdict().getAttribute("class"), "verdict ask_desk");
  await one.tab.getByText("Le tue risposte").click();
  assert.ok((await one.read()).includes("domanda saltata"));
});

test("a day and several answers are handed in once they are whole", async () => {
  await one.go(RENEWAL);
  await answer("non-chiesto", "comune");
  const goOn = one.tab.locator(".go-on");
  assert.equal(await goOn.isDisabled(), true);
  await one.tab.fill("input[type=date]", "2027-06-30");
  await one.tab.locator("time", { hasText: "30 giugno 2027" }).waitFor();
  await picture("question-date-it");
  await one.tab.keyboard.press("Enter");
  await asks("Il motivo del permesso è ancora lo stesso?");
  await answer("si");
  await asks("Quali frasi sono vere per te?");
  assert.equal(await goOn.isDisabled(), true);
  await one.tab.check("input[value=casa]");
  await one.tab.check("input[value=passaporto]");
  await picture("question-multi-it");
  await goOn.click();
  await verdict().waitFor();
  await one.tab.getByText("Le tue risposte").click();
  const seen = await one.read();
  assert.ok(seen.includes("30 giugno 2027"), seen);
});

test("what is tapped twice is answered once, and another language keeps the answers", async () => {
  await one.go(ENTRANCE);
  await question().waitFor();
  await one.tab.evaluate(() => {
    const option = document.querySelector('[data-option="appena-arrivato"]');
    option.click();
    option.click();
  });
  await asks("Come sei entrato in Italia?");
  assert.equal(await one.outcome(), "Done");
  await one.tab.waitForFunction(() => history.state.said === 1);
  await one.speak("ar");
  await one.tab.waitForSelector('[data-option="visto-lungo"] [lang="ar"]');
  await answer("visto-lungo", "no", "settimana");
  await verdict().waitFor();
  assert.deepEqual(one.failures, []);
});

test("a tree that is not there says so, and the way back is there", async () => {
  await one.go("#/tree/never-was");
  assert.ok((await one.read()).includes("Questa pagina non c'è più."));
  await one.go("#/");
  await one.tab.waitForSelector("#screen .entrance");
});

test("what can be tapped in a question is at least 48 high", async () => {
  await one.go(ENTRANCE);
  await answer("appena-arrivato");
  const heights = await one.tab.locator("#screen button").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  assert.ok(heights.length > 5 && heights.every((height) => height >= 48), String(heights));
});

test("with letters twice as large nothing runs out at the side", async () => {
  await one.tab.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  const wide = [];
  for (const language of ["it", "ar"]) {
    await one.speak(language);
    for (const where of [ENTRANCE, `#/dates/${FIRST_PERMIT}`, "#/hours/servizi-sociali-bollate", "#/offices", "#/"]) {
      await one.go(where);
      const over = await one.tab.evaluate(() =>
        Math.max(...[document.documentElement, document.querySelector("#screen")].map((box) => box.scrollWidth - box.clientWidth)));
      if (where.startsWith("#/dates") && language === "ar") await picture("dates-large-ar");
      if (over > 0) wide.push([language, where, over]);
    }
  }
  assert.deepEqual(wide, []);
});

test("a question, a date and a switch are one call of the core each", async () => {
  await one.countCalls();
  await one.go(ENTRANCE);
  await answer("appena-arrivato");
  await one.go(`#/dates/${FIRST_PERMIT}`);
  await one.tab.fill('[data-event="entry"]', "2026-01-07");
  await one.tab.waitForSelector(".term-day.passed");
  await one.go("#/offices");
  await one.tab.check("[value=saturday]");
  assert.deepEqual(await one.calls(), ["triage", "triage", "timeline", "timeline", "offices", "openNow"]);
});

test("a date that cannot be says why beside its field, and the field keeps the focus of the keyboard", async () => {
  await one.go(`#/dates/${FIRST_PERMIT}`);
  const entry = one.tab.locator('[data-event="entry"]');
  await entry.fill("2099-01-07");
  await one.tab.waitForSelector("[data-event=entry][aria-invalid]");
  assert.ok((await one.read()).includes("è nel futuro. Controlla la data."));
  assert.equal(await entry.evaluate((field) => document.activeElement === field), true);
  await entry.fill("2026-01-07");
  await one.tab.waitForSelector("[data-event=entry]:not([aria-invalid])");
  await one.go("#/offices");
  await one.go(`#/dates/${FIRST_PERMIT}`);
  assert.equal(await entry.inputValue(), "");
});

test("offices of unknown hours are never left out in silence", async () => {
  await one.go("#/offices");
  const all = await one.tab.locator("#found .office").count();
  await one.tab.check("[value=saturday]");
  await one.tab.waitForSelector("#found > .freshness.check");
  assert.ok((await one.tab.locator("#found .office").count()) < all);
  await picture("offices-saturday-it");
  await one.tab.uncheck("[value=saturday]");
  await one.tab.waitForFunction((count) => document.querySelectorAll("#found .office").length === count, all);
});
