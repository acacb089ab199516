//! What is implemented outside the core.

use std::ops::ControlFlow;

use jiff::Timestamp;

/// One file to fetch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The whole address. Fetch it with a plain GET: no cookie, no validator, nothing about the device.
    pub url: String,
    /// Skip this many bytes (`Range: bytes=offset-`); 0 asks for the whole file, without a `Range` header.
    pub offset: u64,
    /// Read at most this many bytes of the decoded body, then stop.
    pub cap: u64,
}

/// What came back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The body, or the part of it that arrived, `cap` bytes at most.
    pub body: Vec<u8>,
    /// The `Content-Length` that the server announced for this answer, in bytes.
    pub announced: Option<u64>,
    /// The `Content-Range` header of a 206.
    pub content_range: Option<String>,
    /// The `Retry-After` header, as it stands there: no request is made before that moment.
    pub retry_after: Option<String>,
}

/// Why nothing came back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// No connection, a time-out, a TLS failure.
    #[error("{reason}")]
    Connection {
        /// The platform's own word, for the log.
        reason: String,
    },
    /// The shell asked to stop.
    #[error("interrupted")]
    Interrupted,
}

/// Fetches files. Called from the thread that called `sync`; it blocks, follows no redirect to another host, waits at
/// most 15 s for a connection and 20 s for the next byte, and hands back a part rather than an error when the connection
/// breaks in the middle of a body.
pub trait Transport: Send + Sync {
    /// Fetches one file.
    fn get(&self, request: &Request) -> Result<Response, TransportError>;

    /// The same, and calls `arrived` with what there is of the answer each time some of the body came, so that what arrived
    /// outlives a process that is killed. A break ends the reading: the part is handed back. A transport that has a body
    /// only when it is whole leaves this as it is.
    fn get_in_pieces(
        &self,
        request: &Request,
        _arrived: &mut dyn FnMut(&Response) -> ControlFlow<()>,
    ) -> Result<Response, TransportError> {
        self.get(request)
    }
}

/// Why the key store gave nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyStoreError {
    /// The device must be unlocked first.
    #[error("{reason}")]
    Locked {
        /// The platform's own word, for the log.
        reason: String,
    },
    /// There was a secret, and the platform will never give it back.
    #[error("{reason}")]
    Lost {
        /// The platform's own word, for the log.
        reason: String,
    },
    /// Anything else. It may work another time.
    #[error("{reason}")]
    Failed {
        /// The platform's own word, for the log.
        reason: String,
    },
}

/// Keeps small secrets in the platform's key store, out of every backup, so that a copy of the data folder alone opens
/// nothing. Called from the thread that called the core; it blocks.
pub trait KeyStore: Send + Sync {
    /// The secret of that name; nothing if there is none.
    fn load(&self, name: &str) -> Result<Option<Vec<u8>>, KeyStoreError>;
    /// Keeps a new secret. One that is there already stays, and that is an error: whoever overwrites it loses data.
    fn create(&self, name: &str, secret: &[u8]) -> Result<(), KeyStoreError>;
    /// Destroys a secret for good. None of that name is no error.
    fn delete(&self, name: &str) -> Result<(), KeyStoreError>;
}

/// Tells the time. Only tests and the terminal reader override the system's clock.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Timestamp;
}

/// The clock of the system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that stands still.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub Timestamp);

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        self.0
    }
}
