//! The searches by which the content is measured are what people type, in every language and for every procedure.

use std::collections::BTreeSet;

use cittadini::source::kind::Kind;
use cittadini::source::load::load;

/// How many searches a language has at least.
const AT_LEAST: [(&str, usize); 3] = [("it", 48), ("en", 30), ("ar", 30)];

#[test]
fn every_procedure_is_searched_in_every_language_by_what_people_type() {
    let content = load(&cittadini_tests::project().join("content"), None).unwrap();
    let procedures: BTreeSet<&str> =
        content.of_kind(Kind::Procedure).map(|item| item.id.as_str()).collect();
    assert_eq!(procedures.len(), 12);
    for (language, at_least) in AT_LEAST {
        let cases = &content.search_cases[language].cases;
        assert!(cases.len() >= at_least, "{language}: {}", cases.len());
        let found: BTreeSet<&str> =
            cases.iter().map(|case| case.text("procedure").unwrap()).collect();
        assert_eq!(found, procedures, "{language}");
    }
    // Among other things: at most 30 in 100 are a title or an alias.
    let found = cittadini::check::check(&content, "2026-11-23".parse().unwrap());
    let about: Vec<_> =
        found.iter().filter(|finding| finding.file.starts_with("tests/search")).collect();
    assert!(about.is_empty(), "{about:#?}");
}
