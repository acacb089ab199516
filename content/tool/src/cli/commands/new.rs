//! `cittadini new`: files to fill in, and what is still missing in them.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::super::args::{
    ContentArgs, NewArgs, NewLanguageArgs, NewOfficeArgs, NewProcedureArgs, NewTerritoryArgs,
};
use super::content::{self, Checked};
use super::findings::{self, FindingReport};
use crate::check::needed_office_types;
use crate::finding::Finding;
use crate::scaffold::{
    self, Answers, NewFile, NewOffice, NewProcedure, NewTerritory, ScaffoldError, ToTranslate,
};
use crate::source::load::territories;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::moment::day_or_today;
use crate::terminal::style::{GOOD, TITLE, count, paint};
use crate::terminal::words::messages;

/// The answer as an object.
#[derive(Serialize)]
struct Report<'a> {
    /// The new files, relative to the content folder.
    written: Vec<&'a str>,
    /// What `check` says about them.
    missing: Vec<FindingReport<'a>>,
    /// The types of office that a new territory has yet to resolve.
    #[serde(skip_serializing_if = "Option::is_none")]
    unresolved: Option<Vec<String>>,
    /// What a new language has yet to translate, what matters most first.
    #[serde(skip_serializing_if = "Option::is_none")]
    to_translate: Option<Vec<Part>>,
}

#[derive(Serialize)]
struct Part {
    what: &'static str,
    items: usize,
    sentences: usize,
}

/// What was begun, and what is left to say about it.
#[derive(Default)]
struct Begun {
    files: Vec<NewFile>,
    findings: Vec<Finding>,
    unresolved: Option<Vec<String>>,
    to_translate: Option<Vec<ToTranslate>>,
    /// Sentences on what to do next.
    next: Vec<String>,
}

/// Runs `new procedure`.
pub(in super::super) fn procedure(console: &mut Console, args: &NewProcedureArgs) -> Outcome {
    let new = NewProcedure { id: args.id.clone(), steps: args.step.clone() };
    let (place, answers) = common(&args.new);
    let files = scaffold::procedure(&place.content, &new, &answers);
    let files = written(console, &place, files)?;
    let findings = of_files(&check(console, &place, answers.today)?, &files);
    let next = vec![console.say(messages::new_show(args.id.as_str()))];
    tell(console, &place, &Begun { files, findings, next, ..Begun::default() })
}

/// Runs `new office`.
pub(in super::super) fn office(console: &mut Console, args: &NewOfficeArgs) -> Outcome {
    let new = NewOffice {
        id: args.id.clone(),
        territory: args.territory.clone(),
        types: args.types.clone(),
        organisation: args.organisation.clone(),
        name: args.name.clone(),
    };
    let (place, answers) = common(&args.new);
    let files = scaffold::office(&place.content, &new, &answers);
    let files = written(console, &place, files)?;
    let findings = of_files(&check(console, &place, answers.today)?, &files);
    let types = args.types.iter().map(|name| format!("{name}: [{}]", args.id));
    let next = vec![
        console.say(messages::new_office_serves(types.collect::<Vec<_>>().join(", "))),
        console.say(messages::new_show(args.id.as_str())),
    ];
    tell(console, &place, &Begun { files, findings, next, ..Begun::default() })
}

/// Runs `new territory`.
pub(in super::super) fn territory(console: &mut Console, args: &NewTerritoryArgs) -> Outcome {
    let new = NewTerritory {
        id: args.id.clone(),
        name: args.name.clone(),
        municipalities: args.municipalities.clone(),
        ask: args.ask.clone(),
        organisation: args.organisation.clone(),
        types: args.types.clone(),
    };
    let (mut place, answers) = common(&args.new);
    let files = scaffold::territory(&place.content, &new, &answers);
    let files = written(console, &place, files)?;
    place.territory = Some(args.id.clone());
    let checked = check(console, &place, answers.today)?;
    let resolved: BTreeSet<&String> = args.types.iter().collect();
    // Whether its own file can be read yet or not: a new territory resolves what it was given, and nothing else.
    let unresolved: BTreeSet<String> = checked
        .iter()
        .flat_map(|checked| needed_office_types(&checked.content))
        .filter(|office_type| !resolved.contains(office_type))
        .collect();
    let begun = Begun {
        findings: of_files(&checked, &files),
        files,
        unresolved: Some(unresolved.into_iter().collect()),
        next: vec![console.say(messages::new_territory_check(args.id.as_str()))],
        ..Begun::default()
    };
    tell(console, &place, &begun)
}

/// Runs `new language`.
pub(in super::super) fn language(console: &mut Console, args: &NewLanguageArgs) -> Outcome {
    let place = ContentArgs { content: args.content.clone(), territory: None };
    let new = scaffold::language(&args.content, &args.tag);
    let new = new.map_err(|error| refused(console, &error))?;
    let files = written(console, &place, Ok(new.files))?;
    let tag = new.tag.as_str();
    let mut next = Vec::new();
    if !new.has_name {
        next.push(console.say(messages::new_language_nameless(tag)));
    }
    next.push(console.say(messages::new_language_how(tag)));
    let findings = of_files(&check(console, &place, day_or_today(args.today))?, &files);
    let to_translate = Some(new.to_translate);
    tell(console, &place, &Begun { files, findings, to_translate, next, ..Begun::default() })
}

fn common(args: &NewArgs) -> (ContentArgs, Answers) {
    let place = ContentArgs { content: args.content.clone(), territory: None };
    let today = day_or_today(args.today);
    (place, Answers { owner: args.owner.clone(), risk: args.risk.into(), today })
}

fn refused(console: &Console, error: &ScaffoldError) -> Failure {
    let sentence = error.say();
    let sentence = console.language.of(&sentence.it, &sentence.en).to_owned();
    match error {
        ScaffoldError::Write(..) => Failure::new("Io", sentence),
        _ => Failure::invalid(sentence),
    }
}

/// Writes the files.
fn written(
    console: &Console,
    place: &ContentArgs,
    files: Result<Vec<NewFile>, ScaffoldError>,
) -> Outcome<Vec<NewFile>> {
    files
        .and_then(|files| scaffold::write(&place.content, &files).map(|()| files))
        .map_err(|error| refused(console, &error))
}

/// Checks the content as it is now: for one territory, or for each.
fn check(console: &Console, place: &ContentArgs, today: Date) -> Outcome<Vec<Checked>> {
    let one = |territory: &String| {
        let args =
            ContentArgs { content: place.content.clone(), territory: Some(territory.clone()) };
        content::check(console, &args, today)
    };
    match &place.territory {
        Some(territory) => Ok(vec![one(territory)?]),
        None => territories(&place.content).iter().map(one).collect(),
    }
}

/// What was found about files, or about the folder they are in.
fn of_files(checked: &[Checked], files: &[NewFile]) -> Vec<Finding> {
    let concerns = |finding: &&Finding| {
        let folder = format!("{}/", finding.file);
        files.iter().any(|file| file.path == finding.file || file.path.starts_with(&folder))
    };
    let found = checked.iter().flat_map(|checked| &checked.findings).filter(concerns);
    found.cloned().collect::<BTreeSet<_>>().into_iter().collect()
}

fn tell(console: &mut Console, place: &ContentArgs, begun: &Begun) -> Outcome {
    if console.json {
        let language = console.language;
        let part = |part: &ToTranslate| Part {
            what: part.what,
            items: part.items,
            sentences: part.sentences,
        };
        console.object(&Report {
            written: begun.files.iter().map(|file| file.path.as_str()).collect(),
            missing: begun.findings.iter().map(|f| findings::report(f, language)).collect(),
            unresolved: begun.unresolved.clone(),
            to_translate: begun.to_translate.as_ref().map(|all| all.iter().map(part).collect()),
        })?;
        return Ok(());
    }
    let text = readable(console, place, begun);
    console.print(&text)?;
    Ok(())
}

fn readable(console: &Console, place: &ContentArgs, begun: &Begun) -> String {
    let mut parts = vec![made(console, place, &begun.files)];
    if !begun.findings.is_empty() {
        let heading = console.say(messages::new_missing(count(begun.findings.len())));
        parts.push(paint(TITLE, &heading));
        parts.extend(begun.findings.iter().map(|f| findings::readable(console, place, f)));
    }
    if let Some(unresolved) = begun.unresolved.as_ref().filter(|list| !list.is_empty()) {
        let list = unresolved.join(", ");
        parts.push(console.say(messages::new_unresolved(list, count(unresolved.len()))));
    }
    if let Some(to_translate) = &begun.to_translate {
        parts.push(translate(console, to_translate));
    }
    parts.push(begun.next.join("\n"));
    parts.join("\n\n")
}

fn made(console: &Console, place: &ContentArgs, files: &[NewFile]) -> String {
    let mut lines = vec![paint(GOOD, &console.say(messages::new_written(count(files.len()))))];
    let path = |file: &NewFile| format!("  {}", place.content.join(&file.path).display());
    lines.extend(files.iter().map(path));
    lines.join("\n")
}

fn translate(console: &Console, parts: &[ToTranslate]) -> String {
    let mut lines = vec![paint(TITLE, &console.say(messages::new_language_first()))];
    for (number, part) in parts.iter().enumerate() {
        let what = messages::new_language_part(count(part.items), count(part.sentences), part.what);
        lines.push(format!("  {:>2}. {}", number + 1, console.say(what)));
    }
    lines.join("\n")
}
