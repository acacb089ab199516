//! `cittadini keys sign`: one signature for a file that waits.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::waiting;
use crate::cli::args::KeysSignArgs;
use crate::keys::{Keys, Pending, Request, add_signature, described, key_name};
use crate::signed::Result;
use crate::status::Waits;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::passphrase::Asked;
use crate::terminal::style::{GOOD, TITLE, paint};
use crate::terminal::words::messages;

/// Runs the verb.
pub(super) fn run(console: &mut Console, args: &KeysSignArgs) -> Outcome {
    let failed = |console: &Console, error| Failure::repository(console, error);
    let request = Request::read(&args.file, &args.keys).map_err(|error| failed(console, error))?;
    // Whoever types a passphrase has read what it is for.
    for line in summary(console, &request, &args.keys).map_err(|error| failed(console, error))? {
        console.note(&line)?;
    }
    let asked = Asked::new(console, args.passphrase.passphrase_file.as_ref());
    let key = key_file(&args.key, &args.keys);
    let signed = add_signature(&args.file, &args.keys, &key, &asked)
        .map_err(|error| failed(console, error))?;
    let new_root = signed.new_root;
    let waits = Waits { file: args.file.clone(), missing: signed.missing };
    if console.json {
        console.object(&json!({ "signed": waits, "new_root": new_root }))?;
        return Ok(());
    }
    let file = args.file.display().to_string();
    let done = messages::keys_sign_done(args.key.as_str(), file);
    let mut lines = vec![paint(GOOD, &console.say(done))];
    match new_root {
        Some(version) => lines.push(console.say(messages::keys_root_holds(version.to_string()))),
        None => lines.extend(waiting::lines(console, &[waits], &args.keys)),
    }
    console.print(&lines.join("\n"))?;
    Ok(())
}

/// A key of the key folder by its name, or any other by its path.
fn key_file(key: &str, folder: &Path) -> PathBuf {
    match key.ends_with(".pem") {
        true => PathBuf::from(key),
        false => folder.join(format!("{key}.pem")),
    }
}

/// What the file says, and what of it is news.
fn summary(console: &Console, request: &Request, folder: &Path) -> Result<Vec<String>> {
    let (version, expires) = match &request.pending {
        Pending::Root(root) => (root.signed.version, root.signed.expires),
        Pending::Targets(role) => (role.signed.version, role.signed.expires),
    };
    let head =
        messages::keys_sign_what(expires.to_string(), request.role.as_str(), version.to_string());
    let mut lines = vec![paint(TITLE, &console.say(head))];
    for (what, said) in described(&request.pending) {
        lines.push(format!("  {what}: {}", readable(&said, folder)?));
    }
    if let Pending::Root(root) = &request.pending
        && folder.join("root.json").is_file()
    {
        let old = Keys::open(folder)?;
        let (old, new) = (&old.root().signed.keys, &root.signed.keys);
        let names = |of: Vec<&String>| -> Result<String> {
            let names =
                of.into_iter().map(|id| key_name(folder, id)).collect::<Result<Vec<_>>>()?;
            Ok(names.join(", "))
        };
        let come = names(new.keys().filter(|id| !old.contains_key(*id)).collect())?;
        let go = names(old.keys().filter(|id| !new.contains_key(*id)).collect())?;
        if !come.is_empty() {
            lines.push(console.say(messages::keys_sign_come(come)));
        }
        if !go.is_empty() {
            lines.push(console.say(messages::keys_sign_go(go)));
        }
    }
    Ok(lines)
}

/// `2: root-1, root-2, root-3` for keys, the bare object for anything else.
fn readable(said: &Value, folder: &Path) -> Result<String> {
    let (Some(threshold), Some(keys)) = (said.get("threshold"), said.get("keys")) else {
        return Ok(said.to_string());
    };
    let ids = keys.as_array().into_iter().flatten().filter_map(Value::as_str);
    let mut names = ids.map(|id| key_name(folder, id)).collect::<Result<Vec<_>>>()?;
    names.sort();
    Ok(format!("{threshold}: {}", names.join(", ")))
}
