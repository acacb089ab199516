//! The verbs on days: one term, and all terms of a procedure for somebody's own dates.

use cittadini_core::dates::parse_date;
use cittadini_core::screens::{DeadlineQuery, EventDate, PaperDate, TimelineQuery};
use cittadini_core::{ApiError, Core};
use clap::Args;

use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::words::messages;

use super::{has_procedure, known, screen, show};

/// Which term, and from when.
#[derive(Debug, Args)]
pub(super) struct DeadlineArgs {
    #[arg(value_name = "ID", required_unless_present = "n", conflicts_with_all = ["n", "unit"])]
    deadline_id: Option<String>,
    #[arg(long, value_name = "N", allow_negative_numbers = true, requires = "unit")]
    n: Option<i32>,
    #[arg(long, value_name = "UNIT", requires = "n", value_parser = ["days", "working_days", "months", "years"])]
    unit: Option<String>,
    #[arg(long, value_name = "DATE")]
    from: String,
}

/// Whose dates.
#[derive(Debug, Args)]
pub(super) struct TimelineArgs {
    #[arg(value_name = "ID")]
    procedure_id: String,
    #[arg(long = "event", value_name = "EVENT=DATE", value_parser = event)]
    events: Vec<EventDate>,
    #[arg(long = "paper", value_name = "ID[:ISSUER]=DATE", value_parser = paper)]
    papers: Vec<PaperDate>,
}

/// One term, counted from a day.
pub(super) fn deadline(console: &mut Console, core: &Core, args: &DeadlineArgs) -> Outcome {
    let query = match (&args.deadline_id, args.n, &args.unit) {
        (Some(id), ..) => DeadlineQuery::Term { id: id.clone() },
        (None, n, unit) => {
            DeadlineQuery::Span { n: n.unwrap_or_default(), unit: unit.clone().unwrap_or_default() }
        }
    };
    let found = core.deadline(&query, &args.from).map_err(|error| match (&error, &query) {
        (ApiError::InvalidInput { .. }, _) if parse_date(&args.from).is_none() => {
            Failure::invalid(console.say(messages::reader_bad_date(args.from.as_str())))
        }
        (ApiError::InvalidInput { .. }, DeadlineQuery::Term { id }) if !has_term(core, &query) => {
            Failure::invalid(console.say(messages::reader_unknown_id(id.as_str())))
        }
        (ApiError::InvalidInput { .. }, _) => {
            Failure::invalid(console.say(messages::reader_day_out_of_range()))
        }
        _ => Failure::core(console, &error),
    });
    screen(console, Ok(found?), show::deadline)
}

/// All terms of a procedure.
pub(super) fn timeline(console: &mut Console, core: &Core, args: &TimelineArgs) -> Outcome {
    let query = TimelineQuery {
        procedure: args.procedure_id.clone(),
        events: args.events.clone(),
        papers: args.papers.clone(),
    };
    let id = args.procedure_id.as_str();
    let found = known(console, core, id, core.timeline(&query), has_procedure)?;
    screen(console, Ok(found), show::timeline)
}

/// Whether there is such a term: counted from a day that every term can be counted from.
fn has_term(core: &Core, query: &DeadlineQuery) -> bool {
    core.deadline(query, "2026-01-01").is_ok()
}

/// `entry=2026-11-23`
fn event(text: &str) -> Result<EventDate, String> {
    let (event, date) = halves(text, "entry=2026-11-23")?;
    Ok(EventDate { event, date })
}

/// `certificato-penale-estero:consulate=2026-11-23`
fn paper(text: &str) -> Result<PaperDate, String> {
    let (what, date) = halves(text, "passaporto=2026-11-23")?;
    let (document, issuer) = match what.split_once(':') {
        Some((document, issuer)) => (document.to_owned(), Some(issuer.to_owned())),
        None => (what, None),
    };
    Ok(PaperDate { document, issuer, date })
}

fn halves(text: &str, example: &str) -> Result<(String, String), String> {
    let halves = text.split_once('=').filter(|(before, _)| !before.is_empty());
    let (before, after) = halves.ok_or_else(|| format!("«{text}» ≠ {example}"))?;
    Ok((before.to_owned(), after.to_owned()))
}
