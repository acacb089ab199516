//! Answers as a shell hands them in: text that is read by the kind of its question.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::{Condition, Expression, Node, QuestionKind, Tree};
use crate::order;

use super::condition::completed_years_on;

/// The word for a question that was skipped. An empty answer says the same.
const SKIP: &str = "skip";

/// More years than anybody has lived: a birth so long ago is a slip of the finger.
const LONGEST_LIFE_YEARS: i64 = 130;

/// An answer of the reader, as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TriageAnswer {
    /// The id of the question.
    pub question: String,
    /// The id of the chosen option; several with commas between them where several may be chosen; `yes` or `no`; a day,
    /// `2026-11-23`; a whole number. Empty or `skip`: the question was skipped.
    pub value: String,
}

/// What was answered, read by the kind of the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// One of the options.
    Option(String),
    /// Some of the options, in their order.
    Options(Vec<String>),
    /// Yes or no.
    Yesno(bool),
    /// A day.
    Day(Date),
    /// A number, not negative.
    Number(i64),
}

impl Answer {
    /// The fact that conditions look at.
    pub fn fact(&self) -> Value {
        match self {
            Self::Option(option) => Value::from(option.as_str()),
            Self::Options(options) => Value::from(options.clone()),
            Self::Yesno(yes) => Value::from(*yes),
            Self::Day(day) => Value::from(day.to_string()),
            Self::Number(number) => Value::from(*number),
        }
    }
}

/// What the reader did with a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Answered it.
    Given(Answer),
    /// Skipped it.
    Skipped,
}

/// Why an answer cannot be one. What the reader wrote is not repeated: an error may end up in a log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WrongAnswer {
    /// The tree has no such question.
    #[error("there is no question «{question}»; there are {}", .questions.join(", "))]
    NoSuchQuestion {
        /// The id that was given.
        question: String,
        /// Those there are.
        questions: Vec<String>,
    },
    /// One question was answered twice.
    #[error("the question «{0}» is answered twice; answer it once")]
    Twice(String),
    /// The question has no such answer.
    #[error("that is no answer to «{question}»; possible are {possible}")]
    NotPossible {
        /// The question.
        question: String,
        /// What may be answered.
        possible: String,
    },
    /// There is no such day in the calendar.
    #[error("«{0}»: the day that was given does not exist in the calendar")]
    NoSuchDay(String),
    /// Somebody would be born after today.
    #[error("«{0}»: the day of birth that was given is still to come")]
    BornInTheFuture(String),
    /// Somebody would be older than anybody is.
    #[error(
        "«{0}»: the day of birth that was given lies more than {LONGEST_LIFE_YEARS} years back"
    )]
    BornTooLongAgo(String),
}

/// Reads answers, by question.
///
/// # Errors
/// The first that cannot be an answer. An answer to a question that the walk never comes to is read too, and then ignored.
pub fn replies(
    tree: &Tree,
    answers: &[TriageAnswer],
    today: Date,
) -> Result<BTreeMap<String, Reply>, WrongAnswer> {
    let births = births(tree);
    let mut replies = BTreeMap::new();
    for TriageAnswer { question, value } in answers {
        let Some(node) = tree.nodes.get(question).filter(|node| could_be_asked(node)) else {
            let askable = tree.nodes.iter().filter(|(_, node)| could_be_asked(node));
            let questions = askable.map(|(id, _)| id.clone()).collect();
            return Err(WrongAnswer::NoSuchQuestion { question: question.clone(), questions });
        };
        let reply = reply(question, node, value.trim(), today, &births)?;
        if replies.insert(question.clone(), reply).is_some() {
            return Err(WrongAnswer::Twice(question.clone()));
        }
    }
    Ok(replies)
}

/// What a newer release asks may be a question, too.
fn could_be_asked(node: &Node) -> bool {
    !matches!(node, Node::Outcome { .. })
}

fn reply(
    id: &str,
    node: &Node,
    value: &str,
    today: Date,
    births: &BTreeSet<&str>,
) -> Result<Reply, WrongAnswer> {
    let Node::Question { question_kind, fact, options, .. } = node else {
        // The walk ends before it needs this answer.
        return Ok(Reply::Skipped);
    };
    if value.is_empty() || value == SKIP {
        return Ok(Reply::Skipped);
    }
    let or_skip = |possible: &str| WrongAnswer::NotPossible {
        question: id.to_owned(),
        possible: format!("{possible}, {SKIP}"),
    };
    let listed = || or_skip(&options.join(", "));
    let answer = match question_kind {
        QuestionKind::Single => one_of(options, value).map(Answer::Option).ok_or_else(listed)?,
        QuestionKind::Multi => {
            let chosen = order::set(value.split(',').map(str::trim));
            if chosen.iter().any(|chosen| one_of(options, chosen).is_none()) {
                return Err(listed());
            }
            let in_order = options.iter().filter(|option| chosen.contains(option.as_str()));
            Answer::Options(in_order.cloned().collect())
        }
        QuestionKind::Yesno => match value.to_lowercase().as_str() {
            "yes" | "true" | "si" | "sì" => Answer::Yesno(true),
            "no" | "false" => Answer::Yesno(false),
            _ => return Err(or_skip("yes, no")),
        },
        QuestionKind::Number => match value.parse::<i64>() {
            Ok(number) if number >= 0 => Answer::Number(number),
            _ => return Err(or_skip("whole numbers from 0, such as 12")),
        },
        QuestionKind::Date => {
            if !has_form_of_day(value) {
                return Err(or_skip("days such as 2026-11-23"));
            }
            let day: Date = value.parse().map_err(|_| WrongAnswer::NoSuchDay(id.to_owned()))?;
            if births.contains(fact.as_str()) {
                of_birth(id, day, today)?;
            }
            Answer::Day(day)
        }
        QuestionKind::Unknown => return Ok(Reply::Skipped),
    };
    Ok(Reply::Given(answer))
}

fn one_of(options: &[String], value: &str) -> Option<String> {
    options.iter().find(|option| *option == value).cloned()
}

/// Four digits, two and two, with hyphens: no other of the many ways in which a day may be written.
fn has_form_of_day(value: &str) -> bool {
    value.len() == 10
        && value.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn of_birth(question: &str, birth: Date, today: Date) -> Result<(), WrongAnswer> {
    if birth > today {
        return Err(WrongAnswer::BornInTheFuture(question.to_owned()));
    }
    match completed_years_on(birth, LONGEST_LIFE_YEARS) {
        Some(day) if day <= today => Err(WrongAnswer::BornTooLongAgo(question.to_owned())),
        _ => Ok(()),
    }
}

/// The facts of which somebody's age is reckoned.
fn births(tree: &Tree) -> BTreeSet<&str> {
    let mut births = BTreeSet::new();
    for node in tree.nodes.values() {
        let Node::Question { next, .. } = node else { continue };
        for when in next.iter().filter_map(|branch| branch.when.as_ref()) {
            ages(when, &mut births);
        }
    }
    births
}

fn ages<'t>(condition: &'t Condition, births: &mut BTreeSet<&'t str>) {
    match condition {
        Condition::Known(Expression::Age(fact, _)) => {
            births.insert(fact);
        }
        Condition::Known(Expression::All(parts) | Expression::Any(parts)) => {
            parts.iter().for_each(|part| ages(part, births));
        }
        Condition::Known(Expression::Not(part)) => ages(part, births),
        _ => {}
    }
}
