//! Whether dates come out as their tables of cases say they must, and whether each case cites an article that was followed.

use cittadini_core::dates::{
    Calendar, Days, Direction, NoDays, articles, days_of, general, valid_until,
};
use cittadini_core::model::{
    Deadline, DeadlineKind, Document, Duration, Holiday, Issuer, Record, Side,
};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value as Json;

use crate::finding::{Problem, both};
use crate::source::cases::Case;
use crate::source::kind::Kind;
use crate::source::load::Content;

use super::checker::{Checker, place_in};

/// A case: what is counted, from when, and what must come.
#[derive(Debug, Deserialize)]
struct DateCase {
    why: String,
    span: Option<Duration>,
    #[serde(default)]
    side: Side,
    #[serde(default)]
    suspended_in_august: bool,
    deadline: Option<String>,
    document: Option<String>,
    issuer: Option<Issuer>,
    patron_saint: Option<String>,
    from: Date,
    #[serde(flatten)]
    wanted: Outcome,
    article: String,
}

/// The days that came, or that must come.
#[derive(Debug, Default, Clone, PartialEq, Eq, Deserialize)]
struct Outcome {
    due: Option<Date>,
    not_before: Option<Date>,
    best_from: Option<Date>,
    ask_after: Option<Date>,
    valid_until: Option<Date>,
}

impl Outcome {
    fn named(&self) -> [(&'static str, Option<Date>); 5] {
        [
            ("due", self.due),
            ("not_before", self.not_before),
            ("best_from", self.best_from),
            ("ask_after", self.ask_after),
            ("valid_until", self.valid_until),
        ]
    }
}

impl From<Days> for Outcome {
    fn from(days: Days) -> Self {
        Self {
            due: days.due,
            not_before: days.not_before,
            best_from: days.best_from,
            ask_after: days.ask_after,
            valid_until: None,
        }
    }
}

/// Checks all tables of cases.
pub(super) fn all(checker: &mut Checker<'_>) {
    let content = checker.content;
    for table in content.date_cases.values() {
        for case in &table.cases {
            of_case(checker, &table.file, case);
        }
    }
}

fn of_case(checker: &mut Checker<'_>, file: &str, case: &Case) {
    let top = case.node.place(file);
    let Ok(read) = serde_json::from_value::<DateCase>(Json::Object(case.fields.clone())) else {
        checker.error(&top, unclear());
        return;
    };
    if read.wanted == Outcome::default() {
        checker.error(&top, nothing_wanted(&read.why));
        return;
    }
    let Some(counted) = count(checker.content, &read) else {
        checker.error(&top, unclear());
        return;
    };
    let (came, cited) = match counted {
        Ok(counted) => counted,
        Err(reason) => {
            checker.error(&top, no_days(&read.why, reason));
            return;
        }
    };
    for ((field, wanted), (_, came)) in read.wanted.named().into_iter().zip(came.named()) {
        if let Some(wanted) = wanted.filter(|day| came != Some(*day)) {
            let problem = wrong_day(&read.why, field, wanted, came);
            checker.error(&place_in(&case.node, file, field), problem);
        }
    }
    if !cited.contains(&read.article) {
        checker.error(&place_in(&case.node, file, "article"), not_followed(&read.article, &cited));
    }
}

/// What comes out, and the articles that were followed. `None` where a case does not name one thing to count.
fn count(content: &Content, case: &DateCase) -> Option<Result<(Outcome, String), NoDays>> {
    let calendar = calendar(content, case.patron_saint.as_deref());
    let counted = match (case.span, &case.deadline, &case.document) {
        (Some(span), None, None) if case.suspended_in_august => {
            let appeal = Deadline {
                deadline_kind: DeadlineKind::Appeal,
                span: Some(span),
                suspended_in_august: true,
                ..Deadline::default()
            };
            days_of(&calendar, &appeal, case.from).map(|days| cited(None, days))
        }
        (Some(span), None, None) => {
            let direction = match case.side {
                Side::Before => Direction::Backwards,
                Side::After | Side::Unknown => Direction::Forwards,
            };
            general(&calendar, case.from, span, direction).map(|days| cited(None, days))
        }
        (None, Some(id), None) => {
            let Record::Deadline(deadline) = &content.items.get(id)?.record else { return None };
            days_of(&calendar, deadline, case.from).map(|days| cited(Some(deadline), days))
        }
        (None, None, Some(id)) => {
            let Record::Document(document) = &content.items.get(id)?.record else { return None };
            of_document(&calendar, document, case)
        }
        _ => return None,
    };
    Some(counted)
}

fn cited(deadline: Option<&Deadline>, days: Days) -> (Outcome, String) {
    let cited = articles(deadline, Some(&days));
    (days.into(), cited)
}

fn of_document(
    calendar: &Calendar,
    document: &Document,
    case: &DateCase,
) -> Result<(Outcome, String), NoDays> {
    let until = valid_until(calendar, &document.validity, case.issuer, case.from)?;
    let outcome = Outcome { valid_until: until, ..Outcome::default() };
    let norms = document.meta.sources.iter().filter_map(|source| source.norm.as_deref());
    let rule = cittadini_core::dates::Rule::ExactDay.articles();
    Ok((outcome, norms.chain([rule]).collect::<Vec<_>>().join("; ")))
}

/// The calendar as a phone has it with this content.
fn calendar(content: &Content, patron_saint: Option<&str>) -> Calendar {
    let holidays: Vec<Holiday> = content
        .of_kind(Kind::Holiday)
        .filter_map(|item| match &item.record {
            Record::Holiday(holiday) => Some(holiday.clone()),
            _ => None,
        })
        .collect();
    Calendar::national().with_holidays(&holidays).with_patron_saint(patron_saint)
}

fn unclear() -> Problem {
    Problem::new(
        "date-case-unclear",
        both(
            "Il caso non dice una sola cosa da contare.",
            "The case does not name one thing to count.",
        ),
        both(
            "Scrivi «span» (con «side: before» se si conta all'indietro), oppure «deadline», oppure «document».",
            "Write “span” (with “side: before” if it is counted backwards), or “deadline”, or “document”.",
        ),
    )
}

fn nothing_wanted(why: &str) -> Problem {
    Problem::new(
        "date-case-without-day",
        both(
            format!("Caso «{why}»: non dice quale giorno deve venire."),
            format!("Case “{why}”: it does not say which day must come."),
        ),
        both(
            "Aggiungi «due», «not_before», «best_from», «ask_after» o «valid_until».",
            "Add “due”, “not_before”, “best_from”, “ask_after” or “valid_until”.",
        ),
    )
}

fn wrong_day(why: &str, field: &str, wanted: Date, came: Option<Date>) -> Problem {
    let came = came.map_or_else(|| "—".to_owned(), |day| day.to_string());
    Problem::new(
        "date-case-fails",
        both(
            format!("Caso «{why}»: «{field}» doveva essere {wanted}, ma è {came}."),
            format!("Case “{why}”: “{field}” was to be {wanted}, but is {came}."),
        ),
        both(
            "Correggi il termine; cambia il caso solo se la legge dice un altro giorno.",
            "Mend the term; change the case only if the law says another day.",
        ),
    )
}

fn no_days(why: &str, reason: NoDays) -> Problem {
    let (it, en) = match reason {
        NoDays::UnknownSpan => ("il termine non ha durata", "the term has no span"),
        NoDays::NeedsUpdate => ("il tipo di termine non è noto", "the kind of term is not known"),
        NoDays::OutOfRange => ("la data è troppo lontana", "the date is too far away"),
        NoDays::OlderThanItsLaw(_) | NoDays::NewerThanItsLaw(_) => {
            ("la regola non vale per quella data", "the rule does not hold for that date")
        }
    };
    Problem::new(
        "date-case-fails",
        both(format!("Caso «{why}»: {it}."), format!("Case “{why}”: {en}.")),
        both("Correggi il caso o il termine.", "Mend the case or the term."),
    )
}

fn not_followed(article: &str, cited: &str) -> Problem {
    Problem::new(
        "date-case-article",
        both(
            format!("Il caso cita «{article}», ma il giorno segue: {cited}."),
            format!("The case cites “{article}”, but the day follows: {cited}."),
        ),
        both(
            "Cita uno degli articoli che si seguono, o aggiungi la norma alle «sources» del termine.",
            "Cite one of the articles that are followed, or add the norm to the “sources” of the term.",
        ),
    )
}
