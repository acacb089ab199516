//! A server that is down or answers nonsense, a clock that is wrong: the old content stays readable and the error is
//! `Offline`, or a clear word about the clock.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use cittadini_core::ApiError;
use cittadini_core::screens::BannerKind;
use cittadini_tests::{Phone, Workshop, day, sync};

/// A server that gives the same answer to everything, a bounded number of times.
fn answers(answer: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming().take(8) {
            let Ok(mut stream) = stream else { return };
            let mut request = [0; 1_024];
            let _ = stream.read(&mut request);
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    url
}

fn synced_phone() -> (Workshop, Phone) {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url());
    sync(&phone.open(day(0))).unwrap();
    (workshop, phone)
}

fn stays_readable_and_is_offline(url: String) {
    let (_workshop, mut phone) = synced_phone();
    phone.config.repository = Some(url);
    let core = phone.open(day(2));
    let error = sync(&core).unwrap_err();
    assert!(matches!(error, ApiError::Offline { .. }), "{error}");
    assert_eq!(core.procedure("permesso-di-prova").unwrap().steps.len(), 2);
}

#[test]
fn a_server_that_is_down_is_offline() {
    stays_readable_and_is_offline("http://127.0.0.1:1".into());
}

#[test]
fn a_login_page_is_offline() {
    stays_readable_and_is_offline(answers(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 25\r\nConnection: close\r\n\r\n<html><body>Login</body>\n",
    ));
}

#[test]
fn a_server_in_trouble_is_offline() {
    stays_readable_and_is_offline(answers(
        "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    ));
}

#[test]
fn an_answer_that_breaks_off_is_offline() {
    stays_readable_and_is_offline(answers(
        "HTTP/1.1 200 OK\r\nContent-Length: 4000\r\nConnection: close\r\n\r\n{\"signatures\":",
    ));
}

#[test]
fn a_clock_in_1970_reads_on_and_is_told_so() {
    let (_workshop, phone) = synced_phone();
    let core = phone.open(jiff::Timestamp::UNIX_EPOCH);
    let screen = core.procedure("permesso-di-prova").unwrap();
    let clock = screen.header.banners.iter().find(|banner| banner.kind == BannerKind::Clock);
    assert!(clock.is_some(), "{:?}", screen.header.banners);
    // Freshness is judged on the day of the content, never on a day before it was made.
    assert_eq!(screen.header.today, "2026-11-23");
}

#[test]
fn today_is_the_day_in_italy() {
    let (_workshop, phone) = synced_phone();
    let late: jiff::Timestamp = "2026-12-31T23:30:00Z".parse().unwrap();
    assert_eq!(phone.open(late).home().unwrap().header.today, "2027-01-01");
}

#[test]
fn an_interrupted_sync_changes_nothing_and_can_be_repeated() {
    struct Stops<'a>(&'a cittadini_core::Core, cittadini_core::sync::HttpTransport);
    impl cittadini_core::ports::Transport for Stops<'_> {
        fn get(
            &self,
            request: &cittadini_core::ports::Request,
        ) -> Result<cittadini_core::ports::Response, cittadini_core::ports::TransportError>
        {
            if request.url.contains("facts.pack") {
                self.0.interrupt();
            }
            self.1.get(request)
        }
    }
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).open(day(0));
    let transport = Stops(&core, cittadini_core::sync::HttpTransport::new().unwrap());
    let result = core.sync(&transport, cittadini_core::SyncMode::All);
    assert_eq!(result.unwrap_err(), ApiError::Interrupted);
    assert!(core.home().unwrap().empty);
    assert_eq!(sync(&core).unwrap().problem, None);
    assert!(!core.home().unwrap().empty);
}
