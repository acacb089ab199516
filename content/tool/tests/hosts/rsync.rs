//! An rsync daemon with one module, and a web server that hands its folder out.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use cittadini::serve::Server;
use tempfile::TempDir;

use crate::team::Host;

/// A running daemon; it ends with the value.
pub(crate) struct Daemon {
    folder: TempDir,
    child: RefCell<Child>,
    port: u16,
    web: Server,
}

impl Daemon {
    pub(crate) fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let module = folder.path().join("module");
        std::fs::create_dir(&module).unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let child = daemon(folder.path(), port);
        let daemon = Self {
            web: Server::start(&module, 0).unwrap(),
            folder,
            child: RefCell::new(child),
            port,
        };
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return daemon;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        panic!("the rsync daemon does not answer");
    }

    /// What phones are handed out.
    pub(crate) fn folder(&self) -> PathBuf {
        self.folder.path().join("module")
    }
}

fn daemon(folder: &Path, port: u16) -> Child {
    let own = |flag: &str| {
        let output = Command::new("id").arg(flag).output().unwrap();
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    };
    let config = folder.join("rsyncd.conf");
    let text = format!(
        "use chroot = no\nuid = {}\ngid = {}\nlog file = {}\n[release]\npath = {}\nread only = no\n",
        own("-u"),
        own("-g"),
        folder.join("log").display(),
        folder.join("module").display()
    );
    std::fs::write(&config, text).unwrap();
    Command::new("rsync")
        .args(["--daemon", "--no-detach", "--address=127.0.0.1", &format!("--port={port}")])
        .arg(format!("--config={}", config.display()))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .expect("rsync; install it, or run «cargo xtask test», which does")
}

impl Host for Daemon {
    fn root(&self) -> String {
        format!("rsync://127.0.0.1:{}/release", self.port)
    }

    fn url(&self) -> String {
        self.web.url()
    }

    fn variables(&self) -> BTreeMap<String, String> {
        BTreeMap::new()
    }

    fn compares_and_writes_at_once(&self) -> bool {
        false
    }

    fn stop(&self) {
        let mut child = self.child.borrow_mut();
        let _ = child.kill();
        let _ = child.wait();
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        self.stop();
    }
}
