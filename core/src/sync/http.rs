//! HTTP through `reqwest`, for the command, tests and desktops. Phones bring the transport of their platform.

use std::io::Read;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use reqwest::blocking::Client;
use reqwest::header::{CONTENT_LENGTH, CONTENT_RANGE, HeaderMap, HeaderName, RANGE, RETRY_AFTER};
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
    stop: Arc<AtomicBool>,
    /// The longest time for one file.
    whole: Duration,
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
            // The cap and the range count the bytes that are stored, whatever features other crates switch on.
            .no_gzip()
            .no_brotli()
            .no_deflate()
            .no_zstd()
            .build()
            .map_err(|error| Error::Internal(format!("the HTTP client: {error}")))?;
        Ok(Self { client, stop: Arc::default(), whole: WHOLE })
    }

    /// What stops a request that is running, from any thread: set it, and the request ends at the next byte, or at the
    /// latest when the wait for one ends. Interrupt the core first, then set this.
    pub fn stop(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.stop)
    }
}

impl Transport for HttpTransport {
    fn get(&self, request: &Request) -> Result<Response, TransportError> {
        self.get_in_pieces(request, &mut |_| ControlFlow::Continue(()))
    }

    fn get_in_pieces(
        &self,
        request: &Request,
        arrived: &mut dyn FnMut(&Response) -> ControlFlow<()>,
    ) -> Result<Response, TransportError> {
        let mut get = self.client.get(&request.url);
        if request.offset > 0 {
            get = get.header(RANGE, format!("bytes={}-", request.offset));
        }
        let mut answer = get.send().map_err(|error| connection(&error))?;
        let headers = answer.headers();
        let announced = header(headers, CONTENT_LENGTH).and_then(|length| length.parse().ok());
        let content_range = header(headers, CONTENT_RANGE);
        let status = answer.status().as_u16();
        let retry_after = header(headers, RETRY_AFTER);
        let head = Response { status, body: Vec::new(), announced, content_range, retry_after };
        let response = self.read(&mut answer, request.cap, head, arrived);
        if self.stop.load(Ordering::SeqCst) {
            return Err(TransportError::Interrupted);
        }
        Ok(response)
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

impl HttpTransport {
    /// Reads up to `cap` bytes. What arrived before the connection broke is kept: the session asks for the rest.
    fn read(
        &self,
        answer: &mut impl Read,
        cap: u64,
        mut response: Response,
        arrived: &mut dyn FnMut(&Response) -> ControlFlow<()>,
    ) -> Response {
        let started = Instant::now();
        let mut answer = answer.take(cap);
        let mut chunk = [0; 16 * 1024];
        while started.elapsed() < self.whole && !self.stop.load(Ordering::SeqCst) {
            match answer.read(&mut chunk) {
                Ok(0) => break,
                Ok(count) => {
                    response.body.extend_from_slice(chunk.get(..count).unwrap_or_default());
                    if arrived(&response).is_break() {
                        break;
                    }
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(_) => break,
            }
        }
        response
    }
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::net::TcpListener;
    use std::thread::JoinHandle;

    use super::*;

    /// Answers one request with these bytes and hands back what was asked.
    fn once(answer: impl Into<Vec<u8>>) -> (String, JoinHandle<Vec<String>>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/metadata/timestamp.json", listener.local_addr().unwrap());
        let answer = answer.into();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let asked = lines.map(Result::unwrap).take_while(|line| !line.is_empty()).collect();
            stream.write_all(&answer).unwrap();
            asked
        });
        (url, server)
    }

    fn get(url: String, offset: u64, cap: u64) -> Response {
        HttpTransport::new().unwrap().get(&Request { url, offset, cap }).unwrap()
    }

    #[test]
    fn a_request_says_nothing_about_the_device() {
        let (url, server) = once("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nETag: x\r\n\r\nbody");
        let answer = get(url, 0, 10);
        assert_eq!(
            (answer.status, answer.body, answer.announced),
            (200, b"body".to_vec(), Some(4))
        );
        let mut names: Vec<String> = server
            .join()
            .unwrap()
            .iter()
            .skip(1)
            .map(|line| line.split(':').next().unwrap_or_default().to_ascii_lowercase())
            .collect();
        names.sort();
        assert_eq!(names, ["accept", "host"]);
    }

    #[test]
    fn an_offset_is_asked_for_as_a_range_and_a_cut_body_comes_in_part() {
        let head =
            "HTTP/1.1 206 Partial\r\nContent-Length: 6\r\nContent-Range: bytes 4-9/10\r\n\r\nab";
        let (url, server) = once(head);
        let answer = get(url, 4, 10);
        assert_eq!((answer.status, answer.body, answer.announced), (206, b"ab".to_vec(), Some(6)));
        assert_eq!(answer.content_range.as_deref(), Some("bytes 4-9/10"));
        let asked = server.join().unwrap();
        assert!(asked.iter().any(|line| line.eq_ignore_ascii_case("range: bytes=4-")));
    }

    #[test]
    fn no_more_than_the_cap_is_read() {
        let (url, _server) = once([b"HTTP/1.1 200 OK\r\n\r\n".as_slice(), &[b'x'; 9000]].concat());
        assert_eq!(get(url, 0, 5).body, b"xxxxx");
    }

    #[test]
    fn a_body_is_handed_over_as_it_comes_and_no_further_than_somebody_listens() {
        let body = vec![b'x'; 90_000];
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len());
        let (url, _server) = once([head.as_bytes(), &body].concat());
        let mut heard = Vec::new();
        let mut listen = |so_far: &Response| {
            heard.push((so_far.status, so_far.body.len()));
            if heard.len() == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let request = Request { url, offset: 0, cap: 100_000 };
        let answer = HttpTransport::new().unwrap().get_in_pieces(&request, &mut listen).unwrap();
        assert_eq!((heard.len(), heard.last()), (3, Some(&(200, answer.body.len()))));
        assert!(heard.is_sorted() && answer.body.len() < body.len(), "{heard:?}");
    }

    /// Announces 4,000 bytes and sends one every five milliseconds: more than anybody waits for. Calls back before each.
    fn trickle(mut before: impl FnMut(usize) + Send + 'static) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/x", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let lines = BufReader::new(stream.try_clone().unwrap()).lines();
            lines.map(Result::unwrap).take_while(|line| !line.is_empty()).for_each(drop);
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n").unwrap();
            // It ends when the other side hangs up.
            for sent in 0..4_000 {
                before(sent);
                std::thread::sleep(Duration::from_millis(5));
                if stream.write_all(b"x").is_err() {
                    return;
                }
            }
        });
        url
    }

    #[test]
    fn a_request_that_trickles_can_be_stopped() {
        let transport = HttpTransport::new().unwrap();
        let stop = transport.stop();
        let url = trickle(move |sent| {
            if sent == 3 {
                stop.store(true, Ordering::SeqCst);
            }
        });
        let answer = transport.get(&Request { url, offset: 0, cap: 4_000 });
        assert_eq!(answer, Err(TransportError::Interrupted));
    }

    /// One byte every ten seconds keeps every wait short and would take for ever; the times are those of a fast world.
    #[test]
    fn a_body_that_trickles_is_given_up() {
        let whole = Duration::from_millis(200);
        let transport = HttpTransport { whole, ..HttpTransport::new().unwrap() };
        let answer =
            transport.get(&Request { url: trickle(|_| ()), offset: 0, cap: 4_000 }).unwrap();
        assert!((1..4_000).contains(&answer.body.len()), "{} bytes", answer.body.len());
        assert_eq!(answer.announced, Some(4_000));
    }

    /// The cap and the range count bytes as they are stored; and who unpacks what nobody signed unpacks bombs.
    #[test]
    fn a_body_that_was_squeezed_on_the_way_is_not_unpacked() {
        let head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 20\r\n\r\n";
        // An empty file, squeezed by gzip.
        let squeezed = b"\x1f\x8b\x08\0\0\0\0\0\0\x03\x03\0\0\0\0\0\0\0\0\0";
        let (url, _server) = once([head.as_slice(), squeezed].concat());
        assert_eq!(get(url, 0, 100).body, squeezed);
    }

    #[test]
    fn another_host_is_not_followed() {
        let (url, _server) = once(
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/portal\r\nContent-Length: 0\r\n\r\n",
        );
        assert_eq!(get(url, 0, 5).status, 302);
    }
}
