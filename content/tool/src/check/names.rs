//! The Italian names of items, which a translation may keep: the counter says them.

use std::collections::HashMap;

use cittadini_core::model::Record;

use crate::source::load::Content;

/// The names of all items, in small letters.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// All of them, one after the other, each between bars.
    all: String,
    /// How many bytes the longest has.
    longest: usize,
    /// The words of each, by the first one; the longest first.
    by_first: HashMap<String, Vec<Vec<String>>>,
}

impl Names {
    pub(super) fn of(content: &Content) -> Self {
        let mut names = Self { all: " | ".to_owned(), ..Self::default() };
        for item in content.items.values() {
            let (name, others) = match &item.record {
                Record::Term(term) => {
                    (&term.name_it, [&term.aka[..], term.acronym.as_slice()].concat())
                }
                Record::Document(document) => (&document.name_it, document.aka.clone()),
                Record::OfficeType(office_type) => (&office_type.name_it, Vec::new()),
                Record::Organisation(organisation) => (&organisation.name_it, Vec::new()),
                Record::Office(office) => (&office.name_it, Vec::new()),
                Record::Municipality(municipality) => (&municipality.name_it, Vec::new()),
                Record::Territory(territory) => (&territory.name_it, Vec::new()),
                _ => continue,
            };
            others.iter().chain([name]).for_each(|name| names.add(&normal(name)));
        }
        for names in names.by_first.values_mut() {
            names.sort_by_key(|words| std::cmp::Reverse(words.len()));
            names.dedup();
        }
        names
    }

    fn add(&mut self, name: &str) {
        self.longest = self.longest.max(name.len());
        self.all.push_str(name);
        self.all.push_str(" | ");
        let words: Vec<String> = name.split(' ').map(str::to_owned).collect();
        if let Some(first) = words.first().filter(|first| !first.is_empty()) {
            self.by_first.entry(first.clone()).or_default().push(words);
        }
    }

    /// Whether a text is a name, or part of one.
    pub(super) fn knows(&self, text: &str) -> bool {
        let name = normal(text);
        name.len() <= self.longest && self.all.contains(&format!(" {name} "))
    }

    /// A text without the names in it, with a bar for each.
    pub(super) fn without(&self, text: &str) -> String {
        let words: Vec<&str> = text.split_whitespace().collect();
        // One word as it is written may be two of a name: «d'identità».
        let parts: Vec<(usize, String)> = words
            .iter()
            .enumerate()
            .flat_map(|(at, word)| {
                let normal = normal(word);
                let parts: Vec<String> = normal.split(' ').map(str::to_owned).collect();
                parts.into_iter().map(move |part| (at, part))
            })
            .collect();
        let mut kept: Vec<&str> = Vec::new();
        let mut at = 0;
        while let Some((word, _)) = parts.get(at) {
            let length = self.begins(parts.get(at..).unwrap_or_default());
            let last = parts.get(at + length.saturating_sub(1)).map_or(*word, |(last, _)| *last);
            kept.push(match length {
                0 => words.get(*word).copied().unwrap_or_default(),
                _ => "|",
            });
            at += parts.iter().skip(at).take_while(|(word, _)| *word <= last).count().max(1);
        }
        kept.join(" ")
    }

    /// How many parts the longest name takes that begins here.
    fn begins(&self, parts: &[(usize, String)]) -> usize {
        let Some(names) = parts.first().and_then(|(_, first)| self.by_first.get(first)) else {
            return 0;
        };
        let fits = |name: &&Vec<String>| {
            name.len() <= parts.len()
                && name.iter().zip(parts).all(|(word, (_, part))| word == part)
        };
        names.iter().find(fits).map_or(0, Vec::len)
    }
}

/// Small letters, and one blank for everything that is neither letter nor digit.
pub(super) fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            normal.extend(letter.to_lowercase());
        } else if !normal.is_empty() && !normal.ends_with(' ') {
            normal.push(' ');
        }
    }
    normal.truncate(normal.trim_end().len());
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let mut names = Names { all: " | ".to_owned(), ..Names::default() };
        names.add("carta d identità");
        names.add("spazio immigrazione");
        names
    }

    #[test]
    fn a_name_and_its_parts_are_known_and_nothing_across_two_names() {
        assert!(names().knows("Carta d'identità") && names().knows("«Identità»"));
        assert!(!names().knows("identità spazio") && !names().knows("iden"));
    }

    #[test]
    fn names_are_taken_out_whole() {
        let text = "Ask the Spazio Immigrazione for the carta d'identità, or the Spazio.";
        assert_eq!(names().without(text), "Ask the | for the | or the Spazio.");
        assert_eq!(names().without("nothing here"), "nothing here");
        assert_eq!(names().without(""), "");
    }
}
