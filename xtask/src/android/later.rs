//! The release after the one that the app carries: it brings a language for which the app has not one word.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::folder;
use crate::release::check_and_build;
use crate::terminal::Outcome;

use super::published::Published;

/// What stands in for a translation that nobody has made yet, so that none is invented: these words under another name.
const SPOKEN: &str = "ar";

/// A language of the core that the app has no resources for, written from right to left as well.
const NEW: &str = "ur";

/// The release, in a repository that vanishes.
pub(super) struct Later {
    folder: TempDir,
}

impl Later {
    /// Publishes it with the keys of the release before it.
    pub(super) fn after(published: &Published) -> Outcome<Self> {
        let folder = tempfile::Builder::new().prefix("cittadini-later-").tempdir()?;
        let place = published.place().copy_to(&folder.path().join("release"))?;
        let content = folder.path().join("content");
        folder::copy_content(&folder::content(), &content)?;
        folder::copy(&content.join("text").join(SPOKEN), &content.join("text").join(NEW))?;
        for (kind, ending) in [("state", "yaml"), ("ui", "ftl")] {
            let file = |language| content.join(kind).join(format!("{language}.{ending}"));
            fs::copy(file(SPOKEN), file(NEW))?;
        }
        place.publish(&check_and_build(&content)?.draft)?;
        Ok(Self { folder })
    }

    /// What a server hands out.
    pub(super) fn repository(&self) -> PathBuf {
        self.folder.path().join("release/repository")
    }
}
