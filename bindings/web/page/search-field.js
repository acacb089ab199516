// Where the reader types what she searches. It stands above the first screen and above what was found, and is the same on both:
// the keyboard stays open, and half a letter is not lost. What it holds is in this element and nowhere else.

import { plain, text } from "./text.js";

/** How long she pauses before something is searched, in milliseconds. */
const PAUSE = 120;

export class SearchField {
  #form;
  #input;
  #begin;
  #search;
  #timer = 0;

  /** `begin`: something was typed where no search listens. */
  constructor(form, begin) {
    this.#form = form;
    this.#input = form.querySelector("input");
    this.#begin = begin;
    this.#search = begin;
    this.#input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.now(), PAUSE);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.now();
      // The keyboard of a phone makes room for what was found.
      this.#input.blur();
    });
  }

  /** What is typed now. Half a character is none. */
  get words() {
    return this.#input.value.toWellFormed();
  }

  label({ search, search_hint: hint }) {
    this.#form.querySelector("span").replaceWith(text("span", search));
    this.#input.placeholder = plain(hint);
  }

  show(yes) {
    this.#form.hidden = !yes;
  }

  focus() {
    this.#input.focus();
  }

  get focused() {
    return document.activeElement === this.#input;
  }

  /** Other words than were typed, or none. What waits to be searched is not searched any more. */
  take(words) {
    clearTimeout(this.#timer);
    this.#input.value = words;
    this.#search = this.#begin;
  }

  /** Who searches what is typed from now on. */
  listen(search) {
    this.#search = search;
  }

  /** Searches without a pause. */
  now() {
    clearTimeout(this.#timer);
    this.#search(this.words);
  }
}
