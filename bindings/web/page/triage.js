// A question tree, from the record of the core: the question to answer now, or what the answers come to.

import {
  card, contact, folded, freshness, glossary, needsUpdate, office, part, sources, translation,
} from "./parts.js";
import { button, dayField, dayWritten, element, italian, named, text } from "./text.js";

/** The answer that skips a question. */
const SKIP = "skip";

export function triage(screen, labels, visit) {
  const { question, outcome } = screen;
  return [
    text("h1", screen.title),
    translation(screen),
    freshness(screen.freshness),
    question && ask(question, labels, visit),
    outcome && comesTo(screen, outcome, labels),
    visit.said.length > 0 && element("p", { class: "taps" },
      button(labels.actions.back, () => visit.back(), { "data-do": "back" }),
      button(labels.actions.start_again, () => visit.again(), { "data-do": "again" })),
    question && text("p", labels.details.nothing_kept, { class: "quiet" }),
    glossary(screen.terms, labels),
    outcome && sources(screen, labels.headings),
  ];
}

function ask(question, labels, visit) {
  const answer = (value) => visit.add({ question: question.id, value });
  return element("section", { class: "question", role: "group", "aria-labelledby": "question" },
    text("p", question.progress, { class: "quiet" }),
    text("h2", question.text, { id: "question", tabindex: -1, "data-begin": true }),
    text("p", question.help),
    ["single", "yesno"].includes(question.kind) ? choices(question, answer) : form(question, labels, answer),
    button(question.skip, () => answer(SKIP), { class: "skip" }));
}

function choices({ options }, answer) {
  return element("ul", { class: "options" },
    options.map((option) => element("li", {}, button(option.text, () => answer(option.id), { "data-option": option.id }))));
}

/** Several options, a day or a number: said with a button of its own, once there is something to say. */
function form({ kind, options }, { actions }, answer) {
  const fields = FIELDS[kind]?.(options);
  if (!fields) return null;
  const goOn = element("button", { type: "submit", class: "go-on", disabled: true }, text("span", actions.go_on));
  const made = element("form", { autocomplete: "off", novalidate: true }, fields.drawn, element("p", {}, goOn));
  made.addEventListener("input", () => { goOn.disabled = !fields.value(); });
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    if (fields.value()) answer(fields.value());
  });
  return made;
}

/** How a kind of question is answered. A value is empty while nothing, or nothing whole, is written. */
const FIELDS = {
  multi(options) {
    const boxes = options.map(({ id }) => element("input", { type: "checkbox", value: id }));
    return {
      drawn: element("ul", { class: "options" }, options.map((option, at) =>
        element("li", {}, element("label", {}, boxes[at], " ", text("span", option.text))))),
      value: () => boxes.filter((box) => box.checked).map((box) => box.value).join(","),
    };
  },
  date() {
    const field = dayField({ "aria-labelledby": "question" });
    const day = element("p", { role: "status" });
    field.addEventListener("input", () => day.replaceChildren(dayWritten(field)));
    return { drawn: [field, day], value: written(field) };
  },
  number() {
    const field = element("input", { type: "number", inputmode: "numeric", "aria-labelledby": "question", autocomplete: "off" });
    return { drawn: field, value: written(field) };
  },
};

const written = (field) => () => (field.validity.valid ? field.value : "");

function comesTo(screen, outcome, labels) {
  const { headings } = labels;
  return [
    text("h2", outcome.verdict_text, { class: `verdict ${outcome.verdict}`, tabindex: -1, "data-begin": true }),
    text("p", outcome.text, { class: "lead" }),
    text("p", outcome.caution),
    needsUpdate(outcome.needs_update),
    outcome.contact && somebody(outcome.contact, labels),
    outcome.procedures.length + outcome.services.length > 0 && text("h2", headings.what_to_do),
    element("ul", { class: "cards" }, outcome.procedures.map(card), outcome.services.map((one) => service(one, labels))),
    outcome.contacts.length > 0 && element("ul", { class: "contacts" }, outcome.contacts.map((one) => contact(one, labels))),
    foldedOffices(outcome.offices, labels),
    folded(headings.answers, screen.trace.map(answered)),
  ];
}

function somebody({ office: place, contact: reach, choose_municipality: choose }, labels) {
  return element("section", { class: "part somebody" },
    text("h2", labels.headings.contact),
    reach && element("ul", { class: "contacts" }, contact(reach, labels)),
    place && office(place, labels),
    choose && [text("p", choose), button(labels.actions.choose_municipality, () => document.getElementById("municipality").focus())]);
}

function service(one, labels) {
  const { headings, details } = labels;
  return element("li", {},
    text("h3", one.title),
    italian("p", one.organisation, { class: "it" }),
    text("p", one.what),
    named(headings.who_for, text("span", one.for_whom)),
    text("p", one.how),
    text("p", one.free),
    one.cost && named(headings.costs, text("span", one.cost)),
    one.languages.length > 0 && named(details.languages_spoken, one.languages.map((name, at) => [at > 0 && " · ", element("bdi", {}, name)])),
    one.contacts.length > 0 && element("ul", { class: "contacts" }, one.contacts.map((entry) => contact(entry, labels))),
    foldedOffices(one.offices, labels),
    freshness(one.freshness));
}

function foldedOffices(all, labels) {
  return folded(labels.headings.where_to_go, all.map((place) => element("li", {}, office(place, labels))), { class: "offices" });
}

function answered({ text: question, answers }) {
  return element("li", {}, text("span", question), element("br"),
    answers.map((answer, at) => [at > 0 && " · ", text("strong", answer)]));
}
