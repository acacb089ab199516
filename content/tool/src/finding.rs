//! What the tool has to say about a file: in Italian and in English, with the place and the way out.

/// Whether a finding stops a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does.
    Error,
    /// It does not, but somebody should look.
    Warning,
}

/// A sentence in the two languages of the content team.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Both {
    /// In Italian.
    pub it: String,
    /// In English.
    pub en: String,
}

/// A sentence in both languages.
pub(crate) fn both(it: impl Into<String>, en: impl Into<String>) -> Both {
    Both { it: it.into(), en: en.into() }
}

/// The way out of a slip of the pen: the word that was meant, or else what there is to do.
pub(crate) fn did_you_mean(near: Option<&str>, otherwise: Both) -> Both {
    match near {
        Some(near) => both(format!("Volevi scrivere «{near}»?"), format!("Did you mean “{near}”?")),
        None => otherwise,
    }
}

/// What is wrong and how to mend it, before it is known where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) rule: &'static str,
    // Boxed, so that a `Result` stays small.
    pub(crate) message: Box<Both>,
    pub(crate) fix: Box<Both>,
}

impl Problem {
    pub(crate) fn new(rule: &'static str, message: Both, fix: Both) -> Self {
        Self { rule, message: Box::new(message), fix: Box::new(fix) }
    }

    /// As an error at a place.
    pub(crate) fn error(self, place: &Place) -> Finding {
        self.at(Severity::Error, place)
    }

    /// As a warning at a place.
    pub(crate) fn warning(self, place: &Place) -> Finding {
        self.at(Severity::Warning, place)
    }

    fn at(self, severity: Severity, place: &Place) -> Finding {
        Finding {
            file: place.file.clone(),
            line: place.line,
            column: place.column,
            severity,
            rule: self.rule,
            message_it: self.message.it,
            message_en: self.message.en,
            fix_it: self.fix.it,
            fix_en: self.fix.en,
        }
    }
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to the content folder, with `/` between its parts.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl Place {
    /// The first character of a file: for what concerns the whole of it.
    pub fn top(file: impl Into<String>) -> Self {
        Self { file: file.into(), line: 1, column: 1 }
    }
}

/// Something to mend, or to look at. Sorts by file and line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, relative to the content folder, with `/` between its parts.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// Whether it stops a release.
    pub severity: Severity,
    /// The rule that was broken, a stable slug.
    pub rule: &'static str,
    /// What is wrong, in Italian.
    pub message_it: String,
    /// What is wrong, in English.
    pub message_en: String,
    /// How to mend it, in Italian.
    pub fix_it: String,
    /// How to mend it, in English.
    pub fix_en: String,
}
