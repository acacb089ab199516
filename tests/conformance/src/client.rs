//! Drives the workflow over HTTP: fetch what it asks for, hand it what came.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use cittadini_core::Error;
use cittadini_core::ports::Transport as _;
use cittadini_core::sync::{
    Asked, Expiry, Found, HttpTransport, Judged, RemoteFile, SignedTarget, Step, TrustStore,
    Workflow, address,
};
use jiff::Timestamp;

use super::Outcome;

/// One walk through the workflow.
pub(crate) struct Client {
    transport: HttpTransport,
    workflow: Workflow,
    metadata_url: String,
}

impl Client {
    /// Begins with what is stored. The clock is that of the system, which the suite sets.
    pub(crate) fn new(trust: TrustStore, metadata_url: &str) -> Outcome<Self> {
        let workflow = Workflow::new(Arc::new(trust), Expiry::Now, Timestamp::now())?;
        let transport = HttpTransport::new()?;
        Ok(Self { transport, workflow, metadata_url: metadata_url.to_owned() })
    }

    /// Brings the top-level roles up to date.
    pub(crate) fn refresh(&mut self) -> Outcome {
        while let Step::Fetch(file) = self.workflow.next()? {
            match self.fetch(file, &self.metadata_url)? {
                Some(bytes) => self.workflow.take(&bytes)?,
                None => self.workflow.missing()?,
            }
        }
        Ok(())
    }

    /// Downloads a target, unless it is there already.
    pub(crate) fn download(&mut self, name: &str, url: &str, folder: &Path) -> Outcome {
        let target = self.find(name)?;
        let path = folder.join(address::segment(name));
        if fs::read(&path).is_ok_and(|bytes| target.is(&bytes)) {
            return Ok(());
        }
        let bytes = self.fetch(target.file.clone(), url)?;
        let bytes = bytes.ok_or_else(|| format!("{name}: the server does not have it"))?;
        target.verify(&bytes)?;
        Ok(fs::write(path, bytes)?)
    }

    fn find(&mut self, name: &str) -> Outcome<SignedTarget> {
        let mut search = self.workflow.search(name)?;
        loop {
            match self.workflow.find(&mut search)? {
                Found::Fetch(file) => {
                    let role = file.name.clone();
                    let bytes = self.fetch(file, &self.metadata_url)?;
                    let bytes =
                        bytes.ok_or_else(|| format!("{role}: the server does not have it"))?;
                    self.workflow.take_role(&search, &bytes)?;
                }
                Found::Target(_, target) => return Ok(target),
                Found::Nothing => return Err(format!("{name}: no role signs it").into()),
            }
        }
    }

    /// `None` if the server does not have the file.
    fn fetch(&self, file: RemoteFile, folder: &str) -> Outcome<Option<Vec<u8>>> {
        let mut asked = Asked::new(file, folder);
        loop {
            let answer = self.transport.get(&asked.request());
            match asked.judge(answer.map_err(|error| Error::Offline(error.to_string()))?)? {
                Judged::Again(again) => asked = again,
                Judged::Whole(bytes) => return Ok(Some(bytes)),
                Judged::Missing => return Ok(None),
            }
        }
    }
}
