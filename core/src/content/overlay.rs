//! Fields that a territory or municipality says differently.

use serde_json::Value;

use crate::model::Overlay;

/// Lays the overlays that speak of `id` over an item, in their order. A path that leads nowhere changes nothing.
pub(super) fn lay_over(id: &str, item: &mut Value, overlays: &[Overlay]) {
    for overlay in overlays.iter().filter(|overlay| overlay.item == id) {
        set(item, &overlay.field, &overlay.value);
    }
}

fn set(item: &mut Value, field: &str, value: &Value) {
    match field.split_once('.') {
        None => {
            if let Value::Object(fields) = item {
                fields.insert(field.to_owned(), value.clone());
            }
        }
        Some((list, rest)) => {
            let Some((id, field)) = rest.split_once('.') else { return };
            let Some(entries) = item.get_mut(list).and_then(Value::as_array_mut) else { return };
            let entry = entries
                .iter_mut()
                .find(|entry| entry.get("id").and_then(Value::as_str) == Some(id));
            if let Some(entry) = entry {
                set(entry, field, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn overlay(item: &str, field: &str, value: Value) -> Overlay {
        Overlay {
            item: item.into(),
            field: field.into(),
            value,
            reason: "prova".into(),
            source: crate::model::Source::default(),
        }
    }

    #[test]
    fn an_overlay_changes_one_field_and_nothing_else() {
        let mut item =
            json!({"id": "a", "steps": [{"id": "x", "free": true}, {"id": "y", "free": true}]});
        lay_over(
            "a",
            &mut item,
            &[
                overlay("a", "steps.y.free", json!(false)),
                overlay("a", "official_url", json!("https://example.org")),
                overlay("b", "free", json!(1)),
                overlay("a", "steps.z.free", json!(false)),
            ],
        );
        assert_eq!(
            item,
            json!({"id": "a", "official_url": "https://example.org",
                   "steps": [{"id": "x", "free": true}, {"id": "y", "free": false}]})
        );
    }
}
