//! The sentences for what does not fit the form.

use crate::finding::{Problem, both};

use super::kind::Kind;
use super::scalars::nearest;
use super::schema::{Field, Type};
use super::yaml::{Node, Value};

pub(super) fn empty() -> Problem {
    Problem::new(
        "empty-value",
        both("Qui manca il valore.", "The value is missing here."),
        both("Scrivi il valore o togli il campo.", "Write the value or remove the field."),
    )
}

/// A field that is there, with nothing in it.
pub(super) fn empty_field(field: &Field) -> Problem {
    let what = field.ty.name();
    let (such_it, such_en) = match field.ty.examples() {
        _ if field.ty.name_says_all() => (String::new(), String::new()),
        "" => (String::new(), String::new()),
        examples => (format!(", per esempio {examples}"), format!(", for example {examples}")),
    };
    let (else_it, else_en) = match (field.unknown, field.required, field.ty) {
        (true, ..) => ("; se nessuno lo sa, «unknown»", "; if nobody knows it, “unknown”"),
        (_, false, _) => ("; oppure togli il campo", "; or remove the field"),
        (_, _, Type::List(_)) => {
            ("; se non c'è niente da scrivere, []", "; if there is nothing, []")
        }
        _ => ("", ""),
    };
    let name = field.name;
    Problem::new(
        "empty-value",
        both(format!("Il campo «{name}» è vuoto."), format!("The field “{name}” is empty.")),
        both(
            format!("Scrivi {}{such_it}{else_it}.", what.it),
            format!("Write {}{such_en}{else_en}.", what.en),
        ),
    )
}

/// A list or a map where one word should stand.
pub(super) fn expected(ty: Type, node: &Node) -> Problem {
    if node.is_empty() {
        return empty();
    }
    let what = ty.name();
    let fix = match node.value {
        Value::Map(_) | Value::List(_) if matches!(ty, Type::Text) => both(
            "Se il testo comincia con «{» o «[», mettilo tutto tra virgolette.",
            "If the text begins with “{” or “[”, put all of it in quotes.",
        ),
        _ => both(
            format!("Scrivi un solo valore: {}.", what.it),
            format!("Write a single value: {}.", what.en),
        ),
    };
    Problem::new(
        "wrong-type",
        both(
            format!("Qui ci vuole {}, non un elenco o un gruppo di campi.", what.it),
            format!("This must be {}, not a list or a group of fields.", what.en),
        ),
        fix,
    )
}

pub(super) fn not_a_list() -> Problem {
    Problem::new(
        "not-a-list",
        both("Qui ci vuole un elenco.", "This must be a list."),
        both(
            "Metti un trattino davanti a ogni elemento o scrivi [primo, secondo]; un elenco vuoto è [].",
            "Put a hyphen before each element or write [first, second]; an empty list is [].",
        ),
    )
}

pub(super) fn not_a_record() -> Problem {
    Problem::new(
        "not-fields",
        both(
            "Qui ci vogliono dei campi (nome: valore).",
            "There must be fields here (name: value).",
        ),
        both("Scrivi ogni campo come «nome: valore».", "Write each field as “name: value”."),
    )
}

pub(super) fn missing(field: &Field) -> Problem {
    let name = field.name;
    let fix = if field.unknown {
        both(
            format!("Aggiungi «{name}»; se nessuno lo sa, scrivi «{name}: unknown»."),
            format!("Add “{name}”; if nobody knows it, write “{name}: unknown”."),
        )
    } else {
        both(format!("Aggiungi il campo «{name}»."), format!("Add the field “{name}”."))
    };
    Problem::new(
        "missing-field",
        both(format!("Manca il campo «{name}»."), format!("The field “{name}” is missing.")),
        fix,
    )
}

pub(super) fn unknown_field(written: &str, names: &[&str]) -> Problem {
    // `{amount: 16,00}`: YAML takes what follows the comma for the next field.
    if !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit()) {
        return comma(written);
    }
    let fix = match nearest(written, names.iter().copied()) {
        Some(near) => both(
            format!("Volevi scrivere «{near}»? Campi ammessi qui: {}.", names.join(", ")),
            format!("Did you mean “{near}”? Fields allowed here: {}.", names.join(", ")),
        ),
        None => both(
            format!("Toglilo. Campi ammessi qui: {}.", names.join(", ")),
            format!("Remove it. Fields allowed here: {}.", names.join(", ")),
        ),
    };
    Problem::new(
        "unknown-field",
        both(
            format!("Il campo «{written}» qui non esiste."),
            format!("There is no field “{written}” here."),
        ),
        fix,
    )
}

fn comma(written: &str) -> Problem {
    Problem::new(
        "comma-in-a-number",
        both(
            format!("Dopo la virgola c'è «{written}» da solo: la virgola separa i campi."),
            format!("After the comma “{written}” stands alone: the comma separates fields."),
        ),
        both(
            "Scrivi i centesimi con il punto: 16.00, non 16,00.",
            "Write the cents after a point: 16.00, not 16,00.",
        ),
    )
}

pub(super) fn which_form(tag: &str, names: &[&str]) -> Problem {
    Problem::new(
        "missing-form",
        both(
            format!("Il campo «{tag}» deve dire che cosa è questa voce."),
            format!("The field “{tag}” must say what this entry is."),
        ),
        both(
            format!("Scrivi «{tag}» con una di queste parole: {}.", names.join(", ")),
            format!("Write “{tag}” with one of these words: {}.", names.join(", ")),
        ),
    )
}

pub(super) fn wrong_kind(id: &str, found: Kind, wanted: &'static [Kind]) -> Problem {
    let wanted = Type::Id(wanted).name();
    Problem::new(
        "wrong-kind",
        both(
            format!("«{id}» è di tipo «{}», ma qui ci vuole {}.", found.name_it(), wanted.it),
            format!("“{id}” is of kind “{}”, but this must be {}.", found.name_en(), wanted.en),
        ),
        both(
            "Scrivi l'id di una voce del tipo giusto.",
            "Write the id of an item of the right kind.",
        ),
    )
}

pub(super) fn dangling(id: &str, kinds: &'static [Kind], near: Option<&str>) -> Problem {
    let wanted = Type::Id(kinds).name();
    let fix = match near {
        Some(near) => both(
            format!("Volevi scrivere «{near}»? Altrimenti crea la voce «{id}»."),
            format!("Did you mean “{near}”? Otherwise create the item “{id}”."),
        ),
        None => both(
            format!("Crea la voce «{id}» o togli il riferimento."),
            format!("Create the item “{id}” or remove the reference."),
        ),
    };
    Problem::new(
        "dangling-id",
        both(
            format!("La voce «{id}» non esiste (qui ci vuole {}).", wanted.it),
            format!("There is no item “{id}” (this must be {}).", wanted.en),
        ),
        fix,
    )
}

pub(super) fn no_such_overlay(item: &str, kind: Kind, path: &str) -> Problem {
    Problem::new(
        "overlay-field",
        both(
            format!("La voce «{item}» ({}) non ha il campo «{path}».", kind.name_it()),
            format!("The item “{item}” ({}) has no field “{path}”.", kind.name_en()),
        ),
        both(
            "Scrivi il nome di un campo, per esempio «official_url», o per un passo «steps.<passo>.<campo>».",
            "Write the name of a field, such as “official_url”, or for a step “steps.<step>.<field>”.",
        ),
    )
}
