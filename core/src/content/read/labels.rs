//! The words of a shell's frame.

use super::Reading;
use crate::l10n::messages;
use crate::screens::{ActionLabels, HeadingLabels, Labels, StatusLabels, TroubleLabels};

impl Reading<'_> {
    /// The words of a shell's frame, in the reader's language.
    pub fn labels(&self) -> Labels {
        Labels {
            actions: self.action_labels(),
            headings: self.heading_labels(),
            status: self.status_labels(),
            troubles: self.trouble_labels(),
        }
    }

    fn action_labels(&self) -> ActionLabels {
        ActionLabels {
            home: self.say(&messages::action_home()),
            offices: self.say(&messages::action_offices()),
            update: self.say(&messages::action_update()),
            stop: self.say(&messages::action_stop()),
            retry: self.say(&messages::action_retry()),
            language: self.say(&messages::action_language()),
            municipality: self.say(&messages::action_municipality()),
            all_municipalities: self.say(&messages::action_all_municipalities()),
            own_device: self.say(&messages::action_own_device()),
        }
    }

    fn heading_labels(&self) -> HeadingLabels {
        HeadingLabels {
            who_for: self.say(&messages::heading_who_for()),
            result: self.say(&messages::heading_result()),
            eligibility: self.say(&messages::heading_eligibility()),
            steps: self.say(&messages::heading_steps()),
            documents: self.say(&messages::heading_documents()),
            costs: self.say(&messages::heading_costs()),
            deadlines: self.say(&messages::heading_deadlines()),
            where_to_go: self.say(&messages::heading_where_to_go()),
            hours: self.say(&messages::heading_hours()),
            mistakes: self.say(&messages::heading_mistakes()),
            rights: self.say(&messages::heading_rights()),
            if_refused: self.say(&messages::heading_if_refused()),
            appeal: self.say(&messages::heading_appeal()),
            scam: self.say(&messages::heading_scam()),
            contact: self.say(&messages::heading_contact()),
            desks: self.say(&messages::heading_desks()),
            emergency: self.say(&messages::heading_emergency()),
            sources: self.say(&messages::heading_sources()),
        }
    }

    fn status_labels(&self) -> StatusLabels {
        StatusLabels {
            loading: self.say(&messages::status_loading()),
            updating: self.say(&messages::status_updating()),
            updated: self.say(&messages::status_updated()),
        }
    }

    fn trouble_labels(&self) -> TroubleLabels {
        TroubleLabels {
            offline: self.say(&messages::trouble_offline()),
            untrusted: self.say(&messages::trouble_untrusted()),
            outdated: self.say(&messages::trouble_outdated()),
            locked: self.say(&messages::trouble_locked()),
            key_lost: self.say(&messages::trouble_key_lost()),
            storage_full: self.say(&messages::trouble_storage_full()),
            interrupted: self.say(&messages::trouble_interrupted()),
            not_found: self.say(&messages::trouble_not_found()),
            internal: self.say(&messages::trouble_internal()),
        }
    }
}
