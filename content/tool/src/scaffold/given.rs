//! What the editor said on the command line, and what follows from it.

use cittadini_core::model::Risk;
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::source::scalars::is_slug;

use super::error::ScaffoldError;
use super::template::Given;

/// What every new item carries.
#[derive(Debug, Clone)]
pub struct Answers {
    /// The role that answers for it, and has verified it.
    pub owner: String,
    /// What a mistake costs the reader.
    pub risk: Risk,
    /// The day it is written.
    pub today: Date,
}

impl Answers {
    /// The fields that every item carries, as far as they are known. It is to be verified again as late as the check
    /// allows.
    pub(super) fn given(&self) -> Result<Given, ScaffoldError> {
        if !is_slug(&self.owner) {
            return Err(ScaffoldError::NotARole(self.owner.clone()));
        }
        let days = self.risk.fresh_days(false);
        let verify_by = self.today.checked_add(days.days()).unwrap_or(self.today);
        let mut given = Given::default();
        given.want("sources.0.url");
        given.word("owner", &self.owner);
        given.word("risk", risk(self.risk));
        given.word("verified_on", self.today);
        given.word("verified_by", &self.owner);
        given.word("verify_by", verify_by);
        Ok(given)
    }
}

fn risk(risk: Risk) -> &'static str {
    match risk {
        Risk::Low => "low",
        Risk::Medium => "medium",
        Risk::High => "high",
    }
}
