//! Further addresses of a repository, which the catalogue names. A mirror is believed no more than any server: whatever it
//! sends is verified against the same floors.

use super::plan::CATALOG;
use super::report::{ProblemKind, SyncReport};
use super::trust::TrustStore;
use crate::model::Catalog;
use crate::{Error, Result};

/// More would only be a long wait for somebody who has no connection.
const MOST: usize = 8;

/// The catalogue that was verified last; an empty one before any.
pub(crate) fn stored_catalog(trust: &TrustStore) -> Result<Catalog> {
    let bytes = trust.metadata(CATALOG)?.unwrap_or_default();
    Ok(serde_json::from_slice(&bytes).unwrap_or_default())
}

/// The mirrors that the stored catalogue names, in its order. It was verified when it was stored. None is taken that
/// would be asked in clear while the repository itself is not.
pub(crate) fn mirrors(trust: &TrustStore, repository: &str) -> Result<Vec<String>> {
    let catalog = stored_catalog(trust)?;
    let clear = repository.starts_with("http://");
    let mut mirrors = Vec::new();
    for mirror in catalog.mirrors {
        let fits = mirror.starts_with("https://") || (clear && mirror.starts_with("http://"));
        if fits && same(&mirror) != same(repository) && mirrors.len() < MOST {
            mirrors.push(mirror);
        }
    }
    Ok(mirrors)
}

fn same(address: &str) -> &str {
    address.trim_end_matches('/')
}

/// Whether another server may do better than this one did.
pub(crate) fn elsewhere(outcome: &Result<SyncReport>) -> bool {
    match outcome {
        Ok(report) => report.problem.as_ref().is_some_and(|problem| {
            matches!(problem.kind, ProblemKind::Offline | ProblemKind::Untrusted)
        }),
        Err(error) => matches!(error, Error::Offline(_) | Error::Untrusted { .. }),
    }
}

/// One outcome of two: what both brought, and the word of the one that got further.
pub(crate) fn together(first: Result<SyncReport>, then: Result<SyncReport>) -> Result<SyncReport> {
    match (first, then) {
        (Ok(first), Ok(then)) => Ok(then.after(first)),
        (Err(_), Ok(report)) | (Ok(report), Err(Error::Offline(_) | Error::Untrusted { .. })) => {
            Ok(report)
        }
        (Err(first), Err(Error::Offline(_) | Error::Untrusted { .. })) => Err(first),
        // Not the server's doing: no room, an interruption, an app that is too old.
        (_, Err(error)) => Err(error),
    }
}
