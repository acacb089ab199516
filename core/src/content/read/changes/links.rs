//! What the procedures for the reader name: read once, only when an item asks whose it is, and no more of them than that.

use serde::Deserialize;

use super::super::Reading;
use crate::Result;
use crate::model::{Audience, DocumentRequest, FeeRequest};
use crate::screens::{ProcedureName, Text};

/// What a step names.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct StepLinks {
    pub(super) office_type: Option<String>,
    pub(super) documents: Vec<DocumentRequest>,
    pub(super) fees: Vec<FeeRequest>,
    pub(super) deadlines: Vec<String>,
}

/// What a procedure names.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Links {
    pub(super) id: String,
    audience: Vec<Audience>,
    replaced_by: Option<String>,
    pub(super) steps: Vec<StepLinks>,
    pub(super) deadlines: Vec<String>,
    pub(super) appeal: Option<String>,
    pub(super) human_contact: Option<String>,
    pub(super) related_services: Vec<String>,
}

/// The procedures for the reader, with the titles that were asked for.
#[derive(Default)]
pub(super) struct Procedures {
    all: Option<Vec<(Links, Option<Text>)>>,
}

impl Procedures {
    /// The procedures that something belongs to.
    pub(super) fn filter(
        &mut self,
        reading: &Reading<'_>,
        belongs: &dyn Fn(&Links) -> bool,
    ) -> Result<Vec<ProcedureName>> {
        let all = match &mut self.all {
            Some(all) => all,
            none => none.insert(for_reader(reading)?),
        };
        let mut names = Vec::new();
        for (links, title) in all.iter_mut().filter(|(links, _)| belongs(links)) {
            let title = match title {
                Some(title) => title.clone(),
                none => none.insert(reading.required(&links.id, "title")?).clone(),
            };
            names.push(ProcedureName { id: links.id.clone(), title });
        }
        Ok(names)
    }
}

fn for_reader(reading: &Reading<'_>) -> Result<Vec<(Links, Option<Text>)>> {
    let mut all = reading.all::<Links>("procedure")?;
    all.retain(|links| reading.is_for(&links.audience) && links.replaced_by.is_none());
    Ok(all.into_iter().map(|links| (links, None)).collect())
}
