//! One step: what to do, where, with which papers, for how much.

use cittadini_core::screens::{DocumentView, FeeView, StepView};

use crate::terminal::style::{GOOD, QUIET, TITLE, words};

use super::deadline::deadline;
use super::headings;
use super::office::{details, short};
use super::rows::{Rows, Tone, joined};
use super::text::{link, styled};

/// A step, below its number.
pub(super) fn step(rows: &mut Rows, step: &StepView) {
    rows.add(Tone::Item, &step.id, &format!("{:>2}.", step.number), styled(&step.title));
    rows.inside(&step.id, 4, |rows| {
        how(rows, step);
        rows.body("action", styled(&step.action));
        rows.say("update", step.needs_update.as_ref());
        rows.say("conditional", step.conditional.as_ref());
        rows.named("optional", headings::optional(), step.optional.as_ref().map(styled));
        place(rows, step);
        papers(rows, &step.documents);
        costs(rows, step);
        times(rows, step);
        if let Some(receive) = &step.receive {
            rows.add(Tone::Body, "receive", "✓", styled(receive));
        }
        rows.named("refused", headings::if_refused(), step.if_refused.as_ref().map(styled));
    });
}

/// Who acts and how, on one line.
fn how(rows: &mut Rows, step: &StepView) {
    let mut line = styled(&step.actor);
    let channels = joined(&step.channels);
    if !channels.is_empty() {
        line = format!("{line} · {channels}");
    }
    rows.quiet("how", line);
}

/// The office of the reader's municipality, and the web.
fn place(rows: &mut Rows, step: &StepView) {
    let place = step.office_type.as_ref().map(styled);
    rows.named("where", headings::where_to_go(), place);
    rows.inside("where", 2, |rows| {
        rows.say("choose", step.choose_municipality.as_ref());
        if let Some((first, others)) = step.offices.split_first() {
            rows.add(Tone::Body, &first.id, "→", words(TITLE, &first.name_it));
            if rows.first_time(&first.id) {
                rows.inside(&first.id, 2, |rows| details(rows, first));
            }
            for other in others {
                short(rows, other);
            }
        }
    });
    rows.named("url", headings::website(), step.url.as_deref().map(link));
    rows.say("identity", step.identity.as_ref());
}

/// The papers as a list to tick.
fn papers(rows: &mut Rows, documents: &[DocumentView]) {
    if documents.is_empty() {
        return;
    }
    let heading = rows.headings.say(headings::documents());
    rows.body("documents", words(TITLE, &heading));
    for document in documents {
        let title = styled(&document.title);
        let name = match document.title.plain() == document.name_it {
            true => title,
            false => format!("{title} ({})", document.name_it),
        };
        let badges = joined(document.badges.iter().map(|badge| &badge.text));
        let line = match badges.as_str() {
            "" => name,
            badges => format!("{name} — {badges}"),
        };
        rows.add(Tone::Body, &document.id, "☐", line);
        rows.inside(&document.id, 2, |rows| paper(rows, document));
    }
}

fn paper(rows: &mut Rows, document: &DocumentView) {
    rows.say("note", document.note.as_ref());
    if rows.first_time(&document.id) {
        rows.named("looks", headings::looks_like(), document.looks_like.as_ref().map(styled));
        rows.named("how", headings::how_to_get(), document.how_to_get.as_ref().map(styled));
        rows.named("form", headings::form(), document.form_url.as_deref().map(link));
    }
    rows.doubt(&document.freshness);
}

/// The fees, or that there are none. Of those with the same choice only one is paid.
fn costs(rows: &mut Rows, step: &StepView) {
    if !step.fees.is_empty() {
        let heading = rows.headings.say(headings::costs());
        rows.body("fees", words(TITLE, &heading));
    }
    let mut choice: Option<&str> = None;
    for found in &step.fees {
        if let Some(new) = found.choice.as_deref().filter(|new| choice != Some(new)) {
            let one_of = rows.headings.say(headings::one_of());
            rows.body(&format!("choice.{new}"), one_of);
        }
        choice = found.choice.as_deref();
        rows.inside("fee", if choice.is_some() { 2 } else { 0 }, |rows| fee(rows, found));
    }
    if let Some(free) = &step.free {
        rows.body("free", words(GOOD, &styled(free)));
    }
}

fn fee(rows: &mut Rows, fee: &FeeView) {
    let times = if fee.times > 1 { format!("{} × ", fee.times) } else { String::new() };
    let amount = words(TITLE, &format!("{times}{}", styled(&fee.amount)));
    let mut line = format!("{}: {amount}", styled(&fee.title));
    if fee.conditional && fee.choice.is_none() {
        line = format!("{line} ({})", rows.headings.say(headings::only_sometimes()));
    }
    rows.add(Tone::Body, &fee.id, "€", line);
    rows.inside(&fee.id, 2, |rows| {
        rows.say("how", fee.how.as_ref());
        if !fee.pay_how.is_empty() {
            rows.named("pay", headings::pay_how(), Some(joined(&fee.pay_how)));
        }
        rows.named("payee", headings::fee_payee(), fee.payee.clone());
        rows.named("account", headings::fee_account(), fee.account.clone());
        rows.named("reason", headings::fee_reason(), fee.reason_it.clone());
        rows.named("exempt", headings::exempt(), Some(joined(&fee.exempt)));
        rows.doubt(&fee.freshness);
    });
}

/// The terms, and how long the office takes.
fn times(rows: &mut Rows, step: &StepView) {
    for found in &step.deadlines {
        deadline(rows, found);
    }
    let waits = [&step.law_duration, &step.usual_duration].into_iter().flatten();
    let waits = joined(waits);
    if !waits.is_empty() {
        rows.add(Tone::Body, "waits", "◷", words(QUIET, &waits));
    }
}
