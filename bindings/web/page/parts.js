// What several screens draw: banners, freshness, an office, a number to call, lists under a heading.

import { day, element, italian, mail, named, page, phone, text } from "./text.js";

/** What stands above every screen. */
export function banners(header) {
  return header.banners.map((banner) => text("p", banner.text, { class: `banner ${banner.kind}` }));
}

export function freshness({ state, label }) {
  return state === "fresh" ? null : text("p", label, { class: `freshness ${state}` });
}

/** Says that this page is too old for an item. */
export function needsUpdate(sentence) {
  return text("p", sentence, { class: "freshness check" });
}

/** How a translation came about; nothing where nothing was translated. */
export function translation(screen) {
  return screen.translation && text("p", screen.translation.label, { class: "translation" });
}

/** A way to another screen. */
export function link(address, label, attributes = {}) {
  return element("a", { href: address, class: "way", ...attributes }, text("span", label));
}

/** A heading with a list below it; nothing where the list is empty. */
export function part(level, heading, items, kind) {
  return items.length > 0 && element("section", { class: "part" }, text(level, heading), element("ul", { class: kind }, items));
}

/** A heading with a sentence below it; nothing where there is no sentence. */
export function section(heading, sentence, attributes = {}) {
  return sentence && element("section", { class: "part" }, text("h2", heading), text("p", sentence, attributes));
}

/** A heading with sentences below it. */
export function sentences(heading, all) {
  return part("h2", heading, all.map((sentence) => text("li", sentence)));
}

/** An Italian name beside the reader's language; nothing where she reads Italian. */
export function besideItalian(title, italianTitle) {
  return title.language !== "it" && text("span", italianTitle, { class: "it" });
}

/** A procedure in a list. */
export function card(procedure) {
  return element("li", {},
    element("a", { href: `#/procedure/${encodeURIComponent(procedure.id)}` },
      text("span", procedure.title, { class: "title" }),
      besideItalian(procedure.title, procedure.title_it)),
    text("p", procedure.short),
    needsUpdate(procedure.needs_update),
    freshness(procedure.freshness));
}

/** Somebody to call or write to. */
export function contact(entry, { details }) {
  return element("li", {},
    element("p", {}, text("strong", entry.title), " ", reach(entry, details)),
    text("p", entry.what), freshness(entry.freshness));
}

/** The number or the address of somebody. */
export function reach(entry, details) {
  return [text("span", entry.value, { class: "number" }), entry.free && [" ", text("span", details.call_free, { class: "quiet" })]];
}

/** An office with all that is known of it, and a sentence where something is not. On its own page it has no title. */
export function office(one, labels, { titled = true } = {}) {
  const { details, headings } = labels;
  return element("article", { class: "office" },
    titled && italian("h3", one.name_it),
    one.types.length > 0 && element("p", { class: "chips" }, one.types.map((type) => text("span", type))),
    italian("p", one.address),
    one.phone && named(details.phone, phone(one.phone)),
    one.email && named(details.email, mail(one.email)),
    one.pec && named(details.pec, mail(one.pec)),
    one.url && named(details.website, page(one.url)),
    weekly(one.hours, headings),
    text("p", one.hours_unknown, { class: "quiet" }),
    text("p", one.unknown, { class: "quiet" }),
    one.appointment.map((how) => text("p", how)),
    one.languages.map((spoken) => text("p", spoken)),
    one.step_free !== null && text("p", one.step_free ? details.step_free : details.steps_at_entrance),
    freshness(one.freshness),
    titled && one.hours.length > 0 && wayToHours(one, labels));
}

/** From an office to its hours, day by day. */
export function wayToHours(one, { actions }) {
  return element("p", {}, link(`#/hours/${encodeURIComponent(one.id)}`, actions.all_hours));
}

/** The hours of an ordinary week, the days that have any. */
export function weekly(all, headings) {
  const days = all.filter((row) => row.spans.length > 0);
  return days.length > 0 && element("table", {},
    text("caption", headings.hours),
    element("tbody", {}, days.map((row) =>
      element("tr", {}, text("th", row.day, { scope: "row" }),
        element("td", {}, row.spans.map((span) => text("div", span)))))));
}

/** The words that the page uses, each with what it means. A tap on a word leads here. */
export function glossary(terms, labels) {
  return folded(labels.headings.glossary, terms.map((term) => meaning(term, labels)), { class: "glossary" });
}

/** A word of the offices with what it means; `place`: where the reader wants to begin. */
export function meaning(term, { details }, place = {}) {
  return element("li", { "data-means": term.id },
    text("strong", term.name, place), term.name.language !== "it" && italian("span", term.name_it, { class: "it" }),
    text("p", term.definition),
    term.say && named(details.say_it, text("span", term.say)),
    term.example && named(details.example, text("span", term.example)));
}

/** What marks the place on a screen where its address leads. */
export const PLACE = { tabindex: -1, "data-place": true };

/** What few need, behind a heading that opens it. */
export function folded(heading, items, attributes = {}) {
  return items.length > 0 && element("details", attributes, text("summary", heading), element("ul", {}, items));
}

/** Where the screen's item was read. */
export function sources({ sources: all, title }, headings) {
  return folded(headings.sources, all.map((source) => element("li", {}, italian("span", source.title), readOn(source, title))));
}

function readOn({ read_on: read }, { language }) {
  return read && [" · ", element("time", { datetime: read }, day(read, language))];
}
