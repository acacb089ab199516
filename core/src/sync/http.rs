//! HTTP through `reqwest`, for the command, tests and desktops. Phones bring the transport of their platform.

use std::io::Read;
use std::time::{Duration, Instant};

use reqwest::blocking::Client;
use reqwest::header::{CONTENT_LENGTH, CONTENT_RANGE, HeaderMap, HeaderName, RANGE};
use reqwest::redirect::{Attempt, Policy};

use crate::ports::{Request, Response, Transport, TransportError};
use crate::{Error, Result};

const CONNECT: Duration = Duration::from_secs(15);
/// The longest wait for the head of an answer, and then for each next byte.
const STALL: Duration = Duration::from_secs(20);
/// The longest time for one file, however steadily it trickles.
const WHOLE: Duration = Duration::from_secs(300);
const MAX_REDIRECTS: usize = 3;

/// Fetches over HTTP or HTTPS. Sends no cookie, validator, referer or user agent.
#[derive(Debug, Clone)]
pub struct HttpTransport {
    client: Client,
}

impl HttpTransport {
    /// Makes a client. No network yet.
    ///
    /// # Errors
    /// [`Error::Internal`] if TLS cannot be set up.
    pub fn new() -> Result<Self> {
        let client = Client::builder()
            .connect_timeout(CONNECT)
            .timeout(STALL)
            .redirect(Policy::custom(same_host))
            .referer(false)
            .build()
            .map_err(|error| Error::Internal(format!("the HTTP client: {error}")))?;
        Ok(Self { client })
    }
}

impl Transport for HttpTransport {
    fn get(&self, request: &Request) -> Result<Response, TransportError> {
        let mut get = self.client.get(&request.url);
        if request.offset > 0 {
            get = get.header(RANGE, format!("bytes={}-", request.offset));
        }
        let mut answer = get.send().map_err(|error| connection(&error))?;
        let headers = answer.headers();
        let announced = header(headers, CONTENT_LENGTH).and_then(|length| length.parse().ok());
        let content_range = header(headers, CONTENT_RANGE);
        let status = answer.status().as_u16();
        let body = read(&mut answer, request.cap);
        Ok(Response { status, body, announced, content_range })
    }
}

/// Another host would learn what this phone reads, and a captive portal answers with one.
fn same_host(attempt: Attempt<'_>) -> reqwest::redirect::Action {
    let previous = attempt.previous();
    let too_many = previous.len() > MAX_REDIRECTS;
    let same = previous.first().is_some_and(|first| first.origin() == attempt.url().origin());
    match same && !too_many {
        true => attempt.follow(),
        false => attempt.stop(),
    }
}

/// Reads up to `cap` bytes. What arrived before the connection broke is kept: the session asks for the rest.
fn read(answer: &mut impl Read, cap: u64) -> Vec<u8> {
    let started = Instant::now();
    let mut body = Vec::new();
    let mut answer = answer.take(cap);
    let mut chunk = [0; 16 * 1024];
    while started.elapsed() < WHOLE {
        match answer.read(&mut chunk) {
            Ok(0) => break,
            Ok(count) => body.extend_from_slice(chunk.get(..count).unwrap_or_default()),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => break,
        }
    }
    body
}

fn header(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

fn connection(error: &reqwest::Error) -> TransportError {
    use std::error::Error as _;
    let mut reason = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        reason = format!("{reason}: {cause}");
        source = cause.source();
    }
    TransportError::Connection { reason }
}
