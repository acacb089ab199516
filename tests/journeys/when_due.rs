//! When a phone syncs by itself, against the real server, and what the reader chose to save.

use cittadini_core::personal::Settings;
use cittadini_core::sync::{NetworkKind, Occasion};
use cittadini_core::{Core, SyncMode};
use cittadini_tests::{Phone, Workshop, day, sync};

fn due(core: &Core, network: NetworkKind, occasion: Occasion) -> bool {
    core.sync_due(network, occasion).unwrap().due
}

#[test]
fn a_phone_that_has_just_synced_leaves_the_server_alone_and_asks_again_the_next_day() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url());
    let core = phone.open(day(0));
    assert!(due(&core, NetworkKind::Metered, Occasion::Opened));
    sync(&core).unwrap();
    for occasion in [Occasion::Opened, Occasion::Background] {
        assert!(!due(&core, NetworkKind::Unmetered, occasion));
    }
    assert!(due(&core, NetworkKind::Metered, Occasion::Asked));
    core.close().unwrap();
    // Another process.
    let core = phone.open(day(1));
    assert!(due(&core, NetworkKind::Metered, Occasion::Background));
    assert!(!due(&core, NetworkKind::Offline, Occasion::Asked));
}

#[test]
fn what_the_reader_chose_to_save_is_kept() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let phone = Phone::new(&workshop, "http://127.0.0.1:9");
    let core = phone.open(day(0));
    let settings = core.settings().unwrap();
    core.set_settings(&Settings { wifi_only: true, data_saver: true, ..settings }).unwrap();
    core.close().unwrap();
    let core = phone.open(day(0));
    assert!(!due(&core, NetworkKind::Metered, Occasion::Opened));
    assert!(due(&core, NetworkKind::Metered, Occasion::Asked));
    let answer = core.sync_due(NetworkKind::Unmetered, Occasion::Background).unwrap();
    assert_eq!((answer.due, answer.mode), (true, SyncMode::OnlyMine));
}

#[test]
fn settings_of_an_app_that_knew_no_saving_save_nothing() {
    let kept = r#"{"languages":["ar"],"municipality":null,"audience":"person"}"#;
    let expected = Settings { languages: vec!["ar".into()], ..Settings::default() };
    assert_eq!(serde_json::from_str::<Settings>(kept).unwrap(), expected);
    assert!(!expected.wifi_only && !expected.data_saver);
}

#[test]
fn without_a_root_or_an_address_nothing_is_due_and_that_is_no_error() {
    let folder = tempfile::tempdir().unwrap();
    let config = cittadini_core::Config {
        data_dir: folder.path().to_owned(),
        ..cittadini_core::Config::default()
    };
    let clock = std::sync::Arc::new(cittadini_core::ports::FixedClock(day(0)));
    let core = Core::open(config, clock).unwrap();
    assert!(!due(&core, NetworkKind::Unmetered, Occasion::Asked));
}
