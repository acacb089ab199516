//! The folder that a web server hands out: the page in `web/`, the release beside it.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};

use crate::folder;
use crate::release::{Place, check_and_build};
use crate::terminal::Outcome;

/// The file that keeps the others; it is not one of them.
const SERVICE_WORKER: &str = "service-worker.js";

/// Where the release is, as the page sees it.
const CONFIG: &str = r#"{ "repository": "..", "root": "root.json" }"#;

/// Puts the page together in `target/web/page`: the module, the scripts, the page itself, and the list of them all for the
/// service worker.
pub(super) fn assemble(package: &Path) -> Outcome<PathBuf> {
    let page = folder::project().join("target/web/page");
    if page.exists() {
        fs::remove_dir_all(&page)?;
    }
    fs::create_dir_all(&page)?;
    let source = folder::project().join("bindings/web");
    for from in [package.to_owned(), source.join("js"), source.join("page")] {
        for entry in fs::read_dir(&from)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default();
            if !name.to_string_lossy().ends_with(".d.ts") {
                fs::copy(&path, page.join(name))?;
            }
        }
    }
    fs::write(page.join("config.json"), CONFIG)?;
    Ok(page)
}

/// A published release with the page beside it.
pub(super) struct Published {
    folder: tempfile::TempDir,
}

impl Published {
    /// The folder to serve.
    pub(super) fn folder(&self) -> PathBuf {
        Place::at(self.folder.path()).repository()
    }
}

/// Publishes the project's own content, signed with development keys, and puts the page beside it.
pub(super) fn publish(page: &Path) -> Outcome<Published> {
    let folder = tempfile::Builder::new().prefix("cittadini-web-").tempdir()?;
    let place = Place::at(folder.path());
    let draft = check_and_build(&folder::content())?.draft;
    place.make_keys(&draft.territory)?;
    place.publish(&draft)?;
    let web = place.repository().join("web");
    folder::copy(page, &web)?;
    fs::copy(place.root(), web.join("root.json"))?;
    place.write_seed(&web.join("seed.tar"))?;
    list_for_service_worker(&web)?;
    Ok(Published { folder })
}

/// Tells the service worker what the page consists of, and gives that a version: a page that changed is fetched again.
fn list_for_service_worker(web: &Path) -> Outcome {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(web)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name != SERVICE_WORKER && name != "seed.tar" {
            files.insert(name, fs::read(path)?);
        }
    }
    let mut hasher = DefaultHasher::new();
    for (name, bytes) in &files {
        hasher.write(name.as_bytes());
        hasher.write(bytes);
    }
    let names = serde_json::to_string(&files.keys().collect::<Vec<_>>())?;
    let path = web.join(SERVICE_WORKER);
    let script = fs::read_to_string(&path)?
        .replace("@VERSION@", &format!("page-{:016x}", hasher.finish()))
        .replace(r#"["@FILES@"]"#, &names);
    Ok(fs::write(path, script)?)
}
