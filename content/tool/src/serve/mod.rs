//! A web server for one folder, as plain as the ones that territories will use: for the demo, for tests, for a desk's Wi-Fi.
//!
//! It hands out files and knows nothing else: no listing, no compression, no validator, nothing kept in memory. Bytes are
//! counted where they pass the socket, so that what the demo prints is what a phone pays, headers included.

mod answer;
mod traffic;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

use answer::Folder;
use traffic::{Counters, CountingListener};

pub use traffic::Traffic;

/// A server that runs until it is stopped or dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    counters: Arc<Counters>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Clone)]
struct Shared {
    folder: Arc<Folder>,
    counters: Arc<Counters>,
}

impl Server {
    /// Serves the files of a folder on the loopback interface. Port 0 takes a free one.
    ///
    /// Fails when the folder is not there or the port is taken.
    pub fn start(folder: &Path, port: u16) -> io::Result<Self> {
        let folder = Arc::new(Folder::open(folder)?);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let counters = Arc::new(Counters::default());
        let shared = Shared { folder, counters: Arc::clone(&counters) };
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::Builder::new()
            .name("cittadini-serve".into())
            .spawn(move || run(&runtime, listener, shared, stopped))?;
        Ok(Self { address, counters, stop: Some(stop), thread: Some(thread) })
    }

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What has passed the socket since the start or the last [`Self::reset_traffic`].
    pub fn traffic(&self) -> Traffic {
        self.counters.read()
    }

    /// Counts from nothing again.
    pub fn reset_traffic(&self) {
        self.counters.reset();
    }

    /// Closes the port and every connection.
    pub fn stop(mut self) {
        self.close();
    }

    fn close(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic of the server's thread has nobody to go to.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.close();
    }
}

/// Serves until the sender of `stopped` is gone. Dropping the runtime then ends every connection.
fn run(runtime: &Runtime, listener: TcpListener, shared: Shared, stopped: oneshot::Receiver<()>) {
    runtime.spawn(async move {
        let counters = Arc::clone(&shared.counters);
        let Ok(listener) = CountingListener::new(listener, counters) else { return };
        let router = Router::new().fallback(handle).with_state(shared);
        let _ = axum::serve(listener, router).await;
    });
    let _ = runtime.block_on(stopped);
}

async fn handle(State(shared): State<Shared>, request: Request) -> Response {
    shared.counters.request();
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let range = request.headers().get(axum::http::header::RANGE).cloned();
    let folder = Arc::clone(&shared.folder);
    // A file is read on a thread that may block.
    tokio::task::spawn_blocking(move || folder.answer(&method, &path, range.as_ref()))
        .await
        .unwrap_or_else(|_| answer::failed())
}

#[cfg(test)]
mod tests;
