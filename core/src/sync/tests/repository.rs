//! A repository in memory, signed with test keys, that can be honest or hostile.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Mutex;

use ed25519_dalek::{Signer as _, SigningKey};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize as _;
use serde_json::{Value, json};

use crate::pack::sha256_hex;
use crate::ports::{Request, Response, Transport, TransportError};

pub(super) const BASE: &str = "https://example.invalid/adda";

pub(super) fn canonical(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    let formatter = olpc_cjson::CanonicalFormatter::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
    value.serialize(&mut serializer).unwrap();
    bytes
}

pub(super) fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

pub(super) fn public(key: &SigningKey) -> (String, Value) {
    let hex = hex::encode(key.verifying_key().to_bytes());
    let value = json!({"keytype": "ed25519", "scheme": "ed25519", "keyval": {"public": hex}});
    (sha256_hex(&canonical(&value)), value)
}

pub(super) fn sign(signed: &Value, keys: &[&SigningKey]) -> Vec<u8> {
    let message = canonical(signed);
    let signatures: Vec<Value> = keys
        .iter()
        .map(|key| json!({"keyid": public(key).0, "sig": hex::encode(key.sign(&message).to_bytes())}))
        .collect();
    canonical(&json!({"signed": signed, "signatures": signatures}))
}

/// The canonical bytes of a pack.
pub(super) fn pack(
    name: &str,
    seq: u64,
    facts_min: Option<u64>,
    records: &[(&str, &str)],
) -> Vec<u8> {
    pack_of("adda", name, seq, facts_min, records)
}

/// The same, of any territory.
pub(super) fn pack_of(
    territory: &str,
    name: &str,
    seq: u64,
    facts_min: Option<u64>,
    records: &[(&str, &str)],
) -> Vec<u8> {
    let mut header = json!({"territory": territory, "pack": name, "seq": seq, "schema": "1.0"});
    if let Some(min) = facts_min {
        header["facts"] = json!({"min": min});
    }
    let mut text = header.to_string() + "\n";
    for (id, words) in records {
        text += &json!({"id": id, "kind": "fee", "words": words}).to_string();
        text.push('\n');
    }
    text.into_bytes()
}

/// What a role signs.
#[derive(Clone)]
struct Published {
    version: u64,
    seq: u64,
    raw: Vec<u8>,
    targets: BTreeMap<String, Value>,
}

#[derive(Clone)]
pub(super) struct Repository {
    pub files: BTreeMap<String, Vec<u8>>,
    pub now: Timestamp,
    pub online: SigningKey,
    /// The key that the next root gives to the role of the root.
    pub root_key: SigningKey,
    pub version: u64,
    pub schema: &'static str,
    pub timestamp_days: i64,
    /// What the catalogue says.
    pub territory: &'static str,
    pub name: &'static str,
    pub inbox: Option<&'static str>,
    pub mirrors: Vec<String>,
    /// When the keys began, if the roots say so.
    pub lineage: Option<&'static str>,
    root_version: u64,
    targets_version: u64,
    roles: BTreeMap<String, Published>,
    withdrawn: Vec<String>,
    /// Whose key really signs a role, where it is not the one of the delegation.
    pub impostors: BTreeMap<String, SigningKey>,
}

/// The key to which a pack is delegated: each language has one of its own.
pub(super) fn holder(role: &str) -> SigningKey {
    match role {
        "text-ar" => key(5),
        "text-it" => key(6),
        _ => key(4),
    }
}

impl Repository {
    pub(super) fn new(now: Timestamp) -> Self {
        Self::of("adda", "Adda", now, key(3))
    }

    /// The repository of a territory, whose root gives this key to timestamp and snapshot.
    pub(super) fn of(
        territory: &'static str,
        name: &'static str,
        now: Timestamp,
        online: SigningKey,
    ) -> Self {
        let mut repository = Self {
            files: BTreeMap::new(),
            now,
            online: key(3),
            root_key: key(1),
            version: 0,
            schema: "1.0",
            timestamp_days: 14,
            territory,
            name,
            inbox: None,
            mirrors: Vec::new(),
            lineage: None,
            root_version: 0,
            targets_version: 0,
            roles: BTreeMap::new(),
            withdrawn: Vec::new(),
            impostors: BTreeMap::new(),
        };
        repository.rotate(online);
        repository
    }

    pub(super) fn days(&self, days: i64) -> String {
        let moment = self.now.checked_add(SignedDuration::from_hours(24 * days)).unwrap();
        moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// Publishes a new root whose timestamp and snapshot are signed with this key.
    pub(super) fn rotate(&mut self, online: SigningKey) {
        let bytes = self.next_root(online, &[&key(1)]);
        self.files.insert(format!("metadata/{}.root.json", self.root_version), bytes);
    }

    /// The root after the present one, signed with these keys.
    pub(super) fn next_root(&mut self, online: SigningKey, signers: &[&SigningKey]) -> Vec<u8> {
        self.root_version += 1;
        self.online = online;
        let role = |key: &SigningKey| json!({"keyids": [public(key).0], "threshold": 1});
        let keys: BTreeMap<String, Value> =
            [&self.root_key, &key(2), &self.online].into_iter().map(public).collect();
        let mut signed = json!({
            "_type": "root", "spec_version": "1.0.34", "version": self.root_version,
            "expires": self.days(730), "consistent_snapshot": true, "keys": keys,
            "roles": {
                "root": role(&self.root_key), "targets": role(&key(2)),
                "snapshot": role(&self.online), "timestamp": role(&self.online),
            },
            "x-cittadini-development": true,
        });
        if let Some(lineage) = self.lineage {
            signed["x-cittadini-lineage"] = lineage.into();
        }
        sign(&signed, signers)
    }

    pub(super) fn newest_root(&self) -> Vec<u8> {
        self.files[&format!("metadata/{}.root.json", self.root_version)].clone()
    }

    pub(super) fn root(&self) -> Vec<u8> {
        self.files["metadata/1.root.json"].clone()
    }

    fn target(&mut self, name: &str, bytes: Vec<u8>, custom: Value) -> Value {
        let sha256 = sha256_hex(&bytes);
        let value = json!({"length": bytes.len(), "hashes": {"sha256": sha256}, "custom": custom});
        self.files.insert(format!("targets/{sha256}.{name}"), bytes);
        value
    }

    /// Sets what the role of a pack signs: the full pack and a patch from the last state. Publish with [`Self::release`].
    pub(super) fn put(&mut self, name: &str, seq: u64, raw: Vec<u8>) {
        let wire = zstd::bulk::compress(&raw, 3).unwrap();
        self.put_wire(name, seq, raw, wire);
    }

    /// The same, with these bytes for the full pack.
    pub(super) fn put_wire(&mut self, name: &str, seq: u64, raw: Vec<u8>, wire: Vec<u8>) {
        let old = self.roles.get(name).cloned();
        let file = format!("{name}.pack");
        let custom = json!({
            "seq": seq, "schema": self.schema, "raw_sha256": sha256_hex(&raw),
            "raw_length": raw.len(), "records": 1, "generated": self.days(0),
        });
        let mut targets = BTreeMap::from([(file.clone(), self.target(&file, wire, custom))]);
        if let Some(old) = &old {
            let file = format!("{name}.{}-{seq}.patch", old.seq);
            let custom = json!({
                "from": old.seq, "to": seq, "schema": self.schema, "raw_length": raw.len(),
                "from_raw_sha256": sha256_hex(&old.raw), "raw_sha256": sha256_hex(&raw),
            });
            let mut patch = Vec::new();
            let mut encoder =
                zstd::stream::write::Encoder::with_ref_prefix(&mut patch, 19, &old.raw).unwrap();
            std::io::Write::write_all(&mut encoder, &raw).unwrap();
            encoder.finish().unwrap();
            let value = self.target(&file, patch, custom);
            targets.insert(file, value);
        }
        let version = old.map_or(1, |old| old.version + 1);
        self.roles.insert(name.to_owned(), Published { version, seq, raw, targets });
    }

    /// Lets a role offer its full pack alone.
    pub(super) fn drop_patches(&mut self, role: &str) {
        let targets = &mut self.roles.get_mut(role).unwrap().targets;
        targets.retain(|name, _| !name.ends_with(".patch"));
    }

    /// Delegates a role no longer. The snapshot goes on naming it: it may not shrink.
    pub(super) fn withdraw(&mut self, role: &str) {
        self.withdrawn.push(role.to_owned());
        self.targets_version += 1;
    }

    /// Lets a role sign a further target, whether its delegation allows it or not.
    pub(super) fn smuggle(&mut self, role: &str, name: &str) {
        let value = self.target(name, b"smuggled".to_vec(), json!({}));
        self.roles.get_mut(role).unwrap().targets.insert(name.to_owned(), value);
    }

    /// Gives a role a new version.
    pub(super) fn put_again(&mut self, role: &str) {
        self.roles.get_mut(role).unwrap().version += 1;
    }

    /// Gives the top-level role, and so the catalogue, a new version.
    pub(super) fn put_again_catalog(&mut self) {
        self.targets_version += 1;
    }

    /// Signs roles, targets, snapshot and timestamp.
    pub(super) fn release(&mut self) {
        let roles = self.roles.clone();
        self.targets_version = self.targets_version.max(1);
        self.sign_roles(&roles);
        self.sign_targets(&roles);
        self.release_of(&[]);
    }

    fn sign_roles(&mut self, roles: &BTreeMap<String, Published>) {
        for (name, role) in roles {
            let signed = json!({
                "_type": "targets", "spec_version": "1.0.34", "version": role.version,
                "expires": self.days(365), "targets": role.targets,
            });
            let path = format!("metadata/{}.{name}.json", role.version);
            let signer = self.impostors.get(name).cloned().unwrap_or_else(|| holder(name));
            self.files.insert(path, sign(&signed, &[&signer]));
        }
    }

    fn sign_targets(&mut self, roles: &BTreeMap<String, Published>) {
        let catalog = json!({"territory": self.territory, "name_it": self.name,
                             "languages": ["it", "ar"], "mirrors": self.mirrors,
                             "inbox": self.inbox});
        let catalog = self.target("catalog.json", canonical(&catalog), json!({"schema": "1.0"}));
        let keys: BTreeMap<String, Value> =
            roles.keys().map(|name| public(&holder(name))).collect();
        let delegations: Vec<Value> = roles
            .keys()
            .filter(|name| !self.withdrawn.contains(name))
            .map(|name| {
                json!({"name": name, "keyids": [public(&holder(name)).0], "threshold": 1,
                       "terminating": true, "paths": [format!("{name}.*")]})
            })
            .collect();
        let signed = json!({
            "_type": "targets", "spec_version": "1.0.34", "version": self.targets_version,
            "expires": self.days(365), "targets": {"catalog.json": catalog},
            "delegations": {"keys": keys, "roles": delegations},
        });
        let path = format!("metadata/{}.targets.json", self.targets_version);
        self.files.insert(path, sign(&signed, &[&key(2)]));
    }

    /// What whoever holds the online key can do: another release of roles that somebody else signed.
    pub(super) fn release_of(&mut self, change: &[(&str, u64)]) {
        let mut versions: BTreeMap<String, u64> =
            self.roles.iter().map(|(name, role)| (name.clone(), role.version)).collect();
        versions.insert("targets".into(), self.targets_version);
        versions.extend(change.iter().map(|(name, version)| ((*name).to_owned(), *version)));
        self.version += 1;
        self.sign_snapshot_of(&versions);
        self.sign_timestamp();
    }

    fn sign_snapshot_of(&mut self, versions: &BTreeMap<String, u64>) {
        let meta: BTreeMap<String, Value> = versions
            .iter()
            .map(|(name, version)| (format!("{name}.json"), json!({"version": version})))
            .collect();
        let signed = json!({
            "_type": "snapshot", "spec_version": "1.0.34", "version": self.version,
            "expires": self.days(60), "meta": meta,
        });
        let path = format!("metadata/{}.snapshot.json", self.version);
        self.files.insert(path, sign(&signed, &[&self.online]));
    }

    pub(super) fn sign_timestamp(&mut self) {
        self.sign_timestamp_for(self.version);
    }

    /// The next timestamp, for a snapshot of any version.
    pub(super) fn sign_timestamp_for(&mut self, snapshot: u64) {
        let signed = json!({
            "_type": "timestamp", "spec_version": "1.0.34", "version": self.version,
            "expires": self.days(self.timestamp_days),
            "meta": {"snapshot.json": {"version": snapshot}},
        });
        self.files.insert("metadata/timestamp.json".into(), sign(&signed, &[&self.online]));
    }

    /// What a phone holds after an honest sync: `seq` and canonical bytes by pack.
    pub(super) fn packs(&self) -> BTreeMap<String, (u64, Vec<u8>)> {
        let followed = self.roles.iter().filter(|(name, _)| *name != "operator");
        followed.map(|(name, role)| (name.clone(), (role.seq, role.raw.clone()))).collect()
    }

    /// The path of the newest target whose name ends so.
    pub(super) fn path_of(&self, pack: &str, ending: &str) -> String {
        let (name, target) =
            self.roles[pack].targets.iter().find(|(name, _)| name.ends_with(ending)).unwrap();
        format!("targets/{}.{name}", target["hashes"]["sha256"].as_str().unwrap())
    }

    /// The whole repository as a release file.
    pub(super) fn tar(&self) -> Vec<u8> {
        let mut tar = tar::Builder::new(Vec::new());
        for (path, bytes) in &self.files {
            let mut header = tar::Header::new_ustar();
            header.set_size(bytes.len() as u64);
            header.set_mode(0o644);
            tar.append_data(&mut header, path, bytes.as_slice()).unwrap();
        }
        tar.into_inner().unwrap()
    }
}

/// What a server does to one path.
#[derive(Clone)]
pub(super) enum Fault {
    Status(u16),
    /// Asks to be left alone, in these words.
    Busy(u16, &'static str),
    Body(Vec<u8>),
    /// Announces the whole body and sends only so many bytes of each answer.
    Cut(usize),
    /// The same, but begins at the first byte whatever is asked for.
    Ignores(usize),
    /// Never stops sending.
    Endless,
    /// Sends half, and when asked for the rest the rest under this `Content-Range`.
    Range(&'static str),
    NoConnection,
}

/// A server over a repository, with faults; notes what was asked for.
pub(super) struct Server<'a> {
    pub repository: &'a Repository,
    pub faults: BTreeMap<String, Fault>,
    pub asked: Mutex<Vec<Request>>,
}

impl<'a> Server<'a> {
    pub(super) fn honest(repository: &'a Repository) -> Self {
        Self { repository, faults: BTreeMap::new(), asked: Mutex::default() }
    }

    pub(super) fn with(repository: &'a Repository, path: &str, fault: Fault) -> Self {
        let faults = BTreeMap::from([(path.to_owned(), fault)]);
        Self { repository, faults, asked: Mutex::default() }
    }

    pub(super) fn paths(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap();
        asked.iter().map(|request| request.url[BASE.len() + 1..].to_owned()).collect()
    }
}

impl Transport for Server<'_> {
    fn get_in_pieces(
        &self,
        request: &Request,
        arrived: &mut dyn FnMut(&Response) -> ControlFlow<()>,
    ) -> Result<Response, TransportError> {
        let whole = self.get(request)?;
        let mut so_far = Response { body: Vec::new(), ..whole.clone() };
        for piece in whole.body.chunks(16 * 1024) {
            so_far.body.extend_from_slice(piece);
            if arrived(&so_far).is_break() {
                return Ok(so_far);
            }
        }
        Ok(whole)
    }

    fn get(&self, request: &Request) -> Result<Response, TransportError> {
        self.asked.lock().unwrap().push(request.clone());
        let path = &request.url[BASE.len() + 1..];
        let fault = self.faults.get(path);
        let whole = match fault {
            Some(Fault::NoConnection) => {
                return Err(TransportError::Connection { reason: "unplugged".into() });
            }
            Some(Fault::Status(status)) => {
                return Ok(Response { status: *status, ..Response::default() });
            }
            Some(Fault::Busy(status, words)) => {
                let retry_after = Some((*words).to_owned());
                return Ok(Response { status: *status, retry_after, ..Response::default() });
            }
            Some(Fault::Endless) => {
                let body = vec![b' '; usize::try_from(request.cap).unwrap()];
                return Ok(Response { status: 200, body, ..Response::default() });
            }
            Some(Fault::Body(body)) => body,
            _ => match self.repository.files.get(path) {
                Some(body) => body,
                None => return Ok(Response { status: 404, ..Response::default() }),
            },
        };
        let offset = match fault {
            Some(Fault::Ignores(_)) => 0,
            _ => request.offset,
        };
        let rest = &whole[usize::try_from(offset).unwrap()..];
        let sent = match fault {
            Some(Fault::Cut(bytes) | Fault::Ignores(bytes)) => rest.len().min(*bytes),
            Some(Fault::Range(_)) if request.offset == 0 => rest.len() / 2,
            _ => rest.len(),
        };
        let sent = sent.min(usize::try_from(request.cap).unwrap());
        let partial = offset > 0;
        let range = match fault {
            Some(Fault::Range(wrong)) => (*wrong).to_owned(),
            _ => format!("bytes {}-{}/{}", request.offset, whole.len() - 1, whole.len()),
        };
        Ok(Response {
            status: if partial { 206 } else { 200 },
            body: rest[..sent].to_vec(),
            announced: Some(rest.len() as u64),
            content_range: partial.then_some(range),
            retry_after: None,
        })
    }
}
