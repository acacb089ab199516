// The words of the offices, each with what it means.

import { PLACE, meaning } from "./parts.js";
import { element, text } from "./text.js";

/** `at`: the word where the reader wants to begin. */
export function terms(screen, labels, at) {
  return [
    text("h1", labels.headings.glossary),
    element("ul", { class: "glossary" }, screen.terms.map((term) => meaning(term, labels, term.id === at ? PLACE : {}))),
  ];
}
