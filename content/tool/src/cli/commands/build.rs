//! `cittadini build`: packs and catalogue, unsigned.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use cittadini_core::model::{FactsRange, PackHeader, SCHEMA};
use serde::Serialize;
use serde_json::json;

use super::super::args::BuildArgs;
use super::release;
use crate::draft::{Draft, DraftPack};
use crate::repository::CATALOG;
use crate::signed::sign::canonical;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::moment::day_or_today;
use crate::terminal::style::{GOOD, count, paint, size};
use crate::terminal::words::messages;

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &BuildArgs) -> Outcome {
    check_place(console, &args.to)?;
    let today = day_or_today(args.today);
    let draft = release::release(console, &args.content, today)?;
    let files = files(console, &draft)?;
    replace(&args.to, &files).map_err(|error| Failure::file(console, &args.to, &error))?;
    let bytes = files.values().map(|bytes| bytes.len() as u64).sum();
    let packs: BTreeMap<&str, u64> = files
        .iter()
        .filter_map(|(name, bytes)| Some((name.strip_suffix(".pack")?, bytes.len() as u64)))
        .collect();
    if console.json {
        console.object(&json!({ "to": args.to, "bytes": bytes, "packs": packs }))?;
        return Ok(());
    }
    let path = args.to.display().to_string();
    let done = messages::build_done(count(packs.len()), path, size(bytes));
    let mut lines = vec![paint(GOOD, &console.say(done))];
    for (name, bytes) in packs {
        lines.push(format!("  {}", console.say(messages::build_pack(name, size(bytes)))));
    }
    console.print(&lines.join("\n"))?;
    Ok(())
}

/// Never replaces a folder that holds anything but what this verb wrote.
fn check_place(console: &Console, to: &Path) -> Outcome {
    let entries = match std::fs::read_dir(to) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Failure::file(console, to, &error)),
    };
    let strange = entries.flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name != CATALOG && !name.ends_with(".pack")
    });
    match strange {
        false => Ok(()),
        true => {
            let path = to.display().to_string();
            Err(Failure::new("NotEmpty", console.say(messages::error_not_empty(path))))
        }
    }
}

fn files(console: &Console, draft: &Draft) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for pack in &draft.packs {
        files.insert(format!("{}.pack", pack.name), lines(console, &draft.territory, pack)?);
    }
    files.insert(CATALOG.to_owned(), written(console, &draft.catalog)?);
    Ok(files)
}

fn lines(console: &Console, territory: &str, pack: &DraftPack) -> Outcome<Vec<u8>> {
    let header = PackHeader {
        territory: territory.to_owned(),
        pack: pack.name.clone(),
        seq: 1,
        schema: SCHEMA,
        // A first release: its words fit its facts, and whatever comes after.
        facts: pack.name.starts_with("text-").then_some(FactsRange { min: 1, max: None }),
    };
    let mut bytes = written(console, &header)?;
    bytes.push(b'\n');
    for record in &pack.records {
        bytes.extend_from_slice(record.as_bytes());
        bytes.push(b'\n');
    }
    Ok(bytes)
}

fn written(console: &Console, value: &impl Serialize) -> Outcome<Vec<u8>> {
    canonical(value).map_err(|error| Failure::repository(console, error))
}

/// Writes the files into a folder beside, then puts it in the place of the old one.
fn replace(to: &Path, files: &BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    let parent = match to.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    std::fs::create_dir_all(&parent)?;
    let beside = tempfile::Builder::new().prefix(".cittadini-build-").tempdir_in(&parent)?;
    let new = beside.path().join("new");
    std::fs::create_dir(&new)?;
    for (name, bytes) in files {
        std::fs::write(new.join(name), bytes)?;
    }
    if to.exists() {
        std::fs::rename(to, beside.path().join("old"))?;
    }
    std::fs::rename(&new, to)
}
