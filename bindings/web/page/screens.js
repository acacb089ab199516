// The first screen and the offices, from the records of the core.

import { besideItalian, contact, freshness, needsUpdate, office } from "./parts.js";
import { element, italian, text } from "./text.js";

/** The first screen. */
export function home(screen, labels) {
  const { headings } = labels;
  return [
    text("h1", screen.title),
    screen.groups.map((group) => element("section", {},
      text("h2", group.title),
      element("ul", { class: "cards" }, group.procedures.map(card)))),
    screen.desks.length > 0 && element("section", {}, text("h2", headings.desks), screen.desks.map((desk) => office(desk, labels))),
    screen.emergency.length > 0 && element("section", { class: "emergency" },
      text("h2", headings.emergency), element("ul", {}, screen.emergency.map((entry) => contact(entry, labels)))),
  ];
}

function card(procedure) {
  return element("li", {},
    element("a", { href: `#/procedure/${encodeURIComponent(procedure.id)}` },
      text("span", procedure.title, { class: "title" }),
      besideItalian(procedure.title, procedure.title_it)),
    text("p", procedure.short),
    needsUpdate(procedure.needs_update),
    freshness(procedure.freshness));
}

/** The offices. */
export function offices(screen, labels) {
  return [
    element("h1", {}, text("span", labels.actions.offices), screen.municipality && [" · ", italian("span", screen.municipality)]),
    screen.offices.map((one) => office(one, labels)),
  ];
}
