//! The search through delegations (TUF 5.6.7), as the conformance suite asks for it.

use super::graph::{Delegation, Walk, edge, graph};
use super::phone::Phone;
use super::repository::Repository;
use crate::Error;

fn phone(repository: &Repository) -> Phone {
    Phone::new(&repository.root())
}

#[test]
fn roles_are_searched_depth_first_in_the_order_of_their_delegations() {
    let delegations = [
        edge("targets", "a"),
        edge("targets", "b"),
        edge("a", "c"),
        edge("a", "d"),
        edge("d", "a"),
    ];
    let repository = graph(&delegations, &[("b", "x")], "");
    let mut walk = Walk::new(&phone(&repository), &repository);
    assert_eq!(walk.find("x").unwrap().as_deref(), Some("b"));
    assert_eq!(walk.asked(), ["a", "c", "d", "b"]);
}

#[test]
fn a_role_that_may_not_sign_a_target_is_not_asked_about_it() {
    let only = Delegation { paths: "*.py", ..edge("targets", "a") };
    let repository = graph(&[only, edge("targets", "b")], &[("a", "x"), ("b", "x")], "");
    let mut walk = Walk::new(&phone(&repository), &repository);
    assert_eq!(walk.find("x").unwrap().as_deref(), Some("b"));
    assert_eq!(walk.asked(), ["b"]);
}

#[test]
fn a_terminating_delegation_ends_the_search() {
    let terminating = Delegation { terminating: true, ..edge("a", "c") };
    let delegations = [edge("targets", "a"), edge("targets", "b"), terminating, edge("a", "d")];
    let repository = graph(&delegations, &[("b", "x"), ("d", "x")], "");
    let mut walk = Walk::new(&phone(&repository), &repository);
    assert_eq!(walk.find("x").unwrap(), None);
    assert_eq!(walk.asked(), ["a", "c"]);
}

#[test]
fn a_role_that_names_more_than_it_may_signs_what_it_may() {
    let own = Delegation { paths: "own-*", ..edge("targets", "a") };
    let repository = graph(&[own], &[("a", "own-x"), ("a", "foreign-x")], "");
    let mut walk = Walk::new(&phone(&repository), &repository);
    assert_eq!(walk.find("own-x").unwrap().as_deref(), Some("a"));
    assert_eq!(walk.find("foreign-x").unwrap(), None);
}

#[test]
fn a_role_counts_along_the_delegation_that_led_to_it_and_no_other() {
    let by = |from, paths, key| Delegation { paths, key, ..edge(from, "shared") };
    let delegations = [
        Delegation { paths: "a-*", ..edge("targets", "a") },
        Delegation { paths: "b-*", ..edge("targets", "b") },
        by("a", "a-*", 4),
        by("b", "b-*", 5),
    ];
    let repository = graph(&delegations, &[("shared", "a-x"), ("shared", "b-x")], "");
    let phone = phone(&repository);
    let mut walk = Walk::new(&phone, &repository);
    assert_eq!(walk.find("a-x").unwrap().as_deref(), Some("shared"));
    assert!(matches!(walk.find("b-x"), Err(Error::Untrusted { .. })));
    // Nor does it when it comes from the store.
    let mut walk = Walk::new(&phone, &repository);
    assert!(matches!(walk.find("b-x"), Err(Error::Untrusted { .. })));
    assert_eq!(walk.find("a-x").unwrap().as_deref(), Some("shared"));
}

#[test]
fn of_two_delegations_to_one_name_the_keys_of_the_first_do_not_sign_for_the_second() {
    let own = Delegation { paths: "own-*", ..edge("targets", "a") };
    let other = Delegation { paths: "other-*", key: 5, ..edge("targets", "a") };
    let repository = graph(&[own, other], &[("a", "own-x"), ("a", "other-x")], "");
    let mut walk = Walk::new(&phone(&repository), &repository);
    assert_eq!(walk.find("own-x").unwrap().as_deref(), Some("a"));
    assert_eq!(walk.find("other-x").unwrap(), None);
}

#[test]
fn a_role_that_the_snapshot_does_not_name_is_not_even_asked_for() {
    let repository = graph(&[edge("targets", "a")], &[("a", "x")], "a");
    let phone = phone(&repository);
    let mut walk = Walk::new(&phone, &repository);
    assert!(matches!(walk.find("x"), Err(Error::Untrusted { .. })));
    assert!(walk.asked().is_empty());
    assert_eq!(phone.trust.role("a").unwrap(), None);
}

#[test]
fn a_role_of_any_name_is_asked_for_below_its_folder_and_displaces_nothing() {
    for (name, address) in [
        ("?", "%3F"),
        ("#", "%23"),
        ("/role", "%2Frole"),
        ("../role", "..%2Frole"),
        ("catalog.json", "catalog.json"),
        ("snapshot-timestamp", "snapshot-timestamp"),
    ] {
        let repository = graph(&[edge("targets", name)], &[(name, "x")], "");
        let phone = phone(&repository);
        let mut walk = Walk::new(&phone, &repository);
        let before = phone.trust.metadata(name).unwrap();
        assert_eq!(walk.find("x").unwrap().as_deref(), Some(name));
        assert_eq!(walk.asked(), [address]);
        assert_eq!(phone.trust.metadata(name).unwrap(), before);
        let stored: Vec<String> =
            phone.trust.roles().unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(stored, [name]);
    }
}

#[test]
fn a_stored_role_of_any_depth_is_not_fetched_again() {
    let repository = graph(&[edge("targets", "a"), edge("a", "b")], &[("b", "x")], "");
    let phone = phone(&repository);
    Walk::new(&phone, &repository).find("x").unwrap();
    let mut walk = Walk::new(&phone, &repository);
    assert_eq!(walk.find("x").unwrap().as_deref(), Some("b"));
    assert!(walk.asked().is_empty());
}

#[test]
fn an_endless_chain_of_delegations_is_left_after_32_roles() {
    let name = |number: usize| -> &'static str { format!("role-{number}").leak() };
    let mut delegations = vec![edge("targets", name(0))];
    delegations.extend((0..60).map(|number| edge(name(number), name(number + 1))));
    let repository = graph(&delegations, &[("role-60", "x")], "");
    let mut walk = Walk::new(&phone(&repository), &repository);
    assert_eq!(walk.find("x").unwrap(), None);
    assert_eq!(walk.asked().len(), 32);
}

#[test]
fn nothing_is_searched_before_the_top_level_is_current() {
    let repository = graph(&[], &[("targets", "x")], "");
    let phone = phone(&repository);
    let workflow = crate::sync::Workflow::new(
        std::sync::Arc::clone(&phone.trust),
        crate::sync::Expiry::Now,
        phone.now,
    );
    assert!(matches!(workflow.unwrap().search("x"), Err(Error::InvalidInput(_))));
}
