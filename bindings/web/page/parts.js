// What several screens draw: banners, freshness, an office, a number to call, lists under a heading.

import { element, italian, mail, named, page, phone, text } from "./text.js";

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

/** A heading with a list below it; nothing where the list is empty. */
export function part(level, heading, items) {
  return items.length > 0 && element("section", { class: "part" }, text(level, heading), element("ul", {}, items));
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

/** Somebody to call or write to. */
export function contact(entry, { details }) {
  return element("li", {},
    element("p", {}, text("strong", entry.title), " ", text("span", entry.value, { class: "number" }),
      entry.free && [" ", text("span", details.call_free, { class: "quiet" })]),
    text("p", entry.what), freshness(entry.freshness));
}

/** An office with all that is known of it, and a sentence where something is not. */
export function office(one, { details, headings }) {
  return element("article", { class: "office" },
    italian("h3", one.name_it),
    one.types.length > 0 && element("p", { class: "chips" }, one.types.map((type) => text("span", type))),
    italian("p", one.address),
    one.phone && named(details.phone, phone(one.phone)),
    one.email && named(details.email, mail(one.email)),
    one.pec && named(details.pec, mail(one.pec)),
    one.url && named(details.website, page(one.url)),
    hours(one, headings),
    text("p", one.hours_unknown, { class: "quiet" }),
    text("p", one.unknown, { class: "quiet" }),
    one.appointment.map((how) => text("p", how)),
    one.languages.map((spoken) => text("p", spoken)),
    one.step_free !== null && text("p", one.step_free ? details.step_free : details.steps_at_entrance),
    freshness(one.freshness));
}

function hours(one, headings) {
  const days = one.hours.filter((row) => row.spans.length > 0);
  return days.length > 0 && element("table", {},
    text("caption", headings.hours),
    element("tbody", {}, days.map((row) =>
      element("tr", {}, text("th", row.day, { scope: "row" }),
        element("td", {}, row.spans.map((span) => text("div", span)))))));
}
