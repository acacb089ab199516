//! The days of a term in words, and why there are none.

use jiff::civil::Date;

use super::Reading;
use super::runs::SLOTS;
use crate::dates::{BadDate, Days, Moved, MovedBecause, NoDays};
use crate::l10n::{Message, messages};
use crate::model::DeadlineKind;
use crate::screens::{TermDays, Text};

/// The days as a shell gets them.
pub(super) fn term_days(days: &Days) -> TermDays {
    let iso = |day: Option<Date>| day.map(|day| day.to_string());
    TermDays {
        due: iso(days.due),
        not_before: iso(days.not_before),
        best_from: iso(days.best_from),
        ask_after: iso(days.ask_after),
        usual_from: iso(days.usual.map(|(from, _)| from)),
        usual_until: iso(days.usual.map(|(_, until)| until)),
        moved_from: iso(days.moved_from.as_ref().map(|moved| moved.from)),
    }
}

impl Reading<'_> {
    /// What the days mean, one sentence each: first what to do, then how it was found.
    pub(super) fn explain(&self, kind: DeadlineKind, days: &Days) -> Vec<Text> {
        let mut sentences = Vec::new();
        let mut add = |message: Message, day: Option<Date>| {
            sentences.extend(day.map(|day| self.say_with_dates(&message, &[day])));
        };
        add(messages::term_not_before(SLOTS[0]), days.not_before);
        add(messages::term_best_from(SLOTS[0]), days.best_from);
        add(main_message(kind), days.due);
        if let Some((from, until)) = days.usual {
            let message = messages::term_usual(SLOTS[0], SLOTS[1]);
            sentences.push(self.say_with_dates(&message, &[from, until]));
        }
        sentences.push(self.say(&messages::term_rule(days.rule.slug())));
        sentences.extend(days.moved_from.as_ref().map(|moved| self.why_moved(moved)));
        sentences
    }

    fn why_moved(&self, moved: &Moved) -> Text {
        let (because, name) = match &moved.because {
            MovedBecause::Sunday => ("sunday", ""),
            MovedBecause::Saturday => ("saturday", ""),
            MovedBecause::PatronSaint => ("patron_saint", ""),
            MovedBecause::Holiday { name_it, .. } => ("holiday", name_it.as_str()),
        };
        self.say_with_dates(&messages::term_moved(because, SLOTS[0], name), &[moved.from])
    }

    /// Why there are no days.
    pub(super) fn why_no_days(&self, reason: NoDays) -> Text {
        match reason {
            NoDays::UnknownSpan => self.say(&messages::no_days_unknown_span()),
            NoDays::NeedsUpdate => self.say(&messages::needs_update()),
            NoDays::OutOfRange => self.say(&messages::no_days_out_of_range()),
            NoDays::OlderThanItsLaw(since) => {
                self.say_with_dates(&messages::no_days_older_than_law(SLOTS[0]), &[since])
            }
            NoDays::NewerThanItsLaw(until) => {
                self.say_with_dates(&messages::no_days_newer_than_law(SLOTS[0]), &[until])
            }
        }
    }

    /// What is wrong with a date that the reader gave.
    pub(super) fn what_is_wrong(&self, bad: &BadDate) -> Text {
        match bad {
            BadDate::NoDate(text) => self.say(&messages::date_impossible(text.as_str())),
            BadDate::InFuture(day) => {
                self.say_with_dates(&messages::date_in_future(SLOTS[0]), &[*day])
            }
        }
    }
}

/// What the main day of a kind of term says.
fn main_message(kind: DeadlineKind) -> Message {
    match kind {
        DeadlineKind::Validity => messages::term_valid_until(SLOTS[0]),
        DeadlineKind::WaitNorm => messages::term_wait(SLOTS[0]),
        _ => messages::term_due(SLOTS[0]),
    }
}
