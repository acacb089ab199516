// What stands around every screen: the way to the others, the choices, the state of a sync. Its words come from the core, and
// are read again only when they can have changed.

import { element, plain, text } from "./text.js";
import { wordsBefore } from "./before.js";
import { SearchField } from "./search-field.js";

const found = (id) => document.getElementById(id);
const status = found("status");

export class Frame {
  #core;
  labels;
  settings;

  /** `begin`: something is searched from another screen. */
  constructor(core, begin) {
    this.#core = core;
    this.searchField = new SearchField(found("search"), begin);
  }

  /** Reads the words and the choices: after opening, a choice, a sync. */
  async read() {
    this.settings = await this.#core.settings();
    this.labels = await this.#core.labels();
    const { header, languages, municipalities } = await this.#core.home();
    this.#label(header);
    offer(found("language"), languages.map(({ tag, name }) => [tag, name]), this.settings.languages[0]);
    offer(found("municipality"),
      [["", plain(this.labels.actions.all_municipalities)], ...municipalities.map(({ istat, name }) => [istat, name])],
      municipalities.find(({ istat, name }) => [istat, name].includes(this.settings.municipality))?.istat ?? "");
  }

  #label({ language, direction }) {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    const { actions } = this.labels;
    found("to-home").replaceChildren(text("span", actions.home));
    found("to-offices").replaceChildren(text("span", actions.offices));
    found("to-search").replaceChildren(text("span", actions.search));
    this.searchField.label(actions);
    found("update").replaceChildren(text("span", actions.update));
    found("stop").replaceChildren(text("span", actions.stop));
    found("mine").querySelector("span").replaceWith(text("span", actions.own_device));
    found("language").setAttribute("aria-label", plain(actions.language));
    found("municipality").setAttribute("aria-label", plain(actions.municipality));
  }

  /** Says at once that something runs, and shows the way to stop it; or the way to begin. */
  running(yes) {
    if (yes) say("Running", this.labels.status.updating);
    found("update").hidden = yes;
    found("stop").hidden = !yes;
  }

  progress({ bytes_done: done, bytes_total: total }) {
    const share = total > 0 ? ` ${Math.round((100 * done) / total)} %` : "";
    say("Running", this.labels.status.updating, share);
  }

  updated() {
    say("Done", this.labels.status.updated);
  }

  /** Says what went wrong: `kind` is a variant of the core's `ApiError`. */
  trouble(kind) {
    say(kind, this.labels.troubles[TROUBLES[kind]] ?? this.labels.troubles.internal);
  }

  /** What was said is of the language before. */
  quiet() {
    status.hidden = true;
  }
}

const TROUBLES = {
  Offline: "offline", Untrusted: "untrusted", Outdated: "outdated", Locked: "locked", KeyLost: "key_lost",
  StorageFull: "storage_full", Interrupted: "interrupted", InvalidInput: "not_found", Internal: "internal",
};

function say(kind, sentence, more = "") {
  status.replaceChildren(text("span", sentence), more);
  status.dataset.kind = kind;
  status.hidden = false;
}

function offer(select, choices, chosen) {
  select.replaceChildren(...choices.map(([value, name]) => element("option", { value, selected: value === chosen }, name)));
  select.hidden = choices.length < 2;
}

/** In place of every screen, when there is no core: what happened, what to do, whom to call. */
export function withoutCore(kind) {
  const said = wordsBefore();
  document.documentElement.lang = said.language;
  document.documentElement.dir = said.direction;
  status.textContent = said[kind] ?? said.other;
  status.dataset.kind = kind;
  status.hidden = false;
  for (const id of ["language", "municipality", "update", "stop", "mine", "search"]) found(id).hidden = true;
  const again = element("button", { type: "button" }, said.retry);
  again.addEventListener("click", () => location.reload());
  return [element("p", { class: "banner do_not_rely" }, said[kind] ?? said.other), element("p", { class: "lead" }, said.emergency), again];
}
