// The first screen, from the record of the core.

import { card, contact, freshness, link, office, part } from "./parts.js";
import { element, text } from "./text.js";

/** The first screen. */
export function home(screen, labels) {
  const { headings } = labels;
  const [entrance, ...trees] = screen.trees;
  return [
    text("h1", screen.title),
    entrance && tree("div", entrance, { class: "entrance" }),
    screen.groups.map((group) => element("section", {},
      text("h2", group.title),
      element("ul", { class: "cards" }, group.procedures.map(card)))),
    part("h2", headings.questions, trees.map((one) => tree("li", one)), "cards"),
    screen.desks.length > 0 && element("section", {}, text("h2", headings.desks), screen.desks.map((desk) => office(desk, labels))),
    screen.emergency.length > 0 && element("section", { class: "emergency" },
      text("h2", headings.emergency), element("ul", {}, screen.emergency.map((entry) => contact(entry, labels)))),
  ];
}

/** The questions that find something out, as a card that leads to them. */
function tree(name, one, attributes = {}) {
  return element(name, attributes, link(`#/tree/${encodeURIComponent(one.id)}`, one.title, { class: "way title" }), freshness(one.freshness));
}
