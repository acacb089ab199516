// The reader's own dates for a procedure, and by which day: drawn from the record of the core, again after each date.

import { freshness, link } from "./parts.js";
import { dayField, dayWritten, element, text } from "./text.js";

/** Where a term stands, as a sign beside the colour. */
const SIGNS = { passed: "○", today: "◐", may_ask: "◐", open: "●", too_early: "◷", waiting: "◷", unknown: "?" };

/** `ask` has the core reckon with all dates that are written now. */
export function timeline(screen, labels, ask) {
  const { actions, headings, details } = labels;
  const fields = screen.events.map(field);
  const entries = element("div", { "aria-live": "polite" });
  const draw = (record) => {
    for (const event of record.events) fields.find((one) => one.event === event.event)?.draw(event);
    entries.replaceChildren(...record.entries.map(entry));
  };
  const written = () => fields.filter(({ input }) => input.value && input.validity.valid).map(({ event, input }) => ({ event, date: input.value }));
  for (const { input } of fields) input.addEventListener("change", () => ask(written(), draw));
  draw(screen);
  return [
    text("h1", screen.title),
    text("h2", headings.your_dates),
    text("p", details.nothing_kept, { class: "quiet" }),
    element("form", { autocomplete: "off" }, fields.map(({ drawn }) => drawn)),
    text("h2", headings.by_which_day),
    entries,
    element("p", {}, link(`#/procedure/${encodeURIComponent(screen.procedure)}`, actions.back)),
  ];
}

/** A date of the reader's. What is missing is said beside the terms that need it. */
function field({ event, name, date }) {
  const input = dayField({ value: date, "data-event": event });
  const problem = element("div", { role: "status" });
  return {
    event,
    input,
    drawn: element("div", { class: "date" }, element("label", {}, text("span", name), input), problem),
    draw({ problem: sentence }) {
      const wrong = input.value && sentence;
      input.toggleAttribute("aria-invalid", Boolean(wrong));
      problem.replaceChildren(wrong ? text("p", sentence, { class: "freshness check" }) : dayWritten(input));
    },
  };
}

function entry({ deadline, days, state, days_left: left, explanation, problem }) {
  return element("article", { class: `term-day ${state}` },
    element("h3", {},
      element("span", { class: "sign", "aria-hidden": "true" }, SIGNS[state] ?? SIGNS.unknown), " ", text("span", deadline.title)),
    days.due && state !== "too_early" && element("p", { class: "chips" }, distance(left, deadline.title.language)),
    text("p", problem),
    explanation.map((sentence, at) => text("p", sentence, at > 0 ? { class: "quiet" } : {})),
    text("p", deadline.consequence),
    freshness(deadline.freshness));
}

/** How far a day is, as the platform says it: `fra 12 giorni`. */
function distance(days, language) {
  const { RelativeTimeFormat } = Intl;
  if (RelativeTimeFormat.supportedLocalesOf(language).length === 0) return null;
  const words = new RelativeTimeFormat(`${language}-u-nu-latn`, { numeric: "auto" }).format(days, "day");
  return element("span", { lang: language }, words);
}
