//! What every kind of sync costs, on the content as it is and on 300 procedures in 10 languages: bytes and requests as the
//! server's socket counts them, and time and memory on the phone.
//!
//! Two phones follow each content: one in Italian alone, the data saver, and one with all languages, as a phone does by
//! itself.

use std::fs;
use std::path::Path;

use cittadini::draft::Draft;
use cittadini::serve::Server;
use cittadini_core::SyncMode;
use jiff::{SignedDuration, Timestamp};

use crate::folder;
use crate::phone::{Cost, Phone};
use crate::release::{Place, check_and_build};
use crate::terminal::Outcome;

use super::apply::{self, Applied, Task};
use super::content::{self, Size};
use super::figures::Figures;

/// What the project will have once it covers what people need.
const LARGE: Size = Size { procedures: 300, languages: 10, edition: 0 };

/// About as many procedures as fit into the largest pack that a phone takes (8 MiB), in one language.
const LARGEST: Size = Size { procedures: 1_150, languages: 1, edition: 0 };

/// Measures all three contents.
pub(super) fn measure(folder: &Path) -> Outcome<Figures> {
    let real = check_and_build(&folder::content())?.draft;
    let mut figures = Figures::default();
    Repository::make(folder, "real", real.clone())?.measure(&mut figures)?;
    Repository::make(folder, "large", content::grow(&real, LARGE)?)?.measure(&mut figures)?;
    let mut largest = Repository::make(folder, "largest", content::grow(&real, LARGEST)?)?;
    largest.on_the_phone(&mut figures)?;
    figures.set("largest_pack_bytes", largest.largest_pack() as f64);
    Ok(figures)
}

/// A content, where it is published, and the server that hands it out.
struct Repository {
    name: &'static str,
    place: Place,
    draft: Draft,
    server: Server,
    edits: u32,
}

impl Repository {
    fn make(folder: &Path, name: &'static str, draft: Draft) -> Outcome<Self> {
        let folder = folder.join(name);
        fs::create_dir_all(&folder)?;
        let place = Place::at(&folder);
        place.make_keys(&draft.territory)?;
        place.publish(&draft)?;
        let server = Server::start(&place.repository(), 0)?;
        Ok(Self { name, place, draft, server, edits: 0 })
    }

    fn measure(&mut self, figures: &mut Figures) -> Outcome {
        self.on_the_line(figures)?;
        self.on_the_phone(figures)
    }

    fn phone(&self, name: &str) -> Outcome<Phone> {
        Phone::new(&self.place.repository().with_file_name(name), &self.place.root())
    }

    fn on_the_line(&mut self, figures: &mut Figures) -> Outcome {
        let (italian, everything) = (self.phone("italian")?, self.phone("everything")?);
        let one = |this: &Self| italian.sync(&this.server, SyncMode::OnlyMine);
        let all = |this: &Self| everything.sync(&this.server, SyncMode::All);
        self.note(figures, "first_install", &one(self)?);
        self.note(figures, "first_install_all", &all(self)?);
        self.note(figures, "no_change", &one(self)?);
        let tomorrow = Timestamp::now() + SignedDuration::from_hours(25);
        let daily = italian.sync_at(&self.server, SyncMode::OnlyMine, tomorrow)?;
        self.note(figures, "daily", &daily);

        self.rewrite(&["it".to_owned()])?;
        self.note(figures, "edit_one", &one(self)?);
        all(self)?;
        let languages = self.draft.catalog.languages.clone();
        self.rewrite(&languages)?;
        self.note(figures, "edit_each", &all(self)?);
        one(self)?;
        content::raise_a_fee(&mut self.draft)?;
        self.place.publish(&self.draft)?;
        self.note(figures, "edit_fee", &one(self)?);
        Ok(())
    }

    /// A phone takes every pack whole, and then a patch of each language.
    fn on_the_phone(&mut self, figures: &mut Figures) -> Outcome {
        let task = Task {
            apply: Some(self.place.repository().with_file_name("measured")),
            root: Some(self.place.root()),
            repository: Some(self.server.url()),
        };
        let whole = apply::measure(&task)?;
        if whole.patches > 0 {
            return Err("a new phone was to take whole packs".into());
        }
        self.applied(figures, "whole", &whole);
        let languages = self.draft.catalog.languages.clone();
        self.rewrite(&languages)?;
        let patched = apply::measure(&task)?;
        if patched.whole > 0 {
            return Err("a phone that has the packs was to take patches".into());
        }
        self.applied(figures, "patch", &patched);
        Ok(())
    }

    /// Rewrites a procedure in some languages, and publishes.
    fn rewrite(&mut self, languages: &[String]) -> Outcome {
        self.edits += 1;
        for language in languages {
            let seed = format!("{language} {}", self.edits);
            content::rewrite_a_procedure(&mut self.draft, language, &seed)?;
        }
        self.place.publish(&self.draft)?;
        Ok(())
    }

    fn largest_pack(&self) -> usize {
        let bytes = |lines: &[String]| lines.iter().map(|line| line.len() + 1).sum();
        self.draft.packs.iter().map(|pack| bytes(&pack.records)).max().unwrap_or(0)
    }

    fn note(&self, figures: &mut Figures, what: &str, cost: &Cost) {
        let name = self.name;
        figures.set(&format!("{name}_{what}_bytes"), cost.bytes as f64);
        figures.set(&format!("{name}_{what}_requests"), cost.requests as f64);
    }

    fn applied(&self, figures: &mut Figures, how: &str, applied: &Applied) {
        let name = self.name;
        figures.set(&format!("{name}_{how}_apply_ms"), applied.longest_ms);
        figures.set(&format!("{name}_{how}_peak_kb"), applied.peak_kb as f64);
    }
}
