//! Once against nginx, with the configuration that the project ships as its hosting example.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use cittadini_tests::{Phone, Workshop, day, project, sync};

/// A running nginx; it ends with the value.
struct Nginx {
    child: Child,
    url: String,
    _folder: tempfile::TempDir,
}

impl Nginx {
    fn serve(repository: &std::path::Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let example = fs::read_to_string(project().join("docs/hosting/nginx.conf")).unwrap();
        let config = example
            .replace("__ROOT__", &repository.display().to_string())
            .replace("__PORT__", &port.to_string())
            .replace("__TMP__", &folder.path().display().to_string());
        let path = folder.path().join("nginx.conf");
        fs::write(&path, config).unwrap();
        let child = Command::new("nginx")
            .arg("-p")
            .arg(folder.path())
            .arg("-c")
            .arg(&path)
            .args(["-e", "stderr"])
            .stdin(Stdio::null())
            .spawn()
            .expect("nginx; install it, or run «cargo xtask test», which does");
        let nginx = Self { child, url: format!("http://127.0.0.1:{port}"), _folder: folder };
        for _ in 0..100 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return nginx;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("nginx does not answer");
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The head of an answer.
fn head(nginx: &Nginx, path: &str) -> String {
    let mut stream = TcpStream::connect(nginx.url.trim_start_matches("http://")).unwrap();
    write!(stream, "GET {path} HTTP/1.0\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8_lossy(&answer);
    answer.split_once("\r\n\r\n").unwrap().0.to_ascii_lowercase()
}

#[test]
fn a_page_on_another_host_reads_every_answer_and_its_retry_after() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let nginx = Nginx::serve(&workshop.repository());
    for (path, status) in
        [("timestamp.json", 200), ("1.root.json", 200), ("2.root.json", 404), ("none", 404)]
    {
        let head = head(&nginx, &format!("/metadata/{path}"));
        assert!(head.starts_with(&format!("http/1.1 {status} ")), "{head}");
        assert!(head.contains("access-control-allow-origin: *"), "{path}: {head}");
        let exposed = "access-control-expose-headers: content-range, retry-after";
        assert!(head.contains(exposed), "{path}: {head}");
    }
}

#[test]
fn a_plain_nginx_is_a_content_server() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let nginx = Nginx::serve(&workshop.repository());
    let core = Phone::new(&workshop, &nginx.url).reading("ar", Some("Valprova")).open(day(0));
    assert_eq!(sync(&core).unwrap().problem, None);
    assert!(sync(&core).unwrap().up_to_date);
    workshop.edit("facts/fees/f-bollo-di-prova.yaml", "16.00", "19.00");
    workshop.publish(day(1));
    let report = sync(&core).unwrap();
    assert_eq!((report.problem, report.records_written), (None, 1));
    let screen = core.procedure("permesso-di-prova").unwrap();
    assert_eq!(screen.steps[1].fees[0].cents, Some(1_900));
}
