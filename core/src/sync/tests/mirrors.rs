//! Mirrors: the next one after a failure, none but those that were signed, and none of them believed.

use super::phone::{core_at, repository};
use super::repository::{BASE, Fault, Repository, Server, pack};
use super::web::Web;
use crate::sync::{ProblemKind, SyncReport};
use crate::{ApiError, SyncMode};

const FIRST: &str = "https://mirror.invalid/first";
const SECOND: &str = "https://mirror.invalid/second/";

/// Both mirrors are in the catalogue; the first release is on the phone, and the second is out.
struct Town {
    repository: Repository,
    folder: tempfile::TempDir,
}

impl Town {
    fn new() -> Self {
        Self::with(&[FIRST, SECOND])
    }

    fn with(mirrors: &[&str]) -> Self {
        let mut repository = repository();
        repository.mirrors = mirrors.iter().map(|mirror| (*mirror).to_owned()).collect();
        repository.release();
        let town = Self { folder: tempfile::tempdir().unwrap(), repository };
        let honest = Web::of(vec![(BASE, Server::honest(&town.repository))]);
        assert_eq!(town.sync(&honest).unwrap().problem, None);
        assert_eq!(honest.asked(), [BASE], "nobody else while all is well");
        let Self { mut repository, folder } = town;
        repository.put("text-ar", 2, pack("text-ar", 2, Some(1), &[("a", "ahlan")]));
        repository.drop_patches("text-ar");
        repository.release();
        Self { repository, folder }
    }

    fn sync(&self, web: &Web<'_>) -> Result<SyncReport, ApiError> {
        core_at(self.folder.path(), &self.repository)?.sync(web, SyncMode::All)
    }
}

fn names(report: &SyncReport) -> Vec<&str> {
    report.applied.iter().map(|pack| pack.pack.as_str()).collect()
}

#[test]
fn when_the_repository_is_down_its_mirrors_are_asked_in_turn() {
    let town = Town::new();
    let web = Web::of(vec![(SECOND, Server::honest(&town.repository))]);
    let report = town.sync(&web).unwrap();
    assert_eq!((report.problem.as_ref(), names(&report)), (None, vec!["text-ar"]));
    assert_eq!(web.asked(), [BASE, FIRST, SECOND.trim_end_matches('/')]);
}

#[test]
fn when_nobody_answers_it_is_the_repository_that_is_offline() {
    let town = Town::new();
    let web = Web::of(Vec::new());
    assert!(matches!(town.sync(&web), Err(ApiError::Offline { .. })));
    assert_eq!(web.asked().len(), 3);
}

#[test]
fn a_mirror_that_forges_is_believed_no_more_than_any_server() {
    let town = Town::new();
    let path = town.repository.path_of("text-ar", ".pack");
    for forged in [path.as_str(), "metadata/timestamp.json", "metadata/2.text-ar.json"] {
        let town = Town::new();
        let lie = || Server::with(&town.repository, forged, Fault::Body(b"{}".to_vec()));
        let web = Web::of(vec![(FIRST, lie())]);
        assert!(!town.sync(&web).is_ok_and(|report| report.problem.is_none()), "{forged}");
        // And it does not keep the phone from the next.
        let web = Web::of(vec![(FIRST, lie()), (SECOND, Server::honest(&town.repository))]);
        let report = town.sync(&web).unwrap();
        assert_eq!((report.problem.as_ref(), names(&report)), (None, vec!["text-ar"]), "{forged}");
    }
}

/// What a mirror offers is older than what is known: it may not win by answering first.
#[test]
fn a_mirror_that_lags_behind_takes_nothing_back() {
    let mut town = Town::new();
    let old = town.repository.clone();
    town.repository.put("text-ar", 3, pack("text-ar", 3, Some(1), &[("a", "ahlan wa sahlan")]));
    town.repository.release();
    let honest = Web::of(vec![(BASE, Server::honest(&town.repository))]);
    assert_eq!(town.sync(&honest).unwrap().problem, None);
    let web = Web::of(vec![(FIRST, Server::honest(&old))]);
    assert!(town.sync(&web).is_err());
    assert!(town.sync(&honest).unwrap().up_to_date);
}

#[test]
fn a_pack_that_was_cut_is_continued_from_a_mirror() {
    let town = Town::new();
    let path = town.repository.path_of("text-ar", ".pack");
    let web = Web::of(vec![
        (BASE, Server::with(&town.repository, &path, Fault::Cut(9))),
        (FIRST, Server::honest(&town.repository)),
    ]);
    let report = town.sync(&web).unwrap();
    assert_eq!((report.problem.as_ref(), names(&report)), (None, vec!["text-ar"]));
    let asked = web.servers[1].1.asked.lock().unwrap();
    let rest = asked.iter().find(|request| request.url.ends_with(&path)).unwrap();
    assert_eq!(rest.offset, 18);
}

#[test]
fn what_the_repository_brought_and_what_the_mirror_brought_is_one_report() {
    let mut town = Town::new();
    town.repository.put("text-it", 2, pack("text-it", 2, Some(1), &[("a", "salve")]));
    town.repository.drop_patches("text-it");
    town.repository.release();
    let path = town.repository.path_of("text-it", ".pack");
    let web = Web::of(vec![
        (BASE, Server::with(&town.repository, &path, Fault::NoConnection)),
        (FIRST, Server::honest(&town.repository)),
    ]);
    let report = town.sync(&web).unwrap();
    assert_eq!((report.problem.as_ref(), names(&report)), (None, vec!["text-ar", "text-it"]));
}

#[test]
fn no_mirror_is_asked_in_clear_for_a_repository_that_is_not() {
    let town = Town::with(&["http://mirror.invalid/first", "ftp://mirror.invalid", BASE, FIRST]);
    let web = Web::of(Vec::new());
    assert!(town.sync(&web).is_err());
    assert_eq!(web.asked(), [BASE, FIRST]);
}

#[test]
fn a_busy_repository_is_left_alone_and_its_mirror_asked() {
    let town = Town::new();
    let busy = Fault::Busy(503, "3600");
    let web =
        Web::of(vec![(BASE, Server::with(&town.repository, "metadata/timestamp.json", busy))]);
    assert!(matches!(town.sync(&web), Err(ApiError::Offline { .. })));
    let web = Web::of(vec![
        (BASE, Server::honest(&town.repository)),
        (FIRST, Server::honest(&town.repository)),
    ]);
    let report = town.sync(&web).unwrap();
    assert_eq!(report.problem.map(|problem| problem.kind), None::<ProblemKind>);
    assert_eq!(web.asked(), [FIRST]);
}
