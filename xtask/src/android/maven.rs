//! Maven, with everything it fetches in one folder outside the clone, so that only the first run needs the network.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::folder;
use crate::process::succeed;
use crate::terminal::{Outcome, note};
use crate::test::tools;

/// Only warnings, and what the tests say.
const QUIET: [&str; 2] = [
    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
    "-Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire=info",
];

/// Maven in the folder `android/` of the project.
pub(super) struct Maven {
    repository: PathBuf,
    /// Whether the repository already holds all that these files ask for.
    offline: bool,
    /// Where it is noted that it does.
    fetched: PathBuf,
}

impl Maven {
    /// Sees to it that the JDK, Maven and all that the modules ask for are here. If they cannot be, says why.
    pub(super) fn ready(module: &str) -> Result<Self, String> {
        tools::ensure(&tools::JAVAC)?;
        tools::ensure(&tools::MAVEN)?;
        let cache = folder::toolchains();
        let repository = cache.join("maven");
        let fetched = cache.join(format!("maven-{module}-{:016x}", fingerprint(module)?));
        let maven = Self { offline: fetched.is_file(), repository, fetched };
        if !maven.offline {
            maven.fetch(module)?;
        }
        Ok(maven)
    }

    /// What can be had before anything is compiled, so that a network that fails is told from a test that fails.
    fn fetch(&self, module: &str) -> Result<(), String> {
        let _ =
            note(format!("Maven fetches what {module} needs into {}", self.repository.display()));
        let goals = ["dependency:resolve", "dependency:resolve-plugins", "--quiet"];
        succeed(self.command(module).args(goals).stdout(Stdio::null()))
            .map_err(|why| format!("Maven cannot get what {module} needs ({why})"))
    }

    /// Runs a phase for a module. When it has passed once with the network, the next time does without.
    pub(super) fn run(&self, module: &str, prepare: impl FnOnce(&mut Command)) -> Outcome {
        let mut command = self.command(module);
        command.args(["--also-make", "test"]);
        prepare(&mut command);
        let _ = note(match self.offline {
            true => "mvn --offline test",
            false => "mvn test (the first time, with the network)",
        });
        succeed(&mut command)?;
        Ok(fs::write(&self.fetched, "")?)
    }

    fn command(&self, module: &str) -> Command {
        let mut command = Command::new("mvn");
        command
            .current_dir(project())
            .args(["--batch-mode", "--no-transfer-progress", "--projects", module])
            .args(QUIET)
            .arg(format!("-Dmaven.repo.local={}", self.repository.display()));
        if self.offline {
            command.arg("--offline");
        }
        command
    }
}

/// The folder of the Maven project.
pub(super) fn project() -> PathBuf {
    folder::project().join("android")
}

/// What Maven fetches follows from these two files.
fn fingerprint(module: &str) -> Result<u64, String> {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    for pom in [project().join("pom.xml"), project().join(module).join("pom.xml")] {
        read(&pom)?.hash(&mut hasher);
    }
    Ok(hasher.finish())
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
