// One procedure, from the record of the core: what it is, the steps in their order, then what one must know besides.

import {
  PLACE, contact, folded, freshness, glossary, link, needsUpdate, office, part, section, sentences, sources, translation,
} from "./parts.js";
import { element, italian, named, page, text } from "./text.js";

/** `at`: the step where the reader wants to begin. */
export function procedure(screen, labels, at) {
  const { actions, headings, details } = labels;
  return [
    text("h1", screen.title),
    screen.title.language !== "it" && text("p", screen.title_it, { class: "it" }),
    translation(screen),
    freshness(screen.freshness),
    needsUpdate(screen.needs_update),
    text("p", screen.short, { class: "lead" }),
    screen.tree && element("p", {}, link(`#/tree/${encodeURIComponent(screen.tree.id)}`, actions.is_it_for_me)),
    section(headings.who_for, screen.who_for),
    section(headings.result, screen.result),
    sentences(headings.eligibility, screen.eligibility),
    text("h2", headings.steps),
    text("p", screen.total.text, { class: "total" }),
    element("ol", { class: "steps" }, screen.steps.map((one) => step(one, labels, one.id === at && PLACE))),
    deadlines("h2", screen.deadlines, headings),
    hasDeadlines(screen) && element("p", {}, link(`#/dates/${encodeURIComponent(screen.id)}`, actions.enter_dates)),
    sentences(headings.mistakes, screen.mistakes),
    sentences(headings.rights, screen.rights),
    section(headings.appeal, screen.appeal),
    section(headings.scam, screen.scam, { class: "freshness check" }),
    screen.contact && part("h2", headings.contact, [contact(screen.contact, labels)]),
    screen.official_url && named(details.official_page, page(screen.official_url)),
    glossary(screen.terms, labels),
    folded(headings.norms, screen.norms.map((norm) => italian("li", norm))),
    sources(screen, headings),
  ];
}

function hasDeadlines({ deadlines: all, steps }) {
  return all.length > 0 || steps.some((one) => one.deadlines.length > 0);
}

function step(one, labels, place) {
  const { headings, details } = labels;
  return element("li", {},
    text("h3", one.title, place || {}),
    element("p", { class: "chips" }, text("span", one.actor), one.channels.map((channel) => text("span", channel)), text("span", one.free)),
    text("p", one.conditional, { class: "quiet" }),
    one.optional && named(details.optional, text("span", one.optional)),
    text("p", one.action),
    needsUpdate(one.needs_update),
    one.url && element("p", {}, page(one.url)),
    text("p", one.identity),
    part("h4", headings.documents, one.documents.map((paper) => drawDocument(paper, details))),
    fees(one.fees, labels),
    deadlines("h4", one.deadlines, headings),
    text("p", one.law_duration), text("p", one.usual_duration), text("p", one.receive),
    section4(headings.if_refused, one.if_refused),
    text("p", one.choose_municipality, { class: "quiet" }),
    one.offices.length > 0 && element("div", { class: "where" },
      text("h4", headings.where_to_go), one.offices.map((place) => office(place, labels))));
}

function section4(heading, sentence) {
  return sentence && [text("h4", heading), text("p", sentence)];
}

function drawDocument(paper, details) {
  return element("li", {},
    text("strong", paper.title), paper.title.language !== "it" && italian("span", paper.name_it, { class: "it" }),
    paper.badges.length > 0 && element("p", { class: "chips" }, paper.badges.map((badge) => text("span", badge.text))),
    text("p", paper.note, { class: "quiet" }),
    paper.looks_like && named(details.looks_like, text("span", paper.looks_like)),
    paper.how_to_get && named(details.how_to_get, text("span", paper.how_to_get)),
    paper.form_url && named(details.form, page(paper.form_url)),
    freshness(paper.freshness));
}

/** Fees of one choice stand together: one of them is paid. */
function fees(all, { headings, details }) {
  const items = [];
  let choice = null;
  for (const fee of all) {
    if (fee.choice && fee.choice !== choice) items.push(text("li", details.one_of, { class: "quiet" }));
    choice = fee.choice;
    items.push(drawFee(fee, details));
  }
  return part("h4", headings.costs, items);
}

function drawFee(fee, details) {
  return element("li", {},
    text("span", fee.title), " · ", text("strong", fee.amount), fee.times > 1 && ` × ${fee.times}`,
    fee.conditional && [" · ", text("span", details.only_sometimes, { class: "quiet" })],
    text("p", fee.how, { class: "quiet" }),
    fee.pay_how.map((how) => text("p", how, { class: "quiet" })),
    fee.exempt.length > 0 && named(details.exempt, fee.exempt.map((who, at) => [at > 0 && " · ", text("span", who)])),
    fee.payee && named(details.fee_payee, italian("span", fee.payee)),
    fee.account && named(details.fee_account, italian("span", fee.account)),
    fee.reason_it && named(details.fee_reason, italian("span", fee.reason_it)),
    freshness(fee.freshness));
}

function deadlines(level, all, headings) {
  return part(level, headings.deadlines, all.map((term) => element("li", { class: term.peremptory && "peremptory" },
    text("strong", term.title), term.when && [": ", text("span", term.when)],
    text("p", term.usual, { class: "quiet" }),
    text("p", term.consequence, { class: "quiet" }), freshness(term.freshness))));
}
