//! Addresses of places.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use super::{Bucket, Error, Folder, Host, Result, Rsync};

/// Where a release is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A folder of this computer, or one that is mounted.
    Folder(PathBuf),
    /// A bucket of an S3-compatible object store, and a prefix in it, which may be empty.
    S3 {
        /// The bucket.
        bucket: String,
        /// What all names begin with, without slashes around it.
        prefix: String,
    },
    /// A folder of an rsync daemon: `rsync://[user@]host[:port]/module[/path]`, without a slash at the end.
    Rsync(String),
}

impl Place {
    /// Opens the place. Credentials come from the environment, where the usual tools look for them.
    pub fn open(&self) -> Result<Box<dyn Host>> {
        Ok(match self {
            Self::Folder(path) => Box::new(Folder::new(path)),
            Self::S3 { bucket, prefix } => Box::new(Bucket::open(bucket, prefix)?),
            Self::Rsync(address) => Box::new(Rsync::new(address)),
        })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(path) => path.display().fmt(f),
            Self::S3 { bucket, prefix } if prefix.is_empty() => write!(f, "s3://{bucket}"),
            Self::S3 { bucket, prefix } => write!(f, "s3://{bucket}/{prefix}"),
            Self::Rsync(address) => f.write_str(address),
        }
    }
}

impl FromStr for Place {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let wrong = || Error::Address { place: text.to_owned() };
        let Some((scheme, rest)) = text.split_once("://") else {
            return if text.is_empty() { Err(wrong()) } else { Ok(Self::Folder(text.into())) };
        };
        let rest = rest.trim_end_matches('/');
        let (first, path) = rest.split_once('/').unwrap_or((rest, ""));
        let plain = path.is_empty() || path.split('/').all(is_plain);
        match scheme {
            "s3" if is_plain(first) && plain => {
                Ok(Self::S3 { bucket: first.to_owned(), prefix: path.to_owned() })
            }
            // Without a module there is no place to write to.
            "rsync" if !first.is_empty() && !path.is_empty() && plain => {
                Ok(Self::Rsync(format!("rsync://{rest}")))
            }
            _ => Err(wrong()),
        }
    }
}

/// A part of a path that means itself everywhere.
fn is_plain(part: &str) -> bool {
    !part.is_empty()
        && part != "."
        && part != ".."
        && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn place(text: &str) -> Option<Place> {
        text.parse().ok()
    }

    #[test]
    fn addresses_are_told_apart_and_written_back() {
        for text in ["repository", "/srv/release", "s3://b", "s3://b/p/q", "rsync://u@h:874/m/p"] {
            assert_eq!(place(text).unwrap().to_string(), text);
        }
        assert_eq!(place("s3://b/p/").unwrap().to_string(), "s3://b/p");
        assert!(matches!(place("rsync://h/m/"), Some(Place::Rsync(_))));
    }

    #[test]
    fn what_would_mean_something_else_at_the_place_is_refused() {
        for text in
            ["", "s3://", "s3://b/../x", "s3://b//x", "rsync://h", "rsync://h/m/*", "http://h/x"]
        {
            assert!(place(text).is_none(), "{text}");
        }
    }
}
