//! What foreign code says when it throws.

/// How much of its words is kept, in characters.
const REASON: usize = 200;

/// The first line of the words of an exception, cut. Kotlin hands over a whole stack trace; its first line says what
/// happened.
pub(crate) fn reason(words: &str) -> String {
    let first = words.lines().map(str::trim).find(|line| !line.is_empty());
    first.unwrap_or("an exception without a word").chars().take(REASON).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_keeps_its_first_line_and_loses_its_stack_trace() {
        let kotlin = "java.net.SocketTimeoutException: timeout\n\tat okio.Okio.read(Okio.kt:12)\n\tat app.Main";
        assert_eq!(reason(kotlin), "java.net.SocketTimeoutException: timeout");
        assert_eq!(reason("ValueError('no')"), "ValueError('no')");
    }

    #[test]
    fn an_exception_of_many_words_is_cut_between_two_characters() {
        assert_eq!(reason(&"ق".repeat(1_000)), "ق".repeat(REASON));
    }

    #[test]
    fn an_exception_without_a_word_still_has_a_reason() {
        assert_eq!(reason(""), "an exception without a word");
        assert_eq!(reason("\n \n"), "an exception without a word");
    }
}
