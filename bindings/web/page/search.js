// What a search found, from the record of the core, again as she types.

import { freshness, link, reach } from "./parts.js";
import { element, foundText, named, text } from "./text.js";

/** The most results. */
export const MOST = 20;

/** `ask` has the core search what is typed now. */
export function search(screen, frame, ask) {
  const { labels, searchField: field } = frame;
  const status = element("div", { role: "status", class: "showing" });
  const hits = element("ul", { class: "cards hits" });
  const draw = (record) => {
    // What was found of fewer letters than stand there now comes too late.
    if (record.query !== field.words) return;
    const empty = record.query.trim() === "";
    status.replaceChildren(...(empty ? [] : summary(record, labels)));
    hits.replaceChildren(...(empty ? [] : record.hits.map((one) => hit(one, frame))));
  };
  field.listen((words) => ask(words === "" ? [] : [words], draw));
  draw(screen);
  if (screen.query !== field.words) field.now();
  return [text("h1", labels.actions.search, { class: "unseen" }), status, hits];
}

function summary({ hits, showing, nothing }, { headings }) {
  return [
    text("p", showing),
    hits.length > 0 ? named(headings.results, String(hits.length)) : text("p", nothing),
  ].filter(Boolean);
}

function hit(one, frame) {
  const { details } = frame.labels;
  const address = addressOf(one);
  const title = foundText("span", one.title, { class: "title" });
  return element("li", { "data-kind": one.kind, "data-id": one.id },
    element("p", { class: "chips" }, text("span", one.label)),
    element("h2", {}, address ? element("a", { href: address, class: "way" }, title) : title),
    one.title_it.text !== one.title.text && foundText("p", one.title_it, { class: "it" }),
    one.step && named(details.step, text("span", one.step.title)),
    foundText("p", one.snippet, { class: "snippet" }),
    one.contact && element("p", {}, reach(one.contact, details)),
    one.procedures.length > 0 && element("ul", {}, one.procedures.map(({ id, title: name }) =>
      element("li", {}, link(to("procedure", id), name)))),
    freshness(one.freshness));
}

/** Where a hit leads; nowhere where there is no screen for it. */
function addressOf({ kind, id, step, offices: [first] }) {
  switch (kind) {
    case "procedure": return step ? to("procedure", id, step.id) : to("procedure", id);
    case "office": return to("hours", id);
    case "office_type": return first && to("hours", first);
    case "term": return to("terms", id);
    default: return undefined;
  }
}

function to(...parts) {
  return `#/${parts.map(encodeURIComponent).join("/")}`;
}
