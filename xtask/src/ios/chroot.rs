//! The Swift toolchain of Debian 13 in a folder outside the clone, whatever Debian this computer runs.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folder;
use crate::process::succeed;
use crate::terminal::{Outcome, note};
use crate::test::tools;

const SET_UP: &str = include_str!("set_up.sh");
const ENTER: &str = include_str!("enter.sh");

/// What stands in the folder when it is complete.
const COMPILER: &str = "usr/libexec/swift/bin/swiftc";

/// The toolchain, and the folders that programs in it see: `/w/ios`, `/w/build`, `/w/library`, `/w/release`.
pub(super) struct Chroot {
    root: PathBuf,
    build: PathBuf,
    library: PathBuf,
    release: PathBuf,
}

impl Chroot {
    /// Sees to it that the toolchain is here. If it cannot be, says why.
    ///
    /// `library` holds the core's library and the command `cittadini`, `release` what the tests read.
    pub(super) fn ready(library: &Path, release: &Path) -> Result<Self, String> {
        let root = folder::toolchains().join("swift");
        set_up(&root)?;
        let here =
            |path: &Path| path.canonicalize().map_err(|e| format!("{}: {e}", path.display()));
        let build = folder::project().join("target/ios");
        std::fs::create_dir_all(&build).map_err(|e| format!("{}: {e}", build.display()))?;
        let [build, library, release] = [here(&build)?, here(library)?, here(release)?];
        let chroot = Self { root, build, library, release };
        chroot
            .run(&["true"])
            .map_err(|_| "programs cannot be run in the Swift toolchain".to_owned())?;
        Ok(chroot)
    }

    /// Runs a program in the folder `ios` of the project.
    pub(super) fn run(&self, program: &[&str]) -> Outcome {
        succeed(&mut self.command(program))
    }

    /// A program in the folder `ios` of the project.
    pub(super) fn command(&self, program: &[&str]) -> Command {
        let mut command = Command::new("sh");
        command
            .args(["-c", ENTER, "sh"])
            .args(program)
            .env("ROOT", &self.root)
            .env("PACKAGE", super::package())
            .env("BUILD", &self.build)
            .env("LIBRARY", &self.library)
            .env("RELEASE", &self.release);
        command
    }
}

fn set_up(root: &Path) -> Result<(), String> {
    if root.join(COMPILER).is_file() {
        return Ok(());
    }
    tools::ensure(&tools::DEBOOTSTRAP)?;
    let _ =
        note(format!("Swift for Linux: Debian 13 into {} (about 550 MB, once)", root.display()));
    let parent = root.parent().unwrap_or(root);
    std::fs::create_dir_all(parent).map_err(|e| format!("{}: {e}", parent.display()))?;
    let mut script = Command::new("sh");
    script.args(["-c", SET_UP, "sh"]).arg(root).env("PATH", tools::search_path());
    succeed(&mut script).map_err(|why| format!("the Swift toolchain could not be set up ({why})"))
}
