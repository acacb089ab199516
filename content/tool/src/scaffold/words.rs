//! The file of an item's Italian words, with the keys that `check` wants.

use cittadini_core::model::Record;

use crate::check::{TextKey, text_keys};
use crate::source::compile::{self, Origin};
use crate::source::kind::Kind;
use crate::source::schema;
use crate::source::validate::Known;
use crate::source::yaml;

use super::template::{self, Blank, Given};
use super::write::NewFile;

/// The file of an item's Italian words. `None` for kinds that have none.
pub(super) fn words(id: &str, kind: Kind, given: &Given) -> Option<NewFile> {
    let keys = text_keys(&stand_in(id, kind, given)?);
    if keys.is_empty() {
        return None;
    }
    let mut text = format!(
        "# I testi italiani di «{id}»: scrivi ogni frase tra le virgolette.\n\
         # Un'azione per frase, frasi corte, parole comuni, «tu». Niente importi, giorni o telefoni: {{fee:id}},\n\
         # {{deadline:id}}, {{contact:id}}, {{office:tipo}} e [[term:id]] li prendono dai fatti.\n\
         # Le righe con il # sono facoltative: per usarne una, togli il # e lo spazio.\n"
    );
    if kind.has_aliases() {
        text.push_str(
            "# «aliases: [\"…\", \"…\"]» elenca come la chiamano le persone che la cercano: soprannomi, sigle, parole sbagliate.\n",
        );
    }
    for TextKey { name, required } in keys {
        let mark = if required { "" } else { "# " };
        text.push_str(&format!("{mark}{name}: \"\"\n"));
    }
    Some(NewFile { path: format!("text/it/{id}.yaml"), text })
}

/// The record that the scaffold would be if its blanks were filled with examples. It tells which words there are, and is
/// written nowhere.
pub(super) fn stand_in(id: &str, kind: Kind, given: &Given) -> Option<Record> {
    let form = schema::form(kind);
    let text = template::record(form.meta.iter().chain(form.own), given, Blank::Example);
    let node = yaml::parse(text.as_bytes()).ok()?;
    let origin = Origin { id, kind, file: "" };
    // Examples name items that do not exist, which is found and does not matter here.
    let mut findings = Vec::new();
    let fields = compile::fields(origin, &node, &Known::new(), &mut findings)?;
    Some(compile::item(origin, &node, fields, &mut findings)?.record)
}
