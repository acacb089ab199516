//! What a shell hands in, and what is refused.

use jiff::civil::date;
use serde_json::json;

use super::super::{Answer, Reply, WrongAnswer, replies};
use super::{TODAY, given, outcome, question, read, tree};
use crate::model::Tree;

fn every_kind() -> Tree {
    let to_end = json!([{"go": "end"}]);
    let birth =
        json!([{"when": {"any": [{"not": {"age": ["birth", 18]}}]}, "go": "end"}, {"go": "end"}]);
    tree(json!({
        "single": question("single", &["uno", "due"], to_end.clone()),
        "multi": question("multi", &["uno", "due", "tre"], to_end.clone()),
        "yesno": question("yesno", &[], to_end.clone()),
        "number": question("number", &[], to_end.clone()),
        "date": question("date", &[], to_end.clone()),
        "birth": {"node": "question", "question_kind": "date", "fact": "birth", "next": birth},
        "newer": {"node": "map"},
        "end": outcome(),
    }))
}

fn answer(question: &str, value: &str) -> Answer {
    match read(&every_kind(), question, value).unwrap() {
        Reply::Given(answer) => answer,
        Reply::Skipped => panic!("{question}: {value} was read as skipped"),
    }
}

#[test]
fn answers_are_read_by_the_kind_of_their_question() {
    assert_eq!(answer("single", " due "), Answer::Option("due".into()));
    assert_eq!(answer("multi", "tre, uno"), Answer::Options(vec!["uno".into(), "tre".into()]));
    for yes in ["yes", "true", "si", "sì", "Sì", "YES"] {
        assert_eq!(answer("yesno", yes), Answer::Yesno(true), "{yes}");
    }
    for no in ["no", "false", "No"] {
        assert_eq!(answer("yesno", no), Answer::Yesno(false), "{no}");
    }
    assert_eq!(answer("number", "12"), Answer::Number(12));
    assert_eq!(answer("date", "2028-02-29"), Answer::Day(date(2028, 2, 29)));
    assert_eq!(answer("birth", "2008-02-29"), Answer::Day(date(2008, 2, 29)));
}

#[test]
fn every_question_can_be_skipped() {
    let tree = every_kind();
    for question in ["single", "multi", "yesno", "number", "date", "birth", "newer"] {
        for skip in ["", " ", "skip"] {
            assert_eq!(read(&tree, question, skip), Ok(Reply::Skipped), "{question}");
        }
    }
}

#[test]
fn what_is_no_answer_is_refused_with_those_that_are() {
    for (question, value, possible) in [
        ("single", "tre", "uno, due, skip"),
        ("single", "uno,due", "uno, due, skip"),
        ("multi", "uno,quattro", "uno, due, tre, skip"),
        ("multi", "uno,,due", "uno, due, tre, skip"),
        ("yesno", "forse", "yes, no, skip"),
        ("number", "-1", "whole numbers from 0, such as 12, skip"),
        ("number", "1.5", "whole numbers from 0, such as 12, skip"),
        ("number", "99999999999999999999", "whole numbers from 0, such as 12, skip"),
        ("date", "ieri", "days such as 2026-11-23, skip"),
        ("date", "2026-1-1", "days such as 2026-11-23, skip"),
        ("date", "20260101", "days such as 2026-11-23, skip"),
        ("date", "2026-11-23T10", "days such as 2026-11-23, skip"),
    ] {
        let error = read(&every_kind(), question, value).unwrap_err();
        let expected =
            WrongAnswer::NotPossible { question: question.into(), possible: possible.into() };
        assert_eq!(error, expected, "{question}: {value}");
    }
}

#[test]
fn a_day_that_does_not_exist_is_refused() {
    for day in ["2026-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-10", "1900-02-29"]
    {
        let error = read(&every_kind(), "date", day).unwrap_err();
        assert_eq!(error, WrongAnswer::NoSuchDay("date".into()), "{day}");
    }
}

#[test]
fn a_birth_in_the_future_or_too_long_ago_is_refused_and_other_days_are_not() {
    let tree = every_kind();
    let born = |day: &str| read(&tree, "birth", day).map(drop);
    assert_eq!(born("2026-11-23"), Ok(()));
    assert_eq!(born("2026-11-24"), Err(WrongAnswer::BornInTheFuture("birth".into())));
    assert_eq!(born("1896-11-24"), Ok(()));
    assert_eq!(born("1896-11-23"), Err(WrongAnswer::BornTooLongAgo("birth".into())));
    assert!(read(&tree, "date", "2030-01-01").is_ok());
}

#[test]
fn an_id_that_is_no_question_is_refused_with_those_that_are() {
    for id in ["other", "end"] {
        let error = read(&every_kind(), id, "uno").unwrap_err();
        let said = error.to_string();
        assert!(said.contains(&format!("«{id}»")) && said.contains("single"), "{said}");
        assert!(!said.contains("end,"), "an outcome is no question: {said}");
    }
    let twice = given(&[("single", "uno"), ("single", "due")]);
    assert_eq!(replies(&every_kind(), &twice, TODAY), Err(WrongAnswer::Twice("single".into())));
}

#[test]
fn no_error_repeats_what_the_reader_wrote() {
    for (question, value) in
        [("single", "ho paura"), ("date", "1990-02-30"), ("birth", "2027-05-17"), ("number", "-77")]
    {
        let said = read(&every_kind(), question, value).unwrap_err().to_string();
        assert!(!said.contains(value), "{said}");
    }
}
