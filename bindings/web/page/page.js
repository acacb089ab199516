// The page: opens the core, draws the screen that the address names, and lets the reader choose and update.

import { Cittadini } from "./client.js";
import { wordsBefore } from "./before.js";
import { Frame, withoutCore } from "./frame.js";
import { among, languagesOf } from "./languages.js";
import { banners } from "./parts.js";
import { screenOf } from "./routes.js";
import { text } from "./text.js";
import { Visit } from "./visit.js";

const HOME = "#/";
const SEARCH = "#/search";

const found = (id) => document.getElementById(id);
const screen = found("screen");

let core;
let frame;

/** What the reader told this browser: absent on a shared PC, where nothing is kept. */
const mine = {
  get is() { return localStorage.getItem("mine") === "yes"; },
  keep() { localStorage.setItem("mine", "yes"); },
  forget() { localStorage.clear(); },
};

const get = (url) => fetch(url, { cache: "no-cache" });
const bytes = async (url) => (await get(url)).arrayBuffer();

/** Where releases are, the root that came with the page, the address of a seed if it has one. */
async function configuration() {
  const { repository, root, seed } = await (await get("config.json")).json();
  const address = repository && new URL(repository, document.baseURI).href.replace(/\/$/, "");
  return { repository: address, root: root && (await bytes(root)), seed };
}

async function start() {
  screen.textContent = wordsBefore().loading;
  const { repository, root, seed } = await configuration();
  core = await Cittadini.open({ repository, root, keep: mine.is });
  const first = (await core.home()).empty;
  if (first) await speak(languagesOf(navigator.languages));
  if (first && seed) {
    await core.takeInSeed(await bytes(seed));
    await speakOneOf();
  }
  frame = new Frame(core, search);
  core.onprogress = (progress) => frame.progress(progress);
  found("mine").querySelector("input").checked = mine.is;
  await frame.read();
  // A shared computer keeps nothing: what the address names comes with the sync.
  await show().catch(lost);
  if (first && !seed) await update(firstModes(), speakOneOf);
  else await updateIfDue();
}

/** Searches find sooner what was prepared; without it the first of them does so. */
async function prepare() {
  await core?.prepareSearch().catch((error) => console.warn(error));
  found("search").dataset.prepared = true;
}

/** Her language and Italian first, so that she can read soon; then the rest, unless she saves data. */
function firstModes() {
  const rest = navigator.connection?.saveData ? [] : [{ onlyMine: false }];
  return [{ onlyMine: true }, ...rest];
}

/** What the browser says of its connection. Most say nothing, and that counts as paid by the byte. */
function network() {
  if (!navigator.onLine) return "offline";
  return ["wifi", "ethernet"].includes(navigator.connection?.type) ? "unmetered" : "metered";
}

/** Whether a sync is due, and which packs it asks for: fewer also when the browser saves data. */
async function due(occasion) {
  const { due, mode } = await core.syncDue(network(), occasion);
  return { due, mode: { onlyMine: mode === "only_mine" || navigator.connection?.saveData === true } };
}

/** The sync that nobody asked for: when the page opens, and when the reader comes back to it. No connection is no news. */
async function updateIfDue() {
  const { due: now, mode } = await due("opened");
  if (!now || updating) return;
  try {
    await update([mode]);
  } catch (error) {
    if (error?.kind !== "Offline") throw error;
    frame.quiet();
  }
}

/** The sync that the reader asked for is tried even where none is due: she is told why it does not work. */
async function updateNow() {
  await update([(await due("asked")).mode]);
}

async function speak(languages) {
  await core.setSettings({ ...(await core.settings()), languages });
}

/** Now that it is known which languages there are, the reader's are those of them that her browser names. */
async function speakOneOf() {
  const { languages } = await core.home();
  await speak(among(languages.map(({ tag }) => tag), (await core.settings()).languages));
}

let visit;
let searched;

/** Draws the screen of the address: one call of the core. What the reader said on the screen before is forgotten. */
async function show() {
  const address = location.hash || HOME;
  if (visit?.address !== address) visitTo(address);
  const asked = visit;
  try {
    const { record, draw } = await screenOf(core, frame, asked);
    if (visit !== asked) return;
    screen.replaceChildren(...[banners(record.header), draw()].flat(Infinity).filter(Boolean));
    shown();
  } catch (error) {
    // A newer search draws the screen.
    if (error?.kind !== "Interrupted") throw error;
  }
}

/** What she searched is there again when she comes back from what she found, and forgotten when she goes elsewhere. */
function visitTo(address) {
  const field = frame.searchField;
  const typed = address === SEARCH ? field.words : "";
  const again = address === SEARCH && !typed ? searched : undefined;
  searched = visit?.address === SEARCH && address !== HOME ? visit : undefined;
  visit = again ?? new Visit(address, turn, failed, typed ? [typed] : []);
  field.take(again ? again.said.join() : typed);
  field.show([HOME, SEARCH].includes(address));
}

/** Something is typed above the first screen. */
function search(words) {
  if (words) location.hash = SEARCH;
}

function shown() {
  screen.dataset.screen = location.hash || HOME;
  screen.setAttribute("aria-busy", "false");
}

/** Draws another page: the reader begins above, at the question that is new, or at the place that the address names. */
async function turn() {
  await show();
  const place = screen.querySelector("[data-place]");
  scrollTo(0, 0);
  place?.scrollIntoView({ block: "center" });
  const field = frame.searchField;
  if (field.focused) return;
  if (visit?.address === SEARCH && !field.words) field.focus();
  else (place ?? screen.querySelector("[data-begin]") ?? screen).focus({ preventScroll: true });
}

let chosen = Promise.resolve();

/** One choice after the other: a quick second one must not undo the first. */
function choose(change) {
  chosen = chosen.then(() => take(change)).catch(failed);
}

async function take(change) {
  await core.setSettings({ ...(await core.settings()), ...change });
  frame.quiet();
  await frame.read();
  await show();
}

let updating = false;

/** One sync after the other. What the first brought is read while the next runs; `then` follows each. */
async function update(modes, then) {
  updating = true;
  frame.running(true);
  try {
    let problem;
    for (const mode of modes) {
      ({ problem } = await core.sync(mode));
      await then?.();
      await frame.read();
      await show().catch(lost);
      if (problem) break;
    }
    if (problem) frame.trouble(kindOf(problem.kind));
    else frame.updated();
  } finally {
    updating = false;
    frame.running(false);
  }
}

/** The kinds of problem of single packs are spelt in small letters. */
function kindOf(kind) {
  return kind.replace(/(^|_)(.)/g, (_, __, letter) => letter.toUpperCase());
}

function failed(error) {
  console.warn(error);
  const kind = error?.kind ?? "Internal";
  if (!frame?.labels) screen.replaceChildren(...withoutCore(kind));
  else frame.trouble(kind);
  screen.setAttribute("aria-busy", "false");
}

/** An address that leads nowhere says so in place of the screen. */
function lost(error) {
  if (error?.kind === "InvalidInput") {
    screen.replaceChildren(text("p", frame.labels.troubles.not_found, { class: "banner" }));
    shown();
  } else {
    failed(error);
  }
}

/** The reader says whose device this is: everything is opened anew, kept or forgotten. */
async function belong(yes) {
  if (yes) {
    mine.keep();
    await navigator.serviceWorker?.register("service-worker.js", { type: "module" });
  } else {
    await core.close();
    await forget();
  }
  location.reload();
}

async function forget() {
  mine.forget();
  for (const registered of (await navigator.serviceWorker?.getRegistrations()) ?? []) await registered.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
  const storage = await navigator.storage.getDirectory();
  for await (const name of storage.keys()) await storage.removeEntry(name, { recursive: true });
}

/** A word of the offices leads to what it means. */
function explain({ target }) {
  const id = target.closest("[data-term]")?.dataset.term;
  const meaning = id && screen.querySelector(`[data-means="${CSS.escape(id)}"]`);
  if (!meaning) return;
  meaning.closest("details").open = true;
  meaning.scrollIntoView({ block: "center" });
}

addEventListener("hashchange", () => {
  turn().catch(lost);
});
addEventListener("popstate", ({ state }) => {
  if (visit?.address === location.hash) visit.returned(state?.said ?? 0).catch(failed);
});
// A browser may keep a page that was left whole, to come back to it quickly.
addEventListener("pagehide", () => {
  visit = searched = undefined;
  frame?.searchField.take("");
  screen.replaceChildren();
});
addEventListener("pageshow", ({ persisted }) => persisted && show().catch(failed));
screen.addEventListener("click", explain);
found("language").addEventListener("change", ({ target }) => choose({ languages: [target.value] }));
found("municipality").addEventListener("change", ({ target }) => choose({ municipality: target.value || null }));
found("update").addEventListener("click", () => updateNow().catch(failed));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && frame?.labels) updateIfDue().catch(failed);
});
found("stop").addEventListener("click", () => core.interrupt().catch(failed));
found("mine").addEventListener("change", ({ target }) => belong(target.checked).catch(failed));

start().catch(failed).then(prepare);
