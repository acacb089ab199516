//! How content arrives and why it can be believed: The Update Framework over static files.
//!
//! A [`SyncSession`] decides what to fetch and verifies what came; it does no I/O itself. What the specification of TUF says
//! of metadata is the [`Workflow`] inside it. [`run`] drives a session over a blocking [`crate::ports::Transport`]; an
//! [`Archive`] is a transport over a release in one file, which a [`ReleaseWriter`] writes and [`prove`] tries out. [`TrustStore`] keeps what must not be forgotten. Verified packs go
//! to a [`PackStore`].

pub mod address;
mod archive;
mod asked;
mod carried;
mod config;
mod crypto;
mod driver;
mod export;
#[cfg(feature = "reqwest")]
mod http;
mod install;
mod metadata;
mod mirrors;
mod packs;
mod parts;
mod pinned_root;
mod plan;
mod proof;
mod report;
mod resume;
mod retry;
mod roles;
mod root;
mod schedule;
mod search;
mod session;
mod target;
#[cfg(test)]
mod tests;
mod trust;
mod trust_file;
mod workflow;
mod writer;

pub use archive::{Archive, RELEASE_URL};
pub use asked::{Asked, Judged, RemoteFile};
pub(crate) use carried::territory;
pub use config::{ExpectedTerritory, Expiry, Languages, SessionConfig, SyncMode, Wanted};
pub use driver::run;
pub use export::ExportReport;
pub(crate) use export::{Exported, export};
#[cfg(feature = "reqwest")]
pub use http::HttpTransport;
pub(crate) use mirrors::{elsewhere, mirrors, stored_catalog, together};
pub use packs::{Arrival, Installed, PackStore};
pub use parts::PartFiles;
pub(crate) use pinned_root::fetch_pinned_root;
pub use proof::prove;
pub use report::{AppliedPack, Problem, ProblemKind, Refused, SyncProgress, SyncReport, SyncStage};
pub use root::is_development;
pub(crate) use schedule::begin_attempt;
pub use schedule::{History, NetworkKind, Occasion, Saving, SyncDue};
pub use search::{Found, Search};
pub use session::{Next, SyncSession};
pub use target::SignedTarget;
pub use trust::{Opened, StateKey, TrustStore};
pub use workflow::{Step, Workflow};
pub use writer::ReleaseWriter;
