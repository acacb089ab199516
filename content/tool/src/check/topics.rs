//! What a tree may not ask, and what it may ask only with care.
//!
//! Nobody is asked about religion, ethnic group, opinions or sexual orientation: names of facts and options, and the Italian and
//! English words of a question, are searched for it, and there is no way around. Whether a question is about health or family is
//! decided by the name of its fact alone, since the same words may stand in a question about anything. Such a question must be
//! marked as sensitive, and some condition must look at its answer: what leads nowhere else need not be known.

use cittadini_core::model::{Node, Tree};

use crate::finding::{Place, Problem, both};
use crate::source::compile::Item;

use super::answers::{self, Question};
use super::checker::{Checker, place};
use super::topics_vocabulary::{FORBIDDEN, HEALTH_OR_FAMILY, NAMES, Topic};

/// The languages whose words are searched; the others translate them.
const LANGUAGES: [&str; 2] = ["it", "en"];

/// Checks what a question is about.
pub(super) fn of_question(
    checker: &mut Checker<'_>,
    item: &Item,
    tree: &Tree,
    id: &str,
    question: &Question<'_>,
) {
    let here = |path: &str| place(item, &format!("nodes.{id}{path}"));
    search(checker, &here(".fact"), question.fact, id);
    for (at, option) in question.options.iter().enumerate() {
        search(checker, &here(&format!(".options.{at}")), option, id);
    }
    for language in LANGUAGES {
        let words = checker.content.words.get(language).and_then(|words| words.get(&item.id));
        let Some(words) = words else { continue };
        let own = format!("{id}.");
        for (_, sentence) in words.values.iter().filter(|(key, _)| key.starts_with(&own)) {
            let place =
                Place { file: words.file.clone(), line: sentence.line, column: sentence.column };
            search(checker, &place, &sentence.text, id);
        }
    }
    if is_about(question.fact, &HEALTH_OR_FAMILY).is_some() {
        if !question.sensitive {
            checker.error(&here(".sensitive"), not_marked(id, question.fact));
        }
        if !matters(tree, question.fact) {
            checker.error(&here(".fact"), for_nothing(id, question.fact));
        }
    }
}

fn search(checker: &mut Checker<'_>, place: &Place, text: &str, id: &str) {
    for topic in &FORBIDDEN {
        if let Some(word) = is_about(text, topic.words) {
            checker.error(place, forbidden(id, topic, &word));
        }
    }
}

/// Whether any condition of a tree looks at a fact.
fn matters(tree: &Tree, fact: &str) -> bool {
    let mut found = false;
    for node in tree.nodes.values() {
        let Node::Question { next, .. } = node else { continue };
        for when in next.iter().filter_map(|branch| branch.when.as_ref()) {
            answers::each(when, &mut |expression| {
                found |= answers::facts(expression).contains(&fact);
            });
        }
    }
    found
}

/// The first of some words that a text holds.
fn is_about(text: &str, vocabulary: &[&str]) -> Option<String> {
    let mut words = words_of(text);
    for name in NAMES {
        take_out(&mut words, &words_of(name));
    }
    (0..words.len()).find_map(|at| {
        let rest = words.get(at..)?;
        let found = vocabulary.iter().find_map(|phrase| begins(rest, phrase))?;
        Some(rest.get(..found)?.join(" "))
    })
}

/// How many words a phrase takes where some words begin with it.
fn begins(words: &[String], phrase: &str) -> Option<usize> {
    let parts: Vec<&str> = phrase.split([' ', '_']).collect();
    let matches = |(word, part): (&String, &&str)| match part.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == part,
    };
    let found = words.len() >= parts.len() && words.iter().zip(&parts).all(matches);
    found.then_some(parts.len())
}

/// Removes a name wherever it stands, and leaves a gap that no phrase spans.
fn take_out(words: &mut [String], name: &[String]) {
    for at in 0..words.len() {
        let Some(there) = words.get_mut(at..at + name.len()) else { break };
        if there == name {
            there.iter_mut().for_each(String::clear);
        }
    }
}

/// Words in small letters without accents; whatever is no letter and no digit stands between them.
fn words_of(text: &str) -> Vec<String> {
    let plain = text.chars().flat_map(char::to_lowercase).map(|letter| match letter {
        'à' | 'á' => 'a',
        'è' | 'é' => 'e',
        'ì' | 'í' => 'i',
        'ò' | 'ó' => 'o',
        'ù' | 'ú' => 'u',
        other => other,
    });
    let plain: String = plain.collect();
    let words = plain.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn forbidden(id: &str, topic: &Topic, word: &str) -> Problem {
    Problem::new(
        "forbidden-question",
        both(
            format!("La domanda «{id}» riguarda {} («{word}»).", topic.it),
            format!("The question “{id}” is about {} (“{word}”).", topic.en),
        ),
        both(
            "Togli la domanda o la parola: nessun albero può chiederlo, nemmeno se si può saltare.",
            "Remove the question or the word: no tree may ask this, not even when it can be skipped.",
        ),
    )
}

fn not_marked(id: &str, fact: &str) -> Problem {
    Problem::new(
        "sensitive-question",
        both(
            format!(
                "La domanda «{id}» riguarda la salute o la famiglia («{fact}») e non è segnata come delicata."
            ),
            format!(
                "The question “{id}” is about health or family (“{fact}”) and is not marked as sensitive."
            ),
        ),
        both("Scrivi «sensitive: true».", "Write “sensitive: true”."),
    )
}

fn for_nothing(id: &str, fact: &str) -> Problem {
    Problem::new(
        "question-for-nothing",
        both(
            format!(
                "La domanda «{id}» riguarda la salute o la famiglia, ma nessuna condizione guarda «{fact}»."
            ),
            format!(
                "The question “{id}” is about health or family, but no condition looks at “{fact}”."
            ),
        ),
        both(
            "Togli la domanda: si chiede solo quello da cui dipende la risposta.",
            "Remove the question: only what the answer depends on is asked.",
        ),
    )
}
