//! What something costs.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Condition, Meta};

/// What kind of payment it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeeKind {
    /// *Marca da bollo*.
    Stamp,
    /// A contribution to the State.
    Contribution,
    /// The service of the post office.
    Post,
    /// The making of a card.
    Card,
    /// A certificate, a translation, a legalisation.
    Certificate,
    /// A visa.
    Visa,
    /// Any other.
    #[default]
    #[serde(other)]
    Other,
}

/// An amount that holds between two days.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DatedAmount {
    /// The amount, or the lower bound of a range, in euro cents. Absent when nobody knows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cents: Option<u64>,
    /// The upper bound of a range, in euro cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_cents: Option<u64>,
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
}

/// Who does not pay. Its words stand in the text under `exempt.<id>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exemption {
    /// The slug of the exemption within the fee.
    pub id: String,
    /// When it applies, if it can be computed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}

/// A fee. Text keys: `title`, `exempt.<id>`, `how` (optional).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Fee {
    /// What every item carries.
    #[serde(flatten)]
    pub meta: Meta,
    /// What kind of payment.
    pub fee_kind: FeeKind,
    /// Past, present and coming amounts. Two never overlap.
    pub amounts: Vec<DatedAmount>,
    /// Ways to pay, as slugs: `tabaccheria`, `bollettino`, `pagopa`, `contanti`, `carta`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pay_how: Vec<String>,
    /// Who receives the money, in Italian, as it is written on the slip.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payee: Option<String>,
    /// The account, as it is written on the slip.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The reason for payment (*causale*), in Italian.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason_it: Option<String>,
    /// Who does not pay.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exempt: Vec<Exemption>,
}

impl Fee {
    /// The amount that holds on a day. `None` when no amount is known for it.
    pub fn amount_on(&self, day: Date) -> Option<&DatedAmount> {
        self.amounts.iter().find(|amount| {
            amount.cents.is_some()
                && amount.valid_from.is_none_or(|from| from <= day)
                && amount.valid_until.is_none_or(|until| day <= until)
        })
    }
}
