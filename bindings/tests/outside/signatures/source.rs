//! Reading generated code: just enough of it to find declarations.

/// Without what stands between two marks: comments, documentation.
pub(crate) fn without(source: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = source;
    while let Some((before, after)) = rest.split_once(open) {
        kept.push_str(before);
        rest = after.split_once(close).expect("a comment that ends").1;
    }
    kept + rest
}

/// Source without its comments, in languages whose comments look like those of C.
pub(crate) fn without_comments(source: &str) -> String {
    let source = without(source, "/*", "*/");
    let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| format!("{line}\n")).collect()
}

/// What stands inside the first pair of these brackets, and what follows it.
pub(crate) fn bracketed(source: &str, open: char, close: char) -> Option<(&str, &str)> {
    let start = source.find(open)?;
    let mut depth = 0_usize;
    for (at, letter) in source.char_indices().skip_while(|(at, _)| *at < start) {
        match letter {
            _ if letter == open => depth += 1,
            _ if letter == close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((source.get(start + 1..at)?, source.get(at + 1..)?));
        }
    }
    None
}

/// Every declaration that begins a line with `opening`: its name, and the source from behind the name on.
pub(crate) fn declarations<'a>(source: &'a str, opening: &str) -> Vec<(&'a str, &'a str)> {
    let opening = format!("\n{opening}");
    let found = source.match_indices(&opening);
    found.map(|(at, _)| named(source.get(at + opening.len()..).unwrap_or_default())).collect()
}

/// A name and what follows it.
pub(crate) fn named(source: &str) -> (&str, &str) {
    let end = source.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    source.split_at(end.unwrap_or(source.len()))
}

/// The parts of a list, without empty ones, each with single blanks. Commas inside brackets part nothing.
pub(crate) fn parts(list: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_i32;
    for letter in list.chars() {
        match letter {
            '(' | '[' | '<' => depth += 1,
            ')' | ']' | '>' => depth -= 1,
            _ => {}
        }
        match (letter, depth) {
            (',', 0) => parts.push(String::new()),
            _ => parts.last_mut().expect("a part").push(letter),
        }
    }
    parts.iter().map(|part| plain(part)).filter(|part| !part.is_empty()).collect()
}

/// With single blanks.
pub(crate) fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
