//! What the journeys share: a content team's workshop in a temporary folder, and phones that read what it publishes.
//!
//! Everything is real: the publisher, the server, the core. Only the clock is set, so that nothing that is green today
//! goes red because a month has passed.

pub mod frozen;
pub mod gist;
pub mod golden;
pub mod hostile;
pub mod tomorrow;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cittadini::repository::{PublishOptions, PublishReport, publish, quiet, write_seed};
use cittadini::serve::Server;
use cittadini::terminal::console::Console;
use cittadini_core::personal::Settings;
use cittadini_core::ports::FixedClock;
use cittadini_core::sync::{HttpTransport, SyncReport};
use cittadini_core::{ApiError, Config, Core, SyncMode};
use jiff::{Span, Timestamp};
use serde_json::Value;
use tempfile::TempDir;

/// The day on which the journeys begin.
pub const DAY: &str = "2026-11-23T09:00:00Z";

/// A moment `days` after [`DAY`], or before it.
pub fn day(days: i64) -> Timestamp {
    let start: Timestamp = DAY.parse().expect("a moment");
    start.checked_add(Span::new().hours(days * 24)).expect("a moment")
}

/// A content team: its content, its keys, and the folder it publishes to.
pub struct Workshop {
    folder: TempDir,
}

impl Workshop {
    /// The invented territory of `tests/content`.
    pub fn invented() -> Self {
        Self::with(&project().join("tests/content"))
    }

    /// The real content.
    pub fn real() -> Self {
        Self::with(&project().join("content"))
    }

    fn with(source: &Path) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let workshop = Self { folder };
        for part in ["facts", "territories", "operators", "text", "state"] {
            copy(&source.join(part), &workshop.content().join(part));
        }
        copy(&project().join("content/ui"), &workshop.content().join("ui"));
        let options = cittadini::keys::KeysOptions::development(&workshop.territory(), day(0));
        cittadini::keys::init(&workshop.keys(), &options).expect("keys");
        workshop
    }

    fn territory(&self) -> String {
        cittadini::source::load::territories(&self.content()).remove(0)
    }

    /// The folder the editors write in.
    pub fn content(&self) -> PathBuf {
        self.folder.path().join("content")
    }

    /// The folder of the keys.
    pub fn keys(&self) -> PathBuf {
        self.folder.path().join("keys")
    }

    /// The folder that is served.
    pub fn repository(&self) -> PathBuf {
        self.folder.path().join("repository")
    }

    /// The root that ships with the app.
    pub fn root(&self) -> Vec<u8> {
        fs::read(self.keys().join("root.json")).expect("the root")
    }

    /// Changes the words of a file; they must stand in it.
    pub fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.content().join(file);
        let text = fs::read_to_string(&path).expect("the file");
        assert!(text.contains(from), "«{from}» does not stand in {file}");
        fs::write(path, text.replace(from, to)).expect("the file");
    }

    /// Writes a file, or replaces it.
    pub fn write(&self, file: &str, text: &str) {
        let path = self.content().join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        fs::write(path, text).expect("the file");
    }

    /// The text of a file.
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.content().join(file)).expect("the file")
    }

    /// Removes a file.
    pub fn remove(&self, file: &str) {
        fs::remove_file(self.content().join(file)).expect("the file");
    }

    /// Checks, builds and publishes.
    pub fn publish(&self, now: Timestamp) -> PublishReport {
        self.publish_changed(now, |_| ())
    }

    /// Publishes with records of the facts that no editor could write: those of another version.
    pub fn publish_changed(
        &self,
        now: Timestamp,
        change: impl FnOnce(&mut Vec<Value>),
    ) -> PublishReport {
        let content = cittadini::source::load::load(&self.content(), None)
            .unwrap_or_else(|error| panic!("{}", error.say().en));
        let mut draft =
            cittadini::draft::draft(&content).unwrap_or_else(|error| panic!("{}", error.say().en));
        let facts = draft.packs.iter_mut().find(|pack| pack.name == "facts").expect("the facts");
        let lines = facts.records.iter();
        let mut records: Vec<Value> =
            lines.map(|line| serde_json::from_str(line).expect("a record")).collect();
        change(&mut records);
        records.sort_by_key(|record| record["id"].to_string());
        facts.records = records.iter().map(Value::to_string).collect();
        let options = PublishOptions { now, dev: true };
        publish(&draft, &self.keys(), &self.repository(), options, &quiet).expect("a release")
    }

    /// Builds the packs into a folder of that name, as the command does, and signs nothing.
    pub fn build(&self, name: &str) -> PathBuf {
        let to = self.folder.path().join(name);
        let content = self.content();
        let arguments = ["cittadini", "build", "--lang", "en", "--today", "2026-11-23"];
        let arguments = arguments.into_iter().map(OsString::from).chain([
            "--content".into(),
            content.into(),
            "--to".into(),
            to.clone().into(),
        ]);
        let mut console = Console::to(Box::new(std::io::sink()), Box::new(std::io::stderr()));
        let code = cittadini::cli::run(&arguments.collect::<Vec<_>>(), &mut console);
        assert_eq!(code, 0, "«cittadini build» failed");
        to
    }

    /// Serves the repository on a free port.
    pub fn serve(&self) -> Server {
        Server::start(&self.repository(), 0).expect("a server")
    }

    /// Writes the release that ships with the app.
    pub fn seed(&self) -> PathBuf {
        let path = self.folder.path().join("seed.release");
        write_seed(&self.repository(), &path).expect("a seed");
        path
    }

    /// The only file in `targets/` whose name ends so.
    pub fn target(&self, ending: &str) -> PathBuf {
        let mut found: Vec<PathBuf> = fs::read_dir(self.repository().join("targets"))
            .expect("targets")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.to_string_lossy().ends_with(ending))
            .collect();
        assert_eq!(found.len(), 1, "files that end in {ending}: {found:?}");
        found.remove(0)
    }
}

/// A phone: a data folder, and what it was told. The folder goes with the workshop.
pub struct Phone {
    /// What [`Phone::open`] hands to the core.
    pub config: Config,
}

impl Phone {
    /// A phone that carries the workshop's root and knows where `server` is.
    pub fn new(workshop: &Workshop, server: &str) -> Self {
        let folder = tempfile::tempdir_in(workshop.folder.path()).expect("a folder").keep();
        let config = Config {
            data_dir: folder.join("data"),
            root: Some(workshop.root()),
            repository: Some(server.to_owned()),
            ..Config::default()
        };
        Self { config }
    }

    /// Sets what the reader has chosen.
    pub fn reading(mut self, language: &str, municipality: Option<&str>) -> Self {
        self.config.settings = Some(Settings {
            languages: vec![language.to_owned()],
            municipality: municipality.map(str::to_owned),
            ..Settings::default()
        });
        self
    }

    /// The folder that holds the databases.
    pub fn data(&self) -> PathBuf {
        self.config.data_dir.clone()
    }

    /// Opens the core at a moment.
    pub fn try_open(&self, now: Timestamp) -> Result<Core, ApiError> {
        Core::open(self.config.clone(), Arc::new(FixedClock(now)))
    }

    /// Opens the core at a moment; it must open.
    pub fn open(&self, now: Timestamp) -> Core {
        self.try_open(now).expect("an open core")
    }
}

/// Syncs over real HTTP.
pub fn sync(core: &Core) -> Result<SyncReport, ApiError> {
    core.sync(&HttpTransport::new().expect("a transport"), SyncMode::All)
}

/// Syncs one language over real HTTP.
pub fn sync_only_mine(core: &Core) -> Result<SyncReport, ApiError> {
    core.sync(&HttpTransport::new().expect("a transport"), SyncMode::OnlyMine)
}

/// The root of the project.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Flips one byte in the middle of a file.
pub fn flip_a_byte(path: &Path) {
    let mut bytes = fs::read(path).expect("the file");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x20;
    fs::write(path, bytes).expect("the file");
}

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    if !from.exists() {
        return;
    }
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}
