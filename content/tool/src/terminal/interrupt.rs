//! Ctrl-C.

use std::io;
use std::process::exit;

use tokio::runtime::Builder;

/// Calls `stop` at the first Ctrl-C, on a thread of its own; at the second the process ends at once.
pub(crate) fn on_interrupt(stop: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    // Registered before this returns, so that no Ctrl-C falls between.
    let mut interrupts = runtime.block_on(async { Interrupts::new() })?;
    std::thread::Builder::new().name("ctrl-c".into()).spawn(move || {
        runtime.block_on(interrupts.next());
        stop();
        runtime.block_on(interrupts.next());
        exit(130);
    })?;
    Ok(())
}

/// Ctrl-C, and on Unix also the polite signal by which a service manager or a script ends a process.
struct Interrupts {
    #[cfg(unix)]
    keyboard: tokio::signal::unix::Signal,
    #[cfg(unix)]
    polite: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Interrupts {
    fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            keyboard: signal(SignalKind::interrupt())?,
            polite: signal(SignalKind::terminate())?,
        })
    }

    async fn next(&mut self) {
        use std::future::poll_fn;
        use std::task::Poll;
        poll_fn(|context| {
            let keyboard = self.keyboard.poll_recv(context).is_ready();
            let polite = self.polite.poll_recv(context).is_ready();
            if keyboard || polite { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }
}

#[cfg(not(unix))]
impl Interrupts {
    fn new() -> io::Result<Self> {
        Ok(Self {})
    }

    async fn next(&mut self) {
        let _ = tokio::signal::ctrl_c().await;
    }
}
