//! The glossary.

use super::Reading;
use crate::Result;
use crate::model::Term;
use crate::order;
use crate::screens::{TermView, Terms};

impl Reading<'_> {
    /// All terms, by their Italian word.
    pub fn terms(&self) -> Result<Terms> {
        let mut terms = self.all::<Term>("term")?;
        order::sort_by_key(&mut terms, |term| term.name_it.to_lowercase());
        Ok(Terms {
            header: self.header()?,
            terms: terms.iter().map(|term| self.term_view(term)).collect::<Result<_>>()?,
        })
    }

    /// The terms that the sentences of this reading have linked.
    pub(super) fn terms_seen(&self) -> Result<Vec<TermView>> {
        let seen: Vec<String> = self.terms_seen.borrow().iter().cloned().collect();
        let mut views = Vec::new();
        for id in seen {
            if let Some(term) = self.item::<Term>("term", &id)? {
                views.push(self.term_view(&term)?);
            }
        }
        order::sort_by_key(&mut views, |view| view.name.plain().to_lowercase());
        Ok(views)
    }

    fn term_view(&self, term: &Term) -> Result<TermView> {
        let id = &term.meta.id;
        Ok(TermView {
            id: id.clone(),
            name_it: term.name_it.clone(),
            acronym: term.acronym.clone(),
            name: match self.text(id, "name")? {
                Some(name) => name,
                None => self.literal(&term.name_it),
            },
            definition: self.required(id, "definition")?,
            say: self.text(id, "say")?,
            example: self.text(id, "example")?,
        })
    }
}
