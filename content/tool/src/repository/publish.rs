//! Publishing a release.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::Path;

use cittadini_core::model::SCHEMA;
use jiff::Timestamp;

use super::facts::FactsIds;
use super::layout::{CATALOG, Layout, Versions, metadata_name, target_name};
use super::pack::{CatalogCustom, NewTarget};
use super::packs::{Before, PlannedPack};
use super::release::Release;
use super::report::{Progress, PublishReport};
use super::roles::{NewMetadata, SignedRole, Signing};
use super::verify::verify_release;
use crate::draft::{Draft, DraftPack};
use crate::keys::{Holder, Keys, Waiting};
use crate::signed::metadata::{versioned, whole_second};
use crate::signed::sign::canonical;
use crate::signed::{Error, Result};

/// How a release is published.
#[derive(Debug, Clone, Copy)]
pub struct PublishOptions {
    /// The moment from which every expiry counts.
    pub now: Timestamp,
    /// Whether keys that are marked as development keys may sign.
    pub dev: bool,
}

/// Publishes a draft into a repository, which is made if it is not there.
///
/// Only what changed is written and signed: a changed fee signs `facts`, `snapshot` and `timestamp`, an unchanged draft
/// the timestamp alone. Everything is in place and read back before the timestamp, the one file that phones poll, is
/// replaced; an error, an interruption or a power cut at any earlier point leaves the last release as it was, and what it
/// leaves behind is harmless. `progress` is asked after each pack whether to go on.
///
/// # Errors
///
/// [`Error::Refused`] when draft, keys and repository do not belong together, or for development keys without
/// `options.dev`; [`Error::Waiting`] when signatures are wanted of keys that cannot be opened here: what was signed waits
/// in the key folder, and the same call goes on when the others have signed; [`Error::KeyMissing`] when the online key is
/// not here; [`Error::Damaged`] when the repository is not what was published.
pub fn publish(
    draft: &Draft,
    keys: &Path,
    to: &Path,
    options: PublishOptions,
    progress: &dyn Fn(&Progress<'_>) -> ControlFlow<()>,
) -> Result<PublishReport> {
    publish_with(draft, &Keys::open(keys)?, to, options, &BTreeSet::new(), progress)
}

/// As [`publish()`], with a key folder that is open already, and the files that lie at the place to which the release will
/// be mirrored: their version numbers are not given again.
pub fn publish_with(
    draft: &Draft,
    keys: &Keys,
    to: &Path,
    options: PublishOptions,
    taken: &BTreeSet<String>,
    progress: &dyn Fn(&Progress<'_>) -> ControlFlow<()>,
) -> Result<PublishReport> {
    let packs = check_draft(draft, keys, options)?;
    let layout = Layout::new(to);
    layout.create()?;
    let _lock = layout.lock()?;
    let mut versions = layout.versions()?;
    versions.take(taken);
    let release = Release::current(&layout)?;
    let roots = new_roots(&layout, &versions, keys)?;
    let now = whole_second(options.now)?;

    let before = Before {
        layout: &layout,
        versions: &versions,
        release: release.as_ref(),
        territory: &draft.territory,
        now,
    };
    let planned = plan_packs(&before, &packs, progress)?;
    let (layout, release) = (&layout, release.as_ref());
    let signing = Signing { layout, keys, versions: &versions, release, now };
    let plan = sign_release(&signing, draft, &packs, planned, roots)?;
    let report = write_release(layout, to, plan, options.now, progress)?;
    nothing_waits(keys, &packs)?;
    Ok(report)
}

/// Checks that draft and keys belong together; returns the packs with the facts first, then by name.
fn check_draft<'a>(
    draft: &'a Draft,
    keys: &Keys,
    options: PublishOptions,
) -> Result<Vec<(&'a DraftPack, Holder)>> {
    check_development(keys, options)?;
    let root = &keys.root().signed;
    for territory in [&draft.territory, &draft.catalog.territory] {
        if *territory != root.territory {
            return Err(Error::Refused(format!(
                "the draft is for «{territory}», the keys are those of «{}»",
                root.territory
            )));
        }
    }
    let mut packs = Vec::new();
    for pack in &draft.packs {
        let holder = Holder::of_pack(&pack.name)
            .ok_or_else(|| Error::Refused(format!("«{}» is no name of a pack", pack.name)))?;
        packs.push((pack, holder));
    }
    packs.sort_by_key(|(pack, holder)| (*holder != Holder::Facts, &pack.name));
    let names: BTreeSet<&str> = packs.iter().map(|(pack, _)| pack.name.as_str()).collect();
    if names.len() != packs.len() || !names.contains("facts") {
        return Err(Error::Refused(
            "a release has the facts once, and every other pack at most once".into(),
        ));
    }
    Ok(packs)
}

/// Development keys sign only where somebody has asked for it.
pub(super) fn check_development(keys: &Keys, options: PublishOptions) -> Result<()> {
    match keys.root().signed.development && !options.dev {
        true => Err(Error::Refused("these are development keys; no release for people".into())),
        false => Ok(()),
    }
}

/// The roots that the repository lacks. Every root that both sides have must be the same one.
pub(super) fn new_roots(
    layout: &Layout,
    versions: &Versions,
    keys: &Keys,
) -> Result<Vec<NewMetadata>> {
    let newest = keys.root().signed.version;
    if versions.highest("root") > newest {
        return Err(Error::Refused(
            "the repository has a newer root than the key folder; update the key folder".into(),
        ));
    }
    let mut missing = Vec::new();
    for version in 1..=newest {
        let name = metadata_name(version, "root");
        match (layout.read_if_there(&name)?, keys.root_version(version)?) {
            (Some(old), Some(own)) if old != own => {
                return Err(Error::Refused(format!(
                    "{name}: the repository was signed with the keys of another root"
                )));
            }
            (Some(_), _) => {}
            (None, Some(bytes)) => missing.push(NewMetadata { name, bytes }),
            (None, None) => {
                return Err(Error::Refused(format!(
                    "{name} is neither in the repository nor in the key folder"
                )));
            }
        }
    }
    Ok(missing)
}

fn plan_packs(
    before: &Before<'_>,
    packs: &[(&DraftPack, Holder)],
    progress: &dyn Fn(&Progress<'_>) -> ControlFlow<()>,
) -> Result<Vec<PlannedPack>> {
    let mut planned = Vec::new();
    let mut facts: Option<FactsIds<'_>> = None;
    for (done, (draft, holder)) in packs.iter().enumerate() {
        let step = Progress::Pack { name: &draft.name, done, of: packs.len() };
        if progress(&step).is_break() {
            return Err(Error::Interrupted);
        }
        let of_text = facts.as_mut().filter(|_| *holder == Holder::Language);
        let plan = before.plan(draft, of_text)?;
        if *holder == Holder::Facts {
            facts = Some(FactsIds::new(&plan.pack, before.older_facts(&plan.pack)));
        }
        planned.push(plan);
    }
    Ok(planned)
}

/// A release that is signed and not yet written.
struct Plan {
    /// In the order in which they have to appear: targets, roles, top-level targets, snapshot, roots.
    files: Vec<NewMetadata>,
    timestamp: NewMetadata,
    report: PublishReport,
}

fn sign_release(
    signing: &Signing<'_>,
    draft: &Draft,
    packs: &[(&DraftPack, Holder)],
    planned: Vec<PlannedPack>,
    roots: Vec<NewMetadata>,
) -> Result<Plan> {
    let mut files = Vec::new();
    let mut metadata = Vec::new();
    let mut pinned = BTreeMap::new();
    let mut reports = Vec::new();
    let mut missing = Vec::new();
    for ((draft, holder), plan) in packs.iter().zip(planned) {
        for target in plan.files {
            files.push(target_file(target)?);
        }
        let mut role = signing.pack_role(&draft.name, *holder, &plan.targets)?;
        missing.extend(role.missing.take());
        add(&mut pinned, &mut metadata, &draft.name, role);
        reports.push(plan.report);
    }
    let schema = CatalogCustom { schema: SCHEMA };
    let catalog = NewTarget::new(CATALOG.into(), canonical(&draft.catalog)?, &schema)?;
    let listed = BTreeMap::from([(catalog.name.clone(), catalog.entry.clone())]);
    files.push(target_file(catalog)?);
    let names: Vec<_> = packs.iter().map(|(pack, holder)| (pack.name.clone(), *holder)).collect();
    let mut top = signing.top_role(&names, listed)?;
    missing.extend(top.missing.take());
    add(&mut pinned, &mut metadata, "targets", top);
    if !missing.is_empty() {
        set_aside(signing.keys, &metadata)?;
        return Err(Error::Waiting { missing });
    }
    let snapshot = signing.snapshot(&pinned);
    if matches!(snapshot, Err(Error::KeyMissing { .. })) {
        // Whoever has the online key goes on from here.
        set_aside(signing.keys, &metadata)?;
    }
    let snapshot = snapshot?;
    let release = snapshot.version;
    metadata.extend(snapshot.new);
    files.extend(metadata);
    files.extend(roots);
    Ok(Plan {
        files,
        timestamp: signing.timestamp(release)?,
        report: PublishReport { release, files_written: Vec::new(), bytes: 0, packs: reports },
    })
}

/// Keeps what was signed so far, so that nobody has to sign it again.
fn set_aside(keys: &Keys, metadata: &[NewMetadata]) -> Result<()> {
    let waiting = Waiting::of(keys.folder());
    for file in metadata {
        if let Some((version, role)) = file.name.strip_prefix("metadata/").and_then(versioned) {
            waiting.put(version, role, &file.bytes)?;
        }
    }
    Ok(())
}

/// What was published waits no longer.
fn nothing_waits(keys: &Keys, packs: &[(&DraftPack, Holder)]) -> Result<()> {
    let waiting = Waiting::of(keys.folder());
    let names = packs.iter().map(|(pack, _)| pack.name.as_str());
    names.chain(["targets"]).try_for_each(|role| waiting.clear(role))
}

fn add(
    pinned: &mut BTreeMap<String, u64>,
    metadata: &mut Vec<NewMetadata>,
    name: &str,
    role: SignedRole,
) {
    pinned.insert(name.to_owned(), role.version);
    metadata.extend(role.new);
}

fn target_file(target: NewTarget) -> Result<NewMetadata> {
    Ok(NewMetadata { name: target_name(target.entry.sha256()?, &target.name), bytes: target.bytes })
}

fn write_release(
    layout: &Layout,
    to: &Path,
    plan: Plan,
    now: Timestamp,
    progress: &dyn Fn(&Progress<'_>) -> ControlFlow<()>,
) -> Result<PublishReport> {
    let Plan { files, timestamp, mut report } = plan;
    // Nothing is replaced until the end, so the answers of the last two steps would change nothing for phones.
    let _ = progress(&Progress::Writing { files: files.len() + 1 });
    for file in &files {
        write_one(layout, file, &mut report)?;
    }
    let _ = progress(&Progress::Verifying);
    verify_release(to, &timestamp.bytes, now)?;
    write_one(layout, &timestamp, &mut report)?;
    Ok(report)
}

fn write_one(layout: &Layout, file: &NewMetadata, report: &mut PublishReport) -> Result<()> {
    if layout.write(&file.name, &file.bytes)? {
        report.files_written.push(file.name.clone());
        report.bytes += file.bytes.len() as u64;
    }
    Ok(())
}
