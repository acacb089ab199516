// Sentences of the core as elements. It adds the platform's way to write a day and an amount.

/** An element with its children; strings become text, what is missing is left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return made;
}

/** A sentence of the core, with its own language and direction. */
export function text(name, sentence, attributes = {}) {
  if (!sentence) return null;
  const { language, direction } = sentence;
  return element(name, { lang: language, dir: direction, ...attributes }, sentence.runs.map((run) => drawRun(run, language)));
}

/** A sentence with what was found in it. */
export function foundText(name, sentence, attributes = {}) {
  if (!sentence) return null;
  const { text: words, language, direction, ranges } = sentence;
  const pieces = [];
  let at = 0;
  for (const { start, end } of ranges) {
    pieces.push(words.slice(at, start), element("mark", {}, words.slice(start, end)));
    at = end;
  }
  return element(name, { lang: language, dir: direction, ...attributes }, pieces, words.slice(at));
}

/** Where only plain words can stand: the words of a sentence without amounts, days or links. */
export function plain(sentence) {
  return sentence.runs.map((run) => run.text ?? run.number ?? "").join("");
}

/** Something to tap that acts on this page. */
export function button(label, act, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, text("span", label));
  made.addEventListener("click", act);
  return made;
}

/** A sentence after the word that says what it is: `Telefono: …`. */
export function named(label, ...children) {
  return element("p", {}, text("span", label, { class: "label" }), ": ", children);
}

function drawRun(run, language) {
  switch (run.run) {
    case "strong": return element("strong", {}, run.text);
    case "term": return element("span", { class: "term", "data-term": run.id }, run.text);
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

/** A day as the platform writes it, in Latin digits. */
export function day(iso, language) {
  const format = new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${iso}T00:00:00Z`));
}

/** Where a day is written. A year of five digits is a slip of the finger. */
export function dayField(attributes) {
  return element("input", { type: "date", max: "9999-12-31", autocomplete: "off", ...attributes });
}

/** A day in words, below the field where it was written: 01/07 is read in two ways. */
export function dayWritten(input) {
  const { lang } = document.documentElement;
  const whole = input.value && input.validity.valid;
  return whole ? element("time", { datetime: input.value }, day(input.value, lang)) : "";
}

/** A number that a tap dials. */
export function phone(number) {
  return element("a", { class: "phone", href: `tel:${number.replace(/[^+\d]/g, "")}`, dir: "ltr" }, number);
}

/** An address that a tap writes to. */
export function mail(address) {
  return element("a", { href: `mailto:${address}`, dir: "ltr" }, address);
}

/** A page on the web, by its host. */
export function page(url) {
  const address = safe(url);
  return address && element("a", { href: address, rel: "noreferrer", dir: "ltr" }, URL.parse(address)?.host || url);
}

/** Content is signed, and still no script may come out of it. */
function safe(url) {
  return /^(https?:|mailto:|tel:)/i.test(url) ? url : undefined;
}

/** Words that are Italian whatever the reader's language. */
export function italian(name, words, attributes = {}) {
  return words ? element(name, { lang: "it", dir: "ltr", ...attributes }, words) : null;
}
