//! The core as phones load it: small first, in the profile `mobile`.

use std::process::Command;

use crate::test::build::cargo;

/// For the C in it, which is SQLite and zstd. No panic unwinds through C, so it needs no tables for that; a phone compresses
/// only what it keeps for itself, so zstd needs its fastest way alone. `ios/build-xcframework.sh` takes the same file.
const CFLAGS: &str = include_str!("../../bindings/phone.cflags");

/// Relocations packed as the linker of an Android telephone reads them, and as that of this computer does.
pub(crate) const PACKED_FOR_ANDROID: &str = "link-arg=-Wl,--pack-dyn-relocs=android";
pub(crate) const PACKED_HERE: &str = "link-arg=-Wl,-z,pack-relative-relocs";

/// Builds the library for phones; `build` says where it is.
///
/// `--crate-type` is needed: the package is a library for Rust too, and next to one of those cargo silently links without
/// optimising across crates. That costs a fifth of the size.
pub(crate) fn rustc() -> Command {
    let mut cargo = cargo();
    cargo
        .args(["rustc", "--package", "cittadini-bindings", "--lib", "--crate-type", "cdylib"])
        .args(["--profile", "mobile"])
        .env("CFLAGS", CFLAGS.trim());
    cargo
}
