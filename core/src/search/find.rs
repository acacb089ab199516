//! From a query to rows in order: each language is asked, the best row of a page counts, and the first of them are put in order
//! again by the pieces of four letters that they share with the query.

use rusqlite::Connection;

use super::Memory;
use super::grams::Grams;
use super::index::{self, Fields};
use super::marks::Marker;
use super::query::{Language, Query, understood};
use super::words::words;
use crate::sqlite::SqlContext as _;
use crate::{Result, order};

/// How many rows of a language are looked at, and how many pages are put in order again.
const FIRST: usize = 50;

/// How much the first places of an order weigh against later ones (reciprocal rank fusion).
const FUSION: f32 = 20.0;

/// How much more a piece counts in a title or an alias than in a body.
const TITLE: f32 = 3.0;

/// How much more a page weighs that is called what was typed.
const NAMED: f32 = 1.45;

/// What a row says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// What tells pages apart: rows of the same page in other languages have the same.
    pub id: String,
    /// Its words in the language of the row.
    pub fields: Fields,
    /// How much it weighs against the others; 1 is usual.
    pub weight: f32,
}

/// Where the words of rows are.
pub trait Pages {
    /// The page of a row. None when it is not to be found.
    ///
    /// # Errors
    /// Those of the database; and whatever is to end the search.
    fn page(&self, language: &str, row: i64) -> Result<Option<Page>>;
}

/// A page that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The page.
    pub page: Page,
    /// The language of the row that answered best.
    pub language: String,
    /// Its number.
    pub row: i64,
}

/// A word that no page has, and what was searched instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// What was typed, folded.
    pub typed: String,
    /// The words that it may have been meant to be, folded.
    pub words: Vec<String>,
}

/// What a search comes to.
pub struct Answer {
    /// The pages, best first.
    pub found: Vec<Found>,
    /// The words that were mended, in their order.
    pub mended: Vec<Mended>,
    /// What finds the words of the query in a text of each language that was searched.
    pub markers: Vec<Marker>,
}

/// Searches the index of a database.
pub struct Finder<'f> {
    connection: &'f Connection,
    memory: &'f Memory,
}

struct Candidate {
    row: i64,
    language: usize,
    page: Page,
}

impl<'f> Finder<'f> {
    /// Searches in the database of a connection.
    pub fn new(connection: &'f Connection, memory: &'f Memory) -> Self {
        Self { connection, memory }
    }

    /// The pages that answer best, best first. Whatever is typed is a query: none is an error.
    ///
    /// # Errors
    /// Those of the database; it may be interrupted.
    pub fn find(
        &self,
        typed: &str,
        languages: &[String],
        pages: &dyn Pages,
        limit: usize,
    ) -> Result<Answer> {
        let query = Query::parse(typed);
        let languages = understood(self.connection, self.memory, &query, languages)?;
        let candidates = self.candidates(&languages, pages)?;
        let ordered = in_order(&query, &languages, candidates);
        let found = ordered.into_iter().take(limit).filter_map(|candidate| {
            let language = languages.get(candidate.language)?.tag.clone();
            Some(Found { page: candidate.page, language, row: candidate.row })
        });
        let found = found.collect();
        Ok(Answer {
            found,
            mended: mended(&query, &languages),
            markers: languages.into_iter().map(Marker::of).collect(),
        })
    }

    /// The best row of each page, best first.
    fn candidates(&self, languages: &[Language], pages: &dyn Pages) -> Result<Vec<Candidate>> {
        let mut rows = Vec::new();
        for (place, language) in languages.iter().enumerate() {
            for (row, score) in self.rows(language)? {
                rows.push((score, place, row));
            }
        }
        order::sort_by(&mut rows, |one: &(f32, usize, i64), other| other.0.total_cmp(&one.0));
        let mut candidates: Vec<Candidate> = Vec::new();
        for (_, language, row) in rows {
            if candidates.len() >= FIRST {
                break;
            }
            let Some(tag) = languages.get(language).map(|language| language.tag.as_str()) else {
                continue;
            };
            let Some(page) = pages.page(tag, row)? else { continue };
            if !candidates.iter().any(|known| known.page.id == page.id) {
                candidates.push(Candidate { row, language, page });
            }
        }
        Ok(candidates)
    }

    fn rows(&self, language: &Language) -> Result<Vec<(i64, f32)>> {
        const WHAT: &str = "searching";
        let Some(expression) = language.expression() else { return Ok(Vec::new()) };
        let table = index::table(&language.tag)?;
        let sql = format!(
            "SELECT rowid, rank FROM {table} WHERE {table} MATCH ?1 AND rank MATCH 'bm25(5, 5, 1)'
             ORDER BY rank LIMIT {FIRST}"
        );
        let mut select = self.connection.prepare_cached(&sql).context(WHAT)?;
        let rows = select
            .query_map([expression], |row| Ok((row.get(0)?, -row.get::<_, f64>(1)? as f32)))
            .context(WHAT)?;
        rows.collect::<rusqlite::Result<_>>().context(WHAT)
    }
}

fn mended(query: &Query, languages: &[Language]) -> Vec<Mended> {
    let of = |(place, typed): (usize, &String)| {
        let meanings = languages.iter().filter_map(|language| language.meanings.get(place));
        let words: Vec<String> = meanings
            .filter(|meaning| meaning.mended)
            .flat_map(|meaning| meaning.words.clone())
            .collect();
        (!words.is_empty()).then(|| Mended { typed: typed.clone(), words })
    };
    query.words.iter().enumerate().filter_map(of).collect()
}

/// Whether a page is called just what was typed, in its title or in one of its aliases (a line each).
fn is_called(fields: &Fields, typed: &[String]) -> bool {
    let mut names = fields.title.lines().chain(fields.aliases.lines());
    names.any(|name| words(name).iter().map(|word| &word.folded).eq(typed))
}

/// The candidates again, by both orders.
fn in_order(query: &Query, languages: &[Language], candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mended = languages.iter().flat_map(|language| &language.meanings);
    let mended = mended.filter(|meaning| meaning.mended).flat_map(|meaning| &meaning.words);
    let grams = Grams::of(query.words.iter().chain(mended).map(String::as_str));
    let counted: Vec<_> = candidates
        .iter()
        .map(|candidate| {
            let fields = &candidate.page.fields;
            grams.count(&[(&fields.title, TITLE), (&fields.aliases, TITLE), (&fields.body, 1.0)])
        })
        .collect();
    let grams = grams.scores(&counted);
    let mut by_grams: Vec<usize> = (0..candidates.len()).collect();
    order::sort_by(&mut by_grams, |one, other| {
        let score = |place: &usize| grams.get(*place).copied().unwrap_or_default();
        score(other).total_cmp(&score(one))
    });
    let mut fused: Vec<(f32, Candidate)> = candidates
        .into_iter()
        .enumerate()
        .map(|(place, candidate)| {
            let again = by_grams.iter().position(|other| *other == place).unwrap_or(place);
            let score = 1.0 / (FUSION + place as f32) + 1.0 / (FUSION + again as f32);
            let named = if is_called(&candidate.page.fields, &query.words) { NAMED } else { 1.0 };
            (score * candidate.page.weight * named, candidate)
        })
        .collect();
    order::sort_by(&mut fused, |one, other| other.0.total_cmp(&one.0));
    fused.into_iter().map(|(_, candidate)| candidate).collect()
}
