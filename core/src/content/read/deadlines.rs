//! Terms of time in words.

use super::Reading;
use super::runs::{range_message, span_message};
use crate::Result;
use crate::l10n::messages;
use crate::model::{Deadline, DeadlineKind, LegalForce, Side};
use crate::screens::{DeadlineView, Text};

impl Reading<'_> {
    /// Terms by their ids, in that order.
    pub(super) fn deadlines(&self, ids: &[String]) -> Result<Vec<DeadlineView>> {
        let mut views = Vec::new();
        for id in ids {
            if let Some(deadline) = self.item::<Deadline>("deadline", id)? {
                views.push(self.deadline_view(&deadline)?);
            }
        }
        Ok(views)
    }

    pub(super) fn deadline_view(&self, deadline: &Deadline) -> Result<DeadlineView> {
        let id = &deadline.meta.id;
        Ok(DeadlineView {
            id: id.clone(),
            title: self.required(id, "title")?,
            kind: kind_slug(deadline.deadline_kind).to_owned(),
            when: self.deadline_when(deadline),
            usual: deadline.usual.map(|usual| {
                let range = self.plain_words(&range_message(usual));
                self.say(&messages::usual_duration(range))
            }),
            consequence: self.text(id, "consequence")?,
            peremptory: deadline.legal_force == LegalForce::Peremptory,
            freshness: self.freshness(&deadline.meta),
        })
    }

    /// How long and counted from when. `None` when nobody knows.
    pub(super) fn deadline_when(&self, deadline: &Deadline) -> Option<Text> {
        let span = self.plain_words(&span_message(deadline.span?));
        let anchor = deadline.anchor.as_str();
        match deadline.side {
            Side::After => Some(self.say(&messages::deadline_after(anchor, span))),
            Side::Before => Some(self.say(&messages::deadline_before(anchor, span))),
            Side::Unknown => None,
        }
    }

    /// The app's words as a string, for use inside another message.
    pub(super) fn plain_words(&self, message: &crate::l10n::Message) -> String {
        self.context.l10n.say(message).text
    }
}

fn kind_slug(kind: DeadlineKind) -> &'static str {
    match kind {
        DeadlineKind::DoWithin => "do_within",
        DeadlineKind::NotBefore => "not_before",
        DeadlineKind::RenewWindow => "renew_window",
        DeadlineKind::Validity => "validity",
        DeadlineKind::WaitNorm => "wait_norm",
        DeadlineKind::Appeal => "appeal",
        DeadlineKind::Unknown => "unknown",
    }
}
