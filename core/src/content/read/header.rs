//! What stands above every screen, and where things were read.

use jiff::{SignedDuration, Timestamp};

use super::Reading;
use super::runs::SLOTS;
use crate::Result;
use crate::dates::day_in_italy;
use crate::l10n::{Message, direction, messages};
use crate::model::Meta;
use crate::screens::{Banner, BannerKind, Header, SourceView};

/// Days without a successful check after which a quiet notice, a visible banner, a strong warning is shown.
const NOT_CHECKED_DAYS: [u32; 3] = [7, 30, 90];

/// Days for which it is said that the content began anew under other keys.
const NEW_LINEAGE_DAYS: u32 = 30;

impl Reading<'_> {
    /// The header.
    pub(super) fn header(&self) -> Result<Header> {
        let release = &self.context.release;
        let language = self.context.chain.first().cloned().unwrap_or_else(|| "it".into());
        Ok(Header {
            direction: direction(&language),
            language,
            municipality: self.municipality.as_ref().map(|found| found.name_it.clone()),
            content_of: release.generated.map(|moment| day_in_italy(moment).to_string()),
            last_checked: release.last_checked.map(|moment| moment.to_string()),
            today: self.today.to_string(),
            banners: self.banners()?,
        })
    }

    fn banners(&self) -> Result<Vec<Banner>> {
        let release = &self.context.release;
        let banner = |kind, message: Message| Banner { kind, text: self.say(&message) };
        let mut banners = Vec::new();
        if let Some(added) = &self.context.added {
            let message =
                messages::banner_added_territory(added.host.as_str(), added.name.as_str());
            let text = self.say_from(&added.words, &message);
            banners.push(Banner { kind: BannerKind::AddedTerritory, text });
        }
        if release.development {
            banners.push(banner(BannerKind::Development, messages::banner_development()));
        }
        if self.context.settings_lost {
            banners.push(banner(BannerKind::SettingsLost, messages::banner_settings_lost()));
        }
        if self.began_anew() {
            banners.push(banner(BannerKind::NewLineage, messages::banner_new_lineage()));
        }
        let Some(generated) = release.generated else {
            banners.push(banner(BannerKind::Empty, messages::banner_empty()));
            return Ok(banners);
        };
        if self.clock_is_behind {
            banners.push(banner(BannerKind::Clock, messages::banner_clock()));
        }
        if !release.confirmed {
            let message = messages::banner_not_confirmed(SLOTS[0]);
            let text = self.say_with_date(&message, day_in_italy(generated));
            banners.push(Banner { kind: BannerKind::NotConfirmed, text });
        }
        let days = whole_days(release.last_checked.unwrap_or(generated), self.context.now);
        banners.extend(not_checked(days).map(|(kind, message)| banner(kind, message)));
        Ok(banners)
    }

    /// Whether the keys changed for good a short while ago. She is told for as long as it may surprise her.
    fn began_anew(&self) -> bool {
        let began = self.context.release.lineage_began;
        began.is_some_and(|began| whole_days(began, self.context.now) < NEW_LINEAGE_DAYS)
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

/// What is said of content that was not checked for so many days.
fn not_checked(days: u32) -> Option<(BannerKind, Message)> {
    let [quiet, visible, strong] = NOT_CHECKED_DAYS;
    if days >= strong {
        Some((BannerKind::NotCheckedStrong, messages::banner_not_checked_strong(days)))
    } else if days >= visible {
        Some((BannerKind::NotCheckedVisible, messages::banner_not_checked_visible(days)))
    } else if days >= quiet {
        Some((BannerKind::NotCheckedQuiet, messages::banner_not_checked_quiet(days)))
    } else {
        None
    }
}

fn whole_days(from: Timestamp, to: Timestamp) -> u32 {
    let hours = to.duration_since(from).max(SignedDuration::ZERO).as_hours();
    u32::try_from(hours / 24).unwrap_or(u32::MAX)
}
