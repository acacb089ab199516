//! What a publish writes, and what it leaves alone.

use cittadini_core::pack::{apply_patch, decompress};

use super::fixture::{World, at, files, words, written};
use crate::draft::DraftPack;
use crate::repository::verify_release;

#[test]
fn first_publish_writes_what_phones_need_in_the_safe_order() {
    let world = World::new();
    let report = world.publish();
    assert_eq!(
        written(&report),
        [
            "facts.pack",
            "text-ar.pack",
            "text-it.pack",
            "catalog.json",
            "1.facts.json",
            "1.text-ar.json",
            "1.text-it.json",
            "1.targets.json",
            "1.snapshot.json",
            "1.root.json",
            "timestamp.json",
        ]
    );
    assert_eq!(report.release, 1);
    assert!(report.packs.iter().all(|pack| pack.changed && pack.seq == 1));
}

#[test]
fn unchanged_draft_signs_the_timestamp_alone() {
    let world = World::new();
    world.publish();
    let before = files(&world.repository());
    let report = world.publish();
    assert_eq!(written(&report), ["timestamp.json"]);
    assert_eq!(report.release, 1);
    assert!(report.packs.iter().all(|pack| !pack.changed && pack.seq == 1));
    let mut after = files(&world.repository());
    after.insert("metadata/timestamp.json".into(), before["metadata/timestamp.json"].clone());
    assert_eq!(before, after);
}

#[test]
fn changed_fee_signs_facts_snapshot_and_timestamp_and_needs_no_other_key() {
    let mut world = World::new();
    world.publish();
    for key in ["targets", "language", "operator", "root"] {
        std::fs::remove_file(world.keys().join(format!("{key}.pem"))).unwrap();
    }
    world.set_fee(9046);
    let report = world.publish();
    assert_eq!(
        written(&report),
        ["facts.1-2.patch", "facts.pack", "2.facts.json", "2.snapshot.json", "timestamp.json"]
    );
    let facts = &report.packs[0];
    assert_eq!((facts.name.as_str(), facts.seq, facts.changed), ("facts", 2, true));
    assert!(facts.patches[0].bytes < 200, "{} bytes", facts.patches[0].bytes);
}

#[test]
fn patch_leads_from_the_old_pack_to_the_new_one() {
    let mut world = World::new();
    world.publish();
    let old_length = world.signed("facts")["targets"]["facts.pack"]["custom"]["raw_length"].take();
    let old =
        decompress("", &world.target("facts", "facts.pack"), old_length.as_u64().unwrap()).unwrap();
    world.set_fee(9046);
    world.publish();
    let custom = world.signed("facts")["targets"]["facts.1-2.patch"]["custom"].take();
    let length = custom["raw_length"].as_u64().unwrap();
    let patch = world.target("facts", "facts.1-2.patch");
    let patched = apply_patch("", &old, &patch, length).unwrap();
    let full = decompress("", &world.target("facts", "facts.pack"), length).unwrap();
    assert_eq!(patched, full);
    assert_eq!(custom["raw_sha256"], cittadini_core::pack::sha256_hex(&full));
    assert_eq!(custom["from_raw_sha256"], cittadini_core::pack::sha256_hex(&old));
}

#[test]
fn patches_lead_from_the_last_eight_packs_and_no_further() {
    let mut world = World::new();
    for cents in 0..10 {
        world.set_fee(1000 + cents);
        world.publish();
    }
    world.set_fee(5000);
    let report = world.publish();
    let from: Vec<u64> = report.packs[0].patches.iter().map(|patch| patch.from).collect();
    assert_eq!(from, [3, 4, 5, 6, 7, 8, 9, 10]);
    assert_eq!(report.packs[0].seq, 11);
}

#[test]
fn no_patch_is_as_large_as_the_full_pack() {
    let mut world = World::new();
    world.publish();
    world.pack("text-it").records = words("something else altogether");
    let report = world.publish();
    let italian = report.packs.iter().find(|pack| pack.name == "text-it").unwrap();
    assert!(italian.changed);
    assert!(italian.patches.iter().all(|patch| patch.bytes < italian.full_bytes));
}

#[test]
fn new_language_signs_the_delegations() {
    let mut world = World::new();
    world.publish();
    let uses = super::fixture::uses();
    world.draft.packs.push(DraftPack { name: "text-zh-Hans".into(), records: words("zh"), uses });
    world.draft.catalog.languages.push("zh-Hans".into());
    assert_eq!(
        written(&world.publish()),
        [
            "text-zh-Hans.pack",
            "catalog.json",
            "1.text-zh-Hans.json",
            "2.targets.json",
            "2.snapshot.json",
            "timestamp.json"
        ]
    );
}

#[test]
fn language_that_comes_back_goes_on_counting() {
    let mut world = World::new();
    world.publish();
    let arabic = world.draft.packs.remove(1);
    world.publish();
    assert!(world.signed("snapshot")["meta"]["text-ar.json"].is_object());
    world.draft.packs.push(arabic);
    world.pack("text-ar").records = words("ar, revised");
    let report = world.publish();
    assert_eq!(report.packs.iter().find(|pack| pack.name == "text-ar").unwrap().seq, 2);
}

#[test]
fn what_nears_its_end_is_signed_again_with_the_same_content() {
    let mut world = World::new();
    world.publish();
    let before = world.signed("facts");
    world.now = at("2026-04-02T08:00:00Z");
    assert_eq!(written(&world.publish()), ["2.snapshot.json", "timestamp.json"]);
    world.now = at("2026-12-15T08:00:00Z");
    let report = world.publish();
    assert_eq!(
        written(&report),
        [
            "2.facts.json",
            "2.text-ar.json",
            "2.text-it.json",
            "2.targets.json",
            "3.snapshot.json",
            "timestamp.json"
        ]
    );
    assert!(report.packs.iter().all(|pack| !pack.changed && pack.seq == 1));
    assert_eq!(before["targets"], world.signed("facts")["targets"]);
}

#[test]
fn same_draft_same_keys_same_moment_give_the_same_bytes() {
    let mut world = World::new();
    let other = world.path("other");
    for cents in [1000, 2000, 3000] {
        world.set_fee(cents);
        world.publish();
        world.publish_to(&other).unwrap();
    }
    assert_eq!(files(&world.repository()), files(&other));
}

#[test]
fn timestamp_fits_a_poll_of_one_kilobyte() {
    let world = World::new();
    world.publish();
    let bytes = std::fs::read(world.repository().join("metadata/timestamp.json")).unwrap();
    assert!(bytes.len() <= 450, "{} bytes", bytes.len());
    verify_release(&world.repository(), &bytes, world.now).unwrap();
}
