//! A line that is cut after so many bytes, and stays cut.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A proxy on the loopback interface; new connections die once it has let through what it may.
pub(crate) struct Proxy {
    url: String,
}

impl Proxy {
    /// Lets so many bytes through from whoever connects, and so many back.
    pub(crate) fn start(to: &str, there: i64, back: i64) -> Self {
        let target = to.strip_prefix("http://").unwrap().to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let [there, back] = [there, back].map(|bytes| Arc::new(AtomicI64::new(bytes)));
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let Ok(server) = TcpStream::connect(&target) else { return };
                pump(client.try_clone().unwrap(), server.try_clone().unwrap(), Arc::clone(&there));
                pump(server, client, Arc::clone(&back));
            }
        });
        Self { url }
    }

    pub(crate) fn url(&self) -> String {
        self.url.clone()
    }
}

/// Copies one direction on a thread of its own. When nothing is left, both ends die.
fn pump(mut from: TcpStream, mut to: TcpStream, left: Arc<AtomicI64>) {
    std::thread::spawn(move || {
        let mut buffer = [0_u8; 1_024];
        while let Ok(read) = from.read(&mut buffer) {
            let length = i64::try_from(read).unwrap();
            let may = left.fetch_sub(length, Ordering::SeqCst) >= length;
            if read == 0 || !may || to.write_all(&buffer[..read]).is_err() {
                break;
            }
        }
        let _ = from.shutdown(Shutdown::Both);
        let _ = to.shutdown(Shutdown::Both);
    });
}
