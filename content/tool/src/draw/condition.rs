//! Conditions in words: what an answer must be for a way to be taken.

use cittadini_core::model::{Branch, Condition, Expression, Node, Tree};
use serde_json::Value;

use crate::terminal::words::messages;

use super::words::Speaker;

/// A question whose branches are told.
pub(super) struct Teller<'a> {
    pub(super) speaker: &'a Speaker<'a>,
    pub(super) tree: &'a Tree,
    /// The question's own id and fact.
    pub(super) id: &'a str,
    pub(super) fact: &'a str,
}

impl Teller<'_> {
    /// What must hold for a branch, in words. `rest` are the answers that no condition names.
    pub(super) fn branch(&self, branch: &Branch, rest: &[Value]) -> String {
        let otherwise = || self.speaker.say(messages::draw_otherwise());
        match &branch.when {
            Some(when) => self.condition(when),
            None if rest.is_empty() => otherwise(),
            None => format!("{} / {}", self.is(self.fact, rest), otherwise()),
        }
    }

    /// The answers of the own question that no condition names.
    pub(super) fn unnamed(&self, options: &[String], next: &[Branch]) -> Vec<Value> {
        let conditions = next.iter().filter_map(|branch| branch.when.as_ref());
        let named: Vec<&Value> =
            conditions.flat_map(|condition| named(condition, self.fact)).collect();
        let options = options.iter().map(|option| Value::from(option.as_str()));
        options.filter(|option| !named.contains(&option)).collect()
    }

    fn condition(&self, condition: &Condition) -> String {
        let say = |message| self.speaker.say(message);
        let Condition::Known(expression) = condition else { return "?".to_owned() };
        match expression {
            Expression::All(parts) => self.joined(parts, &|a, b| say(messages::draw_and(a, b))),
            Expression::Any(parts) => self.joined(parts, &|a, b| say(messages::draw_or(a, b))),
            Expression::Not(inner) => say(messages::draw_not(self.condition(inner))),
            Expression::Eq(fact, value) => self.is(fact, std::slice::from_ref(value)),
            Expression::In(fact, values) => self.is(fact, values),
            Expression::Lt(fact, n) => self.compared(fact, "<", *n),
            Expression::Le(fact, n) => self.compared(fact, "≤", *n),
            Expression::Gt(fact, n) => self.compared(fact, ">", *n),
            Expression::Ge(fact, n) => self.compared(fact, "≥", *n),
            Expression::Age(fact, years) => {
                say(messages::draw_age(self.asked(fact), years.to_string()))
            }
            Expression::DateDiff(from, to, days) => {
                let (from, to) = (self.day(from), self.day(to));
                say(messages::draw_days(days.to_string(), from, to))
            }
        }
    }

    fn joined(&self, parts: &[Condition], join: &dyn Fn(String, String) -> String) -> String {
        let parts = parts.iter().map(|part| self.condition(part));
        parts.reduce(join).unwrap_or_default()
    }

    /// Of the own question the answers alone; of another its id besides.
    fn is(&self, fact: &str, values: &[Value]) -> String {
        let answers: Vec<String> = values.iter().map(|value| self.answer(fact, value)).collect();
        let answers = answers.join(" / ");
        match fact == self.fact {
            true => answers,
            false => format!("{}: {answers}", self.asked(fact)),
        }
    }

    fn compared(&self, fact: &str, sign: &str, n: i64) -> String {
        match fact == self.fact {
            true => format!("{sign} {n}"),
            false => format!("{} {sign} {n}", self.asked(fact)),
        }
    }

    fn day(&self, fact: &str) -> String {
        match fact {
            "today" => self.speaker.say(messages::draw_today()),
            fact => self.asked(fact),
        }
    }

    /// The question that asks about a fact, by its id.
    fn asked(&self, fact: &str) -> String {
        format!("«{}»", self.question_about(fact).unwrap_or(fact))
    }

    fn question_about(&self, wanted: &str) -> Option<&str> {
        if wanted == self.fact {
            return Some(self.id);
        }
        self.tree.nodes.iter().find_map(|(id, node)| match node {
            Node::Question { fact, .. } if fact == wanted => Some(id.as_str()),
            _ => None,
        })
    }

    /// An answer in the words that a reader chooses.
    fn answer(&self, fact: &str, value: &Value) -> String {
        match value {
            Value::Bool(true) => self.speaker.say(messages::draw_yes()),
            Value::Bool(false) => self.speaker.say(messages::draw_no()),
            Value::String(option) => {
                let question = self.question_about(fact).unwrap_or(self.id);
                let key = format!("{question}.option.{option}");
                self.speaker.sentence(&self.tree.meta.id, &key).unwrap_or_else(|| option.clone())
            }
            other => other.to_string(),
        }
    }
}

/// The values that a condition compares a fact with.
fn named<'c>(condition: &'c Condition, fact: &str) -> Vec<&'c Value> {
    let Condition::Known(expression) = condition else { return Vec::new() };
    match expression {
        Expression::All(parts) | Expression::Any(parts) => {
            parts.iter().flat_map(|part| named(part, fact)).collect()
        }
        Expression::Not(inner) => named(inner, fact),
        Expression::Eq(own, value) if own == fact => vec![value],
        Expression::In(own, values) if own == fact => values.iter().collect(),
        _ => Vec::new(),
    }
}
