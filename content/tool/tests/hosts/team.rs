//! A content team with a folder of its own, a host to publish to, and phones that read from there.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Child, Command, Output};

use serde_json::Value;

use crate::desk::{self, Desk, json};

/// A host that a test has started.
pub(crate) trait Host {
    /// Its address for `publish`, without the folder of the release.
    fn root(&self) -> String;
    /// Its address for phones, without the folder of the release.
    fn url(&self) -> String;
    /// What `publish` needs to be told by the environment.
    fn variables(&self) -> BTreeMap<String, String>;
    /// Whether a timestamp that changed in the last moment is noticed for certain.
    fn compares_and_writes_at_once(&self) -> bool;
    /// Ends it.
    fn stop(&self);

    /// The address of the release for `publish`.
    fn place(&self) -> String {
        format!("{}/terra", self.root())
    }
}

/// A content team.
pub(crate) struct Team<'a> {
    desk: Desk,
    host: &'a dyn Host,
    folder: String,
}

impl<'a> Team<'a> {
    /// A team with content, development keys and nothing published yet.
    pub(crate) fn new(host: &'a dyn Host) -> Self {
        let desk = Desk::new();
        desk.ok("keys init --keys keys --development --content content");
        Self { desk, host, folder: "terra".into() }
    }

    /// Publishes into another folder of the host.
    pub(crate) fn at(self, folder: &str) -> Self {
        Self { folder: folder.to_owned(), ..self }
    }

    /// The path of a file at the host.
    pub(crate) fn object(&self, name: &str) -> String {
        format!("{}/{name}", self.folder)
    }

    pub(crate) fn line(&self, more: &str) -> String {
        let place = format!("{}/{}", self.host.root(), self.folder);
        format!(
            "publish --dev --content content --keys keys --repository repository --to {place} {more}"
        )
    }

    pub(crate) fn publish(&self, more: &str) -> Value {
        json(&self.ok(&self.line(&format!("--json {more}"))))
    }

    pub(crate) fn with(&self, name: &str, value: &str) -> Typing<'_> {
        let mut variables = self.host.variables();
        variables.insert(name.to_owned(), value.to_owned());
        Typing { desk: &self.desk, variables }
    }

    pub(crate) fn without(&self, name: &str) -> Typing<'_> {
        let mut variables = self.host.variables();
        variables.remove(name);
        Typing { desk: &self.desk, variables }
    }

    pub(crate) fn run(&self, words: &str) -> Output {
        self.without("").run(words)
    }

    pub(crate) fn start(&self, words: &str) -> Child {
        self.without("").command(words).spawn().unwrap()
    }

    pub(crate) fn ok(&self, words: &str) -> String {
        let output = self.run(words);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{words}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }

    pub(crate) fn copy(&self, from: &str, to: &str) {
        desk::copy(&self.desk.path(from), &self.desk.path(to));
    }

    pub(crate) fn set_fee(&self, old: &str, new: &str) {
        let path = self.desk.path("content/facts/fees/f-bollo-di-prova.yaml");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{text}");
        fs::write(&path, text.replace(old, new)).unwrap();
    }

    /// A moment, as `--clock` takes it.
    pub(crate) fn days_from_now(&self, days: i64) -> String {
        let later = jiff::SignedDuration::from_hours(24 * days);
        jiff::Timestamp::now().checked_add(later).unwrap().to_string()
    }

    /// A phone syncs from the host as anybody may, and shows a procedure with this text.
    pub(crate) fn phone_reads(&self, phone: &str, text: &str) {
        self.phone_reads_at(phone, text, &self.days_from_now(0));
    }

    /// As [`Self::phone_reads`], at a moment.
    pub(crate) fn phone_reads_at(&self, phone: &str, text: &str, moment: &str) {
        let url = format!("{}/{}", self.host.url(), self.folder);
        let reader = format!("reader --data {phone} --clock {moment}");
        self.desk.ok(&format!("{reader} sync --repository {url} --root keys/root.json"));
        let screen = self.desk.ok(&format!("{reader} procedure permesso-di-prova"));
        assert!(screen.contains(text), "{screen}");
    }
}

/// A command line with variables of its own.
pub(crate) struct Typing<'a> {
    desk: &'a Desk,
    variables: BTreeMap<String, String>,
}

impl Typing<'_> {
    pub(crate) fn command(&self, words: &str) -> Command {
        let mut command = self.desk.command(words);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("AWS_") {
                command.env_remove(name);
            }
        }
        command.envs(&self.variables);
        command
    }

    pub(crate) fn run(&self, words: &str) -> Output {
        self.command(words).output().unwrap()
    }
}
