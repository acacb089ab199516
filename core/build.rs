//! Checks the UI strings of every language and writes the typed messages of [`crate::l10n::messages`].

use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new("../content/ui");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    println!("cargo::rerun-if-changed={}", folder.display());
    match cittadini_l10n_build::run(folder, "it", &out.join("messages.rs")) {
        Ok(files) => {
            for file in files {
                println!("cargo::rerun-if-changed={}", file.display());
            }
            Ok(())
        }
        Err(error) => {
            for line in error.to_string().lines() {
                println!("cargo::error={line}");
            }
            Err("the UI strings are not complete".into())
        }
    }
}
