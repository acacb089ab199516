//! The APK, put together without Gradle: shrunk by R8, aligned, signed with a key for development, and verified.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::succeed;
use crate::terminal::{Outcome, bytes, note, say};
use crate::test::tools;

use super::maven::{self, Maven};
use super::native;
use super::published::forget;
use super::resources::{MIN_SDK, Resources};

/// The password of a key that is made anew each time and protects nothing.
const PASSWORD: &str = "cittadini";

/// What the manifest must come out as, in the words of `aapt2 dump badging`.
const BADGING: [&str; 4] = [
    "package: name='org.tutticittadini.app'",
    "launchable-activity: name='org.tutticittadini.app.MainActivity'",
    "uses-permission: name='android.permission.INTERNET'",
    "uses-permission: name='android.permission.ACCESS_NETWORK_STATE'",
];

/// Puts the APK together from what Maven compiled in the modules, verifies it, and says what it weighs.
pub(super) fn assemble(maven: &Maven, module: &Path, resources: &Resources) -> Outcome {
    let target = module.join("target");
    let parts = target.join("apk");
    forget(&target, &["apk"])?;
    fs::create_dir_all(&parts)?;
    shrink(maven, module, &parts)?;
    leave_only_code(&parts)?;
    let whole = native::lay_into(maven, &parts)?;
    let apk = sign(&target, &pack(&target, &parts, resources)?)?;
    verify(&apk)?;
    sizes(&parts, resources, &apk)?;
    if !whole {
        note(
            "THE APK HAS NO CORE: ANDROID_NDK_HOME is not set, so the core was not built for a telephone.",
        )?;
        note("It proves resources, code and signature, and cannot be used.")?;
    }
    Ok(())
}

/// R8 turns the classes of both modules and their libraries into `classes.dex`.
fn shrink(maven: &Maven, module: &Path, to: &Path) -> Outcome {
    let core = maven::project().join("core/target");
    let classes = [("app", module.join("target")), ("core", core)];
    let mut program = Command::new("java");
    program
        .arg("-cp")
        .arg(
            maven
                .file(&format!("com.android.tools:r8:{}", maven::version("r8.version")?), ".jar")?,
        )
        .args(["com.android.tools.r8.R8", "--release", "--min-api", MIN_SDK])
        .arg("--pg-conf")
        .arg(module.join("keep.pro"))
        .arg("--lib")
        .arg(android(maven)?)
        .arg("--lib")
        .arg(java_home()?)
        .arg("--output")
        .arg(to);
    for (name, target) in classes {
        let archive = target.join(format!("{name}.jar"));
        succeed(
            Command::new("jar")
                .arg("cf")
                .arg(&archive)
                .arg("-C")
                .arg(target.join("classes"))
                .arg("."),
        )?;
        program.arg(archive);
    }
    for (name, version) in LINKED {
        program.arg(maven.file(&format!("{name}:{}", maven::version(version)?), ".jar")?);
    }
    succeed(&mut program)
}

/// JNA's jar brings its library for every desktop there is, and other jars what only a JVM reads.
fn leave_only_code(parts: &Path) -> Outcome {
    for entry in fs::read_dir(parts)? {
        let path = entry?.path();
        match path.extension().is_some_and(|ending| ending == "dex") {
            true => {}
            false if path.is_dir() => fs::remove_dir_all(&path)?,
            false => fs::remove_file(&path)?,
        }
    }
    Ok(())
}

/// The libraries that the app links, and the property of the pom with their version.
const LINKED: [(&str, &str); 3] = [
    ("org.jetbrains.kotlin:kotlin-stdlib", "kotlin.version"),
    ("org.jetbrains.kotlinx:kotlinx-coroutines-core-jvm", "coroutines.version"),
    ("net.java.dev.jna:jna", "jna.version"),
];

/// The Android that the app is compiled with.
pub(super) fn android(maven: &Maven) -> Outcome<PathBuf> {
    maven.file(
        &format!("org.robolectric:android-all:{}", maven::version("android.version")?),
        ".jar",
    )
}

/// The JDK, whose classes Robolectric's Android lacks.
fn java_home() -> Outcome<PathBuf> {
    if let Some(home) = std::env::var_os("JAVA_HOME") {
        return Ok(home.into());
    }
    let compiler = std::env::split_paths(&tools::search_path())
        .map(|folder| folder.join("javac"))
        .find(|file| file.is_file())
        .ok_or("javac is not on the path")?;
    let home = compiler.canonicalize()?.ancestors().nth(2).map(Path::to_owned);
    Ok(home.ok_or("javac stands in no JDK")?)
}

/// The resources with the code and the libraries, every file where the system can map it.
fn pack(target: &Path, parts: &Path, resources: &Resources) -> Outcome<PathBuf> {
    let (loose, aligned) = (target.join("loose.apk"), target.join("aligned.apk"));
    fs::copy(&resources.archive, &loose)?;
    succeed(Command::new("zip").args(["-q", "-X", "-r"]).arg(&loose).arg(".").current_dir(parts))?;
    succeed(Command::new("zipalign").args(["-f", "-p", "4"]).arg(&loose).arg(&aligned))?;
    Ok(aligned)
}

fn sign(target: &Path, aligned: &Path) -> Outcome<PathBuf> {
    let (key, apk) = (target.join("development.p12"), target.join("cittadini-development.apk"));
    forget(target, &["development.p12"])?;
    succeed(
        Command::new("keytool")
            .args(["-genkeypair", "-storetype", "PKCS12", "-alias", "development"])
            .args(["-keyalg", "RSA", "-keysize", "2048", "-validity", "30"])
            .args(["-dname", "CN=development", "-storepass", PASSWORD, "-keystore"])
            .arg(&key)
            .stderr(std::process::Stdio::null()),
    )?;
    succeed(
        Command::new("apksigner")
            .args(["sign", "--min-sdk-version", MIN_SDK, "--ks-pass"])
            .arg(format!("pass:{PASSWORD}"))
            .arg("--ks")
            .arg(&key)
            .arg("--out")
            .arg(&apk)
            .arg(aligned),
    )?;
    Ok(apk)
}

/// What the system would check, and what must not have slipped in.
fn verify(apk: &Path) -> Outcome {
    succeed(Command::new("apksigner").args(["verify", "--min-sdk-version", MIN_SDK]).arg(apk))?;
    succeed(
        Command::new("zipalign")
            .args(["-c", "-p", "4"])
            .arg(apk)
            .stdout(std::process::Stdio::null()),
    )?;
    let badging = Command::new("aapt2").args(["dump", "badging"]).arg(apk).output()?;
    let badging = String::from_utf8_lossy(&badging.stdout).into_owned();
    for wanted in BADGING {
        if !badging.contains(wanted) {
            return Err(format!("the APK does not say «{wanted}»:\n{badging}").into());
        }
    }
    match badging.matches("uses-permission:").count() {
        2 => Ok(()),
        many => Err(format!("the APK asks for {many} permissions:\n{badging}").into()),
    }
}

fn sizes(parts: &Path, resources: &Resources, apk: &Path) -> Outcome {
    let of = |file: &Path| -> Outcome<u64> { Ok(fs::metadata(file)?.len()) };
    let code = of(&parts.join("classes.dex"))?;
    say!("\nThe APK, signed with a key for development and verified: {}", apk.display())?;
    say!("  code, shrunk        {}", bytes(code))?;
    say!("  resources and seed  {}", bytes(of(&resources.archive)?))?;
    say!("  in all              {}", bytes(of(apk)?))?;
    Ok(())
}
