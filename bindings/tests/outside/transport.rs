//! A transport that a shell wrote may be wrong in any way. The core stays as it was, says so with a typed error, and the
//! next sync with a right one works.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use cittadini::serve::Server;
use cittadini_bindings::{Config, Core, SyncReport, Transport, TransportError};
use cittadini_core::ports::{Request, Response, Transport as _};
use cittadini_core::sync::HttpTransport;
use cittadini_core::{ApiError, SyncMode};
use cittadini_tests::Workshop;
use jiff::{Span, Timestamp};

const PROCEDURE: &str = "permesso-di-prova";

/// A phone with one release installed, and a newer one on the server.
struct Phone {
    core: Arc<Core>,
    _workshop: Workshop,
    _server: Server,
}

impl Phone {
    fn new() -> Self {
        let workshop = Workshop::invented();
        // These phones have the system's clock, and a release is not from tomorrow.
        let hours_ago = |hours| Timestamp::now().checked_sub(Span::new().hours(hours)).unwrap();
        workshop.publish(hours_ago(2));
        let server = workshop.serve();
        let folder = workshop.content().with_file_name("phone");
        let config = Config {
            data_dir: folder.to_str().unwrap().to_owned(),
            root: Some(workshop.root()),
            repository: Some(server.url()),
            seed: None,
            settings: None,
            territories: None,
        };
        let core = Core::open(config, None).unwrap();
        let phone = Self { core, _workshop: workshop, _server: server };
        assert!(phone.sync(Honest::new()).unwrap().problem.is_none());
        phone._workshop.edit("text/it/permesso-di-prova.yaml", "prova", "prova nuova");
        phone._workshop.publish(hours_ago(1));
        phone
    }

    fn sync(&self, transport: impl Transport + 'static) -> Result<SyncReport, ApiError> {
        self.core.sync(Arc::new(transport), SyncMode::All)
    }

    /// What a sync through a wrong transport throws. What was stored stays, and a right transport brings what is new.
    fn refuses(&self, transport: impl Transport + 'static) -> ApiError {
        let before = self.core.procedure(PROCEDURE.into()).unwrap().title;
        let error = self.sync(transport).unwrap_err();
        assert_eq!(self.core.procedure(PROCEDURE.into()).unwrap().title, before);
        error
    }

    fn recovers(&self) {
        let report = self.sync(Honest::new()).unwrap();
        assert_eq!((report.problem, report.release), (None, 2));
    }
}

/// What a shell should write.
struct Honest(HttpTransport);

impl Honest {
    fn new() -> Self {
        Self(HttpTransport::new().unwrap())
    }

    fn fetch(&self, request: &Request) -> Response {
        self.0.get(request).unwrap()
    }
}

impl Transport for Honest {
    fn get(&self, request: Request) -> Result<Response, TransportError> {
        Ok(self.fetch(&request))
    }
}

/// Changes each honest answer.
struct Changing<F>(Honest, F);

fn changing<F: Fn(&Request, Response) -> Response>(change: F) -> Changing<F> {
    Changing(Honest::new(), change)
}

impl<F: Fn(&Request, Response) -> Response + Send + Sync> Transport for Changing<F> {
    fn get(&self, request: Request) -> Result<Response, TransportError> {
        Ok((self.1)(&request, self.0.fetch(&request)))
    }
}

fn is_offline(error: &ApiError) -> bool {
    matches!(error, ApiError::Offline { .. })
}

fn is_untrusted(error: &ApiError) -> bool {
    matches!(error, ApiError::Untrusted { .. })
}

#[test]
fn more_bytes_than_the_cap_are_not_believed() {
    let phone = Phone::new();
    let flood = |request: &Request, mut answer: Response| {
        answer.body.resize(usize::try_from(request.cap).unwrap() + 1_000_000, b' ');
        answer
    };
    assert!(is_untrusted(&phone.refuses(changing(flood))));
    phone.recovers();
}

#[test]
fn a_status_that_does_not_exist_is_offline() {
    let phone = Phone::new();
    for status in [0, 1, 99, 100, 204, 206, 304, 600, 999, u16::MAX] {
        let error = phone.refuses(changing(move |_, answer| Response { status, ..answer }));
        assert!(is_offline(&error), "{status}: {error}");
    }
    phone.recovers();
}

#[test]
fn an_announced_length_that_is_too_long_ends_the_sync() {
    let phone = Phone::new();
    let more = |by: u64| {
        changing(move |_, answer: Response| {
            let announced = Some(answer.body.len() as u64 + by);
            Response { announced, ..answer }
        })
    };
    assert!(is_offline(&phone.refuses(more(1))));
    assert!(is_untrusted(&phone.refuses(more(u64::MAX / 2))));
    phone.recovers();
}

#[test]
fn an_announced_length_that_is_too_short_matters_not_when_the_bytes_are_right() {
    let phone = Phone::new();
    let report = phone.sync(changing(|_, answer| Response { announced: Some(0), ..answer }));
    assert_eq!(report.unwrap().problem, None);
}

#[test]
fn nothing_at_all_and_the_bytes_of_another_file_are_refused() {
    let phone = Phone::new();
    let empty = |_: &Request, answer| Response { body: Vec::new(), announced: Some(0), ..answer };
    let error = phone.refuses(changing(empty));
    assert!(is_untrusted(&error) || is_offline(&error), "{error}");
    let other = |_: &Request, answer: Response| Response {
        announced: Some(2),
        body: b"{}".to_vec(),
        ..answer
    };
    assert!(is_untrusted(&phone.refuses(changing(other))));
    phone.recovers();
}

/// Cuts the first pack in two, and gives the rest with a `Content-Range` that means nothing.
#[test]
fn a_range_that_means_nothing_is_asked_for_anew() {
    for range in [
        None,
        Some(""),
        Some("bytes"),
        Some("bytes -/"),
        Some("bytes 99999999999999999999-1/2"),
        Some("bytes */*"),
        Some("عشرة"),
    ] {
        let phone = Phone::new();
        let cut = Mutex::new(None);
        let resumed = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&resumed);
        let transport = changing(move |request, mut answer| {
            let mut cut = cut.lock().unwrap();
            if cut.is_none() && request.url.contains("/targets/") {
                *cut = Some(request.url.clone());
                answer.body.truncate(answer.body.len() / 2);
            } else if request.offset > 0 {
                count.fetch_add(1, Ordering::SeqCst);
                answer.content_range = range.map(str::to_owned);
            }
            answer
        });
        let report = phone.sync(transport).unwrap();
        assert_eq!(report.problem, None, "{range:?}");
        assert_eq!(resumed.load(Ordering::SeqCst), 1, "{range:?}");
    }
}

/// UniFFI makes an error of it; what it leaves behind must be whole.
#[test]
fn a_transport_that_panics_leaves_a_core_that_works() {
    let phone = Phone::new();
    for at in ["timestamp.json", "/targets/"] {
        let panics = changing(move |request, answer| {
            assert!(!request.url.contains(at), "the lift is stuck");
            answer
        });
        assert!(catch_unwind(AssertUnwindSafe(|| phone.sync(panics))).is_err());
        phone.core.procedure(PROCEDURE.into()).unwrap();
    }
    phone.recovers();
    phone.core.close().unwrap();
}

/// It would wait for itself for ever.
#[test]
fn a_transport_that_syncs_is_told_so() {
    let phone = Phone::new();
    let (core, inner) = (Arc::clone(&phone.core), Mutex::new(Vec::new()));
    let inner = Arc::new(inner);
    let seen = Arc::clone(&inner);
    let report = phone.sync(changing(move |_, answer| {
        let nested = core.sync(Arc::new(Honest::new()), SyncMode::All);
        seen.lock().unwrap().push(nested.unwrap_err());
        answer
    }));
    assert_eq!(report.unwrap().problem, None);
    let inner = inner.lock().unwrap();
    assert!(!inner.is_empty());
    assert!(inner.iter().all(|error| matches!(error, ApiError::InvalidInput { .. })), "{inner:?}");
}

#[test]
fn what_foreign_code_says_is_one_line() {
    struct Wordy;
    impl Transport for Wordy {
        fn get(&self, _: Request) -> Result<Response, TransportError> {
            let reason = "java.net.UnknownHostException: no\n\tat java.net.A\n\tat b".to_owned();
            Err(TransportError::Connection { reason })
        }
    }
    let error = Phone::new().refuses(Wordy);
    let ApiError::Offline { reason } = error else { panic!("{error}") };
    assert_eq!(reason, "java.net.UnknownHostException: no");
}
