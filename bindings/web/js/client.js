// The core for a page: every call is a promise, answered by a dedicated Worker. Screens are the records of the core.

/** Why a call failed: `kind` is a variant of the core's `ApiError` and says what the screen does; `reason` is for the log. */
export class ApiError extends Error {
  constructor({ kind, reason }) {
    super(`${kind}: ${reason}`);
    this.name = "ApiError";
    this.kind = kind;
    this.reason = reason;
  }
}

export class Cittadini {
  #worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  #waiting = new Map();
  #last = 0;
  #ended;
  /** @type {(progress: object) => void} */
  onprogress = () => {};
  /** Whether what is stored outlives the page. */
  kept = false;

  constructor() {
    this.#worker.addEventListener("message", ({ data }) => this.#take(data));
    this.#worker.addEventListener("error", (event) => this.#end(event.message ?? "the Worker did not start"));
  }

  /**
   * @param {{root?: ArrayBuffer, repository?: string, keep: boolean}} config `keep`: this is the
   * reader's own device, so that content and settings outlive the page.
   */
  static async open(config) {
    const core = new Cittadini();
    try {
      ({ kept: core.kept } = await core.#call("open", config));
      return core;
    } catch (error) {
      core.#end("the core did not open");
      throw error;
    }
  }

  /** Takes in the bytes of a seed, when nothing is installed yet. */
  takeInSeed(seed) { return this.#call("takeInSeed", seed); }
  settings() { return this.#call("settings"); }
  setSettings(settings) { return this.#call("setSettings", settings); }
  home() { return this.#call("home"); }
  labels() { return this.#call("labels"); }
  procedures() { return this.#call("procedures"); }
  procedure(id) { return this.#call("procedure", id); }
  offices() { return this.#call("offices"); }
  office(id) { return this.#call("office", id); }
  /** `limit`: how many results at most. One that follows before this one began ends it with `Interrupted`. Kept nowhere. */
  search(query, limit) { return this.#call("search", query, limit); }
  /** Writes what searches need and is missing, so that the first one need not: once, when the first screen stands. */
  prepareSearch() { return this.#call("prepareSearch"); }
  terms() { return this.#call("terms"); }
  notices() { return this.#call("notices"); }
  changes(sinceRelease) { return this.#call("changes", sinceRelease); }
  /** `query`: `{span: {n, unit}}` or `{term: {id}}`; `from`: a day, "2026-11-23". Kept nowhere. */
  deadline(query, from) { return this.#call("deadline", query, from); }
  /** `query`: `{procedure, events: [{event, date}], papers: [{document, issuer, date}]}`. Kept nowhere. */
  timeline(query) { return this.#call("timeline", query); }
  trees() { return this.#call("trees"); }
  /** `answers`: `[{question, value}]`, all of them each time. Kept nowhere. */
  triage(tree, answers) { return this.#call("triage", tree, answers); }
  hours(officeId) { return this.#call("hours", officeId); }
  /** `filter`: `{at, open, evening, saturday, language, office_type}`, each optional. */
  openNow(filter) { return this.#call("openNow", filter); }
  freshness() { return this.#call("freshness"); }
  territories() { return this.#call("territories"); }
  /** Always refused: a browser asks the host of its page and no other. */
  addTerritory(qr) { return this.#call("addTerritory", qr); }

  /**
   * Whether to sync now: `{due, mode, not_before}`. `network`: "offline", "metered" or "unmetered"; `occasion`: "opened",
   * "background" or "asked".
   */
  syncDue(network, occasion) { return this.#call("syncDue", network, occasion); }
  /** Fetches what is new, and calls `onprogress` before each step. Screens can be read meanwhile. */
  sync({ onlyMine }) { return this.#call("sync", { onlyMine }); }
  /** Ends a running sync with `Interrupted`. Nothing is lost. */
  interrupt() { return this.#call("interrupt"); }

  /** What is installed as the bytes of one file, for a phone or a browser without a network. `Locked` beside a sync. */
  exportRelease() { return this.#call("exportRelease"); }
  /**
   * Takes in the bytes of a file that somebody handed over, verified as a sync is; answers with the report of one. Needs no
   * network and no repository. `Locked` beside a sync.
   * @param {Uint8Array} file
   */
  importRelease(file) { return this.#call("importRelease", file); }

  async close() {
    await this.#call("close");
    this.#end("the core is closed", "InvalidInput");
  }

  #call(call, ...args) {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, call, args });
    });
  }

  #take({ id, value, error, progress }) {
    if (progress) return this.onprogress(progress);
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (!error) return waiting?.resolve(value);
    waiting?.reject(new ApiError(error));
    if (error.trapped) this.#end(error.reason);
  }

  /** Nothing more comes from the Worker. */
  #end(reason, kind = "Internal") {
    this.#worker.terminate();
    this.#ended = new ApiError({ kind, reason });
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}
