//! Several servers at once, each at an address of its own.

use std::sync::Mutex;

use super::repository::{BASE, Server};
use crate::ports::{Request, Response, Transport, TransportError};

/// Several addresses, each a server or nothing at all; notes whom a phone asked.
pub(super) struct Web<'a> {
    pub(super) servers: Vec<(&'static str, Server<'a>)>,
    asked: Mutex<Vec<String>>,
}

impl<'a> Web<'a> {
    pub(super) fn of(servers: Vec<(&'static str, Server<'a>)>) -> Self {
        Self { servers, asked: Mutex::default() }
    }

    /// The addresses that were asked, in their order.
    pub(super) fn asked(&self) -> Vec<String> {
        let mut asked = self.asked.lock().unwrap().clone();
        asked.dedup();
        asked
    }
}

impl Transport for Web<'_> {
    fn get(&self, request: &Request) -> Result<Response, TransportError> {
        let place = request.url.find("/metadata/").or_else(|| request.url.find("/targets/"));
        let (address, path) = request.url.split_at(place.unwrap());
        self.asked.lock().unwrap().push(address.to_owned());
        let found = self.servers.iter().find(|(base, _)| base.trim_end_matches('/') == address);
        match found {
            Some((_, server)) => {
                server.get(&Request { url: format!("{BASE}{path}"), ..request.clone() })
            }
            None => Err(TransportError::Connection { reason: "no such host".into() }),
        }
    }
}
