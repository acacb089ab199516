//! Notices: those that hold today, where the reader lives.

use super::Reading;
use crate::Result;
use crate::model::{Notice, Severity};
use crate::order;
use crate::screens::{NoticeView, Notices};

impl Reading<'_> {
    /// The notices that hold today for the reader's municipality; for all municipalities when she has not chosen one.
    pub fn notices(&self) -> Result<Notices> {
        let mut notices = self.all::<Notice>("notice")?;
        notices.retain(|notice| self.holds_here_today(notice));
        order::sort_by(&mut notices, |a, b| {
            let newest_first = b.publish_from.cmp(&a.publish_from);
            b.severity.cmp(&a.severity).then(newest_first).then_with(|| a.meta.id.cmp(&b.meta.id))
        });
        Ok(Notices {
            header: self.header()?,
            notices: notices
                .iter()
                .map(|notice| self.notice_view(notice))
                .collect::<Result<_>>()?,
        })
    }

    pub(super) fn holds_here_today(&self, notice: &Notice) -> bool {
        let here = match &self.municipality {
            Some(municipality) if !notice.municipalities.is_empty() => {
                notice.municipalities.contains(&municipality.istat)
            }
            _ => true,
        };
        let today = notice.publish_from <= self.today && self.today <= notice.expires_on;
        here && today && self.is_for_reader(&notice.meta)
    }

    fn notice_view(&self, notice: &Notice) -> Result<NoticeView> {
        let id = &notice.meta.id;
        Ok(NoticeView {
            id: id.clone(),
            severity: severity_slug(notice.severity).to_owned(),
            title: self.required(id, "title")?,
            body: self.required(id, "body")?,
            publish_from: notice.publish_from.to_string(),
            expires_on: notice.expires_on.to_string(),
            affects: notice.affects.clone(),
            translation: self.translation_label(&notice.meta)?,
            freshness: self.freshness(&notice.meta),
        })
    }
}

fn severity_slug(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Change => "change",
        Severity::Urgent => "urgent",
    }
}
