//! The words of a shell's frame.

use super::Reading;
use crate::l10n::messages;
use crate::screens::{
    ActionLabels, DetailLabels, HeadingLabels, Labels, StatusLabels, TroubleLabels,
};

impl Reading<'_> {
    /// The words of a shell's frame, in the reader's language.
    pub fn labels(&self) -> Labels {
        Labels {
            actions: self.action_labels(),
            headings: self.heading_labels(),
            details: self.detail_labels(),
            status: self.status_labels(),
            troubles: self.trouble_labels(),
        }
    }

    fn action_labels(&self) -> ActionLabels {
        ActionLabels {
            home: self.say(&messages::action_home()),
            offices: self.say(&messages::action_offices()),
            search: self.say(&messages::search_title()),
            search_hint: self.say(&messages::search_hint()),
            update: self.say(&messages::action_update()),
            stop: self.say(&messages::action_stop()),
            retry: self.say(&messages::action_retry()),
            language: self.say(&messages::action_language()),
            municipality: self.say(&messages::action_municipality()),
            all_municipalities: self.say(&messages::action_all_municipalities()),
            own_device: self.say(&messages::action_own_device()),
            updates: self.say(&messages::action_updates()),
            wifi_only: self.say(&messages::action_wifi_only()),
            data_saver: self.say(&messages::action_data_saver()),
            back: self.say(&messages::action_back()),
            close: self.say(&messages::action_close()),
            cancel: self.say(&messages::action_cancel()),
            emergency: self.say(&messages::action_emergency()),
            choose_municipality: self.say(&messages::action_choose_municipality()),
            call: self.say(&messages::action_call()),
            successor: self.say(&messages::action_successor()),
            go_on: self.say(&messages::action_go_on()),
            start_again: self.say(&messages::action_start_again()),
            is_it_for_me: self.say(&messages::action_is_it_for_me()),
            enter_dates: self.say(&messages::action_enter_dates()),
            all_hours: self.say(&messages::action_all_hours()),
            open_now: self.say(&messages::action_open_now()),
            evening: self.say(&messages::action_evening()),
            saturday: self.say(&messages::action_saturday()),
            my_language: self.say(&messages::action_my_language()),
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
            norms: self.say(&messages::heading_norms()),
            glossary: self.say(&messages::heading_glossary()),
            doubts: self.say(&messages::heading_doubts()),
            questions: self.say(&messages::heading_questions()),
            answers: self.say(&messages::heading_answers()),
            what_to_do: self.say(&messages::heading_what_to_do()),
            your_dates: self.say(&messages::heading_your_dates()),
            by_which_day: self.say(&messages::heading_by_which_day()),
            next_days: self.say(&messages::heading_next_days()),
            closures: self.say(&messages::heading_closures()),
            results: self.say(&messages::heading_results()),
        }
    }

    fn detail_labels(&self) -> DetailLabels {
        DetailLabels {
            phone: self.say(&messages::detail_phone()),
            email: self.say(&messages::detail_email()),
            pec: self.say(&messages::detail_pec()),
            website: self.say(&messages::detail_website()),
            languages_spoken: self.say(&messages::detail_languages_spoken()),
            step_free: self.say(&messages::detail_step_free()),
            steps_at_entrance: self.say(&messages::detail_steps_at_entrance()),
            form: self.say(&messages::detail_form()),
            how_to_get: self.say(&messages::detail_how_to_get()),
            looks_like: self.say(&messages::detail_looks_like()),
            exempt: self.say(&messages::detail_exempt()),
            fee_payee: self.say(&messages::detail_fee_payee()),
            fee_account: self.say(&messages::detail_fee_account()),
            fee_reason: self.say(&messages::detail_fee_reason()),
            one_of: self.say(&messages::detail_one_of()),
            only_sometimes: self.say(&messages::detail_only_sometimes()),
            optional: self.say(&messages::detail_optional()),
            official_page: self.say(&messages::detail_official_page()),
            say_it: self.say(&messages::detail_say_it()),
            example: self.say(&messages::detail_example()),
            call_free: self.say(&messages::detail_call_free()),
            replaced_by: self.say(&messages::detail_replaced_by()),
            step: self.say(&messages::detail_step()),
            nothing_kept: self.say(&messages::detail_nothing_kept()),
        }
    }

    fn status_labels(&self) -> StatusLabels {
        StatusLabels {
            loading: self.say(&messages::status_loading()),
            updating: self.say(&messages::status_updating()),
            updated: self.say(&messages::status_updated()),
            cannot_open: self.say(&messages::status_cannot_open()),
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
