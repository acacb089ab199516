//! A server on loopback that is honest until a test tells it otherwise, and remembers every word that it was told.

use std::io::{BufRead, BufReader, Read as _, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

/// What a phone asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The path, without the slash before it.
    pub path: String,
    /// The header lines, names in small letters.
    pub headers: Vec<(String, String)>,
}

/// The bytes of an answer, head and all; `None` for the honest one.
type Meddle = dyn Fn(&Asked) -> Option<Vec<u8>> + Send + Sync;

/// The server. It ends with the test process.
pub struct Hostile {
    address: String,
    meddle: Arc<Mutex<Box<Meddle>>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Hostile {
    /// Serves a repository, honestly for now.
    pub fn serve(repository: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("its address"));
        let meddle: Arc<Mutex<Box<Meddle>>> = Arc::new(Mutex::new(Box::new(|_| None)));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (repository, does, notes) =
            (repository.to_owned(), Arc::clone(&meddle), Arc::clone(&asked));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (repository, does, notes) =
                    (repository.clone(), Arc::clone(&does), Arc::clone(&notes));
                thread::spawn(move || answer(stream, &repository, &does, &notes));
            }
        });
        Self { address, meddle, asked }
    }

    /// Its address.
    pub fn url(&self) -> String {
        self.address.clone()
    }

    /// What it does from now on.
    pub fn does(&self, meddle: impl Fn(&Asked) -> Option<Vec<u8>> + Send + Sync + 'static) {
        *self.meddle.lock().expect("no panic") = Box::new(meddle);
    }

    /// From now on it is honest.
    pub fn repents(&self) {
        self.does(|_| None);
    }

    /// What it was asked since the last time.
    pub fn was_asked(&self) -> Vec<Asked> {
        std::mem::take(&mut self.asked.lock().expect("no panic"))
    }
}

/// An answer with the right length.
pub fn whole(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

fn answer(
    mut stream: TcpStream,
    repository: &Path,
    meddle: &Mutex<Box<Meddle>>,
    notes: &Mutex<Vec<Asked>>,
) {
    let Some(asked) = read(&stream) else { return };
    notes.lock().expect("no panic").push(asked.clone());
    let meddled = meddle.lock().expect("no panic")(&asked);
    // A phone that has seen enough hangs up; that is no failure of the test.
    let _ = stream.write_all(&meddled.unwrap_or_else(|| honest(repository, &asked)));
    let _ = stream.shutdown(std::net::Shutdown::Write);
    let _ = stream.take(1).read(&mut [0]);
}

fn read(stream: &TcpStream) -> Option<Asked> {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let path = lines.next()?.split(' ').nth(1)?.trim_start_matches('/').to_owned();
    let headers = lines
        .take_while(|line| !line.is_empty())
        .filter_map(|line| {
            let (name, value) = line.split_once(": ")?;
            Some((name.to_ascii_lowercase(), value.to_owned()))
        })
        .collect();
    Some(Asked { path, headers })
}

fn honest(repository: &Path, asked: &Asked) -> Vec<u8> {
    let path: PathBuf =
        asked.path.split('/').fold(repository.to_owned(), |path, part| path.join(part));
    let Ok(body) = std::fs::read(path) else { return whole("404 Not Found", "", b"") };
    let offset = asked
        .headers
        .iter()
        .find(|(name, _)| name == "range")
        .and_then(|(_, range)| range.strip_prefix("bytes=")?.strip_suffix('-')?.parse().ok());
    match offset {
        Some(offset) if offset < body.len() => {
            let range =
                format!("Content-Range: bytes {offset}-{}/{}\r\n", body.len() - 1, body.len());
            whole("206 Partial Content", &range, &body[offset..])
        }
        _ => whole("200 OK", "", &body),
    }
}
