// Which screen an address names: one call of the core, and who draws its record.

import { home } from "./home.js";
import { filter, hours, offices } from "./offices.js";
import { procedure } from "./procedure.js";
import { timeline } from "./timeline.js";
import { triage } from "./triage.js";

/** The record of the screen that the visit is to, and what is drawn of it. */
export async function screenOf(core, { labels, settings }, visit) {
  const [, name, encoded] = visit.address.split("/");
  const id = encoded && decodeURIComponent(encoded);
  switch (name) {
    case "procedure": {
      const record = await core.procedure(id);
      return { record, drawn: procedure(record, labels) };
    }
    case "tree": {
      const record = await core.triage(id, visit.said);
      return { record, drawn: triage(record, labels, visit) };
    }
    case "dates": {
      const ask = () => core.timeline({ procedure: id, events: visit.said, papers: [] });
      const record = await ask();
      return { record, drawn: timeline(record, labels, (dates, draw) => visit.change(dates, ask, draw)) };
    }
    case "hours": {
      const record = await core.hours(id);
      return { record, drawn: hours(record, labels) };
    }
    case "offices": {
      const ask = () => (visit.said.length > 0 ? core.openNow(filter(visit.said, settings.languages[0])) : core.offices());
      const record = await ask();
      return { record, drawn: offices(record, labels, visit, (on, draw) => visit.change(on, ask, draw)) };
    }
    default: {
      const record = await core.home();
      return { record, drawn: home(record, labels) };
    }
  }
}
