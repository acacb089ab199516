//! The sentences for files that are not the YAML this tool reads.

use crate::finding::{Problem, both};

pub(super) fn empty_file() -> Problem {
    Problem::new(
        "empty-file",
        both("Il file è vuoto.", "The file is empty."),
        both(
            "Scrivi i campi della voce o elimina il file.",
            "Write the item's fields or delete the file.",
        ),
    )
}

pub(super) fn too_large(bytes: usize, most: usize) -> Problem {
    Problem::new(
        "file-too-large",
        both(
            format!("Il file ha {bytes} byte; ne sono ammessi {most}."),
            format!("The file has {bytes} bytes; at most {most} are allowed."),
        ),
        both("Dividi il contenuto in più voci.", "Split the content into several items."),
    )
}

pub(super) fn not_utf8() -> Problem {
    Problem::new(
        "not-utf8",
        both(
            "Qui c'è un carattere che non è UTF-8.",
            "There is a character here that is not UTF-8.",
        ),
        both(
            "Salva il file di nuovo con la codifica «UTF-8» (non «Latin-1», «Windows» o «UTF-16»).",
            "Save the file again with the encoding “UTF-8” (not “Latin-1”, “Windows” or “UTF-16”).",
        ),
    )
}

pub(super) fn too_deep(most: usize) -> Problem {
    Problem::new(
        "too-deep",
        both(
            format!("Elenchi e campi sono annidati per più di {most} livelli."),
            format!("Lists and fields stand in each other more than {most} levels deep."),
        ),
        both("Controlla i rientri e le parentesi.", "Check the indentation and the brackets."),
    )
}

pub(super) fn several_documents() -> Problem {
    Problem::new(
        "several-documents",
        both("Dopo «---» comincia un secondo documento.", "A second document begins after “---”."),
        both(
            "Metti una voce sola in ogni file e togli «---».",
            "Keep one item in each file and remove “---”.",
        ),
    )
}

pub(super) fn alias() -> Problem {
    Problem::new(
        "anchor-or-alias",
        both(
            "Un valore che comincia con «*» o «&» non è letto come testo.",
            "A value that begins with “*” or “&” is not read as text.",
        ),
        both(
            "Metti il testo tra virgolette, per esempio \"**testo**\".",
            "Put the text in quotes, for example \"**text**\".",
        ),
    )
}

pub(super) fn tag() -> Problem {
    Problem::new(
        "tag",
        both(
            "Un valore che comincia con «!» non è letto come testo.",
            "A value that begins with “!” is not read as text.",
        ),
        both("Metti il testo tra virgolette.", "Put the text in quotes."),
    )
}

pub(super) fn key_is_no_text() -> Problem {
    Problem::new(
        "key-not-text",
        both("Il nome di un campo deve essere una parola.", "The name of a field must be a word."),
        both(
            "Se è un testo che comincia con «{» o «[», mettilo tra virgolette.",
            "If it is a text that begins with “{” or “[”, put it in quotes.",
        ),
    )
}

pub(super) fn duplicate_key(key: &str, first: usize) -> Problem {
    Problem::new(
        "duplicate-key",
        both(
            format!("Il campo «{key}» c'è già alla riga {first}."),
            format!("The field “{key}” already stands on line {first}."),
        ),
        both("Lascia un solo campo con questo nome.", "Keep only one field of this name."),
    )
}

/// The parser's own complaint, with the likeliest reason in words of an editor.
pub(super) fn not_yaml(text: &str, line: usize, info: &str) -> Problem {
    if info.contains("anchor") || info.contains("alias") {
        return alias();
    }
    let written = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let fix = if written.trim_start_matches(' ').starts_with('\t') || info.contains("tab") {
        both(
            "Usa spazi, non il tasto Tab, per i rientri.",
            "Indent with spaces, not with the Tab key.",
        )
    } else if written.matches(": ").count() > 1 {
        both(
            "Se il testo contiene due punti («: »), mettilo tutto tra virgolette.",
            "If the text contains a colon (“: ”), put all of it in quotes.",
        )
    } else {
        both(
            "Controlla rientri, virgolette e parentesi di questa riga e di quella prima; un testo con «:», «#», «{», «[» o virgolette va tra virgolette.",
            "Check indentation, quotes and brackets on this line and the one before; a text with “:”, “#”, “{”, “[” or quotes goes in quotes.",
        )
    };
    Problem::new(
        "not-yaml",
        both(
            format!("Da qui il file non si riesce a leggere (dal lettore YAML: {info})."),
            format!("From here the file cannot be read (the YAML reader says: {info})."),
        ),
        fix,
    )
}

pub(super) fn unreadable(reason: &std::io::Error) -> Problem {
    Problem::new(
        "unreadable-file",
        both(
            format!("Il file non si può leggere: {reason}."),
            format!("The file cannot be read: {reason}."),
        ),
        both(
            "Controlla che il file esista e che tu possa aprirlo.",
            "Check that the file exists and that you may open it.",
        ),
    )
}
