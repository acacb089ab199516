// The offices, those that are open, and one office with its hours day by day, from the records of the core.

import { freshness, office, part, weekly, wayToHours } from "./parts.js";
import { element, italian, named, phone, text } from "./text.js";

/** What a switch asks for, in the order of the switches. */
const SWITCHES = ["open_now", "evening", "saturday", "my_language"];

/** The switches that are on, as the core's filter. */
export function filter(on, language) {
  return {
    open: on.includes("open_now"),
    evening: on.includes("evening"),
    saturday: on.includes("saturday"),
    language: on.includes("my_language") ? language : null,
  };
}

/** All offices, or those that the switches ask for. `ask` has the core look again with the switches that are on now. */
export function offices(screen, labels, visit, ask) {
  const { actions } = labels;
  const boxes = SWITCHES.map((name) => element("input", { type: "checkbox", role: "switch", value: name, autocomplete: "off" }));
  for (const box of boxes) box.checked = visit.said.includes(box.value);
  const list = element("div", { "aria-live": "polite", id: "found" });
  const draw = (record) => list.replaceChildren(...found(record, labels));
  const on = () => boxes.filter((box) => box.checked).map((box) => box.value);
  for (const box of boxes) box.addEventListener("change", () => ask(on(), draw));
  draw(screen);
  return [
    element("h1", {}, text("span", actions.offices), screen.municipality && [" · ", italian("span", screen.municipality)]),
    element("div", { class: "switches" }, boxes.map((box, at) => element("label", {}, box, " ", text("span", actions[SWITCHES[at]])))),
    list,
  ];
}

function found(record, labels) {
  const known = "unknown_text" in record;
  return [
    known && text("p", record.none),
    known && text("p", record.unknown_text, { class: "freshness check" }),
    ...record.offices.map((one) => (known ? open(one, labels) : office(one, labels))),
  ].filter(Boolean);
}

function open(one, labels) {
  const { details, headings } = labels;
  return element("article", { class: "office" },
    italian("h3", one.name_it),
    one.types.length > 0 && element("p", { class: "chips" }, one.types.map((type) => text("span", type))),
    now(one.now),
    italian("p", one.address),
    one.phone && named(details.phone, phone(one.phone)),
    weekly(one.fitting, headings),
    one.languages.map((spoken) => text("p", spoken.text)),
    freshness(one.freshness),
    wayToHours(one, labels));
}

function now({ status, text: words, because }) {
  return [text("p", words, { class: `now ${status}` }), text("p", because, { class: "quiet" })];
}

/** One office: what it is now, its next days, who speaks which language when. */
export function hours(screen, labels) {
  const { headings, details } = labels;
  return [
    italian("h1", screen.office.name_it),
    now(screen.now),
    screen.notes.map((note) => text("p", note, { class: "freshness check" })),
    screen.days.length > 0 && [text("h2", headings.next_days), element("table", { class: "days" }, element("tbody", {}, screen.days.map(day)))],
    part("h2", headings.closures, screen.closures.map((one) => element("li", {},
      text("strong", one.text), text("p", one.reason), weekly(one.hours, headings)))),
    part("h2", details.languages_spoken, screen.languages.map((one) => element("li", {},
      text("strong", one.text), text("p", one.when), weekly(one.hours, headings)))),
    text("h2", headings.contact),
    office({ ...screen.office, hours: [], languages: [] }, labels, { titled: false }),
  ];
}

function day(one) {
  return element("tr", { class: !one.open && "closed" }, text("th", one.day, { scope: "row" }),
    element("td", {}, one.spans.map((span) => text("div", span)), text("div", one.closed_because)));
}
