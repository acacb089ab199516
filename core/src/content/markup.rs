//! The restricted form of a sentence: plain text, `**strong**`, links to the glossary, and placeholders for facts.
//!
//! There is no escape and no HTML. A sentence that is not well formed is refused as a whole: the content tool reports
//! it, and a phone shows the Italian sentence instead.

use std::fmt;

/// One piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Plain text.
    Text(String),
    /// `**strong**`: text to stress. Holds no other piece.
    Strong(String),
    /// `[[term:id]]` or `[[term:id|label]]`: a link to the glossary.
    Term {
        /// The term's id.
        id: String,
        /// The words to show instead of the term's name.
        label: Option<String>,
    },
    /// `{fee:id}`: the amount of a fee.
    Fee(String),
    /// `{deadline:id}`: the span of a term of time.
    Deadline(String),
    /// `{office:type}`: the office of the reader's municipality.
    Office(String),
    /// `{contact:id}`: a number or an address.
    Contact(String),
}

/// Why a sentence cannot be read, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkupError {
    /// The byte of the sentence at which the trouble begins.
    pub at: usize,
    /// What is wrong, in English.
    pub reason: &'static str,
}

impl fmt::Display for MarkupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "byte {}: {}", self.at, self.reason)
    }
}

impl std::error::Error for MarkupError {}

/// The marks that mean something. Order matters nowhere: none begins another.
const MARKS: [&str; 5] = ["**", "[[", "]]", "{", "}"];

/// Reads a sentence. An empty one has no pieces, and no piece is ever empty.
///
/// # Errors
/// The first [`MarkupError`]: a mark that is not closed or was never opened, a mark inside another, an unknown
/// placeholder, an id that is no slug.
pub fn parse(text: &str) -> Result<Vec<Piece>, MarkupError> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let at = text.len() - rest.len();
        let (piece, after) =
            next_piece(rest).map_err(|(inside, reason)| MarkupError { at: at + inside, reason })?;
        pieces.push(piece);
        rest = after;
    }
    Ok(pieces)
}

/// A trouble: how many bytes into the rest of the sentence, and what.
type Trouble = (usize, &'static str);

fn next_piece(rest: &str) -> Result<(Piece, &str), Trouble> {
    if let Some(inner) = rest.strip_prefix("**") {
        let (body, after) = enclosed(inner, "**", "«**» is not closed")?;
        return Ok((Piece::Strong(body.to_owned()), after));
    }
    if let Some(inner) = rest.strip_prefix("[[") {
        let (body, after) = enclosed(inner, "]]", "«[[» is not closed")?;
        return Ok((term(body)?, after));
    }
    if let Some(inner) = rest.strip_prefix('{') {
        let (body, after) = enclosed(inner, "}", "«{» is not closed")?;
        return Ok((placeholder(body)?, after));
    }
    if rest.starts_with("]]") || rest.starts_with('}') {
        return Err((0, "a bracket is closed that was never opened"));
    }
    let end = first_mark(rest).unwrap_or(rest.len());
    let (body, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    Ok((Piece::Text(body.to_owned()), after))
}

/// What stands before the closing mark, which must be the first mark there is.
fn enclosed<'a>(
    inner: &'a str,
    close: &str,
    unclosed: &'static str,
) -> Result<(&'a str, &'a str), Trouble> {
    let (body, after) = inner.split_once(close).ok_or((0, unclosed))?;
    if body.trim().is_empty() {
        return Err((0, "there is nothing between the marks"));
    }
    if first_mark(body).is_some() {
        return Err((0, "a mark may not stand inside another"));
    }
    Ok((body, after))
}

fn first_mark(text: &str) -> Option<usize> {
    MARKS.iter().filter_map(|mark| text.find(mark)).min()
}

fn term(body: &str) -> Result<Piece, Trouble> {
    let link = body.strip_prefix("term:").ok_or((0, "a link must read «[[term:id]]»"))?;
    let (id, label) = match link.split_once('|') {
        Some((id, label)) if !label.trim().is_empty() => (id, Some(label.to_owned())),
        Some(_) => return Err((0, "the words after «|» are missing")),
        None => (link, None),
    };
    Ok(Piece::Term { id: slug(id)?, label })
}

fn placeholder(body: &str) -> Result<Piece, Trouble> {
    let unknown =
        (0, "a placeholder must be one of {fee:…}, {deadline:…}, {office:…}, {contact:…}");
    let (prefix, id) = body.split_once(':').ok_or(unknown)?;
    let piece = match prefix {
        "fee" => Piece::Fee,
        "deadline" => Piece::Deadline,
        "office" => Piece::Office,
        "contact" => Piece::Contact,
        _ => return Err(unknown),
    };
    Ok(piece(slug(id)?))
}

fn slug(id: &str) -> Result<String, Trouble> {
    let good = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if id.is_empty() || !id.bytes().all(good) {
        return Err((0, "an id has only small letters, digits and hyphens"));
    }
    Ok(id.to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    #[test]
    fn every_form_is_read() {
        let pieces = parse(
            "Paga **subito** [[term:bollo]] o [[term:bollo|la marca]]: {fee:f-1}, {deadline:d}, {office:o}, {contact:c}.",
        );
        assert_eq!(
            pieces.unwrap(),
            [
                text("Paga "),
                Piece::Strong("subito".into()),
                text(" "),
                Piece::Term { id: "bollo".into(), label: None },
                text(" o "),
                Piece::Term { id: "bollo".into(), label: Some("la marca".into()) },
                text(": "),
                Piece::Fee("f-1".into()),
                text(", "),
                Piece::Deadline("d".into()),
                text(", "),
                Piece::Office("o".into()),
                text(", "),
                Piece::Contact("c".into()),
                text("."),
            ]
        );
    }

    #[test]
    fn single_stars_and_brackets_are_plain_text() {
        assert_eq!(parse("2 * 3 [nota]").unwrap(), [text("2 * 3 [nota]")]);
        assert_eq!(parse("").unwrap(), []);
    }

    #[test]
    fn what_is_not_well_formed_is_refused_with_its_place() {
        for (sentence, at) in [
            ("a **b", 2),
            ("a ****", 2),
            ("**a {fee:x}**", 0),
            ("[[term:a", 0),
            ("è [[doc:a]]", 3),
            ("[[term:a|]]", 0),
            ("[[term:A]]", 0),
            ("{fee:a", 0),
            ("{fee:}", 0),
            ("{price:a}", 0),
            ("{fee}", 0),
            ("a }", 2),
            ("a ]]", 2),
        ] {
            assert_eq!(parse(sentence).unwrap_err().at, at, "{sentence}");
        }
    }

    /// The sentence that the pieces came from.
    fn written(pieces: &[Piece]) -> String {
        let one = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Strong(text) => format!("**{text}**"),
            Piece::Term { id, label: None } => format!("[[term:{id}]]"),
            Piece::Term { id, label: Some(label) } => format!("[[term:{id}|{label}]]"),
            Piece::Fee(id) => format!("{{fee:{id}}}"),
            Piece::Deadline(id) => format!("{{deadline:{id}}}"),
            Piece::Office(id) => format!("{{office:{id}}}"),
            Piece::Contact(id) => format!("{{contact:{id}}}"),
        };
        pieces.iter().map(one).collect()
    }

    proptest! {
        #[test]
        fn no_sentence_panics_and_none_is_altered(
            sentence in r"(\*\*|\[\[|\]\]|\{|\}|\||term:|fee:|office:|[a-zàé -]|\PC){0,30}"
        ) {
            match parse(&sentence) {
                Ok(pieces) => prop_assert_eq!(written(&pieces), sentence),
                Err(error) => prop_assert!(sentence.is_char_boundary(error.at)),
            }
        }
    }
}
