//! `cargo xtask demo`: the whole way of a release, on one computer and with real sockets.
//!
//! Everything happens in a temporary folder with the clock of today. What is shown is what the core returns; what is
//! counted is what passed the server's socket, headers included, in both directions.

mod edit;
mod figures;
mod screens;

use std::path::{Path, PathBuf};
use std::time::Instant;

use cittadini::repository::PublishReport;
use cittadini::serve::Server;
use cittadini_core::ApiError;
use cittadini_core::SyncMode;
use tempfile::TempDir;

use crate::folder;
use crate::phone::{Cost, Phone};
use crate::release::{Checked, Place, check_and_build};
use crate::terminal::{Outcome, Pace, bytes, heading, note, say};

use figures::Figures;

/// How the demo runs.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Shows another content folder than the project's own.
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// Waits for nobody, and prints the figures last, as one line of JSON.
    #[arg(long)]
    check: bool,
    /// Leaves content, keys, root.json and the repository of the first release in this folder.
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
}

/// Runs the demo.
pub(crate) fn run(options: &Options) -> Outcome {
    if let Some(keep) = &options.keep {
        folder::must_be_free(keep)?;
    }
    let content = options.content.clone().unwrap_or_else(folder::content);
    let demo = Demo::publish(&content, Pace::new(!options.check))?;
    let figures = demo.show()?;
    if let Some(keep) = &options.keep {
        demo.keep(keep)?;
    }
    if options.check {
        say!("{}", figures.to_json())?;
    }
    Ok(())
}

/// A release in a temporary folder, which goes when the demo ends.
struct Demo {
    folder: TempDir,
    place: Place,
    pace: Pace,
}

impl Demo {
    /// Checks the content before anything is written, then makes keys and the first release.
    fn publish(content: &Path, pace: Pace) -> Outcome<Self> {
        heading("1. From files to a signed release")?;
        let Checked { draft, warnings } = check_and_build(content)?;
        say!("  checked: no error, {warnings} warnings (`cittadini check` lists them)")?;
        let folder = tempfile::Builder::new().prefix("cittadini-demo-").tempdir()?;
        let place = Place::at(&folder.path().join("place"));
        folder::copy_content(content, &place.content())?;
        place.make_keys(&draft.territory)?;
        say!("  keys: made for development, and every screen will say so")?;
        show_release(&place.publish(&draft)?)?;
        Ok(Self { folder, place, pace })
    }

    fn show(&self) -> Outcome<Figures> {
        let mut figures = Figures::default();
        self.seed()?;
        let (server, phone) = (self.serve(&self.place)?, self.phone("phone")?);
        figures.sync(&self.first_sync(&phone, &server)?, &self.no_change(&phone, &server)?);
        let saver = self.saver(&server)?;
        self.cut_off(&phone, server)?;
        self.read_offline(&phone, &mut figures)?;
        figures.edit(&self.edit(&saver)?);
        figures.show()?;
        Ok(figures)
    }

    /// A release that came with an app is read before any network.
    fn seed(&self) -> Outcome {
        heading("2. An app that is opened for the first time, without a network")?;
        let seed = self.folder.path().join("seed.tar");
        self.place.write_seed(&seed)?;
        say!("  the seed inside the app: {}", bytes(std::fs::metadata(&seed)?.len()))?;
        let phone = self.phone("from-seed")?;
        let core = phone.open_with_seed(&seed)?;
        screens::brief(&core.home()?)?;
        Ok(self.pace.pause()?)
    }

    fn serve(&self, place: &Place) -> Outcome<Server> {
        Ok(Server::start(&place.repository(), 0)?)
    }

    fn phone(&self, name: &str) -> Outcome<Phone> {
        Phone::new(&self.folder.path().join(name), &self.place.root())
    }

    fn first_sync(&self, phone: &Phone, server: &Server) -> Outcome<Cost> {
        heading("3. A new phone, empty, that has a network")?;
        say!("  server: {}", server.url())?;
        let cost = phone.sync(server, SyncMode::All)?;
        cost.show("  first sync, every language")?;
        Ok(cost)
    }

    fn no_change(&self, phone: &Phone, server: &Server) -> Outcome<Cost> {
        let cost = phone.sync(server, SyncMode::All)?;
        if !cost.report.up_to_date {
            return Err("a sync right after another one found something new".into());
        }
        cost.show("  again, nothing new")?;
        Ok(cost)
    }

    /// A second phone, which follows Italian alone, so that its next sync can be measured.
    fn saver(&self, server: &Server) -> Outcome<Phone> {
        let phone = self.phone("phone-italian")?;
        phone.sync(server, SyncMode::OnlyMine)?.show("  another phone, Italian alone")?;
        Ok(phone)
    }

    fn cut_off(&self, phone: &Phone, server: Server) -> Outcome {
        let url = server.url();
        server.stop();
        heading("4. The network is gone")?;
        match phone.try_sync(&url) {
            Err(ApiError::Offline { .. }) => {
                say!("  a sync says `Offline`; everything stays readable")?;
                Ok(self.pace.pause()?)
            }
            Err(other) => Err(format!("a sync without a server says: {other}").into()),
            Ok(_) => Err("a sync without a server succeeded".into()),
        }
    }

    fn read_offline(&self, phone: &Phone, figures: &mut Figures) -> Outcome {
        let start = Instant::now();
        let core = phone.open(None)?;
        let home = core.home()?;
        figures.open(start.elapsed(), &home, &core.offices()?);
        screens::home(&core)?;
        self.pace.pause()?;
        if let Some(procedure) = screens::procedure_to_show(&home) {
            screens::side_by_side(&core, &procedure)?;
            figures.procedure(&core, &procedure)?;
            self.pace.pause()?;
        }
        screens::offices(&core)?;
        Ok(self.pace.pause()?)
    }

    /// Changes a fee in a copy, so that what `--keep` leaves is a release and the content it was made of.
    fn edit(&self, phone: &Phone) -> Outcome<Cost> {
        heading("5. An editor changes one fee")?;
        let place = self.place.copy_to(&self.folder.path().join("edited"))?;
        let edit = edit::raise_one_fee(&place.content())?;
        say!("  {}: {} becomes {}", edit.file, edit.before, edit.after)?;
        show_release(&place.publish(&check_and_build(&place.content())?.draft)?)?;
        let server = self.serve(&place)?;
        let cost = phone.sync(&server, SyncMode::OnlyMine)?;
        cost.show("  second sync of the phone with Italian alone")?;
        say!("  records written on the phone: {}", cost.report.records_written)?;
        Ok(cost)
    }

    fn keep(&self, folder: &Path) -> Outcome {
        self.place.copy_to(folder)?;
        let folder = folder.display();
        heading("Kept")?;
        say!(
            "  {folder}/content, keys, repository, root.json: the first release and what it was made of"
        )?;
        say!("  edit there, then:")?;
        say!(
            "  cittadini publish --dev --content {folder}/content --keys {folder}/keys --to {folder}/repository"
        )?;
        Ok(())
    }
}

fn show_release(report: &PublishReport) -> Outcome {
    let PublishReport { release, files_written, bytes: size, packs } = report;
    say!("  release {release}: {} files written, {}", files_written.len(), bytes(*size))?;
    for pack in packs {
        let patch = pack.patches.last().filter(|_| pack.changed);
        let patch =
            patch.map(|patch| format!(", patch {}", bytes(patch.bytes))).unwrap_or_default();
        let state = if pack.changed { "new" } else { "as before" };
        note(format!("    {:<10} {} {state}{patch}", pack.name, bytes(pack.full_bytes)))?;
    }
    Ok(())
}
