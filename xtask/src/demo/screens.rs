//! The reader's way through the app, drawn by the terminal reader. What to say came complete from the core.

use cittadini::reader::show;
use cittadini::terminal::console::Console;
use cittadini_core::Core;
use cittadini_core::personal::Settings;
use cittadini_core::screens::Home;

use crate::terminal::{Outcome, heading, note, say};

/// The language shown beside Italian, the municipality and the procedure, where the content has them.
const LANGUAGE: &str = "ar";
const MUNICIPALITY: &str = "Bollate";
const PROCEDURE: &str = "rinnovo-permesso";

/// The id of the procedure to show: a known one if it is there, else the first.
pub(crate) fn procedure_to_show(home: &Home) -> Option<String> {
    let mut ids = home.groups.iter().flat_map(|group| &group.procedures).map(|card| &card.id);
    let first = ids.clone().next();
    ids.find(|id| *id == PROCEDURE).or(first).cloned()
}

/// The first screen in a few lines.
pub(crate) fn brief(home: &Home) -> Outcome {
    for banner in &home.header.banners {
        note(format!("  ! {}", banner.text.plain()))?;
    }
    say!("  {}", home.title.plain())?;
    for card in home.groups.iter().flat_map(|group| &group.procedures) {
        say!("    {}", card.title.plain())?;
    }
    let languages: Vec<&str> = home.languages.iter().map(|known| known.name.as_str()).collect();
    say!("  languages to choose from: {}", languages.join(", "))?;
    Ok(())
}

/// Chooses language and municipality, and shows the first screen.
pub(crate) fn home(core: &Core) -> Outcome {
    let (language, municipality) = choices(&core.home()?);
    heading(format!("Home, in the language «{language}»"))?;
    let settings = Settings { languages: vec![language], municipality, ..Settings::default() };
    core.set_settings(&settings)?;
    screen(&show::home(&core.home()?, width()))
}

/// The language to read in and the municipality to live in, among those that there are.
fn choices(home: &Home) -> (String, Option<String>) {
    let tags = || home.languages.iter().map(|known| known.tag.as_str());
    let language = tags()
        .find(|tag| *tag == LANGUAGE)
        .or_else(|| tags().find(|tag| *tag != "it"))
        .unwrap_or("it");
    let chosen = home.municipalities.iter().find(|known| known.is_called(MUNICIPALITY));
    let municipality = chosen.or(home.municipalities.first()).map(|known| known.name.clone());
    (language.to_owned(), municipality)
}

/// One procedure in the reader's language and in Italian, row by row.
pub(crate) fn side_by_side(core: &Core, id: &str) -> Outcome {
    let settings = core.settings()?;
    let own = core.procedure(id)?;
    core.set_settings(&Settings { languages: vec!["it".into()], ..settings.clone() })?;
    let italian = core.procedure(id)?;
    core.set_settings(&settings)?;
    heading(format!("{id}: «it» and «{}» beside each other", own.header.language))?;
    screen(&show::side_by_side(&italian, &own, width()))
}

/// The offices of the municipality that was chosen.
pub(crate) fn offices(core: &Core) -> Outcome {
    let offices = core.offices()?;
    let place = offices.municipality.as_deref().unwrap_or("all municipalities");
    heading(format!("Offices: {place}"))?;
    screen(&show::offices(&offices, width()))
}

fn screen(text: &str) -> Outcome {
    say!("\n{text}")?;
    Ok(())
}

/// The width that the terminal reader would take.
fn width() -> usize {
    Console::standard().width
}
