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

/// Maven in the folder `android/` of the project, for one of its modules.
pub(super) struct Maven {
    module: &'static str,
    repository: PathBuf,
    /// Whether the repository already holds all that these files ask for.
    offline: bool,
    /// Where it is noted that it does.
    fetched: PathBuf,
}

impl Maven {
    /// Sees to it that the JDK, Maven and all that some modules ask for are here, for the tests of one. If they cannot be,
    /// says why. `resolved` are the modules of which everything can be had before anything is compiled.
    pub(super) fn ready(resolved: &[&str], module: &'static str) -> Result<Self, String> {
        tools::ensure(&tools::JAVAC)?;
        tools::ensure(&tools::MAVEN)?;
        let cache = folder::toolchains();
        let repository = cache.join("maven");
        let poms = resolved.iter().copied().chain([module]);
        let fetched = cache.join(format!("maven-{module}-{:016x}", fingerprint(poms)?));
        let maven = Self { module, offline: fetched.is_file(), repository, fetched };
        if !maven.offline {
            for goal in ["dependency:resolve", "dependency:resolve-plugins"] {
                maven.fetch(&resolved.join(","), goal)?;
            }
        }
        Ok(maven)
    }

    /// What can be had before anything is compiled, so that a network that fails is told from a test that fails.
    fn fetch(&self, modules: &str, goal: &str) -> Result<(), String> {
        let _ =
            note(format!("Maven fetches what {modules} needs into {}", self.repository.display()));
        succeed(self.command(modules).args([goal, "--quiet"]).stdout(Stdio::null()))
            .map_err(|why| format!("Maven cannot get what {modules} needs ({why})"))
    }

    /// Compiles the module with those it needs, and runs its tests. When that has passed once with the network, the next
    /// time does without.
    pub(super) fn test(&self, prepare: impl FnOnce(&mut Command) -> Outcome) -> Outcome {
        let mut command = self.command(self.module);
        command.args(["--also-make", "test"]);
        prepare(&mut command)?;
        let _ = note(match self.offline {
            true => "mvn --offline test",
            false => "mvn test (the first time, with the network)",
        });
        succeed(&mut command)?;
        Ok(fs::write(&self.fetched, "")?)
    }

    /// A file that was fetched: `group:artifact:version`, and how its name ends after the version (`.jar`).
    pub(super) fn file(&self, name: &str, ending: &str) -> Outcome<PathBuf> {
        let [group, artifact, version] = name.split(':').collect::<Vec<_>>()[..] else {
            return Err(format!("«{name}» is not group:artifact:version").into());
        };
        let folder = self.repository.join(group.replace('.', "/")).join(artifact).join(version);
        let file = folder.join(format!("{artifact}-{version}{ending}"));
        match file.is_file() {
            true => Ok(file),
            false => Err(format!("Maven did not bring {}", file.display()).into()),
        }
    }

    fn command(&self, modules: &str) -> Command {
        let mut command = Command::new("mvn");
        command
            .current_dir(project())
            .args(["--batch-mode", "--no-transfer-progress", "--projects", modules])
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

/// The version that the project's pom names so.
pub(super) fn version(property: &str) -> Outcome<String> {
    let pom = read(&project().join("pom.xml"))?;
    let (open, close) = (format!("<{property}>"), format!("</{property}>"));
    let found = pom.split_once(&open).and_then(|(_, rest)| rest.split_once(&close));
    Ok(found.ok_or_else(|| format!("android/pom.xml names no {property}"))?.0.to_owned())
}

/// What Maven fetches follows from the poms.
fn fingerprint<'a>(modules: impl Iterator<Item = &'a str>) -> Result<u64, String> {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    read(&project().join("pom.xml"))?.hash(&mut hasher);
    for module in modules {
        read(&project().join(module).join("pom.xml"))?.hash(&mut hasher);
    }
    Ok(hasher.finish())
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
