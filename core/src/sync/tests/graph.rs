//! Delegations of any shape, signed, and a walk through them.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use super::phone::{Phone, today};
use super::repository::{BASE, Repository, Server, key, public, sign};
use crate::Result;
use crate::ports::Transport as _;
use crate::sync::address::segment;
use crate::sync::{Asked, Expiry, Found, Judged, RemoteFile, Step, Workflow};

/// One delegation: who, to whom, which paths, whether it ends the search, and the key that it names.
pub(super) struct Delegation {
    pub from: &'static str,
    pub to: String,
    pub paths: &'static str,
    pub terminating: bool,
    pub key: u8,
}

/// A delegation of everything to a role that signs with key 4.
pub(super) fn edge(from: &'static str, to: &str) -> Delegation {
    Delegation { from, to: to.to_owned(), paths: "*", terminating: false, key: 4 }
}

/// A repository with these delegations and, for each role, the targets that it names. Every delegated role signs with key 4.
/// The snapshot names all roles but `unnamed`.
pub(super) fn graph(
    delegations: &[Delegation],
    targets: &[(&str, &str)],
    unnamed: &str,
) -> Repository {
    let mut repository = Repository::new(today());
    let names = delegations.iter().map(|delegation| delegation.to.as_str()).chain(["targets"]);
    let mut meta = BTreeMap::new();
    for name in names {
        let signed = role(&repository, name, delegations, targets);
        let signer = if name == "targets" { key(2) } else { key(4) };
        let path = format!("metadata/1.{}.json", segment(name));
        repository.files.insert(path, sign(&signed, &[&signer]));
        if name != unnamed {
            meta.insert(format!("{name}.json"), json!({"version": 1}));
        }
    }
    let signed = json!({
        "_type": "snapshot", "spec_version": "1.0.34", "version": 1,
        "expires": repository.days(60), "meta": meta,
    });
    let snapshot = sign(&signed, &[&repository.online]);
    repository.files.insert("metadata/1.snapshot.json".into(), snapshot);
    repository.version = 1;
    repository.sign_timestamp();
    repository
}

fn role(
    repository: &Repository,
    name: &str,
    delegations: &[Delegation],
    targets: &[(&str, &str)],
) -> Value {
    let hash = crate::pack::sha256_hex(b"");
    let targets: BTreeMap<&str, Value> = targets
        .iter()
        .filter(|(role, _)| *role == name)
        .map(|(_, target)| (*target, json!({"length": 0, "hashes": {"sha256": hash}})))
        .collect();
    let own = || delegations.iter().filter(|delegation| delegation.from == name);
    let keys: BTreeMap<String, Value> =
        own().map(|delegation| public(&key(delegation.key))).collect();
    let roles: Vec<Value> = own()
        .map(|delegation| {
            json!({"name": delegation.to, "keyids": [public(&key(delegation.key)).0], "threshold": 1,
                   "terminating": delegation.terminating, "paths": [delegation.paths]})
        })
        .collect();
    json!({
        "_type": "targets", "spec_version": "1.0.34", "version": 1,
        "expires": repository.days(365), "targets": targets,
        "delegations": {"keys": keys, "roles": roles},
    })
}

/// A walk whose top-level roles are current.
pub(super) struct Walk<'a> {
    workflow: Workflow,
    server: Server<'a>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(phone: &Phone, repository: &'a Repository) -> Self {
        let workflow = Workflow::new(Arc::clone(&phone.trust), Expiry::Now, phone.now).unwrap();
        let mut walk = Self { workflow, server: Server::honest(repository) };
        while let Step::Fetch(file) = walk.workflow.next().unwrap() {
            match walk.fetch(file) {
                Some(bytes) => walk.workflow.take(&bytes).unwrap(),
                None => walk.workflow.missing().unwrap(),
            }
        }
        walk.server.asked.lock().unwrap().clear();
        walk
    }

    fn fetch(&self, file: RemoteFile) -> Option<Vec<u8>> {
        let asked = Asked::new(file, &format!("{BASE}/metadata"));
        let answer = self.server.get(&asked.request()).unwrap();
        match asked.judge(answer).unwrap() {
            Judged::Whole(bytes) => Some(bytes),
            Judged::Missing => None,
            Judged::Again(_) => panic!("a whole file came"),
        }
    }

    /// The role that signs a target.
    pub(super) fn find(&mut self, target: &str) -> Result<Option<String>> {
        let mut search = self.workflow.search(target)?;
        loop {
            match self.workflow.find(&mut search)? {
                Found::Fetch(file) => {
                    let bytes = self.fetch(file).unwrap();
                    self.workflow.take_role(&search, &bytes)?;
                }
                Found::Target(role, _) => return Ok(Some(role)),
                Found::Nothing => return Ok(None),
            }
        }
    }

    /// The files of delegated roles that were asked for.
    pub(super) fn asked(&self) -> Vec<String> {
        let paths = self.server.paths().into_iter();
        paths.map(|path| path["metadata/1.".len()..path.len() - ".json".len()].to_owned()).collect()
    }
}
