//! An S3 server that verifies signatures and knows conditional writes, with a bucket that anybody may read.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::team::Host;

/// A running server; it ends with the value.
pub(crate) struct Store {
    child: RefCell<Child>,
    url: String,
    key: String,
    secret: String,
}

impl Store {
    pub(crate) fn start() -> Self {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let mut child = Command::new(python())
            .arg("-B")
            .arg(tests.join("hosts/bucket.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the S3 server; run «cargo xtask test», which installs it");
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let told: Value =
            serde_json::from_str(&line).expect("the S3 server; run «cargo xtask test» once");
        let text = |name: &str| told[name].as_str().unwrap().to_owned();
        let (url, key, secret) = (text("url"), text("key"), text("secret"));
        Self { child: RefCell::new(child), url, key, secret }
    }

    /// Where it listens.
    pub(crate) fn endpoint(&self) -> &str {
        &self.url
    }

    /// The headers of an object of the release, as anybody sees them.
    pub(crate) fn head(&self, name: &str) -> BTreeMap<String, String> {
        self.get(&format!("terra/{name}")).unwrap().0
    }

    /// An object, or nothing where there is none.
    pub(crate) fn get(&self, object: &str) -> Option<(BTreeMap<String, String>, Vec<u8>)> {
        let address = self.url.strip_prefix("http://").unwrap();
        let mut stream = TcpStream::connect(address).unwrap();
        let request = format!("GET /release/{object} HTTP/1.0\r\nHost: {address}\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(answer[..end].to_vec()).unwrap();
        let mut lines = head.lines();
        if !lines.next().unwrap().contains(" 200 ") {
            return None;
        }
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned()));
        Some((headers.collect(), answer[end + 4..].to_vec()))
    }
}

impl Host for Store {
    fn root(&self) -> String {
        "s3://release".into()
    }

    fn url(&self) -> String {
        format!("{}/release", self.url)
    }

    fn variables(&self) -> BTreeMap<String, String> {
        [
            ("AWS_ENDPOINT_URL_S3", self.url.as_str()),
            ("AWS_ACCESS_KEY_ID", &self.key),
            ("AWS_SECRET_ACCESS_KEY", &self.secret),
            ("AWS_REGION", "eu-south-1"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into()
    }

    fn compares_and_writes_at_once(&self) -> bool {
        true
    }

    fn stop(&self) {
        let mut child = self.child.borrow_mut();
        let _ = child.kill();
        let _ = child.wait();
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The Python that has the server: `CITTADINI_S3_PYTHON`, or the one that `cargo xtask test` has set up.
fn python() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tools/s3/bin/python");
    std::env::var_os("CITTADINI_S3_PYTHON").map_or(own, PathBuf::from)
}
