//! A release on this computer: content, development keys, and the repository that a server hands out.

use std::fs;
use std::path::{Path, PathBuf};

use cittadini::check;
use cittadini::draft::{self, Draft};
use cittadini::finding::{Finding, Severity};
use cittadini::keys::{self, KeysOptions};
use cittadini::repository::{self, PublishOptions, PublishReport, quiet};
use cittadini::source::load::{self, Content};
use jiff::{Timestamp, Zoned};

use crate::folder;
use crate::terminal::{Outcome, say};

/// A folder with `content/`, `keys/`, `repository/` and `root.json`: what `demo --keep` leaves.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    folder: PathBuf,
}

impl Place {
    /// The place at a folder, which must be there.
    pub(crate) fn at(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// What editors write.
    pub(crate) fn content(&self) -> PathBuf {
        self.folder.join("content")
    }

    /// The private keys.
    pub(crate) fn keys(&self) -> PathBuf {
        self.folder.join("keys")
    }

    /// What `publish` writes: `metadata/` and `targets/`.
    pub(crate) fn repository(&self) -> PathBuf {
        self.folder.join("repository")
    }

    /// The root that comes with an app.
    pub(crate) fn root(&self) -> PathBuf {
        self.folder.join("root.json")
    }

    /// Makes development keys for a territory, and the root to go with them.
    pub(crate) fn make_keys(&self, territory: &str) -> Outcome {
        keys::init(&self.keys(), &KeysOptions::development(territory, Timestamp::now()))?;
        fs::copy(self.keys().join("root.json"), self.root())?;
        Ok(())
    }

    /// Publishes a release as of now.
    pub(crate) fn publish(&self, draft: &Draft) -> Outcome<PublishReport> {
        let options = PublishOptions { now: Timestamp::now(), dev: true };
        Ok(repository::publish(draft, &self.keys(), &self.repository(), options, &quiet)?)
    }

    /// Publishes the project's own content with development keys that are made for it.
    pub(crate) fn publish_project(&self) -> Outcome {
        let draft = check_and_build(&folder::content())?.draft;
        self.make_keys(&draft.territory)?;
        self.publish(&draft)?;
        Ok(())
    }

    /// Writes the newest release into one file, as an app carries it.
    pub(crate) fn write_seed(&self, to: &Path) -> Outcome {
        Ok(repository::write_seed(&self.repository(), to)?)
    }

    /// Copies the place into another folder, which is empty or not there.
    pub(crate) fn copy_to(&self, folder: &Path) -> Outcome<Self> {
        folder::copy(&self.folder, folder)?;
        Ok(Self::at(folder))
    }
}

/// Content that passed the check, and its packs.
pub(crate) struct Checked {
    /// The packs, not yet signed.
    pub(crate) draft: Draft,
    /// What somebody should look at.
    pub(crate) warnings: usize,
}

/// Reads, checks and builds a content folder. Prints every error; nothing is written.
pub(crate) fn check_and_build(content: &Path) -> Outcome<Checked> {
    let loaded = load::load(content, None)?;
    let findings = check::check(&loaded, Zoned::now().date());
    let warnings = findings.iter().filter(|found| found.severity == Severity::Warning).count();
    refuse_errors(&findings)?;
    Ok(Checked { draft: build(&loaded)?, warnings })
}

fn build(content: &Content) -> Outcome<Draft> {
    Ok(draft::draft(content)?)
}

fn refuse_errors(findings: &[Finding]) -> Outcome {
    let errors: Vec<&Finding> =
        findings.iter().filter(|found| found.severity == Severity::Error).collect();
    for error in &errors {
        let Finding { file, line, column, message_en, fix_en, .. } = error;
        say!("{file}:{line}:{column}: {message_en}\n    {fix_en}")?;
    }
    match errors.len() {
        0 => Ok(()),
        1 => Err("one error in the content; nothing was written".into()),
        many => Err(format!("{many} errors in the content; nothing was written").into()),
    }
}
