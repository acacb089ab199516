//! Checks the command's own words in every language and writes its typed messages.

use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    typed("ftl", &out.join("messages.rs"))?;
    typed("ftl/reader", &out.join("headings.rs"))
}

fn typed(folder: &str, out: &Path) -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={folder}");
    match cittadini_l10n_build::run(Path::new(folder), "it", out) {
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
            Err("the words of the command are not complete".into())
        }
    }
}
