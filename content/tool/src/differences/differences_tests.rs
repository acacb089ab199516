#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use serde_json::json;

use super::*;
use crate::sample::folder;
use crate::source::load::load;

#[test]
fn a_field_of_the_territory_is_a_difference_in_each_of_its_municipalities() {
    let found = differences(&load(folder().path(), None).unwrap());
    let procedure = found.procedures.iter().find(|procedure| procedure.id == "p-uno").unwrap();
    let found = procedure.differences.iter().find(|found| found.field == "official_url");
    let difference = found.unwrap();
    assert_eq!(difference.step, None);
    let values: Vec<_> = difference
        .values
        .iter()
        .map(|here| (here.municipality.as_str(), &here.value, here.reason.as_deref()))
        .collect();
    let there = json!("https://www.example.it/v");
    assert_eq!(
        values,
        [("Alfa", &there, Some("sito proprio")), ("Beta", &there, Some("sito proprio"))]
    );
}

#[test]
fn one_by_appointment_and_its_neighbour_by_walk_in_stand_side_by_side_with_the_reason() {
    let folder = folder();
    let overlays = folder.path().join("territories/valle/overlays");
    std::fs::create_dir_all(&overlays).unwrap();
    let content = load(folder.path(), None).unwrap();
    let Record::Procedure(procedure) = &content.items["p-uno"].record else { unreachable!() };
    let step = procedure.steps[0].id.clone();
    std::fs::write(
        overlays.join("015002.yaml"),
        format!("- {{item: p-uno, field: steps.{step}.channel, value: [appointment], reason: \"sportello <piccolo>\", source: {{norm: \"delibera 1\", read_on: 2026-11-01}}}}\n"),
    )
    .unwrap();
    let found = differences(&load(folder.path(), None).unwrap());
    let all =
        &found.procedures.iter().find(|procedure| procedure.id == "p-uno").unwrap().differences;
    let channel = all.iter().find(|difference| difference.field.ends_with("channel")).unwrap();
    assert!(channel.step.is_some());
    let beta = &channel.values[1];
    assert_eq!((beta.municipality.as_str(), &beta.value), ("Beta", &json!(["appointment"])));
    assert_eq!(channel.values[0].reason, None);
    let page = page(&found, "2026-11-23");
    assert!(page.contains("<td class=\"other\">Su appuntamento</td>"), "{page}");
    assert!(page.contains("sportello &lt;piccolo&gt;") && page.contains("delibera 1"), "{page}");
}

#[test]
fn values_are_said_as_operators_say_them() {
    assert_eq!(
        value_words("steps.x.channel", &json!(["desk", "phone"])),
        "Allo sportello, Per telefono"
    );
    assert_eq!(value_words("span", &json!({"n": 60, "unit": "days"})), "60 giorni");
    assert_eq!(value_words("span", &json!(null)), "—");
    assert_eq!(
        value_words("appointment", &json!({"walk_in": false})),
        "si entra senza appuntamento: no"
    );
}
