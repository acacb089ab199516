//! The search for the role that signs a target (TUF 5.6.7): along the delegations in their order, depth first, until a role
//! names the target, a terminating delegation has been followed, or nothing is left.

use sigstore_tuf::Targets;

use super::asked::RemoteFile;
use super::roles;
use super::target::SignedTarget;
use crate::Result;

/// Roles that one search visits at most; an endless chain would keep a phone busy for ever.
const MAX_ROLES: usize = 32;

/// What a search leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A delegated role has to be fetched first.
    Fetch(RemoteFile),
    /// The role that signs the target, and what it signs.
    Target(String, SignedTarget),
    /// No role that may sign it does.
    Nothing,
}

/// Who lets which role sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edge {
    pub delegator: String,
    pub role: String,
}

/// A search that has begun. It holds no metadata: a role is verified along the very delegation that led to it.
#[derive(Debug, Clone)]
pub struct Search {
    target: String,
    /// What is still to be followed, the next one last.
    open: Vec<Edge>,
    /// Few enough to be looked through.
    visited: Vec<String>,
}

impl Search {
    /// Begins at the top-level role.
    pub(super) fn new(target: &str) -> Self {
        let top = Edge { delegator: "root".to_owned(), role: "targets".to_owned() };
        Self { target: target.to_owned(), open: vec![top], visited: Vec::new() }
    }

    pub(super) fn target(&self) -> &str {
        &self.target
    }

    /// The delegation that is being followed; `None` at the end.
    pub(super) fn edge(&self) -> Option<&Edge> {
        self.open.last()
    }

    /// Goes on from the role at hand, which does not name the target, to those to which it delegates it.
    pub(super) fn go_on(&mut self, role: &Targets) -> Result<()> {
        let Some(Edge { role: delegator, .. }) = self.open.pop() else {
            return Ok(());
        };
        let (mut next, terminating) = roles::delegated(role, &delegator, &self.target)?;
        if terminating {
            self.open.clear();
        }
        next.reverse();
        self.open.append(&mut next);
        self.visited.push(delegator);
        if self.visited.len() > MAX_ROLES {
            self.open.clear();
        }
        while self.open.last().is_some_and(|edge| self.visited.contains(&edge.role)) {
            self.open.pop();
        }
        Ok(())
    }
}
