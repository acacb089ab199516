//! `cittadini check`: all findings at once.

use std::path::Path;

use jiff::civil::Date;

use super::super::args::CheckArgs;
use super::{content, findings};
use crate::draw::trees;
use crate::finding::Severity;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome, exit};
use crate::terminal::moment::day_or_today;

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &CheckArgs) -> Outcome {
    let today = day_or_today(args.today);
    let checked = content::check(console, &args.content, today)?;
    let drawn = draw(console, args, &checked, today)?;
    findings::show(
        console,
        &args.content,
        &checked,
        &[Severity::Error, Severity::Warning],
        &drawn,
    )?;
    match checked.count(Severity::Error) {
        0 => Ok(()),
        _ => Err(Failure::Answered(exit::FAILED)),
    }
}

/// Draws the trees, if asked to, also where something is wrong: a picture may show what. Returns the files.
fn draw(
    console: &Console,
    args: &CheckArgs,
    checked: &content::Checked,
    today: Date,
) -> Outcome<Vec<String>> {
    let Some(folder) = &args.draw else { return Ok(Vec::new()) };
    let failed = |path: &Path, error| Failure::file(console, path, &error);
    std::fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    let language = args.language.as_deref().unwrap_or("it");
    let mut files = Vec::new();
    for picture in trees(&checked.content, language, today) {
        let path = folder.join(picture.file);
        std::fs::write(&path, picture.svg).map_err(|error| failed(&path, error))?;
        files.push(path.display().to_string());
    }
    Ok(files)
}
