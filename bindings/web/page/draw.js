// Draws what the core returns. It decides nothing: it adds the platform's way to write a day and an amount.

/** An element with its children; strings become text, what is missing is left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return made;
}

/** A sentence of the core, with its own language and direction. */
export function text(name, sentence, attributes = {}) {
  if (!sentence) return null;
  const { language, direction } = sentence;
  return element(name, { lang: language, dir: direction, ...attributes }, sentence.runs.map((run) => drawRun(run, language)));
}

function drawRun(run, language) {
  switch (run.run) {
    case "strong": return element("strong", {}, run.text);
    case "term": return element("span", { class: "term" }, run.text);
    case "money": return element("bdi", {}, money(run.cents, language));
    case "date": return element("time", { datetime: run.iso }, day(run.iso, language));
    case "phone": return phone(run.number);
    case "link": return element("a", { href: safe(run.url), rel: "noreferrer" }, run.text || run.url);
    default: return run.text ?? "";
  }
}

function money(cents, language) {
  return new Intl.NumberFormat(`${language}-u-nu-latn`, { style: "currency", currency: "EUR" }).format(cents / 100);
}

function day(iso, language) {
  const format = new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${iso}T00:00:00Z`));
}

function phone(number) {
  return element("a", { href: `tel:${number.replace(/[^+\d]/g, "")}`, dir: "ltr" }, number);
}

/** Content is signed, and still no script may come out of it. */
function safe(url) {
  return /^(https?:|mailto:|tel:)/i.test(url) ? url : undefined;
}

/** Words that are Italian whatever the reader's language. */
function italian(name, words, attributes = {}) {
  return words ? element(name, { lang: "it", dir: "ltr", ...attributes }, words) : null;
}

function freshness({ state, label }) {
  return state === "fresh" ? null : text("p", label, { class: `freshness ${state}` });
}

function translation(label) {
  return label && text("p", label.label, { class: "translation" });
}

export function banners(header) {
  return header.banners.map((banner) => text("p", banner.text, { class: `banner ${banner.kind}` }));
}

/** The first screen. */
export function home(screen, words) {
  return [
    text("h1", screen.title),
    screen.groups.map((group) => element("section", {},
      text("h2", group.title),
      element("ul", { class: "cards" }, group.procedures.map(card)))),
    screen.desks.length > 0 && element("section", {}, element("h2", {}, words.desks), screen.desks.map((desk) => office(desk, words))),
    screen.emergency.length > 0 && element("section", { class: "emergency" },
      element("h2", {}, words.help), element("ul", {}, screen.emergency.map(contact))),
  ].flat();
}

function card(procedure) {
  const same = procedure.title.language === "it";
  return element("li", {},
    element("a", { href: `#/procedure/${encodeURIComponent(procedure.id)}` },
      text("span", procedure.title, { class: "title" }),
      !same && text("span", procedure.title_it, { class: "it" })),
    text("p", procedure.short),
    text("p", procedure.needs_update, { class: "freshness check" }),
    freshness(procedure.freshness));
}

function contact(entry) {
  return element("li", {},
    element("p", {}, text("strong", entry.title), " ", text("span", entry.value, { class: "number" })),
    text("p", entry.what));
}

/** One procedure. */
export function procedure(screen, words) {
  const same = screen.title.language === "it";
  return [
    text("h1", screen.title),
    !same && text("p", screen.title_it, { class: "it" }),
    translation(screen.translation),
    freshness(screen.freshness),
    text("p", screen.short, { class: "lead" }),
    text("p", screen.who_for),
    text("p", screen.result),
    list(screen.eligibility),
    text("p", screen.total.text, { class: "total" }),
    element("ol", { class: "steps" }, screen.steps.map((one) => step(one, words))),
    deadlines(screen.deadlines, words),
    list(screen.mistakes),
    list(screen.rights),
    text("p", screen.appeal),
    text("p", screen.scam, { class: "freshness check" }),
    screen.contact && element("ul", {}, contact(screen.contact)),
    text("p", screen.needs_update, { class: "freshness check" }),
    sources(screen.sources, words),
  ];
}

function step(one, words) {
  return element("li", {},
    text("h2", one.title),
    element("p", { class: "chips" },
      text("span", one.actor), one.channels.map((channel) => text("span", channel)), text("span", one.free)),
    text("p", one.conditional, { class: "quiet" }),
    text("p", one.optional, { class: "quiet" }),
    text("p", one.action),
    text("p", one.needs_update, { class: "freshness check" }),
    one.url && element("p", {}, element("a", { href: safe(one.url), rel: "noreferrer", dir: "ltr" }, new URL(one.url).host)),
    text("p", one.identity),
    part(words.papers, one.documents.map((paper) => document_(paper))),
    part(words.fees, one.fees.map((fee) => element("li", {},
      text("span", fee.title), " · ", text("strong", fee.amount), fee.exempt.map((who) => text("p", who, { class: "quiet" })),
      text("p", fee.how, { class: "quiet" }), freshness(fee.freshness)))),
    deadlines(one.deadlines, words),
    text("p", one.law_duration), text("p", one.usual_duration), text("p", one.receive), text("p", one.if_refused),
    text("p", one.choose_municipality, { class: "quiet" }),
    one.offices.length > 0 && element("div", { class: "where" },
      element("h3", {}, words.where), one.offices.map((place) => office(place, words))));
}

function document_(paper) {
  const same = paper.title.language === "it";
  return element("li", {},
    text("span", paper.title), !same && italian("span", paper.name_it, { class: "it" }),
    paper.badges.length > 0 && element("p", { class: "chips" }, paper.badges.map((badge) => text("span", badge.text))),
    text("p", paper.note, { class: "quiet" }), text("p", paper.how_to_get, { class: "quiet" }), freshness(paper.freshness));
}

function deadlines(all, words) {
  return part(words.terms, all.map((term) => element("li", {},
    text("span", term.title), term.when && element("span", {}, ": ", text("strong", term.when)),
    text("p", term.usual, { class: "quiet" }),
    text("p", term.consequence, { class: "quiet" }), freshness(term.freshness))));
}

function part(title, items) {
  return items.length > 0 && element("section", { class: "part" }, element("h3", {}, title), element("ul", {}, items));
}

function list(sentences) {
  return sentences.length > 0 && element("ul", {}, sentences.map((sentence) => text("li", sentence)));
}

function sources(all, words) {
  return all.length > 0 && element("details", { class: "quiet" }, element("summary", {}, words.sources),
    element("ul", {}, all.map((source) => italian("li", source.title))));
}

/** The offices. */
export function offices(screen, words) {
  return [
    element("h1", {}, screen.municipality ? `${words.offices} · ${screen.municipality}` : words.offices),
    screen.offices.map((one) => office(one, words)),
  ].flat();
}

function office(one) {
  return element("article", { class: "office" },
    italian("h3", one.name_it),
    element("p", { class: "chips" }, one.types.map((type) => text("span", type))),
    italian("p", one.address),
    one.phone && element("p", {}, phone(one.phone)),
    one.hours.length > 0 && element("table", {}, element("tbody", {}, one.hours.filter((row) => row.spans.length > 0).map((row) =>
      element("tr", {}, text("th", row.day, { scope: "row" }),
        element("td", {}, row.spans.map((span) => text("div", span))))))),
    text("p", one.hours_unknown, { class: "quiet" }),
    text("p", one.unknown, { class: "quiet" }),
    one.appointment.map((how) => text("p", how)),
    freshness(one.freshness));
}
