//! What a search costs on the content as it is: the screen, with its snippets and both titles, for words of titles with a slip in each.

use std::time::Instant;

use cittadini_core::Core;
use cittadini_core::screens::Home;

use crate::terminal::{Outcome, milliseconds};

use super::figures::Figures;
use super::memory::Memory;
use super::random::Random;
use super::reader::{choose, percentile};

/// How many searches there are.
const SEARCHES: usize = 500;

/// How many results are asked for, as a shell does.
const LIMIT: u32 = 20;

/// Measures.
pub(super) fn measure(
    core: &Core,
    home: &Home,
    languages: &[&str],
    figures: &mut Figures,
) -> Outcome {
    let before = Memory::now()?;
    let start = Instant::now();
    core.prepare_search()?;
    figures.set("search_index_ms", milliseconds(start.elapsed()));
    let cards = home.groups.iter().flat_map(|group| &group.procedures);
    let titles: Vec<String> =
        cards.flat_map(|card| [card.title.plain(), card.title_it.plain()]).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    for language in languages {
        choose(core, &[language], &mut Random::from("search"))?;
        core.prepare_search()?;
    }
    let mut random = Random::from("searches");
    let mut times = Vec::with_capacity(SEARCHES);
    for _ in 0..SEARCHES {
        choose(core, languages, &mut random)?;
        let query = misspelt(random.pick(&titles).ok_or("no title to search")?);
        let start = Instant::now();
        core.search(&query, LIMIT)?;
        times.push(start.elapsed());
    }
    figures.set("search_p50_ms", percentile(&mut times, 50));
    figures.set("search_p99_ms", percentile(&mut times, 99));
    let memory = Memory::now()?.resident_kb.saturating_sub(before.resident_kb);
    figures.set("search_memory_kb", memory as f64);
    Ok(())
}

/// Some words of a title, each without its third letter.
fn misspelt(title: &str) -> String {
    let slip = |word: &str| {
        word.chars()
            .enumerate()
            .filter(|(place, _)| *place != 2)
            .map(|(_, letter)| letter)
            .collect()
    };
    let words: Vec<String> =
        title.split(' ').filter(|word| word.chars().count() > 4).take(3).map(slip).collect();
    words.join(" ")
}
