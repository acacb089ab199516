//! The words of a shell's frame.

use cittadini_core::screens::{
    ActionLabels, DetailLabels, HeadingLabels, Labels, StatusLabels, Text, TroubleLabels,
};

/// What a tap does, or lets the reader choose.
#[uniffi::remote(Record)]
pub struct ActionLabels {
    /// Back to the first screen.
    pub home: Text,
    /// To the offices; also the title of that screen.
    pub offices: Text,
    /// To the search; also the name of its field.
    pub search: Text,
    /// Stands in the field of the search while it is empty.
    pub search_hint: Text,
    /// Fetches what is new.
    pub update: Text,
    /// Stops what runs.
    pub stop: Text,
    /// Tries again what failed.
    pub retry: Text,
    /// Chooses the language.
    pub language: Text,
    /// Chooses the municipality.
    pub municipality: Text,
    /// Chooses none: the offices of all municipalities.
    pub all_municipalities: Text,
    /// In a browser: says that the device is her own, so that everything is kept on it.
    pub own_device: Text,
    /// Chooses what updates may cost; also the title of that choice.
    pub updates: Text,
    /// Switches on that nothing is fetched over a metered network unless she asks for it.
    pub wifi_only: Text,
    /// Switches on that only her languages and Italian are fetched.
    pub data_saver: Text,
    /// Back to where she was.
    pub back: Text,
    /// Closes what lies above the screen.
    pub close: Text,
    /// Leaves a choice as it was.
    pub cancel: Text,
    /// To the emergency numbers.
    pub emergency: Text,
    /// Asks for the municipality where a screen needs it.
    pub choose_municipality: Text,
    /// Before a number that a tap dials.
    pub call: Text,
    /// To the procedure that took the place of this one.
    pub successor: Text,
    /// Hands in what was chosen, and goes on.
    pub go_on: Text,
    /// Begins a question tree anew.
    pub start_again: Text,
    /// From a procedure to its questions.
    pub is_it_for_me: Text,
    /// From a procedure to the reader's own dates.
    pub enter_dates: Text,
    /// From an office to its hours, day by day.
    pub all_hours: Text,
    /// Shows the offices that are open now.
    pub open_now: Text,
    /// Shows the offices that are open after 17:00.
    pub evening: Text,
    /// Shows the offices that are open on Saturdays.
    pub saturday: Text,
    /// Shows the offices where the reader's language is spoken.
    pub my_language: Text,
}

/// What stands above a part of a screen.
#[uniffi::remote(Record)]
pub struct HeadingLabels {
    /// Whom a procedure is for.
    pub who_for: Text,
    /// What she gets in the end.
    pub result: Text,
    /// What must be true to ask for it.
    pub eligibility: Text,
    /// The steps.
    pub steps: Text,
    /// The papers to bring.
    pub documents: Text,
    /// What it costs.
    pub costs: Text,
    /// By when, and how long it takes.
    pub deadlines: Text,
    /// The offices that do a step.
    pub where_to_go: Text,
    /// When an office is open.
    pub hours: Text,
    /// Mistakes to avoid.
    pub mistakes: Text,
    /// What she is entitled to meanwhile.
    pub rights: Text,
    /// What to do when an office says no.
    pub if_refused: Text,
    /// How to appeal.
    pub appeal: Text,
    /// What nobody may ask of her.
    pub scam: Text,
    /// A person who helps.
    pub contact: Text,
    /// Where to talk to a person.
    pub desks: Text,
    /// Free emergency numbers.
    pub emergency: Text,
    /// Where it was read.
    pub sources: Text,
    /// The norms it rests on.
    pub norms: Text,
    /// The words that offices use.
    pub glossary: Text,
    /// What is not certain.
    pub doubts: Text,
    /// The question trees that there are.
    pub questions: Text,
    /// The answers so far.
    pub answers: Text,
    /// The procedures that an outcome leads to.
    pub what_to_do: Text,
    /// The reader's own dates.
    pub your_dates: Text,
    /// The days that her dates come to.
    pub by_which_day: Text,
    /// The next days of an office.
    pub next_days: Text,
    /// Days to come on which an office keeps other hours.
    pub closures: Text,
    /// What a search found; before their number.
    pub results: Text,
}

/// What stands before or beside a detail.
#[uniffi::remote(Record)]
pub struct DetailLabels {
    /// Before a telephone number.
    pub phone: Text,
    /// Before an e-mail address.
    pub email: Text,
    /// Before a certified e-mail address (PEC).
    pub pec: Text,
    /// Before a page on the web.
    pub website: Text,
    /// Before the languages of an office.
    pub languages_spoken: Text,
    /// Where `stepFree` is true.
    pub step_free: Text,
    /// Where `stepFree` is false.
    pub steps_at_entrance: Text,
    /// Before the form of a document.
    pub form: Text,
    /// Before the way to get a document.
    pub how_to_get: Text,
    /// Before what a document looks like.
    pub looks_like: Text,
    /// Before those who do not pay a fee.
    pub exempt: Text,
    /// Before the one who is paid.
    pub fee_payee: Text,
    /// Before the account to pay to.
    pub fee_account: Text,
    /// Before the words of a payment form.
    pub fee_reason: Text,
    /// Above fees of one `choice`.
    pub one_of: Text,
    /// Beside a fee that is `conditional`.
    pub only_sometimes: Text,
    /// Before why a step is optional.
    pub optional: Text,
    /// Before the office's own page on a procedure.
    pub official_page: Text,
    /// Before how a term is said.
    pub say_it: Text,
    /// Before an example of a term.
    pub example: Text,
    /// Beside a number whose call costs nothing.
    pub call_free: Text,
    /// Before the procedure that takes the place of this one.
    pub replaced_by: Text,
    /// Before the number of a step, where it is spoken.
    pub step: Text,
    /// Says that neither answers nor dates are kept.
    pub nothing_kept: Text,
}

/// How far something is.
#[uniffi::remote(Record)]
pub struct StatusLabels {
    /// A screen is being read.
    pub loading: Text,
    /// A sync runs.
    pub updating: Text,
    /// A sync ended well.
    pub updated: Text,
    /// Before an address that the device cannot open.
    pub cannot_open: Text,
}

/// What went wrong and what to do, a sentence for each kind of error.
#[uniffi::remote(Record)]
pub struct TroubleLabels {
    /// For `Offline`.
    pub offline: Text,
    /// For `Untrusted`.
    pub untrusted: Text,
    /// For `Outdated`.
    pub outdated: Text,
    /// For `Locked`.
    pub locked: Text,
    /// For `KeyLost`.
    pub key_lost: Text,
    /// For `StorageFull`.
    pub storage_full: Text,
    /// For `Interrupted`.
    pub interrupted: Text,
    /// For `InvalidInput` where a page was asked for.
    pub not_found: Text,
    /// For `Internal`.
    pub internal: Text,
}

/// The words of a shell's frame, in the reader's language. They change with the settings and with a sync.
#[uniffi::remote(Record)]
pub struct Labels {
    /// What a tap does.
    pub actions: ActionLabels,
    /// What stands above a part of a screen.
    pub headings: HeadingLabels,
    /// What stands before a detail.
    pub details: DetailLabels,
    /// How far something is.
    pub status: StatusLabels,
    /// What went wrong.
    pub troubles: TroubleLabels,
}
