//! The table as a page to print and to lay on the table of a meeting.

use cittadini_core::model::Source;

use super::{Difference, Differences, field_words, value_words};

const STYLE: &str = include_str!("page.css");

/// The page. Nothing in it is asked of anywhere else, and there is no script.
pub(crate) fn page(found: &Differences, day: &str) -> String {
    let mut sections: Vec<String> = found
        .procedures
        .iter()
        .map(|procedure| section(&procedure.title, &found.municipalities, &procedure.differences))
        .collect();
    if !found.others.is_empty() {
        sections.push(section("Altro", &found.municipalities, &found.others));
    }
    if sections.is_empty() {
        sections.push("<p>I Comuni fanno tutti allo stesso modo, per quanto sappiamo.</p>".into());
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"it\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>Differenze fra i Comuni: {territory}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>Differenze fra i Comuni</h1>\n<p class=\"of\">{territory} · {day}</p>\n{sections}\n</main>\n</body>\n</html>\n",
        territory = escaped(&found.territory),
        day = escaped(day),
        sections = sections.join("\n"),
    )
}

fn section(title: &str, municipalities: &[String], differences: &[Difference]) -> String {
    let heads: String =
        municipalities.iter().map(|name| format!("<th>{}</th>", escaped(name))).collect();
    let rows: String = differences.iter().map(row).collect();
    let reasons: String = differences.iter().map(reasons).collect();
    format!(
        "<section>\n<h2>{}</h2>\n<table>\n<thead><tr><th>Che cosa</th><th>Di regola</th>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n<ul>\n{reasons}</ul>\n</section>",
        escaped(title)
    )
}

fn row(difference: &Difference) -> String {
    let cells: String = difference
        .values
        .iter()
        .map(|here| match here.reason {
            Some(_) => format!(
                "<td class=\"other\">{}</td>",
                escaped(&value_words(&difference.field, &here.value))
            ),
            None => "<td>=</td>".to_owned(),
        })
        .collect();
    format!(
        "<tr><th>{}</th><td>{}</td>{cells}</tr>\n",
        escaped(&what(difference)),
        escaped(&value_words(&difference.field, &difference.base))
    )
}

/// What differs: the step or the item, and its field.
pub(crate) fn what(difference: &Difference) -> String {
    let place = difference.step.as_ref().unwrap_or(&difference.name);
    format!("{place}: {}", field_words(&difference.field))
}

fn reasons(difference: &Difference) -> String {
    let other = difference.values.iter().filter_map(|here| {
        let reason = here.reason.as_ref()?;
        Some(format!(
            "<li><strong>{}</strong>, {}: {}{}</li>\n",
            escaped(&here.municipality),
            escaped(&what(difference)),
            escaped(reason),
            here.source.as_ref().map(source).unwrap_or_default()
        ))
    });
    other.collect()
}

fn source(source: &Source) -> String {
    let named = source.norm.as_ref().or(source.title.as_ref()).or(source.url.as_ref());
    let read = source.read_on.map(|day| format!(", letto il {day}")).unwrap_or_default();
    named.map(|name| format!(" ({}{read})", escaped(name))).unwrap_or_default()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
