//! `cittadini territories`: the list that an app carries, out of published repositories.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cittadini_core::territories::{List, Shipped, looks_like};
use serde_json::json;

use super::super::args::TerritoriesArgs;
use super::publish::refuse_development;
use crate::files::write_atomically;
use crate::poster::invitation;
use crate::repository::Identity;
use crate::signed::{Error, Result};
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::style::{GOOD, paint};
use crate::terminal::words::messages;

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &TerritoriesArgs) -> Outcome {
    let failed = |error| Failure::repository(console, error);
    let mut territories: Vec<Shipped> = Vec::new();
    for (repository, addresses) in by_repository(&args.repositories) {
        let identity = Identity::of(&repository).map_err(failed)?;
        refuse_development(console, identity.development, args.dev)?;
        let territory = shipped(&identity, addresses).map_err(failed)?;
        clash(&territories, &territory).map_err(failed)?;
        territories.push(territory);
    }
    let count = territories.len().to_string();
    let list = List { territories };
    let bytes = list.to_bytes().map_err(|error| failed(Error::Refused(error.to_string())))?;
    write_atomically(&args.to, &bytes).map_err(failed)?;
    if console.json {
        let ids: Vec<&str> = list.territories.iter().map(|found| found.id.as_str()).collect();
        console.object(&json!({ "file": args.to, "territories": ids }))?;
        return Ok(());
    }
    let done = messages::territories_done(count, args.to.display().to_string());
    console.print(&paint(GOOD, &console.say(done)))?;
    Ok(())
}

/// The addresses of each folder, the folders in the order in which they were named first.
fn by_repository(named: &[(PathBuf, String)]) -> Vec<(PathBuf, Vec<String>)> {
    let mut places = BTreeMap::new();
    let mut all: Vec<(PathBuf, Vec<String>)> = Vec::new();
    for (folder, address) in named {
        let place = *places.entry(folder.as_path()).or_insert_with(|| {
            all.push((Path::to_owned(folder), Vec::new()));
            all.len() - 1
        });
        if let Some((_, addresses)) = all.get_mut(place) {
            addresses.push(address.clone());
        }
    }
    all
}

/// Held to what a poster is held to: what cannot stand there cannot be told from it either.
fn shipped(identity: &Identity, addresses: Vec<String>) -> Result<Shipped> {
    let checked = addresses.iter().map(|address| Ok(invitation(identity, address)?.repository));
    let root = String::from_utf8(identity.root.clone())
        .map_err(|_| Error::damaged("root.json", "is no text"))?;
    Ok(Shipped {
        id: identity.catalog.territory.clone(),
        name_it: identity.catalog.name_it.clone(),
        municipalities: identity.catalog.municipalities.clone(),
        repository: checked.collect::<Result<_>>()?,
        root,
    })
}

/// Two that a reader could take for one another do not belong into one app.
fn clash(known: &[Shipped], new: &Shipped) -> Result<()> {
    let same = |other: &&Shipped| other.id == new.id || looks_like(&other.name_it, &new.name_it);
    match known.iter().find(same) {
        Some(other) => Err(Error::Refused(format!(
            "«{}» ({}) and «{}» ({}) could be taken for one another",
            other.name_it, other.id, new.name_it, new.id
        ))),
        None => Ok(()),
    }
}
