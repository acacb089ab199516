#![allow(clippy::unwrap_used)]

use super::*;

fn read(ty: Type, text: &str) -> Option<Json> {
    scalar(ty, text).unwrap().ok()
}

#[test]
fn amounts_become_cents() {
    assert_eq!(read(Type::Amount, "16.00"), Some(json!({"cents": 1600})));
    assert_eq!(read(Type::Amount, "250"), Some(json!({"cents": 25000})));
    assert_eq!(
        read(Type::Amount, "77.00-116.00"),
        Some(json!({"cents": 7700, "max_cents": 11600}))
    );
    for bad in ["16,00", "16.5", "-1", "116.00-77.00", "16 €", "1e3", "99999999999999999999"] {
        assert_eq!(read(Type::Amount, bad), None, "{bad}");
    }
}

#[test]
fn spans_keep_their_unit() {
    assert_eq!(read(Type::Span, "60 days"), Some(json!({"n": 60, "unit": "days"})));
    assert_eq!(read(Type::Span, "1 year"), Some(json!({"n": 1, "unit": "years"})));
    assert_eq!(
        read(Type::SpanRange, "4-12 months"),
        Some(json!({"min": 4, "max": 12, "unit": "months"}))
    );
    for bad in ["60", "60 giorni", "60days", "-1 days"] {
        assert_eq!(read(Type::Span, bad), None, "{bad}");
    }
    assert_eq!(read(Type::SpanRange, "12-4 months"), None);
}

#[test]
fn impossible_days_are_refused() {
    for bad in ["2026-02-30", "21-11-2026", "2026-1-1", "2026-11-21T10:00"] {
        assert_eq!(read(Type::Date, bad), None, "{bad}");
    }
    assert_eq!(read(Type::MonthDay, "02-29"), Some(json!("02-29")));
    assert_eq!(read(Type::MonthDay, "02-30"), None);
}

#[test]
fn hours_end_after_they_begin() {
    assert_eq!(
        read(Type::Times, "09:00-12:30"),
        Some(json!({"open": "09:00:00", "close": "12:30:00"}))
    );
    for bad in ["12:30-09:00", "9-12", "09:00-24:30"] {
        assert_eq!(read(Type::Times, bad), None, "{bad}");
    }
    assert_eq!(days("mon-wed").unwrap(), [0, 1, 2]);
    assert!(days("fri-mon").is_err());
}

#[test]
fn a_misspelt_word_is_answered_with_the_nearest() {
    assert_eq!(nearest("chanel", ["channel", "url"].into_iter()), Some("channel"));
    assert_eq!(nearest("zzzz", ["channel", "url"].into_iter()), None);
}

#[test]
fn tags_addresses_and_codes_are_checked() {
    for good in ["it", "it-simple", "zh-Hans", "fil", "ar"] {
        assert!(is_language(good), "{good}");
    }
    assert!(!is_language("italiano vero"));
    assert!(read(Type::Url, "https://www.interno.gov.it/it").is_some());
    assert!(read(Type::Url, "www.interno.gov.it").is_none());
    assert!(read(Type::Email, "a@b.it").is_some());
    assert!(read(Type::Istat, "15027").is_none());
}
