//! Programs of the system that suites need, and how they come onto a Debian machine.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::terminal::aside;

/// A program and the Debian packages that bring it, the first that exists being enough.
pub(crate) struct Tool {
    program: &'static str,
    packages: &'static [&'static str],
}

/// The web server.
pub(crate) const NGINX: Tool = Tool { program: "nginx", packages: &["nginx-light", "nginx"] };

/// The interpreter.
pub(crate) const PYTHON: Tool = Tool { program: "python3", packages: &["python3"] };

/// What gives an interpreter packages of its own: a module of Python, which Debian leaves out of it.
pub(crate) const PYTHON_VENV: Tool =
    Tool { program: "python3 -m venv", packages: &["python3-venv"] };

/// Lets a program see another time than that of the computer.
pub(crate) const FAKETIME: Tool = Tool { program: "faketime", packages: &["faketime"] };

/// What copies to web hosts.
pub(crate) const RSYNC: Tool = Tool { program: "rsync", packages: &["rsync"] };

/// Writes down the system calls of a program.
pub(crate) const STRACE: Tool = Tool { program: "strace", packages: &["strace"] };

/// The C compiler that knows WebAssembly, its linker and its archiver: what SQLite and zstd are built with.
pub(crate) const CLANG: Tool = Tool { program: "clang", packages: &["clang"] };
pub(crate) const WASM_LD: Tool = Tool { program: "wasm-ld", packages: &["lld"] };
pub(crate) const LLVM_AR: Tool = Tool { program: "llvm-ar", packages: &["llvm"] };

/// What runs scripts outside a browser, and fetches packages of them.
pub(crate) const NODE: Tool = Tool { program: "node", packages: &["nodejs"] };
pub(crate) const NPM: Tool = Tool { program: "npm", packages: &["npm"] };

/// The browser, and letters for every script that the page shows.
pub(crate) const CHROMIUM: Tool = Tool { program: "chromium", packages: &["chromium"] };
pub(crate) const FONTS: Tool = Tool {
    program: "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf",
    packages: &["fonts-noto-core"],
};

/// Debian's Rust for WebAssembly, and its standard library as source.
pub(crate) const DEBIAN_RUST: [Tool; 3] = [
    Tool { program: "/usr/bin/rustc", packages: &["rustc-web"] },
    Tool { program: "/usr/bin/cargo", packages: &["cargo-web"] },
    Tool { program: "/usr/lib/rustlib/src/rust/library/Cargo.toml", packages: &["rust-web-src"] },
];
/// The Java compiler, and with it the Java that Maven and the Kotlin tests run on.
pub(crate) const JAVAC: Tool = Tool {
    program: "javac",
    packages: &["openjdk-17-jdk-headless", "openjdk-21-jdk-headless", "default-jdk-headless"],
};

/// What builds the Android modules.
pub(crate) const MAVEN: Tool = Tool { program: "mvn", packages: &["maven"] };

/// What compiles the app's resources, and puts its APK together.
pub(crate) const AAPT2: Tool = Tool { program: "aapt2", packages: &["aapt"] };
pub(crate) const ZIPALIGN: Tool = Tool { program: "zipalign", packages: &["zipalign"] };
pub(crate) const APKSIGNER: Tool = Tool { program: "apksigner", packages: &["apksigner"] };
pub(crate) const ZIP: Tool = Tool { program: "zip", packages: &["zip"] };

/// What sets up another Debian in a folder.
pub(crate) const DEBOOTSTRAP: Tool = Tool { program: "debootstrap", packages: &["debootstrap"] };

/// Folders of programs that are not on everybody's path.
const ALSO: [&str; 2] = ["/usr/sbin", "/usr/local/sbin"];

impl Tool {
    /// Its name on the search path.
    pub(crate) fn program(&self) -> &'static str {
        self.program
    }
}

/// What Debian asks before it starts a service; without it, a freshly installed nginx would listen on port 80.
const POLICY: &str = "/usr/sbin/policy-rc.d";

/// The path on which suites look for programs.
pub(crate) fn search_path() -> OsString {
    let own = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&own).chain(ALSO.iter().map(PathBuf::from));
    std::env::join_paths(folders).unwrap_or(own)
}

/// Sees to it that a tool is there. If it cannot be, says why.
pub(crate) fn ensure(tool: &Tool) -> Result<(), String> {
    ensure_that(tool, || is_there(tool.program))
}

/// As [`ensure`], for a tool that is no program on the search path.
pub(crate) fn ensure_that(tool: &Tool, is_there_now: impl Fn() -> bool) -> Result<(), String> {
    if is_there_now() {
        return Ok(());
    }
    if !is_there("apt-get") || !is_root() {
        return Err(format!("{} is missing (only root on Debian can install it)", tool.program));
    }
    install(tool);
    match is_there_now() {
        true => Ok(()),
        false => Err(format!("{} is missing and could not be installed", tool.program)),
    }
}

fn is_there(program: &str) -> bool {
    std::env::split_paths(&search_path()).any(|folder| folder.join(program).is_file())
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| String::from_utf8_lossy(&id.stdout).trim() == "0")
}

fn install(tool: &Tool) {
    let _held_back = HoldServicesBack::new();
    apt(&["update"]);
    for package in tool.packages {
        if apt(&["install", "--yes", "--no-install-recommends", package]) {
            return;
        }
    }
}

fn apt(arguments: &[&str]) -> bool {
    let _ = aside(format!("apt-get {}", arguments.join(" ")));
    Command::new("apt-get")
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdin(Stdio::null())
        .stdout(Stdio::from(io::stderr()))
        .status()
        .is_ok_and(|status| status.success())
}

/// As long as this lives, installing a package starts no service. A policy that is already there stays.
struct HoldServicesBack {
    ours: bool,
}

impl HoldServicesBack {
    fn new() -> Self {
        let ours = !Path::new(POLICY).exists() && write_policy().is_ok();
        Self { ours }
    }
}

impl Drop for HoldServicesBack {
    fn drop(&mut self) {
        if self.ours {
            let _ = std::fs::remove_file(POLICY);
        }
    }
}

#[cfg(unix)]
fn write_policy() -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::write(POLICY, "#!/bin/sh\nexit 101\n")?;
    std::fs::set_permissions(POLICY, std::fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn write_policy() -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}
