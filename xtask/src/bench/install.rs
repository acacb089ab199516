//! What it costs to get the content, and to keep it up to date.

use std::path::Path;

use cittadini::serve::Server;
use cittadini_core::SyncMode;

use crate::folder;
use crate::phone::{Cost, Phone};
use crate::release::{Place, check_and_build};
use crate::terminal::{Outcome, milliseconds};

use super::content;
use super::figures::Figures;

/// The data folder with all languages, to be read afterwards.
pub(super) const EVERYTHING: &str = "everything";

/// Publishes, installs, changes a fee, and syncs again.
pub(super) fn measure(folder: &Path) -> Outcome<Figures> {
    let place = Place::at(folder);
    let mut draft = content::grow(&check_and_build(&folder::content())?.draft, content::BENCH)?;
    place.make_keys(&draft.territory)?;
    place.publish(&draft)?;
    let server = Server::start(&place.repository(), 0)?;
    let italian = Phone::new(&folder.join("italian"), &place.root())?;
    let everything = Phone::new(&folder.join(EVERYTHING), &place.root())?;

    let mut figures = Figures::default();
    let first = italian.sync(&server, SyncMode::OnlyMine)?;
    note(&mut figures, "first_install", &first);
    note(&mut figures, "first_install_all", &everything.sync(&server, SyncMode::All)?);
    note(&mut figures, "no_change", &italian.sync(&server, SyncMode::OnlyMine)?);

    content::raise_a_fee(&mut draft)?;
    place.publish(&draft)?;
    let edit = italian.sync(&server, SyncMode::OnlyMine)?;
    note(&mut figures, "edit_sync", &edit);
    figures.set("records_written", edit.report.records_written as f64);
    // So that the phone that is read afterwards has something to tell of.
    everything.sync(&server, SyncMode::All)?;
    Ok(figures)
}

fn note(figures: &mut Figures, name: &str, cost: &Cost) {
    figures.set(&format!("{name}_bytes"), cost.bytes as f64);
    figures.set(&format!("{name}_requests"), cost.requests as f64);
    figures.set(&format!("{name}_ms"), milliseconds(cost.took));
}
