//! The line between phone and server: not fast, and cut after so many bytes when that is wanted.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::terminal::Outcome;

/// What passes at once, and the rest after it: some 16 MB a second.
const PIECE: usize = 8 * 1024;
const REST: Duration = Duration::from_micros(400);

/// What the threads share.
#[derive(Default)]
struct Line {
    upstream: Option<SocketAddr>,
    /// After how many bytes of answers each cut falls, the next one last.
    cuts: Vec<usize>,
    done: u32,
}

/// A proxy on a loopback address.
pub(super) struct Proxy {
    url: String,
    line: Arc<Mutex<Line>>,
}

impl Proxy {
    /// Starts it; it ends with the process.
    pub(super) fn start() -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("http://{}", listener.local_addr()?);
        let line = Arc::new(Mutex::new(Line::default()));
        let shared = Arc::clone(&line);
        std::thread::spawn(move || {
            for phone in listener.incoming().flatten() {
                let line = Arc::clone(&shared);
                // Whoever is cut, or was killed, is no concern of the proxy.
                std::thread::spawn(move || drop(serve(&phone, &line)));
            }
        });
        Ok(Self { url, line })
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// Leads to this server, and cuts after so many bytes each.
    pub(super) fn lead_to(&self, url: &str, cuts: Vec<usize>) -> Outcome {
        let upstream = url.trim_start_matches("http://").trim_end_matches('/').parse()?;
        let mut line = self.line.lock().unwrap_or_else(PoisonError::into_inner);
        *line = Line { upstream: Some(upstream), cuts, done: 0 };
        Ok(())
    }

    /// How many connections were cut since.
    pub(super) fn cuts(&self) -> u32 {
        self.line.lock().unwrap_or_else(PoisonError::into_inner).done
    }
}

fn serve(phone: &TcpStream, line: &Mutex<Line>) -> std::io::Result<()> {
    let upstream = line.lock().unwrap_or_else(PoisonError::into_inner).upstream;
    let server = TcpStream::connect(upstream.ok_or(std::io::ErrorKind::NotConnected)?)?;
    let (mut asks, mut asked) = (phone.try_clone()?, server.try_clone()?);
    std::thread::spawn(move || {
        drop(std::io::copy(&mut asks, &mut asked));
        drop(asked.shutdown(Shutdown::Both));
    });
    let passed = pass(&server, phone, line);
    drop(phone.shutdown(Shutdown::Both));
    drop(server.shutdown(Shutdown::Both));
    passed
}

fn pass(mut server: &TcpStream, mut phone: &TcpStream, line: &Mutex<Line>) -> std::io::Result<()> {
    let mut piece = [0; PIECE];
    loop {
        let count = server.read(&mut piece)?;
        let allowed = allowed(line, count);
        phone.write_all(piece.get(..allowed).unwrap_or_default())?;
        if count == 0 || allowed < count {
            return Ok(());
        }
        std::thread::sleep(REST);
    }
}

/// How much of a piece may pass; less than there is when a cut falls into it.
fn allowed(line: &Mutex<Line>, count: usize) -> usize {
    let mut line = line.lock().unwrap_or_else(PoisonError::into_inner);
    match line.cuts.last_mut() {
        Some(left) if *left < count => {
            let allowed = *left;
            line.cuts.pop();
            line.done += 1;
            allowed
        }
        Some(left) => {
            *left -= count;
            count
        }
        None => count,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_falls_after_so_many_bytes_and_then_the_next_begins_to_count() {
        let line = Mutex::new(Line { cuts: vec![5, 12], ..Line::default() });
        assert_eq!([10, 10].map(|count| allowed(&line, count)), [10, 2]);
        assert_eq!([10, 10].map(|count| allowed(&line, count)), [5, 10]);
        assert_eq!(line.lock().unwrap().done, 2);
    }
}
