// Which screen an address names: one call of the core, and who draws its record.

import { home } from "./home.js";
import { filter, hours, offices } from "./offices.js";
import { procedure } from "./procedure.js";
import { MOST, search } from "./search.js";
import { terms } from "./terms.js";
import { timeline } from "./timeline.js";
import { triage } from "./triage.js";

/** The record of the screen that the visit is to, and how to draw it. */
export async function screenOf(core, frame, visit) {
  const { labels, settings } = frame;
  const [, name, id, place] = visit.address.split("/").map(decodeURIComponent);
  switch (name) {
    case "procedure": {
      const record = await core.procedure(id);
      return { record, draw: () => procedure(record, labels, place) };
    }
    case "tree": {
      const record = await core.triage(id, visit.said);
      return { record, draw: () => triage(record, labels, visit) };
    }
    case "dates": {
      const ask = () => core.timeline({ procedure: id, events: visit.said, papers: [] });
      const record = await ask();
      return { record, draw: () => timeline(record, labels, (dates, draw) => visit.change(dates, ask, draw)) };
    }
    case "hours": {
      const record = await core.hours(id);
      return { record, draw: () => hours(record, labels) };
    }
    case "offices": {
      const ask = () => (visit.said.length > 0 ? core.openNow(filter(visit.said, settings.languages[0])) : core.offices());
      const record = await ask();
      return { record, draw: () => offices(record, labels, visit, (on, draw) => visit.change(on, ask, draw)) };
    }
    case "search": {
      const ask = () => core.search(visit.said.join(), MOST);
      const record = await ask();
      return { record, draw: () => search(record, frame, (words, draw) => visit.change(words, ask, draw)) };
    }
    case "terms": {
      const record = await core.terms();
      return { record, draw: () => terms(record, labels, id) };
    }
    default: {
      const record = await core.home();
      return { record, draw: () => home(record, labels) };
    }
  }
}
