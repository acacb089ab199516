//! One data folder, one process; databases of a newer app are left alone; a damaged content.db is rebuilt.

use std::fs;

use cittadini_core::ApiError;
use cittadini_core::screens::BannerKind;
use cittadini_tests::{Phone, Workshop, day, flip_a_byte, sync};

fn synced_phone() -> (Workshop, Phone) {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url());
    sync(&phone.open(day(0))).unwrap();
    (workshop, phone)
}

#[test]
fn a_second_opening_of_a_folder_is_locked_until_the_first_is_closed() {
    let (_workshop, phone) = synced_phone();
    let first = phone.open(day(0));
    assert!(matches!(phone.try_open(day(0)), Err(ApiError::Locked { .. })));
    first.close().unwrap();
    assert!(phone.try_open(day(0)).is_ok());
    assert!(matches!(first.home(), Err(ApiError::InvalidInput { .. })));
}

#[test]
fn a_database_of_a_newer_app_is_outdated_and_not_touched() {
    for name in ["content.db", "trust.db", "personal.db"] {
        let (_workshop, phone) = synced_phone();
        let path = phone.data().join(name);
        // The version of a SQLite file stands in bytes 60 to 63 of its header, big-endian.
        let mut bytes = fs::read(&path).unwrap();
        bytes[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
        fs::write(&path, &bytes).unwrap();
        let error = phone.try_open(day(0)).map(|_| ()).unwrap_err();
        assert!(matches!(error, ApiError::Outdated { .. }), "{name}: {error}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "{name}");
    }
}

#[test]
fn a_damaged_content_db_is_rebuilt_from_the_packs_without_a_network() {
    let (_workshop, phone) = synced_phone();
    fs::write(phone.data().join("content.db"), b"this is no database, and longer than a header of one hundred bytes; this is no database, and longer than that").unwrap();
    let core = phone.open(day(900));
    assert_eq!(core.procedure("permesso-di-prova").unwrap().steps.len(), 2);
}

#[test]
fn a_content_db_that_is_gone_is_rebuilt_and_a_damaged_pack_is_left_out() {
    let (_workshop, phone) = synced_phone();
    fs::remove_file(phone.data().join("content.db")).unwrap();
    for entry in fs::read_dir(phone.data().join("packs")).unwrap() {
        let path = entry.unwrap().path();
        if path.to_string_lossy().contains("text-ar") {
            flip_a_byte(&path);
        }
    }
    let core = phone.open(day(0));
    let home = core.home().unwrap();
    assert_eq!(home.languages.len(), 1);
    assert!(!home.groups.is_empty());
}

#[test]
fn a_damaged_personal_db_is_moved_aside_and_the_person_is_told() {
    let (_workshop, phone) = synced_phone();
    let path = phone.data().join("personal.db");
    let damaged = vec![b'x'; 4_096];
    fs::write(&path, &damaged).unwrap();
    let core = phone.open(day(0));
    let told = |core: &cittadini_core::Core| {
        let banners = core.home().unwrap().header.banners;
        banners.iter().any(|banner| banner.kind == BannerKind::SettingsLost)
    };
    assert!(told(&core));
    assert_eq!(fs::read(phone.data().join("personal.db.corrupt")).unwrap(), damaged);
    drop(core);
    assert!(!told(&phone.open(day(0))));
}

#[test]
fn two_syncs_at_once_come_one_after_the_other() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).open(day(0));
    let reports: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| sync(&core).unwrap())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(reports.iter().all(|report| report.problem.is_none()));
    assert_eq!(reports.iter().filter(|report| report.up_to_date).count(), 3);
}

#[test]
fn closing_waits_for_what_is_running() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url());
    let core = phone.open(day(0));
    std::thread::scope(|scope| {
        let running = scope.spawn(|| sync(&core));
        core.close().unwrap();
        // The folder is free at once, however far the sync had come.
        assert!(phone.try_open(day(0)).is_ok());
        drop(running.join().unwrap());
    });
}

#[test]
fn a_transport_that_closes_the_core_does_not_wait_for_itself() {
    struct Closes<'a>(&'a cittadini_core::Core);
    impl cittadini_core::ports::Transport for Closes<'_> {
        fn get(
            &self,
            _request: &cittadini_core::ports::Request,
        ) -> Result<cittadini_core::ports::Response, cittadini_core::ports::TransportError>
        {
            self.0.close().unwrap();
            Err(cittadini_core::ports::TransportError::Interrupted)
        }
    }
    let (_workshop, phone) = synced_phone();
    let core = phone.open(day(2));
    assert!(core.sync(&Closes(&core), cittadini_core::SyncMode::All).is_err());
    assert!(phone.try_open(day(2)).is_ok());
}

#[test]
fn damage_inside_content_db_is_met_once_and_mended_at_the_next_opening() {
    let (_workshop, phone) = synced_phone();
    let path = phone.data().join("content.db");
    let mut bytes = fs::read(&path).unwrap();
    // The first page, with the header and the tables' names, stays.
    for byte in bytes.iter_mut().skip(4_096) {
        *byte = 0xA5;
    }
    fs::write(&path, bytes).unwrap();
    let read = |core: &cittadini_core::Core| core.procedure("permesso-di-prova").map(|_| ());
    let core = phone.open(day(0));
    assert!(matches!(read(&core), Err(ApiError::Internal { .. })));
    drop(core);
    read(&phone.open(day(0))).unwrap();
}
