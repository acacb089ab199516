//! One request, one file.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::http::header::{ACCEPT_RANGES, ALLOW, CACHE_CONTROL, CONTENT_RANGE, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::Response;

use crate::headers;

/// A page for browsers that stands beside the release: its names say nothing of what is in them.
const PAGE: &str = "no-cache";

/// The types without which a browser runs no script and compiles no module. Files of a release need none.
const TYPES: [(&str, &str); 6] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
];

/// What is missing today may be tomorrow's root: a cache that kept this answer would delay a change of keys.
const MISSING: &str = "max-age=60";

/// A folder whose files may be read by anybody.
#[derive(Debug)]
pub(super) struct Folder {
    root: PathBuf,
}

impl Folder {
    pub(super) fn open(root: &Path) -> io::Result<Self> {
        let root = root.canonicalize()?;
        // Fails for a file, and early for a folder that may not be read.
        std::fs::read_dir(&root)?;
        Ok(Self { root })
    }

    pub(super) fn answer(
        &self,
        method: &Method,
        path: &str,
        range: Option<&HeaderValue>,
    ) -> Response {
        if method != Method::GET && method != Method::HEAD {
            let allow = [(ALLOW, HeaderValue::from_static("GET, HEAD"))];
            return response(StatusCode::METHOD_NOT_ALLOWED, allow, Vec::new());
        }
        let Some(mut file) = self.file(path) else { return missing() };
        match file.metadata() {
            Ok(metadata) if metadata.is_file() => content(&mut file, metadata.len(), path, range),
            _ => missing(),
        }
    }

    /// Opens the file of a path, or nothing. A path is plain names and slashes: what would have to be decoded, a name that
    /// begins with a dot, and a link that leads out of the folder name no file.
    fn file(&self, path: &str) -> Option<File> {
        let mut file = self.root.clone();
        for name in path.strip_prefix('/')?.split('/') {
            let plain =
                |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
            if name.is_empty() || name.starts_with('.') || !name.bytes().all(plain) {
                return None;
            }
            file.push(name);
        }
        let file = file.canonicalize().ok()?;
        if file.starts_with(&self.root) { File::open(file).ok() } else { None }
    }
}

/// The type of a file of a page.
fn page_type(path: &str) -> Option<&'static str> {
    let (_, ending) = path.rsplit_once('.')?;
    TYPES.iter().find(|(known, _)| *known == ending).map(|(_, name)| *name)
}

fn cache_control(path: &str) -> &'static str {
    match page_type(path) {
        Some(_) => PAGE,
        None => headers::cache_control(path),
    }
}

fn content(file: &mut File, length: u64, path: &str, range: Option<&HeaderValue>) -> Response {
    let cache = cache_control(path);
    let mut headers = HeaderMap::from_iter([(CACHE_CONTROL, HeaderValue::from_static(cache))]);
    if let Some(name) = page_type(path) {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(name));
    }
    if cache == headers::IMMUTABLE {
        headers.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    }
    let asked = range.and_then(|range| range.to_str().ok()).map(|text| parse_range(text, length));
    let (status, part) = match asked {
        Some(Asked::Part(part)) => (StatusCode::PARTIAL_CONTENT, part),
        Some(Asked::Nothing) => return unsatisfiable(length),
        Some(Asked::Whole) | None => (StatusCode::OK, 0..length),
    };
    if status == StatusCode::PARTIAL_CONTENT {
        let last = part.end.saturating_sub(1);
        match HeaderValue::try_from(format!("bytes {}-{last}/{length}", part.start)) {
            Ok(value) => headers.insert(CONTENT_RANGE, value),
            Err(_) => return failed(),
        };
    }
    match read(file, &part) {
        Ok(bytes) => with_headers(status, headers, bytes),
        Err(_) => failed(),
    }
}

fn read(file: &mut File, part: &Range<u64>) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(part.start))?;
    let mut bytes = Vec::new();
    file.take(part.end - part.start).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[derive(Debug, PartialEq, Eq)]
enum Asked {
    /// No range, or one that this server does not understand and may therefore ignore (RFC 9110, section 14.2).
    Whole,
    Part(Range<u64>),
    /// A range beyond the end.
    Nothing,
}

fn parse_range(text: &str, length: u64) -> Asked {
    let Some((first, last)) = text.strip_prefix("bytes=").and_then(|spec| spec.split_once('-'))
    else {
        return Asked::Whole;
    };
    let number = |digits: &str| digits.parse::<u64>().ok();
    let part = match (number(first), number(last)) {
        (Some(first), Some(last)) if first > last => return Asked::Whole,
        (Some(first), Some(last)) => first..last.saturating_add(1).min(length),
        (Some(first), None) if last.is_empty() => first..length,
        (None, Some(count)) if first.is_empty() => length.saturating_sub(count)..length,
        _ => return Asked::Whole,
    };
    if part.start < part.end { Asked::Part(part) } else { Asked::Nothing }
}

fn unsatisfiable(length: u64) -> Response {
    match HeaderValue::try_from(format!("bytes */{length}")) {
        Ok(value) => {
            response(StatusCode::RANGE_NOT_SATISFIABLE, [(CONTENT_RANGE, value)], Vec::new())
        }
        Err(_) => failed(),
    }
}

fn missing() -> Response {
    let cache = [(CACHE_CONTROL, HeaderValue::from_static(MISSING))];
    response(StatusCode::NOT_FOUND, cache, b"not here\n".to_vec())
}

/// The answer to what should not happen.
pub(super) fn failed() -> Response {
    response(StatusCode::INTERNAL_SERVER_ERROR, [], Vec::new())
}

fn response<const N: usize>(
    status: StatusCode,
    headers: [(HeaderName, HeaderValue); N],
    body: Vec<u8>,
) -> Response {
    with_headers(status, HeaderMap::from_iter(headers), body)
}

fn with_headers(status: StatusCode, headers: HeaderMap, body: Vec<u8>) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}
