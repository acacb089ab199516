//! The libraries of the APK for the processors of telephones: JNA's own, and the core, which needs Android's NDK.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::phone_build;
use crate::process::succeed;
use crate::terminal::{Outcome, note};

use super::maven::{self, Maven};

/// The processor of nearly every telephone, in Android's words and in Rust's.
const ABI: &str = "arm64-v8a";
const TARGET: &str = "aarch64-linux-android";

/// The compiler of the NDK, named after the oldest Android that the app runs on.
const COMPILER: &str = "aarch64-linux-android26-clang";

/// Lays the libraries into the parts of the APK. Whether the core is among them.
pub(super) fn lay_into(maven: &Maven, parts: &Path) -> Outcome<bool> {
    let folder = parts.join("lib").join(ABI);
    fs::create_dir_all(&folder)?;
    unpack_jna(maven, parts, &folder)?;
    let Some(ndk) = std::env::var_os("ANDROID_NDK_HOME") else { return Ok(false) };
    let library = build_core(Path::new(&ndk))?;
    fs::copy(&library, folder.join("libcittadini_bindings.so"))?;
    Ok(true)
}

fn unpack_jna(maven: &Maven, parts: &Path, to: &Path) -> Outcome {
    let archive =
        maven.file(&format!("net.java.dev.jna:jna:{}", maven::version("jna.version")?), ".aar")?;
    let name = format!("jni/{ABI}/libjnidispatch.so");
    succeed(Command::new("jar").arg("xf").arg(archive).arg(&name).current_dir(parts))?;
    fs::rename(parts.join(&name), to.join("libjnidispatch.so"))?;
    Ok(fs::remove_dir_all(parts.join("jni"))?)
}

/// Builds the core for telephones, as `cargo xtask size` does for this computer.
fn build_core(ndk: &Path) -> Outcome<PathBuf> {
    note(format!("building the core for {TARGET}"))?;
    let tools = ndk.join("toolchains/llvm/prebuilt/linux-x86_64/bin");
    let compiler = tools.join(COMPILER);
    let mut cargo = phone_build::rustc();
    cargo
        .args(["--target", TARGET])
        .env("CARGO_TARGET_AARCH64_LINUX_ANDROID_LINKER", &compiler)
        .env("CC_aarch64_linux_android", &compiler)
        .env("AR_aarch64_linux_android", tools.join("llvm-ar"));
    let built = phone_build::build(&mut cargo, &["-C", phone_build::PACKED_FOR_ANDROID])?;
    // Android's libraries end as Linux's do.
    built.bindings().map(Path::to_owned)
}
