//! What stands above every screen, and where things were read.

use jiff::{SignedDuration, Timestamp};

use super::{Reading, day_in_italy};
use crate::Result;
use crate::l10n::{Message, messages};
use crate::model::Meta;
use crate::screens::{Banner, BannerKind, Header, SourceView};

/// Days without a successful check after which a quiet notice, a visible banner, a strong warning is shown.
const NOT_CHECKED_DAYS: [u32; 3] = [7, 30, 90];

impl Reading<'_> {
    /// The header.
    pub(super) fn header(&self) -> Result<Header> {
        let release = &self.context.release;
        Ok(Header {
            language: self.context.chain.first().cloned().unwrap_or_else(|| "it".into()),
            municipality: self.municipality.as_ref().map(|found| found.name_it.clone()),
            content_of: release.generated.map(day_in_italy).transpose()?.map(|day| day.to_string()),
            last_checked: release.last_checked.map(|moment| moment.to_string()),
            today: self.today.to_string(),
            banners: self.banners()?,
        })
    }

    fn banners(&self) -> Result<Vec<Banner>> {
        let release = &self.context.release;
        let mut banners = Vec::new();
        let mut add = |kind, message: Message| {
            banners.push(Banner { kind, text: self.say(&message) });
        };
        if release.development {
            add(BannerKind::Development, messages::banner_development());
        }
        if self.context.settings_lost {
            add(BannerKind::SettingsLost, messages::banner_settings_lost());
        }
        let Some(generated) = release.generated else {
            add(BannerKind::Empty, messages::banner_empty());
            return Ok(banners);
        };
        if self.clock_is_behind {
            add(BannerKind::Clock, messages::banner_clock());
        }
        if !release.confirmed {
            let day = day_in_italy(generated)?.to_string();
            add(BannerKind::NotConfirmed, messages::banner_not_confirmed(day));
        }
        let days = whole_days(release.last_checked.unwrap_or(generated), self.context.now);
        let [quiet, visible, strong] = NOT_CHECKED_DAYS;
        if days >= strong {
            add(BannerKind::NotCheckedStrong, messages::banner_not_checked_strong(days));
        } else if days >= visible {
            add(BannerKind::NotCheckedVisible, messages::banner_not_checked_visible(days));
        } else if days >= quiet {
            add(BannerKind::NotCheckedQuiet, messages::banner_not_checked_quiet(days));
        }
        Ok(banners)
    }

    /// Where an item was read.
    pub(super) fn sources(&self, meta: &Meta) -> Vec<SourceView> {
        meta.sources
            .iter()
            .map(|source| SourceView {
                title: source
                    .norm
                    .clone()
                    .or_else(|| source.title.clone())
                    .or_else(|| source.url.clone())
                    .unwrap_or_default(),
                url: source.url.clone(),
                read_on: source.read_on.map(|day| day.to_string()),
            })
            .collect()
    }
}

fn whole_days(from: Timestamp, to: Timestamp) -> u32 {
    let hours = to.duration_since(from).max(SignedDuration::ZERO).as_hours();
    u32::try_from(hours / 24).unwrap_or(u32::MAX)
}
