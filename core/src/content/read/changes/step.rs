//! How two versions of a step differ.

use super::super::runs::{range_message, span_message};
use super::super::steps::{actor_slug, channel_slug, identity_message};
use super::details::Details;
use super::procedure::set;
use super::what::What;
use crate::Result;
use crate::l10n::messages;
use crate::model::{Document, DocumentRequest, FeeRequest, Step};
use crate::screens::Text;

/// Tells what a step says differently.
pub(super) fn tell(before: &Step, after: &Step, details: &mut Details<'_, '_>) -> Result<()> {
    papers(&before.documents, &after.documents, details)?;
    fees(&before.fees, &after.fees, details)?;
    if after.free && !before.free {
        details.sentence(What::Free);
    } else if before.free != after.free && !details.has(What::FeeAdded) {
        details.sentence(What::Revised);
    }
    let terms = (What::DeadlineRemoved, What::DeadlineAdded);
    details.named(terms, &set(&before.deadlines), &set(&after.deadlines))?;
    place(before, after, details)?;
    let law = |step: &Step| details.list(step.law_duration.map(span_message));
    let (was, is) = (law(before), law(after));
    details.value(What::LawDuration, was, is);
    let usual = |step: &Step| details.list(step.usual_duration.map(range_message));
    let (was, is) = (usual(before), usual(after));
    details.value(What::Usual, was, is);
    if before.optional != after.optional {
        details.sentence(if after.optional { What::Optional } else { What::Mandatory });
    }
    details.if_differs(What::Revised, &before.when, &after.when);
    Ok(())
}

/// Papers that are asked for no more, those that are asked for now, and those that must be other than before.
fn papers<'p>(
    before: &'p [DocumentRequest],
    after: &'p [DocumentRequest],
    details: &mut Details<'_, '_>,
) -> Result<()> {
    let papers = (What::DocumentRemoved, What::DocumentAdded);
    let ids = |request: &'p DocumentRequest| request.document.as_str();
    details.named(papers, &before.iter().map(ids).collect(), &after.iter().map(ids).collect())?;
    for request in after {
        let id = &request.document;
        let Some(was) = before.iter().find(|other| other.document == *id) else { continue };
        // A paper may be asked for twice, under two conditions: then only what is in neither is different.
        if was == request || before.contains(request) {
            continue;
        }
        let Some(paper) = details.reading.item::<Document>("document", id)? else { continue };
        let was = asked(was, &paper, details);
        let is = asked(request, &paper, details);
        if was == is {
            details.sentence(What::Revised);
        } else {
            let title = details.reading.required(id, "title")?;
            details.add(What::Document, title, was, is);
        }
    }
    Ok(())
}

/// What is asked of a paper, in words.
fn asked(request: &DocumentRequest, paper: &Document, details: &Details<'_, '_>) -> Option<Text> {
    details.list(details.reading.badge_messages(request, paper).into_iter().map(|(_, words)| words))
}

fn fees<'p>(
    before: &'p [FeeRequest],
    after: &'p [FeeRequest],
    details: &mut Details<'_, '_>,
) -> Result<()> {
    let fees = (What::FeeRemoved, What::FeeAdded);
    let ids = |request: &'p FeeRequest| request.fee.as_str();
    details.named(fees, &before.iter().map(ids).collect(), &after.iter().map(ids).collect())?;
    for request in after {
        let Some(was) = before.iter().find(|other| other.fee == request.fee) else { continue };
        if was == request || before.contains(request) {
            continue;
        }
        if was.times == request.times {
            details.sentence(What::Revised);
        } else {
            let times =
                |request: &FeeRequest| details.list([messages::change_times(request.times)]);
            let (was, is) = (times(was), times(request));
            let title = details.reading.required(&request.fee, "title")?;
            details.add(What::Fee, title, was, is);
        }
    }
    Ok(())
}

/// Where it is done, how, and by whom.
fn place(before: &Step, after: &Step, details: &mut Details<'_, '_>) -> Result<()> {
    let reading = details.reading;
    let office = |step: &Step| match &step.office_type {
        Some(slug) => reading.former_title(details.past, slug).map(Some),
        None => Ok(None),
    };
    let (was, is) = (office(before)?, office(after)?);
    details.value(What::Office, was, is);
    let channels = |step: &Step| {
        let slugs = step.channel.iter().filter_map(|channel| channel_slug(*channel));
        details.list(slugs.map(messages::channel))
    };
    let (was, is) = (channels(before), channels(after));
    details.value(What::Channel, was, is);
    let actor = |step: &Step| Some(reading.say(&messages::actor(actor_slug(step.actor))));
    details.value(What::Actor, actor(before), actor(after));
    let url = |step: &Step| details.link(step.url.as_ref());
    let (was, is) = (url(before), url(after));
    details.value(What::Url, was, is);
    let identity = |step: &Step| identity_message(step.identity).map(|words| reading.say(&words));
    details.value(What::Identity, identity(before), identity(after));
    Ok(())
}
