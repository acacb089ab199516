//! What a shell draws: one record a screen, complete.
//!
//! Every sentence comes with its language, its direction and how far its translation can be trusted; every item with its
//! freshness; every amount totalled; every office resolved for the reader's municipality. A shell adds nothing but its
//! platform's way to write a day and an amount. These types know no SQL and no rule.

mod changes;
mod home;
mod hours;
mod labels;
mod notice;
mod office;
mod procedure;
mod search;
mod service;
mod territories;
mod text;
mod timeline;
mod triage;
mod trust;

pub use changes::{Change, ChangeDetail, ChangedItem, Changes, ProcedureName, Since};
pub use home::{
    Home, LanguageChoice, MunicipalityChoice, ProcedureCard, ProcedureGroup, Procedures,
};
pub use hours::{
    HoursClosure, HoursDay, HoursNow, HoursScreen, HoursStatus, LanguageHours, OfficeFilter,
    OpenNow, OpenOffice, SpokenNow,
};
pub use labels::{ActionLabels, DetailLabels, HeadingLabels, Labels, StatusLabels, TroubleLabels};
pub use notice::{NoticeView, Notices};
pub use office::{ContactView, DayHours, OfficeScreen, OfficeView, Offices};
pub use procedure::{
    Badge, CostTotal, DeadlineView, DocumentView, FeeView, ProcedureScreen, SourceView, StepView,
    TermView, Terms,
};
pub use search::{FoundStep, FoundText, HitKind, SearchHit, SearchScreen, TextRange};
pub use service::ServiceView;
pub use territories::{InboxState, Territories, TerritoryOffer, TerritoryView};
pub use text::{Direction, Run, Text, Translation};
pub use timeline::{
    DeadlineQuery, DeadlineScreen, EventDate, PaperDate, TermDays, TermState, TimelineEntry,
    TimelineEvent, TimelinePaper, TimelineQuery, TimelineScreen,
};
pub use triage::{
    TreeCard, Trees, TriageContact, TriageOption, TriageOutcome, TriageQuestion, TriageScreen,
    TriageTrace,
};
pub use trust::{
    Banner, BannerKind, Freshness, FreshnessScreen, FreshnessState, Header, InstalledPack,
    OverdueItem, TranslationLabel,
};
