//! A place in memory.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;

use crate::host::{Error, Host, Listed, Listing, Result, Watch};
use crate::repository::layout::{Layout, TIMESTAMP};
use crate::signed;

/// A place that writes one file at a time and can break off after any of them.
pub(super) struct Shelf {
    files: RefCell<BTreeMap<String, (Vec<u8>, Timestamp)>>,
    now: Cell<Timestamp>,
    left: Cell<usize>,
}

impl Shelf {
    pub(super) fn new(now: Timestamp) -> Self {
        Self { files: RefCell::default(), now: Cell::new(now), left: Cell::new(usize::MAX) }
    }

    pub(super) fn copy(&self) -> Self {
        let shelf = Self::new(self.now.get());
        shelf.files.borrow_mut().clone_from(&self.files.borrow());
        shelf
    }

    pub(super) fn break_after(&self, files: usize) {
        self.left.set(files);
    }

    pub(super) fn mend(&self) {
        self.left.set(usize::MAX);
    }

    pub(super) fn set_clock(&self, now: Timestamp) {
        self.now.set(now);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.files.borrow().is_empty()
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.files.borrow().keys().cloned().collect()
    }

    pub(super) fn bytes(&self, name: &str) -> Option<Vec<u8>> {
        self.files.borrow().get(name).map(|(bytes, _)| bytes.clone())
    }

    pub(super) fn put(&self, name: &str, bytes: &[u8]) {
        self.files.borrow_mut().insert(name.to_owned(), (bytes.to_owned(), self.now.get()));
    }

    pub(super) fn drop(&self, name: &str) {
        self.files.borrow_mut().remove(name).unwrap();
    }

    pub(super) fn write_to(&self, folder: &Path) {
        let layout = Layout::new(folder);
        layout.create().unwrap();
        for (name, (bytes, _)) in self.files.borrow().iter() {
            layout.write(name, bytes).unwrap();
        }
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        match self.left.get() {
            0 => Err(Error::unreachable("writing to", "shelf", "the line was cut")),
            left => {
                self.left.set(left - 1);
                self.put(name, bytes);
                Ok(())
            }
        }
    }
}

impl Host for Shelf {
    fn list(&self) -> Result<Listing> {
        let files = self.files.borrow();
        let listed = files.iter().map(|(name, (bytes, modified))| {
            (name.clone(), Listed { size: bytes.len() as u64, modified: *modified })
        });
        Ok(listed.collect())
    }

    fn read(&self, names: &[String]) -> Result<BTreeMap<String, Vec<u8>>> {
        Ok(names.iter().filter_map(|name| Some((name.clone(), self.bytes(name)?))).collect())
    }

    fn add(&self, names: &[String], from: &Path, watch: Watch<'_>) -> Result<()> {
        for name in names {
            assert!(self.bytes(name).is_none(), "{name} would be replaced");
            self.write(name, &Layout::new(from).read(name)?)?;
            if watch(name).is_break() {
                return Err(signed::Error::Interrupted.into());
            }
        }
        Ok(())
    }

    fn replace_timestamp(&self, bytes: &[u8], known: Option<&[u8]>) -> Result<()> {
        match self.bytes(TIMESTAMP).as_deref() == known {
            true => self.write(TIMESTAMP, bytes),
            false => Err(Error::Raced { place: "shelf".into() }),
        }
    }

    fn remove(&self, names: &[String]) -> Result<()> {
        names.iter().for_each(|name| self.drop(name));
        Ok(())
    }
}
