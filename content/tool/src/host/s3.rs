//! A bucket of an S3-compatible object store.
//!
//! Credentials, region and endpoint come from the environment, as for the tools of AWS: `AWS_ACCESS_KEY_ID`,
//! `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`, `AWS_REGION`, `AWS_ENDPOINT_URL_S3` or `AWS_ENDPOINT_URL`. Writes are
//! conditional, so that nothing is ever overwritten unseen; a store that does not know such writes needs
//! `AWS_CONDITIONAL_PUT=disabled`, and the comparison happens right before the write.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use object_store::aws::{AmazonS3, AmazonS3Builder, AmazonS3ConfigKey};
use object_store::path::Path as Key;
use object_store::{
    Attribute, Attributes, Error as StoreError, ObjectStore, ObjectStoreExt, PutMode, PutOptions,
    RetryConfig, UpdateVersion,
};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use super::{Error, Host, LONGEST, Listed, Listing, Result, Watch, is_release_file};
use crate::headers::{cache_control, content_type};
use crate::repository::layout::{Layout, TIMESTAMP};
use crate::signed;

/// Requests at once: the store answers in parallel, and small files cost time on the way rather than bytes.
const AT_ONCE: usize = 8;

/// How long a store that does not answer is asked again.
const PATIENCE: Duration = Duration::from_secs(60);

/// What tells the store who writes: a key of one's own, or the identity of the machine.
const CREDENTIALS: [&str; 4] = [
    "AWS_ACCESS_KEY_ID",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
];

/// A bucket, and the prefix below which the release lies.
#[derive(Debug)]
pub struct Bucket {
    store: Arc<AmazonS3>,
    prefix: String,
    place: String,
    runtime: Runtime,
}

impl Bucket {
    /// Opens a bucket with what the environment says of the store. Sends nothing yet.
    pub fn open(bucket: &str, prefix: &str) -> Result<Self> {
        let place = match prefix {
            "" => format!("s3://{bucket}"),
            _ => format!("s3://{bucket}/{prefix}"),
        };
        if !CREDENTIALS.iter().any(|name| std::env::var_os(name).is_some()) {
            return Err(Error::Credentials { place });
        }
        let retry =
            RetryConfig { max_retries: 5, retry_timeout: PATIENCE, ..RetryConfig::default() };
        let mut builder = AmazonS3Builder::from_env().with_bucket_name(bucket).with_retry(retry);
        if endpoint(&builder).is_some_and(|endpoint| is_loopback(&endpoint)) {
            builder = builder.with_allow_http(true);
        }
        let opened = |error: &dyn std::error::Error| {
            Error::unreachable("opening", place.clone(), error.to_string())
        };
        let store = builder.build().map_err(|error| opened(&error))?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| opened(&error))?;
        Ok(Self { store: Arc::new(store), prefix: prefix.to_owned(), place, runtime })
    }

    fn key(&self, name: &str) -> Key {
        match self.prefix.as_str() {
            "" => Key::from(name),
            prefix => Key::from(format!("{prefix}/{name}")),
        }
    }

    fn refused(&self, context: &'static str, error: &StoreError) -> Error {
        Error::unreachable(context, &self.place, reason(error))
    }

    async fn get(&self, name: &str) -> Result<Option<(Vec<u8>, UpdateVersion)>> {
        let failed = |error| self.refused("reading from", &error);
        let answer = match self.store.get(&self.key(name)).await {
            Ok(answer) => answer,
            Err(StoreError::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(failed(error)),
        };
        if answer.meta.size > LONGEST {
            let reason = format!("{name} has {} bytes", answer.meta.size);
            return Err(Error::unreachable("reading from", &self.place, reason));
        }
        let version = UpdateVersion {
            e_tag: answer.meta.e_tag.clone(),
            version: answer.meta.version.clone(),
        };
        let bytes = answer.bytes().await.map_err(failed)?;
        Ok(Some((bytes.to_vec(), version)))
    }

    /// A file that somebody else has put there since the listing must be the same one.
    async fn must_be(&self, name: &str, bytes: &[u8]) -> Result<()> {
        match self.get(name).await? {
            Some((theirs, _)) if theirs == bytes => Ok(()),
            _ => Err(Error::Diverged { place: self.place.clone(), file: name.to_owned() }),
        }
    }

    async fn add_all(&self, names: &[String], from: &Layout, watch: Watch<'_>) -> Result<()> {
        let mut waiting = names.iter();
        let mut running = JoinSet::new();
        loop {
            while running.len() < AT_ONCE
                && let Some(name) = waiting.next()
            {
                let bytes = from.read(name)?;
                running.spawn(create(Arc::clone(&self.store), self.key(name), name.clone(), bytes));
            }
            let Some(done) = running.join_next().await else { return Ok(()) };
            let (name, bytes, put) =
                done.map_err(|error| Error::unreachable("writing to", &self.place, error))?;
            match put {
                Ok(()) => {}
                Err(StoreError::AlreadyExists { .. }) => self.must_be(&name, &bytes).await?,
                Err(error) => return Err(self.refused("writing to", &error)),
            }
            if watch(&name).is_break() {
                return Err(signed::Error::Interrupted.into());
            }
        }
    }

    async fn replace(&self, bytes: &[u8], known: Option<&[u8]>) -> Result<()> {
        let raced = || Error::Raced { place: self.place.clone() };
        let there = self.get(TIMESTAMP).await?;
        let mode = match (there, known) {
            (None, None) => PutMode::Create,
            (Some((theirs, version)), Some(known)) if theirs == known => PutMode::Update(version),
            _ => return Err(raced()),
        };
        let key = self.key(TIMESTAMP);
        match put(&self.store, &key, TIMESTAMP, bytes.to_vec(), mode).await {
            Ok(()) => Ok(()),
            Err(StoreError::AlreadyExists { .. } | StoreError::Precondition { .. }) => Err(raced()),
            Err(error) => Err(self.refused("writing to", &error)),
        }
    }
}

impl Host for Bucket {
    fn list(&self) -> Result<Listing> {
        let mut listing = Listing::new();
        for folder in ["metadata", "targets"] {
            let found = self
                .runtime
                .block_on(self.store.list_with_delimiter(Some(&self.key(folder))))
                .map_err(|error| self.refused("listing", &error))?;
            for object in found.objects {
                let Some(file) = object.location.filename() else { continue };
                let name = format!("{folder}/{file}");
                if is_release_file(&name) {
                    let seconds = object.last_modified.timestamp();
                    let modified = Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX);
                    listing.insert(name, Listed { size: object.size, modified });
                }
            }
        }
        Ok(listing)
    }

    fn read(&self, names: &[String]) -> Result<BTreeMap<String, Vec<u8>>> {
        self.runtime.block_on(async {
            let mut found = BTreeMap::new();
            for name in names {
                if let Some((bytes, _)) = self.get(name).await? {
                    found.insert(name.clone(), bytes);
                }
            }
            Ok(found)
        })
    }

    fn add(&self, names: &[String], from: &Path, watch: Watch<'_>) -> Result<()> {
        self.runtime.block_on(self.add_all(names, &Layout::new(from), watch))
    }

    fn replace_timestamp(&self, bytes: &[u8], known: Option<&[u8]>) -> Result<()> {
        self.runtime.block_on(self.replace(bytes, known))
    }

    fn remove(&self, names: &[String]) -> Result<()> {
        self.runtime.block_on(async {
            for name in names {
                self.store
                    .delete(&self.key(name))
                    .await
                    .map_err(|error| self.refused("deleting in", &error))?;
            }
            Ok(())
        })
    }
}

type Created = (String, Vec<u8>, Result<(), StoreError>);

async fn create(store: Arc<AmazonS3>, key: Key, name: String, bytes: Vec<u8>) -> Created {
    let done = put(&store, &key, &name, bytes.clone(), PutMode::Create).await;
    (name, bytes, done)
}

/// Writes an object with the headers of its name. Nothing is encoded: hash and range count the stored bytes.
async fn put(
    store: &AmazonS3,
    key: &Key,
    name: &str,
    bytes: Vec<u8>,
    mode: PutMode,
) -> Result<(), StoreError> {
    let attributes = Attributes::from_iter([
        (Attribute::CacheControl, cache_control(name)),
        (Attribute::ContentType, content_type(name)),
    ]);
    let options = |mode| PutOptions { mode, attributes: attributes.clone(), ..Default::default() };
    match store.put_opts(key, bytes.clone().into(), options(mode)).await {
        // The store was said to know no conditions; what is there was read a moment ago.
        Err(StoreError::NotImplemented { .. }) => {
            store.put_opts(key, bytes.into(), options(PutMode::Overwrite)).await.map(drop)
        }
        done => done.map(drop),
    }
}

fn endpoint(builder: &AmazonS3Builder) -> Option<String> {
    builder
        .get_config_value(&AmazonS3ConfigKey::S3Endpoint)
        .or_else(|| builder.get_config_value(&AmazonS3ConfigKey::Endpoint))
}

/// A server on this computer needs no TLS; every other one must have it.
fn is_loopback(endpoint: &str) -> bool {
    let Some(rest) = endpoint.strip_prefix("http://") else { return false };
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
    matches!(host, "127.0.0.1" | "localhost" | "[::1]")
}

/// The innermost word of a chain of errors says most; the outer ones name the request.
fn reason(error: &StoreError) -> String {
    let mut text = error.to_string();
    let mut inner = std::error::Error::source(error);
    while let Some(cause) = inner {
        let cause_text = cause.to_string();
        if !text.contains(&cause_text) {
            text = format!("{text}: {cause_text}");
        }
        inner = cause.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_computer_is_spoken_to_without_tls() {
        assert!(is_loopback("http://127.0.0.1:9000"));
        assert!(is_loopback("http://localhost/x"));
        for endpoint in
            ["http://10.0.0.1:9000", "http://localhost.example.org", "http://127.0.0.1.example.org"]
        {
            assert!(!is_loopback(endpoint), "{endpoint}");
        }
    }
}
