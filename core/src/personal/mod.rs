//! `personal.db`: what belongs to the reader. Precious: migrated for ever, never dropped, moved aside and reported if
//! corrupt. So far it holds her settings; language and municipality stand in clear by design.

mod settings;

pub use settings::{Settings, SettingsStore};
