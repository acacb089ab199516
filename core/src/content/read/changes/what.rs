//! The kinds of detail, and their words.

use crate::l10n::{Message, messages};

macro_rules! kinds {
    ($($name:ident $slug:literal,)*) => {
        /// What an item says differently.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum What { $($name),* }

        impl What {
            /// Every kind.
            #[cfg(test)]
            pub(super) const ALL: &[Self] = &[$(Self::$name),*];

            /// Its slug: for a pictogram, and for its words.
            pub(super) fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug),* }
            }
        }
    };
}

kinds! {
    Account "account",
    Actor "actor",
    Address "address",
    Amount "amount",
    Appeal "appeal",
    Appointment "appointment",
    Body "body",
    Channel "channel",
    Contact "contact",
    DeadlineAdded "deadline_added",
    DeadlineRemoved "deadline_removed",
    Description "description",
    Document "document",
    DocumentAdded "document_added",
    DocumentRemoved "document_removed",
    Email "email",
    Exception "exception",
    ExemptAdded "exempt_added",
    ExemptRemoved "exempt_removed",
    Fee "fee",
    FeeAdded "fee_added",
    FeeRemoved "fee_removed",
    Form "form",
    Free "free",
    Hours "hours",
    Identity "identity",
    Instructions "instructions",
    Issuer "issuer",
    Languages "languages",
    LawDuration "law_duration",
    Mandatory "mandatory",
    Mistakes "mistakes",
    Name "name",
    Norms "norms",
    Office "office",
    OfficialUrl "official_url",
    Optional "optional",
    PayHow "pay_how",
    Payee "payee",
    Pec "pec",
    Peremptory "peremptory",
    Phone "phone",
    Reason "reason",
    ReplacedBy "replaced_by",
    RequirementAdded "requirement_added",
    RequirementRemoved "requirement_removed",
    Requirements "requirements",
    ResultValidity "result_validity",
    Revised "revised",
    Rights "rights",
    Scam "scam",
    StepAdded "step_added",
    StepFree "step_free",
    StepNotFree "step_not_free",
    StepOrder "step_order",
    StepRemoved "step_removed",
    Url "url",
    Usual "usual",
    ValidFrom "valid_from",
    ValidUntil "valid_until",
    Validity "validity",
    Value "value",
    When "when",
}

impl What {
    /// Its words: the name of a value, or a sentence.
    pub(super) fn message(self) -> Message {
        messages::change_what(self.slug())
    }
}
