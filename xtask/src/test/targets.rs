//! The bindings for phones, type-checked: what differs between targets is found without their linkers and SDKs.
//!
//! Nothing is compiled to machine code or linked, and no C at all, so it proves types and `cfg`s and no more.

use std::path::Path;
use std::process::Command;

use crate::folder;
use crate::process::succeed;
use crate::terminal::{Outcome, note};

use super::Verdict;
use super::build::{Built, cargo};

/// One Android and one iOS target.
const TARGETS: [&str; 2] = ["aarch64-linux-android", "aarch64-apple-ios"];

/// Adds the targets and checks the bindings for each.
pub(super) fn check(_: &Built) -> Verdict {
    match TARGETS.iter().try_for_each(|target| add(target)) {
        Ok(()) => Verdict::of(TARGETS.iter().try_for_each(|target| check_for(target))),
        Err(why) => Verdict::LeftOut(why),
    }
}

/// A target comes from Rust's own server, not from a registry of packages, and that server may be out of reach.
fn add(target: &str) -> Result<(), String> {
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", target]).current_dir(folder::project());
    succeed(&mut rustup).map_err(|error| format!("the target {target} cannot be added: {error}"))
}

fn check_for(target: &str) -> Outcome {
    note(format!("cargo check for {target}"))?;
    let project = folder::project();
    let nowhere = project.join("target");
    succeed(
        cargo()
            .args(["check", "--package", "cittadini-bindings", "--target", target])
            .envs(without_a_c_compiler(target, &nowhere)),
    )
}

/// Build scripts want a C compiler for the target and, for Apple, an SDK. A check uses nothing of what they make.
fn without_a_c_compiler(target: &str, nowhere: &Path) -> [(String, std::ffi::OsString); 3] {
    let target = target.replace('-', "_");
    [
        (format!("CC_{target}"), "true".into()),
        (format!("AR_{target}"), "true".into()),
        ("SDKROOT".into(), nowhere.into()),
    ]
}
