//! Whether a condition holds, as far as the known facts tell: yes, no, or nobody knows.

use jiff::civil::Date;
use serde_json::Value;

use crate::model::{Condition, Expression};

/// The fact that nobody is asked for: the day itself.
const TODAY: &str = "today";

/// Whether a condition holds. `None` where what is known does not tell: a fact that nobody answered makes a condition neither
/// true nor false, and its negation neither. Without `today`, whatever depends on the day is unknown.
///
/// - `eq` and `in` look at what was chosen; where several things were, at each of them.
/// - `lt`, `le`, `gt`, `ge` compare whole numbers.
/// - `age` asks whether so many years of life are completed ([`completed_years_on`]). A birth in the future is unknown.
/// - `date_diff` asks whether the second day comes at most so many days after the first. Where it comes before the first, the
///   question makes no sense for these days and the answer is unknown: an entry in the future is no recent entry.
/// - An operator of a newer release is unknown.
pub fn holds<'v>(
    condition: &Condition,
    known: &impl Fn(&str) -> Option<&'v Value>,
    today: Option<Date>,
) -> Option<bool> {
    let Condition::Known(expression) = condition else { return None };
    let inner = |part: &Condition| holds(part, known, today);
    let number = |fact: &str| known(fact)?.as_i64();
    let day = |fact: &str| match fact {
        TODAY => today,
        _ => known(fact)?.as_str()?.parse::<Date>().ok(),
    };
    match expression {
        Expression::All(parts) => all(parts.iter().map(inner)),
        Expression::Any(parts) => {
            all(parts.iter().map(|part| inner(part).map(|holds| !holds))).map(|none| !none)
        }
        Expression::Not(part) => inner(part).map(|holds| !holds),
        Expression::Eq(fact, value) => known(fact).map(|known| is(known, value)),
        Expression::In(fact, values) => {
            known(fact).map(|known| values.iter().any(|value| is(known, value)))
        }
        Expression::Lt(fact, n) => number(fact).map(|known| known < *n),
        Expression::Le(fact, n) => number(fact).map(|known| known <= *n),
        Expression::Gt(fact, n) => number(fact).map(|known| known > *n),
        Expression::Ge(fact, n) => number(fact).map(|known| known >= *n),
        Expression::Age(fact, years) => {
            let (birth, today) = (day(fact)?, today?);
            (birth <= today)
                .then(|| completed_years_on(birth, *years))
                .flatten()
                .map(|on| on <= today)
        }
        Expression::DateDiff(from, to, days) => {
            let between = i64::from((day(to)? - day(from)?).get_days());
            (between >= 0).then_some(between <= *days)
        }
    }
}

/// Whether an answer is a value, or has it among others.
fn is(known: &Value, value: &Value) -> bool {
    match known {
        Value::Array(chosen) => chosen.contains(value),
        one => one == value,
    }
}

/// False as soon as one is false; true when all are; else nobody knows.
fn all(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut unknown = false;
    for part in parts {
        match part {
            Some(false) => return Some(false),
            Some(true) => {}
            None => unknown = true,
        }
    }
    (!unknown).then_some(true)
}

/// Whether this core knows every operator in a condition.
pub fn is_readable(condition: &Condition) -> bool {
    match condition {
        Condition::Unknown(_) => false,
        Condition::Known(Expression::All(parts) | Expression::Any(parts)) => {
            parts.iter().all(is_readable)
        }
        Condition::Known(Expression::Not(part)) => is_readable(part),
        Condition::Known(_) => true,
    }
}

/// The day on which somebody completes a number of years: the birthday. Who was born on 29 February completes them on 1 March
/// of a common year. No norm says so, and some offices count 28 February; the later day is the one on which no office says
/// "not yet". `None` where the calendar ends.
pub fn completed_years_on(birth: Date, years: i64) -> Option<Date> {
    let year =
        i16::try_from(i64::from(birth.year()).checked_add(years).filter(|_| years >= 0)?).ok()?;
    match Date::new(year, birth.month(), birth.day()) {
        Ok(day) => Some(day),
        Err(_) => Date::new(year, 3, 1).ok(),
    }
}
