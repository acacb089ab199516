//! From the crate to the files that a browser loads: cargo, wasm-bindgen, wasm-opt.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::folder;
use crate::phone_build;
use crate::process::succeed;
use crate::terminal::{Outcome, note};
use crate::test::build::cargo;

use super::toolchain::{Rust, Tools};

const TARGET: &str = "wasm32-unknown-unknown";

/// The name of the crate as a library, and so of what is made from it.
const NAME: &str = "cittadini_web";

/// What Chromium, Firefox and Safari of the last years all know. Never all features: browsers refuse the result.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// SQLite as everywhere: `.cargo/config.toml` says what it is without.
const SQLITE: &str = env!("LIBSQLITE3_FLAGS");

/// What the crate that compiles SQLite for browsers would add to it, and its log, for which a browser has no shared memory.
const WITHOUT: &str = "-USQLITE_ENABLE_SESSION -USQLITE_ENABLE_PREUPDATE_HOOK -USQLITE_ENABLE_MATH_FUNCTIONS \
    -USQLITE_ENABLE_BYTECODE_VTAB -USQLITE_ENABLE_DBPAGE_VTAB -USQLITE_ENABLE_STMTVTAB \
    -USQLITE_ENABLE_OFFSET_SQL_FUNC -USQLITE_ENABLE_UNLOCK_NOTIFY -USQLITE_ENABLE_UNKNOWN_SQL_FUNCTION \
    -DSQLITE_OMIT_WAL";

/// Builds the crate; the folder with the module and its script.
pub(super) fn package(tools: &Tools) -> Outcome<PathBuf> {
    let wasm = compile(tools)?;
    let package = folder::project().join("target/web/package");
    let made_from = folder::project().join("target/web/package.from");
    let from = fingerprint(&wasm)?;
    if std::fs::read_to_string(&made_from).is_ok_and(|made| made == from) {
        return Ok(package);
    }
    // Until it is whole again, it is made from nothing.
    std::fs::create_dir_all(&package)?;
    std::fs::write(&made_from, "")?;
    note("wasm-bindgen")?;
    Bindgen::new()
        .input_path(&wasm)
        .web(true)?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&package)?;
    optimise(tools, &package.join(format!("{NAME}_bg.wasm")))?;
    std::fs::write(&made_from, from)?;
    Ok(package)
}

/// What a package is made from: the module, and how it is made smaller.
fn fingerprint(wasm: &Path) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    hasher.write(&std::fs::read(wasm)?);
    FEATURES.hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}

fn compile(tools: &Tools) -> Outcome<PathBuf> {
    let mut command = match tools.rust() {
        Rust::Rustup => cargo(),
        Rust::Debian => debian_cargo(),
    };
    note(format!("cargo build for {TARGET}, with {}", tools.rust()))?;
    let target = match tools.rust() {
        Rust::Rustup => folder::project().join("target"),
        // Another compiler: its files must not mix with those of the first.
        Rust::Debian => folder::project().join("target/debian-rust"),
    };
    succeed(
        command
            .args(["build", "--package", "cittadini-web", "--profile", "web", "--target", TARGET])
            .args(match tools.rust() {
                Rust::Rustup => &[][..],
                Rust::Debian => &["-Zbuild-std=std,panic_abort"][..],
            })
            .env("CARGO_TARGET_DIR", &target)
            .env("CC_wasm32_unknown_unknown", tools.clang())
            .env("AR_wasm32_unknown_unknown", tools.ar())
            .env("CFLAGS_wasm32_unknown_unknown", phone_build::CFLAGS.trim())
            .env("RUSTFLAGS", phone_build::CRYPTOGRAPHY)
            .env("SQLITE_WASM_RS_FLAGS", format!("{SQLITE} {WITHOUT}")),
    )?;
    Ok(target.join(TARGET).join("web").join(format!("{NAME}.wasm")))
}

/// Debian's compiler builds the standard library for the target from source.
fn debian_cargo() -> Command {
    let mut cargo = Command::new("/usr/bin/cargo");
    cargo
        .current_dir(folder::project())
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld")
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("RUSTC_WRAPPER");
    cargo
}

fn optimise(tools: &Tools, wasm: &Path) -> Outcome {
    note("wasm-opt")?;
    let small = wasm.with_extension("small");
    succeed(
        Command::new(tools.node())
            .arg(tools.wasm_opt())
            .args([
                "-Oz",
                "--converge",
                "--strip-debug",
                "--strip-producers",
                "--strip-target-features",
            ])
            .args(FEATURES)
            .arg(wasm)
            .arg("--output")
            .arg(&small),
    )?;
    Ok(std::fs::rename(small, wasm)?)
}
