//! The page for content teams, `docs/publishing.md`, command by command, with a phone that has to accept what comes of it.
#![cfg(unix)]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

// Each file of tests takes of the desk what it needs.
#[allow(dead_code)]
mod desk;
#[path = "publishing/page.rs"]
mod page;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use cittadini::serve::Server;
use serde_json::Value;

use desk::{Desk, copy};
use page::{Block, Kind, sections};

const PASSPHRASE: &str = "otto cavalli verdi";
const WAITING: i32 = 9;
const UNTRUSTED: i32 = 4;

/// A team at its desk, the web server from which phones fetch, and the phone that was there from the first day.
struct Team {
    desk: Desk,
    web: Server,
}

impl Team {
    fn new() -> Self {
        let desk = Desk::new();
        fs::create_dir(desk.path("web")).unwrap();
        fs::create_dir(desk.path("keys")).unwrap();
        fs::create_dir(desk.path("robot")).unwrap();
        fs::write(desk.path("robot/passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        let web = Server::start(&desk.path("web"), 0).unwrap();
        Self { desk, web }
    }

    /// Runs lines as the page has them. The passphrase is told where the page has somebody type it.
    fn shell(&self, lines: &str, passphrase: Option<&str>) -> Output {
        let program = Path::new(env!("CARGO_BIN_EXE_cittadini")).parent().unwrap();
        let path = std::env::var("PATH").unwrap();
        let mut command = Command::new("bash");
        command
            .args(["-euo", "pipefail", "-c", lines])
            .current_dir(self.desk.path(""))
            .env("PATH", format!("{}:{path}", program.display()))
            .env("HOME", self.desk.path(""))
            .env("PLACE", "web")
            .env("TERRITORY", "terra-di-prova")
            .env_remove("CITTADINI_PASSPHRASE");
        if let Some(passphrase) = passphrase {
            command.env("CITTADINI_PASSPHRASE", passphrase);
        }
        command.output().unwrap()
    }

    fn run(&self, block: &Block) {
        let (lines, passphrase, wanted) = match block.kind {
            Kind::Commands => (block.lines.clone(), Some(PASSPHRASE), 0),
            Kind::Waits => (block.lines.clone(), Some(PASSPHRASE), WAITING),
            Kind::Cron => (page::command_of_cron(&block.lines), None, 0),
        };
        let output = self.shell(&lines, passphrase);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let said = format!("{lines}\n{said}{}", String::from_utf8_lossy(&output.stdout));
        assert_eq!(output.status.code(), Some(wanted), "{said}");
    }

    fn sync(&self, phone: &str, root: &str, url: &str) -> Output {
        let line = format!("reader sync --json --data {phone} --root {root} --repository {url}");
        self.desk.run(&line)
    }

    /// The phone syncs, with the root that its app came with, and has this release.
    fn phone_has(&self, release: u64) {
        for phone in ["old-phone".to_owned(), format!("new-phone-{release}")] {
            let output = self.sync(&phone, "app-root.json", &self.web.url());
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(0), "{phone}: {said}");
            let report: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(report["release"], release, "{phone}: {report}");
        }
    }

    /// A phone refuses what lies at the place now, and still reads what it has.
    fn phone_refuses(&self, phone: &str, root: &str, url: &str) {
        let output = self.sync(phone, root, url);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(UNTRUSTED), "{said}");
    }

    fn set_fee(&self, old: &str, new: &str) {
        let path = self.desk.path("content/facts/fees/f-bollo-di-prova.yaml");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{text}");
        fs::write(&path, text.replace(old, new)).unwrap();
    }

    /// The newest version of a role at the place.
    fn newest(&self, role: &str) -> PathBuf {
        let version = |path: &PathBuf| -> Option<u64> {
            let name = path.file_name()?.to_str()?;
            name.strip_suffix(&format!(".{role}.json"))?.parse().ok()
        };
        let files = fs::read_dir(self.desk.path("web/metadata")).unwrap();
        let files = files.map(|entry| entry.unwrap().path());
        files.filter(|path| version(path).is_some()).max_by_key(version).unwrap()
    }

    /// With one signature less than it has, a file at the place is refused by a phone that has not seen it yet.
    fn one_signature_is_too_few(&self, role: &str) {
        let path = self.newest(role);
        let whole = fs::read(&path).unwrap();
        let mut file: Value = serde_json::from_slice(&whole).unwrap();
        let signatures = file["signatures"].as_array_mut().unwrap();
        assert!(signatures.len() >= 2, "{role} has {} signatures", signatures.len());
        signatures.remove(0);
        fs::write(&path, file.to_string()).unwrap();
        let name = format!("{role}-phone");
        self.phone_refuses(&name, "app-root.json", &self.web.url());
        fs::write(&path, whole).unwrap();
        assert_eq!(
            self.sync(&name, "app-root.json", &self.web.url()).status.code(),
            Some(0),
            "the next honest sync succeeds"
        );
    }
}

#[test]
fn the_page_for_publishing_says_what_works() {
    let team = Team::new();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/publishing.md");
    for section in sections(&fs::read_to_string(page).unwrap()) {
        before(&team, &section.title);
        for (place, block) in section.blocks.iter().enumerate() {
            team.run(block);
            within(&team, &section.title, place);
        }
        if !section.blocks.is_empty() {
            after(&team, &section.title);
        }
    }
}

/// What happens in the world before somebody opens the page at a section.
fn before(team: &Team, section: &str) {
    match section {
        "Every day" => team.set_fee("16.00", "17.00"),
        "Four eyes for facts" => team.set_fee("17.00", "18.00"),
        "The online key is stolen" => {
            // The thief has the robot's computer, and goes as far as the key allows.
            copy(&team.desk.path("robot"), &team.desk.path("thief"));
            let steal = "cittadini fetch --from web --repository thief/release --keys thief/keys\n\
                         cittadini refresh --keys thief/keys --repository thief/release --to web";
            assert_eq!(team.shell(steal, Some(PASSPHRASE)).status.code(), Some(0));
            // Publishing from the team's folder would now turn phones back, and says so.
            let publish = "cittadini publish --keys keys --repository release --to web";
            assert_eq!(team.shell(publish, Some(PASSPHRASE)).status.code(), Some(1));
        }
        _ => {}
    }
}

/// What is tried between two blocks of a section.
fn within(team: &Team, section: &str, block: usize) {
    if (section, block) == ("Four eyes for facts", 1) {
        // The release is half signed; phones have the one before.
        team.phone_has(2);
        let again = "cittadini publish --json --keys keys --repository release --to web";
        let output = team.shell(again, Some(PASSPHRASE));
        assert_eq!(output.status.code(), Some(WAITING));
        let said: Value = serde_json::from_slice(&output.stdout).unwrap();
        let facts = &said["waiting"][0];
        assert_eq!((&facts["role"], &facts["needs"][0]["have"]), (&"facts".into(), &1.into()));
        assert_eq!(facts["needs"][0]["keys"], serde_json::json!(["facts-2"]));
        assert!(facts["file"].as_str().unwrap().starts_with("keys/waiting/"), "{facts}");
        let status = team.shell("cittadini keys status --json --keys keys", None);
        let status: Value = serde_json::from_slice(&status.stdout).unwrap();
        assert_eq!(status["waiting"], said["waiting"]);
    }
}

/// What must hold after each section that has commands. A section that nobody has thought of here is a failure.
fn after(team: &Team, section: &str) {
    match section {
        "The first ceremony" => team.phone_has(1),
        "A new consortium: from nothing to its poster" => poster_and_list_agree(team),
        "Every day" | "The robot" => team.phone_has(2),
        "A stick for the desk" => {
            let import = "cittadini reader import cittadini.release --json \
                          --data stick-phone --root app-root.json";
            let output = team.shell(import, None);
            assert_eq!(output.status.code(), Some(0), "{output:?}");
            let said: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!((&said["release"], &said["problem"]), (&2.into(), &Value::Null));
        }
        "Four eyes for facts" => {
            team.phone_has(3);
            team.one_signature_is_too_few("facts");
        }
        "Somebody leaves" => {
            team.phone_has(4);
            team.one_signature_is_too_few("root");
        }
        "A key is lost" => team.phone_has(5),
        "The online key is stolen" => thief_is_refused(team),
        "The year passes" => team.phone_has(6),
        "The quorum is lost" => {
            let new = Server::start(&team.desk.path("web-new"), 0).unwrap();
            // No server brings another lineage; an app that comes with the new root reads there.
            team.phone_refuses("old-phone", "app-root.json", &new.url());
            // The phone of the first day has walked along many roots since; the new lineage begins with its first.
            copy(&team.desk.path("old-phone"), &team.desk.path("updated-phone"));
            let output = team.sync("updated-phone", "new-keys/root.json", &new.url());
            assert_eq!(output.status.code(), Some(0));
            team.phone_has(6);
        }
        other => panic!("the page has a section «{other}» that no test knows"),
    }
}

/// What hangs on the wall and what an app carries show the same fingerprint.
fn poster_and_list_agree(team: &Team) {
    let list = team.shell(
        "cittadini reader territories --json --data listed --territories territories.json",
        None,
    );
    let list: Value = serde_json::from_slice(&list.stdout).unwrap();
    let known = &list["territories"][0];
    assert_eq!(
        (&known["came_with_app"], &known["host"]),
        (&true.into(), &"contenuti.example.org".into())
    );
    let poster = std::fs::read_to_string(team.desk.path("poster.html")).unwrap();
    for group in known["fingerprint"].as_str().unwrap().split(' ') {
        assert!(poster.contains(group), "{group}");
    }
    assert!(!poster.contains("class=\"trial\""), "the keys are real");
}

fn thief_is_refused(team: &Team) {
    team.phone_has(6);
    // What the stolen key signs from now on, handed out by the thief's own server.
    let sign = "cittadini refresh --keys thief/keys --repository thief/release --to thief/release";
    assert_eq!(team.shell(sign, Some(PASSPHRASE)).status.code(), Some(0));
    // With the new root beside it, since a thief need not hide it.
    let root = team.newest("root");
    let name = root.file_name().unwrap();
    fs::copy(&root, team.desk.path("thief/release/metadata").join(name)).unwrap();
    let theirs = Server::start(&team.desk.path("thief/release"), 0).unwrap();
    team.phone_refuses("old-phone", "app-root.json", &theirs.url());
    team.phone_refuses("fresh-phone", "keys/root.json", &theirs.url());
    // At the place itself: the robot's old keys know an old root only.
    let publish = "cittadini refresh --keys thief/keys --repository thief/release --to web";
    assert_ne!(team.shell(publish, Some(PASSPHRASE)).status.code(), Some(0));
    team.phone_has(6);
}

#[test]
fn nobody_is_asked_for_a_passphrase_where_nobody_sits() {
    let team = Team::new();
    let new = "cittadini keys new facts-1 --territory prova --keys keys";
    assert_eq!(team.shell(new, None).status.code(), Some(1));
    assert_eq!(team.shell(new, Some("corta")).status.code(), Some(1));
    assert_eq!(team.shell(new, Some(PASSPHRASE)).status.code(), Some(0));
    assert_eq!(team.shell(new, Some(PASSPHRASE)).status.code(), Some(1), "never overwritten");
}

#[test]
fn a_passphrase_comes_from_a_file_descriptor_or_a_variable_of_its_own() {
    let team = Team::new();
    let own = "CITTADINI_PASSPHRASE_FACTS_1='cinque asini blu' \
               cittadini keys new facts-1 --territory prova --keys keys";
    assert_eq!(team.shell(own, Some(PASSPHRASE)).status.code(), Some(0));
    let file = "cittadini keys new facts-2 --territory prova --keys keys --passphrase-file /dev/fd/3 \
                3<<< 'sei mucche rosse'";
    assert_eq!(team.shell(file, None).status.code(), Some(0));
}

#[test]
fn real_keys_are_not_made_all_at_once_and_in_the_clear() {
    let desk = Desk::new();
    let output = desk.run("keys init --keys keys --content content --lang en");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("docs/publishing.md"));
    assert!(!desk.path("keys").exists());
}

#[test]
fn the_status_fails_when_something_is_late_and_says_what() {
    let desk = Desk::new();
    desk.published();
    let status = |days: i64| {
        let later = jiff::SignedDuration::from_hours(24 * days);
        let clock = jiff::Timestamp::now().checked_add(later).unwrap();
        desk.run(&format!("keys status --json --keys keys --repository repository --clock {clock}"))
    };
    let late = |output: &Output| -> Vec<String> {
        let said: Value = serde_json::from_slice(&output.stdout).unwrap();
        let all = said["expiries"].as_array().unwrap();
        let late = all.iter().filter(|expiry| expiry["late"] == true);
        late.map(|expiry| expiry["role"].as_str().unwrap().to_owned()).collect()
    };
    // Timestamp 14 days, late under 3; snapshot 60, under 21; roles 365, under 21; root 730, under 60.
    for (days, code, roles) in
        [(10, 0, vec![]), (12, 1, vec!["timestamp"]), (40, 1, vec!["timestamp", "snapshot"])]
    {
        let output = status(days);
        assert_eq!(output.status.code(), Some(code), "{days}");
        assert_eq!(late(&output), roles, "{days}");
    }
    assert!(late(&status(345)).contains(&"text-ar".to_owned()));
    assert!(!late(&status(669)).contains(&"root".to_owned()));
    assert!(late(&status(671)).contains(&"root".to_owned()));
}
