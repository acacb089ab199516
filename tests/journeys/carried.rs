//! Releases that are carried by hand: from the desk to a phone that has no network, and from there to the next.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cittadini::repository::{ExportReport, write_export};
use cittadini_core::ports::{FixedClock, Request, Response, Transport, TransportError};
use cittadini_core::screens::BannerKind;
use cittadini_core::sync::{ProblemKind, SyncReport};
use cittadini_core::{ApiError, Core, SyncMode};
use cittadini_tests::{Phone, Workshop, day, flip_a_byte, sync, sync_only_mine};
use jiff::Timestamp;
use tempfile::TempDir;

/// Where no server is.
const NOWHERE: &str = "http://127.0.0.1:1";

const OLD: u64 = 1_600;
const NEW: u64 = 1_800;

fn fee(core: &Core) -> Option<u64> {
    core.procedure("permesso-di-prova").unwrap().steps[1].fees[0].cents
}

/// A workshop with one release, and a drawer full of sticks.
struct Desk {
    workshop: Workshop,
    sticks: TempDir,
}

impl Desk {
    fn new() -> Self {
        let workshop = Workshop::invented();
        workshop.publish(day(0));
        Self { workshop, sticks: tempfile::tempdir().unwrap() }
    }

    fn raises_the_fee(&self, now: Timestamp) {
        self.workshop.edit("facts/fees/f-bollo-di-prova.yaml", "16.00", "18.00");
        self.workshop.publish(now);
    }

    fn file(&self, name: &str) -> PathBuf {
        self.sticks.path().join(name)
    }

    fn try_export(
        &self,
        name: &str,
        now: Timestamp,
    ) -> cittadini::repository::Result<ExportReport> {
        write_export(&self.workshop.repository(), &self.file(name), now)
    }

    fn export(&self, name: &str, now: Timestamp) -> PathBuf {
        self.try_export(name, now).unwrap();
        self.file(name)
    }

    /// A phone that is nowhere connected, with nothing on it.
    fn phone(&self) -> Phone {
        Phone::new(&self.workshop, NOWHERE)
    }

    /// A phone that has the present release from a server.
    fn synced(&self, now: Timestamp) -> Core {
        let server = self.workshop.serve();
        let core = Phone::new(&self.workshop, &server.url()).open(now);
        assert_eq!(sync(&core).unwrap().problem, None);
        core
    }

    /// Whatever happened to a phone: the next honest sync brings the newest release.
    fn mends(&self, phone: &mut Phone, now: Timestamp) {
        let server = self.workshop.serve();
        phone.config.repository = Some(server.url());
        let core = phone.open(now);
        assert_eq!(sync(&core).unwrap().problem, None);
        assert_eq!(fee(&core), Some(NEW));
    }
}

fn imported(core: &Core, file: &Path) -> SyncReport {
    let report = core.import_release(file).unwrap();
    assert_eq!(report.problem, None);
    report
}

fn banners(core: &Core) -> Vec<(BannerKind, String)> {
    let header = core.home().unwrap().header;
    header.banners.iter().map(|banner| (banner.kind, banner.text.plain())).collect()
}

#[test]
fn a_stick_from_the_desk_goes_through_three_phones_with_no_network() {
    let desk = Desk::new();
    desk.raises_the_fee(day(1));
    let stick = desk.export("desk", day(2));
    let mut phone = desk.phone();
    phone.config.repository = None;
    let first = phone.open(day(3));
    let report = imported(&first, &stick);
    assert_eq!((report.applied.len(), report.left_out.as_slice()), (3, &[][..]));
    let exported = first.export_release(&desk.file("first")).unwrap();
    assert_eq!((exported.release, exported.generated), (report.release, report.generated));
    let second = desk.phone().open(day(4));
    imported(&second, &desk.file("first"));
    second.export_release(&desk.file("second")).unwrap();
    let third = desk.phone().reading("ar", None).open(day(5));
    imported(&third, &desk.file("second"));
    assert_eq!(fee(&third), Some(NEW));
    assert_eq!(third.procedure("permesso-di-prova").unwrap().title.language, "ar");
    let bytes = |name: &str| fs::read(desk.file(name)).unwrap();
    assert!(bytes("first") == bytes("second"), "the same release makes other bytes");
    assert!(imported(&third, &stick).up_to_date);
}

#[test]
fn what_came_by_file_says_its_day_and_that_nobody_has_confirmed_it() {
    let desk = Desk::new();
    let stick = desk.export("desk", day(0));
    let core = desk.phone().open(day(60));
    // Timestamp and snapshot have expired by now; a stick must not die within a fortnight.
    imported(&core, &stick);
    let header = core.home().unwrap().header;
    assert_eq!((header.content_of.as_deref(), header.last_checked), (Some("2026-11-23"), None));
    let banners = banners(&core);
    let said = banners.iter().find(|(kind, _)| *kind == BannerKind::NotConfirmed);
    assert!(said.is_some_and(|(_, text)| text.contains("23")), "{banners:?}");
}

#[test]
fn a_file_never_moves_the_day_of_the_last_check() {
    let desk = Desk::new();
    let server = desk.workshop.serve();
    let phone = Phone::new(&desk.workshop, &server.url());
    sync(&phone.open(day(0))).unwrap();
    desk.raises_the_fee(day(20));
    let core = phone.open(day(20));
    imported(&core, &desk.export("desk", day(20)));
    assert_eq!(fee(&core), Some(NEW));
    let header = core.home().unwrap().header;
    assert_eq!(header.last_checked.as_deref(), Some("2026-11-23T09:00:00Z"));
    assert!(banners(&core).iter().any(|(kind, _)| *kind == BannerKind::NotCheckedQuiet));
}

#[test]
fn a_damaged_file_installs_nothing_that_nobody_signed_and_the_next_sync_mends_it() {
    let desk = Desk::new();
    let old = desk.export("old", day(0));
    desk.raises_the_fee(day(1));
    let from_the_desk = fs::read(desk.export("desk", day(1))).unwrap();
    desk.synced(day(1)).export_release(&desk.file("phone")).unwrap();
    let from_a_phone = fs::read(desk.file("phone")).unwrap();
    for whole in [from_the_desk, from_a_phone] {
        for part in 1..8 {
            let mut phone = desk.phone();
            imported(&phone.open(day(1)), &old);
            let (flipped, cut) = (desk.file("flipped"), desk.file("cut"));
            let mut bytes = whole.clone();
            bytes[whole.len() * part / 8] ^= 0x20;
            fs::write(&flipped, bytes).unwrap();
            fs::write(&cut, &whole[..whole.len() * part / 8]).unwrap();
            let core = phone.open(day(1));
            let refused = core.import_release(&cut).unwrap_err();
            assert!(matches!(refused, ApiError::Untrusted { .. }), "{refused}");
            assert_eq!(fee(&core), Some(OLD));
            match core.import_release(&flipped) {
                Err(ApiError::Untrusted { .. }) => {}
                Ok(report) => assert!(
                    report.problem.is_none_or(|problem| problem.kind == ProblemKind::Untrusted)
                ),
                Err(error) => panic!("{error}"),
            }
            assert!([Some(OLD), Some(NEW)].contains(&fee(&core)));
            drop(core);
            desk.mends(&mut phone, day(1));
        }
    }
}

#[test]
fn an_older_file_is_no_error_and_takes_nothing_back() {
    let desk = Desk::new();
    let old = desk.export("old", day(0));
    desk.raises_the_fee(day(1));
    let new = desk.export("new", day(1));
    let core = desk.phone().open(day(1));
    let release = imported(&core, &new).release;
    let report = imported(&core, &old);
    assert!(report.up_to_date && report.applied.is_empty());
    assert_eq!((report.release, fee(&core)), (release, Some(NEW)));
    let bytes = fs::read(desk.export("new", day(1))).unwrap();
    core.export_release(&desk.file("again")).unwrap();
    assert!(!bytes.is_empty() && imported(&core, &desk.file("again")).up_to_date);
}

#[test]
fn a_phone_on_the_data_saver_hands_on_what_it_has() {
    let desk = Desk::new();
    desk.raises_the_fee(day(1));
    let server = desk.workshop.serve();
    let saver = Phone::new(&desk.workshop, &server.url()).reading("it", None).open(day(1));
    sync_only_mine(&saver).unwrap();
    let exported = saver.export_release(&desk.file("saver")).unwrap();
    assert_eq!(exported.packs, ["facts", "text-it"]);
    assert!(exported.left_out.contains(&"text-ar".to_owned()));
    let mut phone = desk.phone().reading("ar", None);
    let core = phone.open(day(1));
    let report = imported(&core, &desk.file("saver"));
    assert_eq!((report.left_out, report.up_to_date), (vec!["text-ar".to_owned()], false));
    let title = core.procedure("permesso-di-prova").unwrap().title;
    assert_eq!((title.language.as_str(), title.fallback), ("it", true));
    drop(core);
    desk.mends(&mut phone, day(1));
}

#[test]
fn an_app_of_three_years_ago_opens_offline_and_rebuilds_offline_with_its_age() {
    let desk = Desk::new();
    let mut phone = desk.phone();
    phone.config.seed = Some(desk.workshop.seed());
    let later = day(3 * 365);
    let shows_everything = |core: &Core| {
        assert_eq!(fee(core), Some(OLD));
        assert_eq!(core.home().unwrap().languages.len(), 2);
        let banners = banners(core);
        let said = banners.iter().find(|(kind, _)| *kind == BannerKind::NotConfirmed);
        assert!(said.is_some_and(|(_, text)| text.contains("2026")), "{banners:?}");
    };
    shows_everything(&phone.open(later));
    phone.config.seed = None;
    fs::write(phone.data().join("content.db"), "no database").unwrap();
    shows_everything(&phone.open(later));
}

#[test]
fn a_role_that_has_expired_is_refused_with_a_reason_by_the_desk_by_phones_and_mended_by_a_sync() {
    let desk = Desk::new();
    let late = day(400);
    let stick = desk.export("desk", day(0));
    let refused = desk.try_export("late", late).unwrap_err().to_string();
    assert!(refused.contains("phones would refuse") && refused.contains("expired on"), "{refused}");
    assert!(!desk.file("late").exists());
    let mut phone = desk.phone();
    let core = phone.open(late);
    let refused = core.import_release(&stick).unwrap_err();
    assert!(
        matches!(&refused, ApiError::Untrusted { reason }
            if reason.starts_with("the release file: ") && reason.contains("expired on")),
        "{refused}"
    );
    assert!(core.home().unwrap().empty);
    drop(core);
    desk.raises_the_fee(late);
    desk.mends(&mut phone, late);
    // Whoever took it in while it was good goes on reading, and is told to sync before handing it on.
    let reader = desk.phone();
    imported(&reader.open(day(0)), &stick);
    let core = reader.open(late);
    assert_eq!(fee(&core), Some(OLD));
    let refused = core.export_release(&desk.file("late")).unwrap_err();
    assert!(
        matches!(&refused, ApiError::InvalidInput { reason } if reason.contains("sync first")),
        "{refused}"
    );
    assert!(fs::read_dir(desk.sticks.path()).unwrap().count() == 1, "half a file was left");
}

#[test]
fn a_file_of_another_content_team_is_refused_in_words() {
    let desk = Desk::new();
    let other = Desk::new();
    other.raises_the_fee(day(1));
    let stick = other.export("other", day(1));
    let mut phone = desk.phone();
    imported(&phone.open(day(1)), &desk.export("desk", day(1)));
    let core = phone.open(day(1));
    let refused = core.import_release(&stick).unwrap_err();
    assert!(
        matches!(&refused, ApiError::Untrusted { reason } if reason.contains("another territory")),
        "{refused}"
    );
    assert_eq!(fee(&core), Some(OLD));
    drop(core);
    desk.raises_the_fee(day(1));
    desk.mends(&mut phone, day(1));
}

#[test]
fn a_file_that_is_not_there_or_cannot_be_made_is_the_callers_mistake() {
    let desk = Desk::new();
    let core = desk.synced(day(0));
    let nowhere = desk.sticks.path().join("no/such/folder/x.release");
    for refused in [
        core.import_release(&nowhere).unwrap_err(),
        core.export_release(&nowhere).unwrap_err(),
        desk.phone().open(day(0)).export_release(&desk.file("empty")).unwrap_err(),
    ] {
        assert!(matches!(refused, ApiError::InvalidInput { .. }), "{refused}");
    }
    assert_eq!(fs::read_dir(desk.sticks.path()).unwrap().count(), 0);
    let no_release = desk.file("photo");
    fs::write(&no_release, vec![7; 10_000]).unwrap();
    for no_release in [no_release.as_path(), desk.sticks.path()] {
        let refused = core.import_release(no_release).unwrap_err();
        assert!(matches!(refused, ApiError::Untrusted { .. }), "{refused}");
    }
}

#[test]
fn a_file_that_was_there_is_replaced_whole() {
    let desk = Desk::new();
    let core = desk.synced(day(0));
    let stick = desk.file("stick");
    fs::write(&stick, "what was there").unwrap();
    core.export_release(&stick).unwrap();
    imported(&desk.phone().open(day(0)), &stick);
    // What cannot be handed on leaves the file of last time as it is.
    let before = fs::read(&stick).unwrap();
    desk.phone().open(day(0)).export_release(&stick).unwrap_err();
    assert!(fs::read(&stick).unwrap() == before);
    flip_a_byte(&desk.workshop.target(".facts.pack"));
    assert!(desk.try_export("stick", day(0)).is_err());
    assert!(fs::read(&stick).unwrap() == before);
}

/// A transport that thinks that it may do more than fetch.
struct Meddler(Arc<Core>, PathBuf);

impl Transport for Meddler {
    fn get(&self, _: &Request) -> Result<Response, TransportError> {
        for refused in [
            self.0.import_release(&self.1).map(drop).unwrap_err(),
            self.0.export_release(&self.1).map(drop).unwrap_err(),
        ] {
            assert!(matches!(refused, ApiError::InvalidInput { .. }), "{refused}");
        }
        Err(TransportError::Connection { reason: "that was all".into() })
    }
}

#[test]
fn a_transport_that_exports_or_imports_is_told_so_and_does_not_wait_for_itself() {
    let desk = Desk::new();
    let phone = desk.phone();
    let core = Core::open(phone.config, Arc::new(FixedClock(day(0)))).unwrap();
    let core = Arc::new(core);
    let meddler = Meddler(Arc::clone(&core), desk.export("desk", day(0)));
    assert!(matches!(core.sync(&meddler, SyncMode::All), Err(ApiError::Offline { .. })));
}
