//! Papers with their properties in words.

use super::Reading;
use super::runs::span_message;
use crate::Result;
use crate::l10n::{Message, messages};
use crate::model::{CountsFrom, Document, DocumentRequest, Issuer, Legalised, PerPerson, Validity};
use crate::screens::{Badge, DocumentView};

impl Reading<'_> {
    /// The papers that a step of a procedure asks for.
    pub(super) fn documents(
        &self,
        procedure: &str,
        step: &str,
        requests: &[DocumentRequest],
    ) -> Result<Vec<DocumentView>> {
        let mut views = Vec::new();
        for request in requests {
            let Some(document) = self.item::<Document>("document", &request.document)? else {
                continue;
            };
            let id = &document.meta.id;
            views.push(DocumentView {
                id: id.clone(),
                title: self.required(id, "title")?,
                name_it: document.name_it.clone(),
                badges: self.badges(request, &document),
                note: self.text(procedure, &format!("step.{step}.document.{id}"))?,
                looks_like: self.text(id, "looks_like")?,
                how_to_get: self.text(id, "how_to_get")?,
                form_url: document.form_url.clone(),
                freshness: self.freshness(&document.meta),
            });
        }
        Ok(views)
    }

    fn badges(&self, request: &DocumentRequest, document: &Document) -> Vec<Badge> {
        let badges = self.badge_messages(request, document).into_iter();
        badges
            .map(|(kind, message)| Badge { kind: kind.to_owned(), text: self.say(&message) })
            .collect()
    }

    /// What a step asks of a paper: slugs, and their words.
    pub(super) fn badge_messages(
        &self,
        request: &DocumentRequest,
        document: &Document,
    ) -> Vec<(&'static str, Message)> {
        let mut badges = Vec::new();
        let mut add = |kind, message: Message| badges.push((kind, message));
        if request.original {
            add("original", messages::document_original());
        }
        if request.copies > 0 {
            add("copies", messages::document_copies(request.copies));
        }
        if request.translated {
            add("translated", messages::document_translated());
        }
        if let Some(how) = legalised_slug(request.legalised) {
            add("legalised", messages::document_legalised(how));
        }
        if request.per_person == PerPerson::EachFamilyMember {
            add("each_family_member", messages::document_each_family_member());
        }
        if request.when.is_some() {
            add("conditional", messages::document_conditional());
        }
        let validity =
            if request.validity.is_empty() { &document.validity } else { &request.validity };
        for entry in validity {
            add("validity", self.validity_message(entry));
        }
        badges
    }

    /// For how long a paper may be handed in.
    pub(super) fn validity_message(&self, validity: &Validity) -> Message {
        let issuer = match validity.issuer {
            Some(Issuer::Home) => "home",
            Some(Issuer::Consulate) => "consulate",
            Some(Issuer::ItalianOffice) => "italian_office",
            Some(Issuer::Unknown) | None => "all",
        };
        let from = match validity.counts_from {
            CountsFrom::Translation => "translation",
            CountsFrom::Legalisation => "legalisation",
            CountsFrom::Issue | CountsFrom::Unknown => "issue",
        };
        messages::document_validity(from, issuer, self.plain_words(&span_message(validity.span)))
    }
}

fn legalised_slug(legalised: Legalised) -> Option<&'static str> {
    match legalised {
        Legalised::None => None,
        Legalised::Apostille => Some("apostille"),
        Legalised::Consulate => Some("consulate"),
        Legalised::Either | Legalised::Unknown => Some("either"),
    }
}
