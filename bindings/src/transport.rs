//! HTTP, which the shell implements: no TLS stack in the library, the system's proxies and trust store.

use std::sync::Arc;

use cittadini_core::ports::{self, Request, Response};
use uniffi::UnexpectedUniFFICallbackError;

use crate::foreign::reason;

/// One file to fetch.
#[uniffi::remote(Record)]
pub struct Request {
    /// The whole address. Fetch it with a plain GET: no cookie, no validator (`If-None-Match`, `If-Modified-Since`),
    /// nothing about the device.
    pub url: String,
    /// Skip this many bytes (`Range: bytes=offset-`); 0 asks for the whole file, without a `Range` header.
    pub offset: u64,
    /// Read at most this many bytes of the decoded body, then stop.
    pub cap: u64,
}

/// What came back.
#[uniffi::remote(Record)]
pub struct Response {
    /// The HTTP status. Any status is an answer, 404 and 500 too; none of them is an error of the transport.
    pub status: u16,
    /// The body, or the part of it that arrived, `cap` bytes at most.
    pub body: Vec<u8>,
    /// The `Content-Length` that the server announced for this answer, in bytes.
    pub announced: Option<u64>,
    /// The `Content-Range` header of a 206.
    pub content_range: Option<String>,
    /// The `Retry-After` header, as it stands there: no request is made before that moment.
    #[uniffi(default = None)]
    pub retry_after: Option<String>,
}

/// Why nothing came back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum TransportError {
    /// No connection, a time-out, a TLS failure. Any other exception that `get` throws is taken for this one.
    #[error("{reason}")]
    Connection {
        /// The platform's own word, for the log. Without a stack trace.
        reason: String,
    },
    /// The shell asked to stop.
    #[error("interrupted")]
    Interrupted,
}

/// Fetches files over HTTP. Implemented by the shell, in some forty lines; used only while `sync` runs, and let go of when
/// it ends.
#[uniffi::export(foreign)]
pub trait Transport: Send + Sync {
    /// Fetches one file. It is called on the thread that called `sync`, one file at a time, and blocks. It waits at most
    /// 15 seconds for a connection and 20 seconds for the next byte, follows no redirect to another host, and keeps no
    /// cookie and no cache.
    ///
    /// When the connection breaks in the middle of a body, hand back the part that arrived: it is resumed, not fetched
    /// again. Throw only when nothing came back. In Kotlin throw exceptions, never an `Error`.
    fn get(&self, request: Request) -> Result<Response, TransportError>;
}

/// What foreign code threw that is not a [`TransportError`].
impl From<UnexpectedUniFFICallbackError> for TransportError {
    fn from(error: UnexpectedUniFFICallbackError) -> Self {
        Self::Connection { reason: error.reason }
    }
}

impl From<TransportError> for ports::TransportError {
    fn from(error: TransportError) -> Self {
        match error {
            TransportError::Connection { reason: words } => {
                Self::Connection { reason: reason(&words) }
            }
            TransportError::Interrupted => Self::Interrupted,
        }
    }
}

/// A shell's transport as the core's.
pub(crate) struct Foreign(pub(crate) Arc<dyn Transport>);

impl ports::Transport for Foreign {
    fn get(&self, request: &Request) -> Result<Response, ports::TransportError> {
        Ok(self.0.get(request.clone())?)
    }
}
