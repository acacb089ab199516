// The dedicated Worker that holds the core: one call a message, answered in order; a sync gives way between its steps.

import init, { Core, persist } from "./cittadini_web.js";
import { get } from "./fetch.js";

/** Calls that are handed to the core as they are, and answer with one record. */
const SCREENS = new Set([
  "home", "labels", "procedures", "procedure", "offices", "office", "terms", "notices", "changes", "freshness", "settings",
  "syncDue", "territories", "trees", "hours",
]);

let core;
let syncing;
let newestSearch = 0;

const calls = {
  /** Opens the core. Answers whether what it stores is kept when the page is closed. */
  async open({ root, repository, keep }) {
    await init({ module_or_path: new URL("./cittadini_web_bg.wasm", import.meta.url) });
    const kept = keep && (await persisted());
    core = Core.open(root && new Uint8Array(root), repository);
    return { kept };
  },

  takeInSeed(seed) {
    core.takeInSeed(new Uint8Array(seed));
  },

  exportRelease() {
    if (syncing) throw failure("Locked", "a sync is running");
    return core.exportRelease();
  },

  importRelease(file) {
    if (syncing) throw failure("Locked", "a sync is running");
    return JSON.parse(core.importRelease(new Uint8Array(file)));
  },

  addTerritory(qr) {
    core.addTerritory(qr);
  },

  deadline(query, from) {
    return JSON.parse(core.deadline(JSON.stringify(query), from));
  },

  timeline(query) {
    return JSON.parse(core.timeline(JSON.stringify(query)));
  },

  triage(tree, answers) {
    return JSON.parse(core.triage(tree, JSON.stringify(answers)));
  },

  openNow(filter) {
    return JSON.parse(core.openNow(JSON.stringify(filter)));
  },

  async search(query, limit) {
    const search = ++newestSearch;
    await turn();
    if (!core || search !== newestSearch) throw failure("Interrupted", "");
    return JSON.parse(core.search(query, limit));
  },

  prepareSearch() {
    core.prepareSearch();
  },

  setSettings(settings) {
    core.setSettings(JSON.stringify(settings));
  },

  async sync({ onlyMine }) {
    if (syncing) throw failure("Locked", "a sync is running");
    syncing = new AbortController();
    try {
      core.syncBegin(onlyMine);
      return await drive(syncing.signal);
    } finally {
      core.syncStop();
      syncing = undefined;
    }
  },

  interrupt() {
    syncing?.abort();
  },

  close() {
    syncing?.abort();
    core?.close();
    core = undefined;
  },
};

/** Without such storage, or in a private window, everything is kept in memory; another tab that has it is an error. */
async function persisted() {
  try {
    await persist();
    return true;
  } catch (error) {
    if (error.kind === "Locked") throw error;
    return false;
  }
}

async function drive(stop) {
  for (;;) {
    const next = JSON.parse(core.syncNext());
    postMessage({ progress: JSON.parse(core.syncProgress()) });
    if (next.done) return next.done;
    if (next.apply) core.syncApply();
    else await feed(next.fetch, stop);
    await turn();
    if (stop.aborted || !core) throw failure("Interrupted", "");
  }
}

async function feed(asked, stop) {
  let answer;
  try {
    answer = await get(asked, stop);
  } catch (error) {
    if (stop.aborted || !core) throw failure("Interrupted", "");
    core.syncFeedError(String(error));
    return;
  }
  if (core) core.syncFeed(answer.status, answer.body, answer.announced, answer.contentRange, answer.retryAfter);
}

/** Lets the messages in that came meanwhile. */
function turn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function failure(kind, reason) {
  return Object.assign(new Error(reason), { kind, reason });
}

async function answer(call, args) {
  if (call !== "open" && call !== "close" && !core) throw failure("InvalidInput", "the core is closed");
  if (SCREENS.has(call)) return JSON.parse(core[call](...args));
  if (Object.hasOwn(calls, call)) return calls[call](...args);
  throw failure("InvalidInput", `there is no call ${call}`);
}

addEventListener("message", async ({ data: { id, call, args } }) => {
  try {
    postMessage({ id, value: await answer(call, args) });
  } catch (error) {
    // What the core did not throw is a trap: nothing in this Worker can be relied on any more.
    const { kind = "Internal", reason = String(error) } = error;
    postMessage({ id, error: { kind, reason, trapped: error.kind === undefined } });
  }
});
