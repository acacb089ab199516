// The page: opens the core, draws the screen that the address names, and lets the reader choose and update.

import { Cittadini } from "./client.js";
import { banners, element, home, offices, procedure } from "./draw.js";
import { KNOWN, words } from "./words.js";

const found = (id) => document.getElementById(id);
const screen = found("screen");
const status = found("status");

let core;
let language = "it";

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
  const { repository, root, seed } = await configuration();
  core = await Cittadini.open({ repository, root, keep: mine.is });
  core.onprogress = ({ bytes_done, bytes_total }) => {
    const share = bytes_total > 0 ? ` ${Math.round((100 * bytes_done) / bytes_total)} %` : "";
    say("Running", words(language).updating + share);
  };
  let first = await core.home();
  if (first.empty && seed) {
    await core.takeInSeed(await bytes(seed));
    first = await core.home();
  }
  const settings = await core.settings();
  if (first.empty) {
    settings.languages = [KNOWN.find((tag) => navigator.language.startsWith(tag)) ?? "it"];
    await core.setSettings(settings);
  }
  language = settings.languages[0];
  await show();
  if (first.empty) await update({ onlyMine: true });
}

/** Draws the screen of the address. */
async function show() {
  const said = words(language);
  const { languages, municipalities } = await core.home();
  label(said, languages.find(({ tag }) => tag === language)?.direction);
  const [, name, id] = location.hash.split("/");
  const [record, drawn] = await draw(name, id, said);
  screen.replaceChildren(...[banners(record.header), drawn].flat().filter(Boolean));
  screen.dataset.screen = location.hash || "#/";
  screen.setAttribute("aria-busy", "false");
  await offerChoices(said, languages, municipalities);
}

async function draw(name, id, said) {
  switch (name) {
    case "procedure": {
      const record = await core.procedure(decodeURIComponent(id));
      return [record, procedure(record, said)];
    }
    case "offices": {
      const record = await core.offices();
      return [record, offices(record, said)];
    }
    default: {
      const record = await core.home();
      return [record, home(record, said)];
    }
  }
}

function label(said, direction = "ltr") {
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
  found("to-home").textContent = said.home;
  found("to-offices").textContent = said.offices;
  found("update").textContent = said.update;
  found("stop").textContent = said.stop;
  found("mine").querySelector("span").textContent = said.mine;
  found("mine").querySelector("input").checked = mine.is;
}

async function offerChoices(said, languages, municipalities) {
  const chosen = await core.settings();
  offer(found("language"), languages.map(({ tag, name }) => [tag, name]), chosen.languages[0]);
  offer(found("municipality"),
    [["", said.everywhere], ...municipalities.map(({ istat, name }) => [istat, name])],
    municipalities.find(({ istat, name }) => [istat, name].includes(chosen.municipality))?.istat ?? "");
}

function offer(select, choices, chosen) {
  select.replaceChildren(...choices.map(([value, name]) => element("option", { value, selected: value === chosen }, name)));
  select.hidden = choices.length < 2;
}

async function choose(change) {
  const settings = { ...(await core.settings()), ...change };
  await core.setSettings(settings);
  language = settings.languages[0];
  // What it says is of the language before.
  status.hidden = true;
  await show();
}

async function update(mode) {
  running(true);
  try {
    const { problem } = await core.sync(mode);
    await show();
    if (problem) fail(kindOf(problem.kind));
    else say("Done", words(language).updated);
  } finally {
    running(false);
  }
}

function running(yes) {
  found("update").hidden = yes;
  found("stop").hidden = !yes;
}

/** The kinds of problem of single packs are spelt in small letters. */
function kindOf(kind) {
  return kind.replace(/(^|_)(.)/g, (_, __, letter) => letter.toUpperCase());
}

function fail(kind) {
  const said = words(language);
  say(kind, said[kind] ?? said.other);
}

function say(kind, sentence) {
  status.dataset.kind = kind;
  status.textContent = sentence;
  status.hidden = false;
}

function failed(error) {
  console.warn(error);
  fail(error?.kind ?? "Internal");
  screen.setAttribute("aria-busy", "false");
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

addEventListener("hashchange", () => {
  show().then(() => scrollTo(0, 0)).then(() => screen.focus(), failed);
});
found("language").addEventListener("change", ({ target }) => choose({ languages: [target.value] }).catch(failed));
found("municipality").addEventListener("change", ({ target }) =>
  choose({ municipality: target.value || null }).catch(failed));
found("update").addEventListener("click", () => update({ onlyMine: false }).catch(failed));
found("stop").addEventListener("click", () => core.interrupt().catch(failed));
found("mine").addEventListener("change", ({ target }) => belong(target.checked).catch(failed));

start().catch(failed);
