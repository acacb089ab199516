//! Publishing to real hosts: an S3-compatible server and an rsync daemon, both on the loopback interface.
//!
//! `cargo xtask test` installs what these tests start.
#![cfg(unix)]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

// Each file of tests takes of the desk what it needs.
#[allow(dead_code)]
mod desk;
#[path = "hosts/proxy.rs"]
mod proxy;
#[path = "hosts/rsync.rs"]
mod rsync;
#[path = "hosts/s3.rs"]
mod s3;
#[path = "hosts/team.rs"]
mod team;

use serde_json::Value;

use rsync::Daemon;
use s3::Store;
use team::{Host, Team};

/// Every promise about publishing to a host, for one kind of host.
macro_rules! promises {
    ($module:ident, $host:ty) => {
        mod $module {
            use super::*;

            #[test]
            fn a_published_release_is_read_by_a_phone() {
                super::a_published_release_is_read_by_a_phone(&<$host>::start());
            }

            #[test]
            fn only_what_changed_is_sent() {
                super::only_what_changed_is_sent(&<$host>::start());
            }

            #[test]
            fn a_newer_release_is_never_replaced_and_can_be_taken_over() {
                super::a_newer_release_is_never_replaced(&<$host>::start());
            }

            #[test]
            fn a_robot_elsewhere_signs_the_date_of_what_others_have_published() {
                super::a_robot_signs_what_others_have_published(&<$host>::start());
            }

            #[test]
            fn of_two_who_publish_at_once_one_wins_and_the_release_is_whole() {
                super::of_two_who_publish_at_once_one_wins(&<$host>::start());
            }

            #[test]
            fn pruning_deletes_what_is_old_and_no_root() {
                super::pruning_deletes_what_is_old(&<$host>::start());
            }

            #[test]
            fn a_host_that_is_gone_is_said_and_nothing_is_lost() {
                super::a_host_that_is_gone_is_said(<$host>::start());
            }
        }
    };
}

promises!(over_s3, Store);
promises!(over_rsync, Daemon);

fn sent(answer: &Value) -> Vec<String> {
    let sent = answer["mirror"]["sent"].as_array().unwrap();
    sent.iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

fn a_published_release_is_read_by_a_phone(host: &dyn Host) {
    let team = Team::new(host);
    let answer = team.publish("");
    assert_eq!(sent(&answer).last().unwrap(), "metadata/timestamp.json");
    team.phone_reads("phone", "Permesso di prova");
    team.set_fee("16.00", "17.00");
    team.publish("");
    team.phone_reads("phone", "17,00");
}

fn only_what_changed_is_sent(host: &dyn Host) {
    let team = Team::new(host);
    let first = sent(&team.publish(""));
    team.set_fee("16.00", "17.00");
    let second = sent(&team.publish(""));
    let metadata = |name: &&String| name.starts_with("metadata/");
    assert_eq!(
        second.iter().filter(metadata).collect::<Vec<_>>(),
        ["metadata/2.facts.json", "metadata/2.snapshot.json", "metadata/timestamp.json"]
    );
    assert!(second.iter().all(|name| name.ends_with("timestamp.json") || !first.contains(name)));
    assert!(second.iter().any(|name| name.ends_with(".facts.1-2.patch")));
    // Nothing changed, and still the timestamp is new: that is how phones know that nothing did.
    assert_eq!(sent(&team.publish("")), ["metadata/timestamp.json"]);
}

fn a_newer_release_is_never_replaced(host: &dyn Host) {
    let team = Team::new(host);
    team.publish("");
    team.copy("repository", "elsewhere");
    team.set_fee("16.00", "17.00");
    team.publish("");
    let line = format!(
        "publish --json --lang en --dev --content content --keys keys --to {} --repository elsewhere",
        host.place()
    );
    let output = team.run(&line);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("cittadini fetch"), "{said}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("\"Ahead\""));

    let fetch = format!("fetch --from {} --repository elsewhere --keys keys", host.place());
    team.ok(&fetch);
    team.set_fee("17.00", "18.00");
    team.ok(&line);
    team.phone_reads("phone", "18,00");
}

fn a_robot_signs_what_others_have_published(host: &dyn Host) {
    let team = Team::new(host);
    team.publish("");
    let place = host.place();
    let refresh = |days: i64| {
        let clock = team.days_from_now(days);
        let line = "refresh --json --dev --keys keys --repository robot --to";
        team.ok(&format!("{line} {place} --clock {clock}"))
    };
    // The robot begins with an empty folder, and is a fortnight's holiday of the team ahead.
    for days in [1, 8, 15] {
        let answer = desk::json(&refresh(days));
        assert_eq!(sent(&answer), ["metadata/timestamp.json"]);
    }
    team.phone_reads_at("phone", "16,00", &team.days_from_now(20));
    team.set_fee("16.00", "17.00");
    assert_eq!(team.run(&team.line("")).status.code(), Some(1), "the robot is ahead");
    team.ok(&format!(
        "fetch --from {place} --repository repository --keys keys --clock {}",
        team.days_from_now(15)
    ));
    team.publish(&format!("--clock {}", team.days_from_now(16)));
    refresh(17);
    team.phone_reads_at("phone", "17,00", &team.days_from_now(20));
}

fn of_two_who_publish_at_once_one_wins(host: &dyn Host) {
    let team = Team::new(host);
    team.publish("");
    team.copy("repository", "elsewhere");
    team.set_fee("16.00", "17.00");
    let both = [("repository", 1), ("elsewhere", 2)].map(|(repository, days)| {
        // Their releases differ in the moment alone.
        team.start(&format!(
            "publish --dev --content content --keys keys --to {} --repository {repository} --clock {}",
            host.place(),
            team.days_from_now(days)
        ))
    });
    let codes = both.map(|mut child| child.wait().unwrap().code());
    let won = codes.iter().filter(|code| **code == Some(0)).count();
    match host.compares_and_writes_at_once() {
        true => assert_eq!(won, 1, "{codes:?}"),
        false => assert!(won >= 1, "{codes:?}"),
    }
    team.phone_reads("phone", "17,00");
}

fn pruning_deletes_what_is_old(host: &dyn Host) {
    let team = Team::new(host);
    team.publish("");
    team.set_fee("16.00", "17.00");
    team.publish("");
    let young = team.publish("--prune");
    assert_eq!(young["mirror"]["pruned"], Value::Array(vec![]));
    team.set_fee("17.00", "18.00");
    let then = team.days_from_now(200);
    let old = team.publish(&format!("--prune --clock {then}"));
    let pruned: Vec<&str> = old["mirror"]["pruned"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap())
        .collect();
    assert!(pruned.contains(&"metadata/1.facts.json"), "{pruned:?}");
    assert!(!pruned.iter().any(|name| name.contains("root") || name.contains("timestamp")));
    team.phone_reads_at("phone", "18,00", &then);
}

fn a_host_that_is_gone_is_said(host: impl Host) {
    let team = Team::new(&host);
    team.publish("");
    host.stop();
    team.set_fee("16.00", "17.00");
    let output = team.run(&team.line("--lang en"));
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("Run the same command again"), "{said}");
}

#[test]
fn over_s3_every_object_has_the_headers_that_caches_and_phones_need() {
    let store = Store::start();
    let team = Team::new(&store);
    for name in sent(&team.publish("")) {
        let headers = store.head(&name);
        let cache = match name.ends_with("timestamp.json") {
            true => "public, max-age=60, stale-if-error=86400",
            false => "public, max-age=31536000, immutable, no-transform",
        };
        assert_eq!(headers["cache-control"], cache, "{name}");
        let kind = match name.ends_with(".json") {
            true => "application/json",
            false => "application/octet-stream",
        };
        assert_eq!(headers["content-type"], kind, "{name}");
        assert!(!headers.contains_key("content-encoding"), "{name}");
    }
}

#[test]
fn over_s3_a_connection_that_is_cut_anywhere_is_resumed() {
    let store = Store::start();
    let mut resumed = 0;
    for bytes in [4_000, 10_000, 16_000, 24_000] {
        let team = Team::new(&store).at(&format!("cut-{bytes}"));
        let proxy = proxy::Proxy::start(store.endpoint(), bytes, i64::MAX);
        let output = team.with("AWS_ENDPOINT_URL_S3", &proxy.url()).run(&team.line("--json"));
        let cut = output.status.code() != Some(0);
        drop(proxy);
        if cut {
            assert!(store.get(&team.object("metadata/timestamp.json")).is_none());
        }
        let answer = team.publish("");
        let kept = answer["mirror"]["kept"].as_u64().unwrap();
        resumed += u64::from(cut && kept > 0);
        team.phone_reads(&format!("phone-{bytes}"), "Permesso di prova");
    }
    assert!(resumed >= 2, "{resumed} of 4 were cut in the middle");
}

#[test]
fn over_s3_a_wrong_or_missing_key_is_said() {
    let store = Store::start();
    let team = Team::new(&store);
    let wrong = team.with("AWS_SECRET_ACCESS_KEY", "wrong").run(&team.line("--lang en"));
    assert_eq!(wrong.status.code(), Some(1));
    let said = String::from_utf8(wrong.stderr).unwrap();
    assert!(said.contains("SignatureDoesNotMatch"), "{said}");
    let none = team.without("AWS_ACCESS_KEY_ID").run(&team.line("--lang en"));
    let said = String::from_utf8(none.stderr).unwrap();
    assert!(said.contains("AWS_ACCESS_KEY_ID"), "{said}");
    assert!(store.get(&team.object("metadata/timestamp.json")).is_none());
}

#[test]
fn over_rsync_a_missing_program_says_how_to_install_it() {
    let daemon = Daemon::start();
    let team = Team::new(&daemon);
    let output = team.with("PATH", "/nowhere").run(&team.line("--lang en"));
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("apt install rsync"), "{said}");
}

#[test]
fn over_rsync_files_are_readable_by_a_web_server() {
    use std::os::unix::fs::PermissionsExt;
    let daemon = Daemon::start();
    let team = Team::new(&daemon);
    for name in sent(&team.publish("")) {
        let path = daemon.folder().join(team.object(&name));
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o444, 0o444, "{name}");
    }
}
