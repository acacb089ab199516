//! Whether the parts of an item fit each other: steps, costs, places, days.

use std::collections::BTreeSet;

use cittadini_core::model::{
    Actor, Channel, DatedAmount, Fee, Holiday, Notice, Office, OperatorNote, Procedure, Record,
    Service, Step,
};

use crate::finding::{Problem, both};
use crate::source::compile::Item;
use crate::source::kind::Kind;
use crate::source::territory::no_municipality;

use super::checker::{Checker, place};
use super::freshness::ends_before;

/// Checks the parts of one item against each other.
pub(super) fn item(checker: &mut Checker<'_>, item: &Item) {
    match &item.record {
        Record::Procedure(procedure) => of_procedure(checker, item, procedure),
        Record::Fee(fee) => of_fee(checker, item, fee),
        Record::Service(service) => of_service(checker, item, service),
        Record::Phrase(phrase) => slugs(checker, item, "replies", phrase.replies.iter()),
        Record::Holiday(holiday) => of_holiday(checker, item, holiday),
        Record::Notice(notice) => of_notice(checker, item, notice),
        Record::Office(office) => of_office(checker, item, office),
        Record::OperatorNote(note) => of_note(checker, item, note),
        _ => {}
    }
}

fn of_procedure(checker: &mut Checker<'_>, item: &Item, procedure: &Procedure) {
    if procedure.steps.is_empty() {
        checker.error(&place(item, "steps"), no_steps());
    }
    slugs(checker, item, "steps", procedure.steps.iter().map(|step| &step.id));
    slugs(checker, item, "eligibility", procedure.eligibility.iter().map(|rule| &rule.id));
    slugs(checker, item, "mistakes", procedure.mistakes.iter());
    slugs(checker, item, "rights", procedure.rights.iter());
    let mut before = BTreeSet::new();
    for (at, step) in procedure.steps.iter().enumerate() {
        of_step(checker, item, procedure, at, step);
        for (nth, needed) in step.depends_on.iter().enumerate() {
            if !before.contains(needed.as_str()) {
                let exists = procedure.steps.iter().any(|step| step.id == *needed);
                let place = place(item, &format!("steps.{at}.depends_on.{nth}"));
                checker.error(&place, depends(needed, exists));
            }
        }
        before.insert(step.id.as_str());
    }
}

fn of_step(checker: &mut Checker<'_>, item: &Item, procedure: &Procedure, at: usize, step: &Step) {
    let here = place(item, &format!("steps.{at}"));
    match (step.fees.is_empty(), step.free) {
        (true, false) => checker.error(&here, no_cost(&step.id)),
        (false, true) => checker.error(&here, free_with_fees(&step.id)),
        _ => {}
    }
    let says_where = |channel: &Channel| {
        !matches!(
            channel,
            Channel::Desk | Channel::Appointment | Channel::Online | Channel::Unknown
        )
    };
    let nowhere = step.office_type.is_none()
        && step.url.is_none()
        && !step.channel.iter().any(says_where)
        && !(step.channel.contains(&Channel::Online) && procedure.official_url.is_some());
    if nowhere && step.actor != Actor::Wait {
        checker.error(&here, no_place(&step.id));
    }
    for (nth, request) in step.fees.iter().enumerate() {
        let alone = |choice: &String| {
            step.fees.iter().filter(|other| other.choice.as_ref() == Some(choice)).count() == 1
        };
        if let Some(choice) = request.choice.as_ref().filter(|choice| alone(choice)) {
            checker.warning(&place(item, &format!("steps.{at}.fees.{nth}")), lonely_choice(choice));
        }
    }
}

/// Reports a slug that stands twice in a list.
fn slugs<'s>(
    checker: &mut Checker<'_>,
    item: &Item,
    field: &str,
    slugs: impl Iterator<Item = &'s String>,
) {
    let mut seen = BTreeSet::new();
    for (at, slug) in slugs.enumerate() {
        if !seen.insert(slug) {
            checker.error(&place(item, &format!("{field}.{at}")), twice(slug, field));
        }
    }
}

fn of_fee(checker: &mut Checker<'_>, item: &Item, fee: &Fee) {
    if fee.amounts.is_empty() {
        checker.error(&place(item, "amounts"), no_amounts());
    }
    slugs(checker, item, "exempt", fee.exempt.iter().map(|exempt| &exempt.id));
    for (at, amount) in fee.amounts.iter().enumerate() {
        let here = place(item, &format!("amounts.{at}"));
        if let (Some(from), Some(until)) = (amount.valid_from, amount.valid_until)
            && until < from
        {
            checker.error(&here, ends_before(from, until));
        }
        if fee.amounts.iter().take(at).any(|earlier| overlap(earlier, amount)) {
            checker.error(&here, overlapping());
        }
    }
}

fn overlap(one: &DatedAmount, other: &DatedAmount) -> bool {
    let starts_in_time = |a: &DatedAmount, b: &DatedAmount| match (a.valid_from, b.valid_until) {
        (Some(from), Some(until)) => from <= until,
        _ => true,
    };
    starts_in_time(one, other) && starts_in_time(other, one)
}

fn of_service(checker: &mut Checker<'_>, item: &Item, service: &Service) {
    match (&service.fee, service.free) {
        (None, false) => checker.error(&place(item, ""), no_cost(&item.id)),
        (Some(_), true) => checker.error(&place(item, "free"), free_with_fees(&item.id)),
        _ => {}
    }
}

fn of_notice(checker: &mut Checker<'_>, item: &Item, notice: &Notice) {
    if notice.expires_on < notice.publish_from {
        let problem = ends_before(notice.publish_from, notice.expires_on);
        checker.error(&place(item, "expires_on"), problem);
    }
    municipalities(checker, item, "municipalities", &notice.municipalities);
}

fn of_office(checker: &mut Checker<'_>, item: &Item, office: &Office) {
    municipalities(checker, item, "serves", &office.serves);
}

fn municipalities(checker: &mut Checker<'_>, item: &Item, field: &str, codes: &[String]) {
    // Where no municipality could be read, that was reported, and none can be blamed for missing.
    if !checker.content.known.values().any(|kind| *kind == Kind::Municipality) {
        return;
    }
    for (at, code) in codes.iter().enumerate() {
        if checker.content.known.get(&format!("comune-{code}")) != Some(&Kind::Municipality) {
            checker.error(&place(item, &format!("{field}.{at}")), no_municipality(code));
        }
    }
}

fn of_note(checker: &mut Checker<'_>, item: &Item, note: &OperatorNote) {
    let (Some(step), Some(found)) = (&note.step, checker.content.items.get(&note.procedure)) else {
        return;
    };
    let Record::Procedure(procedure) = &found.record else { return };
    if !procedure.steps.iter().any(|there| there.id == *step) {
        checker.error(&place(item, "step"), no_such_step(step, &note.procedure));
    }
}

fn no_steps() -> Problem {
    Problem::new(
        "no-steps",
        both("La procedura non ha passi.", "The procedure has no steps."),
        both("Aggiungi almeno un passo.", "Add at least one step."),
    )
}

fn no_cost(id: &str) -> Problem {
    Problem::new(
        "no-cost",
        both(
            format!("«{id}» non dice quanto costa."),
            format!("“{id}” does not say what it costs."),
        ),
        both("Aggiungi i costi, oppure «free: true».", "Add the fees, or “free: true”."),
    )
}

fn free_with_fees(id: &str) -> Problem {
    Problem::new(
        "free-with-fees",
        both(
            format!("«{id}» dice di essere gratis e insieme di costare."),
            format!("“{id}” says that it is free and that it costs something."),
        ),
        both("Lascia «free: true» oppure i costi.", "Keep either “free: true” or the fees."),
    )
}

fn no_place(id: &str) -> Problem {
    Problem::new(
        "no-place",
        both(
            format!("Il passo «{id}» non dice dove si fa."),
            format!("The step “{id}” does not say where it is done."),
        ),
        both(
            "Aggiungi «office_type», oppure «url», oppure un «channel» come home, post, phone, email.",
            "Add “office_type”, or “url”, or a “channel” such as home, post, phone, email.",
        ),
    )
}

fn depends(step: &str, later: bool) -> Problem {
    let message = if later {
        both(
            format!("Il passo «{step}», che deve venire prima, è scritto dopo."),
            format!("The step “{step}”, which must come before, is written after."),
        )
    } else {
        both(format!("Il passo «{step}» non esiste."), format!("There is no step “{step}”."))
    };
    Problem::new(
        "depends-on",
        message,
        both(
            "In «depends_on» scrivi l'id di un passo precedente della stessa procedura.",
            "In “depends_on” write the id of an earlier step of the same procedure.",
        ),
    )
}

fn lonely_choice(choice: &str) -> Problem {
    Problem::new(
        "lonely-choice",
        both(
            format!("La scelta «{choice}» ha un solo costo: non c'è nulla da scegliere."),
            format!("The choice “{choice}” has a single fee: there is nothing to choose."),
        ),
        both(
            "Togli «choice» o aggiungi l'altro costo con la stessa parola.",
            "Remove “choice” or add the other fee with the same word.",
        ),
    )
}

pub(super) fn twice(slug: &str, field: &str) -> Problem {
    Problem::new(
        "duplicate-slug",
        both(
            format!("«{slug}» sta due volte in «{field}»."),
            format!("“{slug}” stands twice in “{field}”."),
        ),
        both(
            "Togli il doppione o dagli un altro nome.",
            "Remove the double or give it another name.",
        ),
    )
}

fn of_holiday(checker: &mut Checker<'_>, item: &Item, holiday: &Holiday) {
    if holiday.day.is_some() == holiday.after_easter.is_some() {
        checker.error(&place(item, "name_it"), one_day());
    }
}

fn one_day() -> Problem {
    Problem::new(
        "holiday-without-a-day",
        both(
            "La festa deve avere «day» oppure «after_easter»: uno dei due.",
            "The holiday must have “day” or “after_easter”: one of the two.",
        ),
        both(
            "Scrivi «day: 10-04», oppure «after_easter: 1» per il lunedì dopo Pasqua.",
            "Write “day: 10-04”, or “after_easter: 1” for the Monday after Easter.",
        ),
    )
}

fn no_amounts() -> Problem {
    Problem::new(
        "no-amounts",
        both("Il costo non ha importi.", "The fee has no amounts."),
        both(
            "Aggiungi un importo; se nessuno lo sa, «- {amount: unknown}».",
            "Add an amount; if nobody knows it, “- {amount: unknown}”.",
        ),
    )
}

fn overlapping() -> Problem {
    Problem::new(
        "overlapping-amounts",
        both(
            "Questo importo vale in giorni in cui ne vale già un altro.",
            "This amount holds on days on which another one holds already.",
        ),
        both(
            "Metti «valid_until» all'importo vecchio, il giorno prima di «valid_from» di quello nuovo.",
            "Give the old amount a “valid_until”, the day before “valid_from” of the new one.",
        ),
    )
}

fn no_such_step(step: &str, procedure: &str) -> Problem {
    Problem::new(
        "no-such-step",
        both(
            format!("La procedura «{procedure}» non ha il passo «{step}»."),
            format!("The procedure “{procedure}” has no step “{step}”."),
        ),
        both(
            "Correggi il nome del passo o togli il campo.",
            "Mend the name of the step or remove the field.",
        ),
    )
}
