//! The core as phones load it: small first, in the profile `mobile`.

use std::process::Command;

use crate::folder;
use crate::terminal::Outcome;
use crate::test::build::{self, Built, cargo};

/// For the C in it, which is SQLite and zstd. Nobody outside calls it. No panic unwinds through C, so it needs no tables for that; a phone compresses
/// only what it keeps for itself, so zstd needs its fastest way alone, and of several ways to decompress the same the
/// smallest. A browser's module is built with it, too, and `ios/build-xcframework.sh` takes the same file.
pub(crate) const CFLAGS: &str = include_str!("../../bindings/phone.cflags");

/// Relocations packed as the linker of an Android telephone reads them, and as that of this computer does.
pub(crate) const PACKED_FOR_ANDROID: &str = "link-arg=-Wl,--pack-dyn-relocs=android";
pub(crate) const PACKED_HERE: &str = "link-arg=-Wl,-z,pack-relative-relocs";

/// For the linker: leaves out how UniFFI describes the calls to its generator. That reads a library that was built for tests,
/// and no shell asks. In an app for Apple's systems nobody refers to it, and it goes by itself.
const NOT_SHIPPED: &str = "bindings/phone.ld";

/// How large a function may be that is copied to where it is called; measured, with `z` alone it is less. Many a function is
/// smaller without the call, and the tables that a call needs for unwinding.
const INLINING: &str = "llvm-args=-inline-threshold=15";

/// Signatures and hashes without what a telephone's processor cannot run (vectors of x86-64), and with loops in place of
/// their unrolled rounds: processors of telephones have instructions for SHA-256, and a pack is hashed in a moment without.
pub(crate) const CRYPTOGRAPHY: &str =
    "--cfg curve25519_dalek_backend=\"serial\" --cfg sha2_backend_soft=\"compact\"";

/// Builds the library for phones with more arguments for the compiler.
pub(crate) fn build(cargo: &mut Command, last: &[&str]) -> Outcome<Built> {
    let script = format!("link-arg=-Wl,-T,{}", folder::project().join(NOT_SHIPPED).display());
    build::build(cargo, &[&["-C", &script, "-C", INLINING], last].concat())
}

/// The command that builds the library for phones; [`build`] runs it.
///
/// `--crate-type` is needed: the package is a library for Rust too, and next to one of those cargo silently links without
/// optimising across crates. That costs a fifth of the size.
pub(crate) fn rustc() -> Command {
    let mut cargo = cargo();
    cargo
        .args(["rustc", "--package", "cittadini-bindings", "--lib", "--crate-type", "cdylib"])
        .args(["--profile", "mobile"])
        .env("CFLAGS", CFLAGS.trim())
        .env("RUSTFLAGS", CRYPTOGRAPHY);
    cargo
}
