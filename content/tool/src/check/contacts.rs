//! Whether the contact that is to be human is one: a page of the web answers no question.

use std::collections::BTreeMap;

use cittadini_core::model::Record;

use crate::finding::{Problem, both};

use super::checker::{Checker, place};
use super::trees::answers_people;

/// Warns of each page of the web that procedures name as their human contact.
pub(super) fn all(checker: &mut Checker<'_>) {
    let content = checker.content;
    let mut pages: BTreeMap<&str, usize> = BTreeMap::new();
    for item in content.items.values() {
        let Record::Procedure(procedure) = &item.record else { continue };
        if let Some(id) =
            procedure.human_contact.as_deref().filter(|id| !answers_people(content, id))
        {
            *pages.entry(id).or_default() += 1;
        }
    }
    for (id, procedures) in pages {
        let Some(item) = content.items.get(id) else { continue };
        checker.warning(&place(item, "contact_kind"), not_human(id, procedures));
    }
}

fn not_human(id: &str, procedures: usize) -> Problem {
    let (it, en) = match procedures {
        1 => ("una procedura lo dà".to_owned(), "one procedure names it".to_owned()),
        many => (format!("{many} procedure lo danno"), format!("{many} procedures name it")),
    };
    Problem::new(
        "contact-not-human",
        both(
            format!("«{id}» è solo una pagina web, ma {it} come contatto umano."),
            format!("“{id}” is only a web page, but {en} as their human contact."),
        ),
        both(
            "Chiedi un numero di telefono o una e-mail, crea il contatto e scrivilo in «human_contact».",
            "Ask for a telephone number or an e-mail, create the contact and write it in “human_contact”.",
        ),
    )
}
