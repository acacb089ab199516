//! Which facts a text says that it fits.

use serde_json::Value;

use super::fixture::{World, words, written};

fn range(world: &World, pack: &str) -> Value {
    let target = format!("{pack}.pack");
    let length = world.signed(pack)["targets"][&target]["custom"]["raw_length"].as_u64().unwrap();
    let raw = cittadini_core::pack::decompress("", &world.target(pack, &target), length).unwrap();
    let header = raw.split(|byte| *byte == b'\n').next().unwrap();
    serde_json::from_slice::<Value>(header).unwrap()["facts"].take()
}

#[test]
fn new_words_fit_every_facts_release_that_has_what_they_use() {
    let mut world = World::new();
    world.publish();
    world.set_fee(2);
    world.publish();
    world.set_fee(3);
    world.pack("text-it").records = words("it, revised");
    world.publish();
    assert_eq!(range(&world, "text-it"), serde_json::json!({"min": 1}));
}

#[test]
fn words_that_use_a_new_fact_do_not_fit_the_releases_before_it() {
    let mut world = World::new();
    world.publish();
    world.set_fee(2);
    world.publish();
    world.pack("facts").records.push(r#"{"id":"zz-new","kind":"fee"}"#.into());
    world.pack("text-it").uses.insert("zz-new".into());
    world.pack("text-it").records = words("it, revised");
    world.publish();
    assert_eq!(range(&world, "text-it"), serde_json::json!({"min": 3}));
}

#[test]
fn unchanged_words_get_a_maximum_when_the_facts_drop_what_they_use() {
    let mut world = World::new();
    world.publish();
    world.drop_record("facts", "procedure-007");
    world.pack("text-ar").uses.remove("procedure-007");
    let report = world.publish();
    assert!(written(&report).contains(&"2.text-it.json".to_owned()));
    assert!(!written(&report).contains(&"2.text-ar.json".to_owned()));
    assert_eq!(range(&world, "text-it"), serde_json::json!({"min": 1, "max": 1}));
    assert_eq!(range(&world, "text-ar"), serde_json::json!({"min": 1}));

    world.set_fee(3);
    let report = world.publish();
    assert!(!report.packs.iter().any(|pack| pack.name != "facts" && pack.changed));
}

#[test]
fn words_about_facts_that_never_were_are_refused() {
    let mut world = World::new();
    world.pack("text-it").uses.insert("nothing".into());
    assert!(world.try_publish().unwrap_err().to_string().contains("nothing"));
}
