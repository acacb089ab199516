//! Walks through the question trees, as readers take them: a language, a municipality, and an answer after the other.

use std::time::{Duration, Instant};

use cittadini_core::Core;
use cittadini_core::personal::Settings;
use cittadini_core::triage::TriageAnswer;

use crate::terminal::Outcome;

use super::random::Random;

/// How many times a tree is walked.
const WALKS: usize = 500;

/// The times of all steps: the questions and the outcomes.
pub(super) fn walk(core: &Core, languages: &[&str]) -> Outcome<Vec<Duration>> {
    let trees: Vec<String> = core.trees()?.trees.into_iter().map(|tree| tree.id).collect();
    let trees: Vec<&str> = trees.iter().map(String::as_str).collect();
    let home = core.home()?;
    let places: Vec<&str> = home.municipalities.iter().map(|found| found.istat.as_str()).collect();
    let mut random = Random::from("triage");
    let mut times = Vec::new();
    for _ in 0..WALKS {
        let language = random.pick(languages).ok_or("no language to read in")?;
        core.set_settings(&Settings {
            languages: vec![(*language).to_owned()],
            municipality: random.pick(&places).map(|place| (*place).to_owned()),
            ..Settings::default()
        })?;
        // Whoever answers questions has seen a screen before, and the app's words with it.
        core.labels()?;
        let tree = random.pick(&trees).ok_or("no tree to walk through")?;
        steps(core, tree, &mut random, &mut times)?;
    }
    Ok(times)
}

/// One walk, from the first question to an outcome.
fn steps(core: &Core, tree: &str, random: &mut Random, times: &mut Vec<Duration>) -> Outcome {
    let mut answers = Vec::new();
    loop {
        let start = Instant::now();
        let screen = core.triage(tree, &answers)?;
        times.push(start.elapsed());
        let Some(question) = screen.question else { return Ok(()) };
        let mut values: Vec<&str> =
            question.options.iter().map(|option| option.id.as_str()).collect();
        values.push("skip");
        let value = random.pick(&values).copied().unwrap_or("skip").to_owned();
        answers.push(TriageAnswer { question: question.id, value });
    }
}
