//! Fields and values as operators call them, in Italian: the report is for their meeting.

use cittadini_core::l10n::{L10n, Message, messages as app};
use serde_json::Value;

/// What a field is called; the field itself where it has no word here.
pub(crate) fn field_words(field: &str) -> String {
    let last = field.rsplit('.').next().unwrap_or(field);
    let words = match last {
        "appointment" => "appuntamento",
        "channel" => "come si fa",
        "deadlines" => "termini",
        "documents" => "documenti",
        "fees" => "costi",
        "free" => "gratis",
        "law_duration" => "durata per legge",
        "office_type" => "ufficio",
        "official_url" => "pagina ufficiale",
        "phone" => "telefono",
        "optional" => "si può saltare",
        "span" => "durata",
        "url" => "sito",
        "usual" | "usual_duration" => "durata abituale",
        "validity" => "validità",
        "walk_in" => "si entra senza appuntamento",
        other => other,
    };
    words.to_owned()
}

/// A value of a field in a few words, those of the app where it has some.
pub(crate) fn value_words(field: &str, value: &Value) -> String {
    match value {
        Value::Null => "—".into(),
        Value::Bool(true) => "sì".into(),
        Value::Bool(false) => "no".into(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => match field.rsplit('.').next() {
            Some("channel") => said(&app::channel(text.as_str())),
            _ => text.clone(),
        },
        Value::Array(values) if values.is_empty() => "—".into(),
        Value::Array(values) => {
            values.iter().map(|value| value_words(field, value)).collect::<Vec<_>>().join(", ")
        }
        Value::Object(fields) => span(value).unwrap_or_else(|| {
            let named = |(name, value): (&String, &Value)| {
                format!("{}: {}", field_words(name), value_words(name, value))
            };
            fields.iter().map(named).collect::<Vec<_>>().join(", ")
        }),
    }
}

fn span(value: &Value) -> Option<String> {
    let n = u32::try_from(value.get("n")?.as_u64()?).ok()?;
    Some(said(&app::span(n, value.get("unit")?.as_str()?)))
}

/// The app's own words, in Italian.
fn said(message: &Message) -> String {
    let italian = L10n::new(&[], |_| None);
    italian.map(|words| words.say(message).text).unwrap_or_default()
}
