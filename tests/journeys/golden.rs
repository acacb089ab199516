//! Every screen of the real content in every language, held against what a person last read and found good.
//!
//! A changed fact or sentence changes these files on purpose: `UPDATE_GOLDEN=1 cargo test -p cittadini-tests golden`
//! writes them anew, and the difference is read before it is committed.

use cittadini::reader::show;
use cittadini_core::Core;
use cittadini_tests::golden::Golden;
use cittadini_tests::{Phone, Workshop, day, sync};

/// The municipality whose offices the screens name.
const MUNICIPALITY: &str = "Bollate";

/// The columns of a page.
const WIDTH: usize = 100;

fn compare_all(language: &str) {
    let workshop = Workshop::real();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core =
        Phone::new(&workshop, &server.url()).reading(language, Some(MUNICIPALITY)).open(day(0));
    sync(&core).unwrap();
    let mut golden = Golden::open(language);
    lists(&mut golden, &core);
    procedures(&mut golden, &core);
    offices(&mut golden, &core);
    golden.finish();
}

fn lists(golden: &mut Golden, core: &Core) {
    golden.compare("home.txt", &show::home(&core.home().unwrap(), WIDTH));
    golden.compare("procedures.txt", &show::procedures(&core.procedures().unwrap(), WIDTH));
    golden.compare("offices.txt", &show::offices(&core.offices().unwrap(), WIDTH));
    golden.compare("terms.txt", &show::terms(&core.terms().unwrap(), WIDTH));
    golden.compare("notices.txt", &show::notices(&core.notices().unwrap(), WIDTH));
    golden.compare("freshness.txt", &show::freshness(&core.freshness().unwrap(), WIDTH));
    golden.compare("labels.txt", &show::labels(&core.labels().unwrap(), WIDTH));
}

fn procedures(golden: &mut Golden, core: &Core) {
    let groups = core.procedures().unwrap().groups;
    for card in groups.iter().flat_map(|group| &group.procedures) {
        let screen = core.procedure(&card.id).unwrap();
        golden.compare(&format!("procedures/{}.txt", card.id), &show::procedure(&screen, WIDTH));
    }
}

fn offices(golden: &mut Golden, core: &Core) {
    for office in core.offices().unwrap().offices {
        let screen = core.office(&office.id).unwrap();
        golden.compare(&format!("offices/{}.txt", office.id), &show::office(&screen, WIDTH));
    }
}

#[test]
fn every_screen_in_italian_is_as_it_was_read() {
    compare_all("it");
}

#[test]
fn every_screen_in_english_is_as_it_was_read() {
    compare_all("en");
}

#[test]
fn every_screen_in_arabic_is_as_it_was_read() {
    compare_all("ar");
}
