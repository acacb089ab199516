//! Writes what is installed into a release file, for a phone that has no network.
//!
//! A phone keeps the content of packs and not the files that were signed. It hands a pack on as zstd of its canonical bytes,
//! named by their signed hash, `targets/<raw_sha256>.<pack>.zst`; metadata and catalogue lie where a repository has them.

use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::Timestamp;
use serde::Serialize;
use sigstore_tuf::Metadata;

use super::archive::Archive;
use super::config::{Expiry, Languages, Wanted};
use super::packs::PackStore;
use super::plan::{self, CATALOG, FACTS, PackTarget};
use super::proof::prove;
use super::roles::{Chain, root_file};
use super::trust::{StateKey, TrustStore};
use super::writer::ReleaseWriter;
use crate::pack::{compress, sha256_hex};
use crate::{Error, Result};

/// What was written into a release file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExportReport {
    /// The version of its snapshot.
    pub release: u64,
    /// When the newest of its packs was made.
    pub generated: Option<Timestamp>,
    /// The packs that it holds: facts first.
    pub packs: Vec<String>,
    /// Packs of the release that are not on this device, or not in the state that the release signs.
    pub left_out: Vec<String>,
    /// The length of the file in bytes.
    pub bytes: u64,
}

/// What [`export`] reads.
pub(crate) struct Exported<'a> {
    /// The metadata.
    pub trust: &'a TrustStore,
    /// The packs.
    pub packs: &'a dyn PackStore,
    /// The present moment by the device's clock.
    pub now: Timestamp,
    /// Looked at between two packs.
    pub interrupt: &'a AtomicBool,
}

/// Writes the installed release to the beginning of an empty `out`, which is called `name` in errors, and takes it in as
/// another phone would before it is handed out. Keeps one pack in memory at a time; no network.
///
/// # Errors
/// [`Error::InvalidInput`] if what is installed is not one whole release or nobody could take it in any more: a sync mends
/// it. [`Error::Io`] from `out`.
pub(crate) fn export<F: Read + Write + Seek + Send>(
    exported: &Exported<'_>,
    name: &Path,
    mut out: F,
) -> Result<ExportReport> {
    let Exported { trust, now, interrupt, .. } = *exported;
    let roots = trust.roots()?;
    let first = roots.first().map(|(_, root)| root.clone()).ok_or_else(nothing)?;
    let chosen = exported.write(&roots, NewFile { writer: ReleaseWriter::new(&mut out), name })?;
    let bytes = out.seek(SeekFrom::End(0)).map_err(|source| io(name, source))?;
    let seen = trust.moment(StateKey::Generated)?;
    let now = seen.map_or(now, |seen| seen.max(now));
    let proof = prove(&Archive::new(out)?, &first, now, interrupt).map_err(sync_first)?;
    let taken: Vec<String> = proof.applied.into_iter().map(|applied| applied.pack).collect();
    if let Some(problem) = proof.problem {
        return Err(no_longer(&problem.reason));
    }
    if taken != chosen.packs {
        return Err(Error::Internal("the release file does not hold what was put into it".into()));
    }
    Ok(ExportReport {
        release: proof.release,
        generated: proof.generated,
        packs: chosen.packs,
        left_out: chosen.left_out,
        bytes,
    })
}

/// Which packs go into the file.
#[derive(Default)]
struct Chosen {
    packs: Vec<String>,
    left_out: Vec<String>,
}

/// A file that is being written.
struct NewFile<'a, W: Write> {
    writer: ReleaseWriter<W>,
    name: &'a Path,
}

impl<W: Write> NewFile<'_, W> {
    fn metadata(&mut self, file: &str, bytes: &[u8]) -> Result<()> {
        self.add(&format!("metadata/{file}"), bytes)
    }

    fn target(&mut self, file: &str, bytes: &[u8]) -> Result<()> {
        self.add(&format!("targets/{file}"), bytes)
    }

    fn finish(self) -> Result<()> {
        let flushed = self.writer.finish().and_then(|mut out| out.flush());
        flushed.map_err(|source| io(self.name, source))
    }

    fn add(&mut self, path: &str, bytes: &[u8]) -> Result<()> {
        self.writer.add(path, bytes).map_err(|source| io(self.name, source))
    }
}

impl Exported<'_> {
    fn write<W: Write>(
        &self,
        roots: &[(u64, Vec<u8>)],
        mut file: NewFile<'_, W>,
    ) -> Result<Chosen> {
        // Expiry is judged by the proof: here it is asked what there is.
        let chain = Chain::load(self.trust, Expiry::ReleaseDate, self.now)?;
        for (version, root) in roots {
            file.metadata(&root_file(*version), root)?;
        }
        file.metadata("timestamp.json", &self.timestamp(&chain)?)?;
        self.top_level(&chain, &mut file)?;
        let (targets, left_out) = self.choose(&chain)?;
        self.roles(&chain, &left_out, &mut file)?;
        for target in &targets {
            self.pack(target, &mut file)?;
        }
        file.finish()?;
        Ok(Chosen { packs: targets.into_iter().map(|target| target.pack).collect(), left_out })
    }

    /// The newest timestamp that names the stored snapshot. A later one, whose snapshot never came, is of no use to anybody.
    fn timestamp(&self, chain: &Chain) -> Result<Vec<u8>> {
        for name in ["timestamp", "snapshot-timestamp"] {
            let Some(bytes) = self.trust.metadata(name)? else { continue };
            let names = Metadata::<sigstore_tuf::Timestamp>::from_slice(&bytes)
                .ok()
                .and_then(|timestamp| Some(timestamp.signed().snapshot_meta()?.version));
            if names == Some(chain.release()) {
                return Ok(bytes);
            }
        }
        Err(nothing())
    }

    fn top_level<W: Write>(&self, chain: &Chain, file: &mut NewFile<'_, W>) -> Result<()> {
        let stored = |name: &str| self.trust.metadata(name)?.ok_or_else(broken_off);
        let version = chain.role("targets").map_err(|_| broken_off())?.version;
        file.metadata(&chain.address("snapshot", chain.release()), &stored("snapshot")?)?;
        file.metadata(&chain.address("targets", version), &stored("targets")?)?;
        let source = plan::catalog_source(chain.top_target(CATALOG)?, chain.consistent())?;
        let catalog = stored(CATALOG)?;
        source.verify(&catalog).map_err(|_| broken_off())?;
        file.target(&source.file.path, &catalog)
    }

    /// The packs that are installed exactly as the stored metadata signs them, and the names of the others.
    fn choose(&self, chain: &Chain) -> Result<(Vec<PackTarget>, Vec<String>)> {
        let all = Wanted { languages: Languages::All, operator: true };
        let (mut whole, mut left_out) = (Vec::new(), Vec::new());
        for name in plan::wanted_roles(chain.delegations(), &all) {
            let signed = chain.pack_role(&name);
            let target =
                signed.and_then(|role| plan::pack_target(&name, role, chain.consistent())).ok();
            let installed = self.packs.installed(&name)?;
            match target.filter(|target| installed.as_ref() == Some(&target.state)) {
                Some(target) => whole.push(target),
                None if name == FACTS && installed.is_none() => return Err(nothing()),
                None if name == FACTS => return Err(broken_off()),
                None => left_out.push(name),
            }
        }
        Ok((whole, left_out))
    }

    /// The stored roles, but for those of packs that are not in the file.
    fn roles<W: Write>(
        &self,
        chain: &Chain,
        left_out: &[String],
        file: &mut NewFile<'_, W>,
    ) -> Result<()> {
        for (name, bytes) in self.trust.roles()? {
            // One of another version than the snapshot names is not loaded.
            let Ok(role) = chain.role(&name) else { continue };
            if !left_out.contains(&name) {
                file.metadata(&chain.address(&name, role.version), &bytes)?;
            }
        }
        Ok(())
    }

    fn pack<W: Write>(&self, target: &PackTarget, file: &mut NewFile<'_, W>) -> Result<()> {
        if self.interrupt.load(Ordering::Relaxed) {
            return Err(Error::Interrupted);
        }
        let raw = self.packs.raw(&target.pack)?.unwrap_or_default();
        if sha256_hex(&raw) != target.state.raw_sha256 {
            return Err(broken_off());
        }
        let squeezed = compress(&raw).map_err(|source| io(file.name, source))?;
        drop(raw);
        file.target(&plan::handed_on(target).path, &squeezed)
    }
}

fn io(name: &Path, source: std::io::Error) -> Error {
    Error::Io { context: "writing", path: name.to_owned(), source }
}

fn nothing() -> Error {
    Error::InvalidInput("there is no release on this device yet: sync first".into())
}

fn broken_off() -> Error {
    let reason = "the last update of this device was not finished: sync first, then export";
    Error::InvalidInput(reason.into())
}

/// What is true of a file that was just written is true of what it was written from.
fn sync_first(error: Error) -> Error {
    match error {
        Error::Untrusted { .. } | Error::Outdated { .. } => no_longer(&error.to_string()),
        other => other,
    }
}

fn no_longer(reason: &str) -> Error {
    Error::InvalidInput(format!(
        "what is on this device can no longer be handed on ({reason}): sync first, then export"
    ))
}
