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

pub(super) fn too_large(most: usize) -> Problem {
    let most = most / 1024;
    Problem::new(
        "file-too-large",
        both(
            format!("Il file è troppo grande: al massimo {most} KB."),
            format!("The file is too large: at most {most} KB."),
        ),
        both(
            "Controlla che sia il file giusto; altrimenti dividi il contenuto in più voci.",
            "Check that it is the right file; otherwise split the content into several items.",
        ),
    )
}

pub(super) fn strange_name() -> Problem {
    Problem::new(
        "strange-name",
        both(
            "Il nome di questo file ha un carattere che non si può leggere.",
            "The name of this file has a character that cannot be read.",
        ),
        both(
            "Cambia il nome: lettere minuscole senza accento, cifre e trattini.",
            "Rename it: small letters without accents, digits and hyphens.",
        ),
    )
}

pub(super) fn no_file() -> Problem {
    Problem::new(
        "unreadable-file",
        both(
            "Qui dovrebbe esserci un file, ma c'è una cartella o altro.",
            "There should be a file here, but there is a folder or something else.",
        ),
        both("Rinominalo o spostalo altrove.", "Rename it or move it elsewhere."),
    )
}

pub(super) fn tab() -> Problem {
    Problem::new(
        "tab",
        both(
            "Questa riga comincia con il tasto Tab, e da qui il file non si riesce a leggere.",
            "This line begins with the Tab key, and from here the file cannot be read.",
        ),
        both(
            "Usa spazi, non il tasto Tab, per i rientri.",
            "Indent with spaces, not with the Tab key.",
        ),
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

/// Whether the parser stopped because of too many brackets.
pub(super) fn is_too_deep(info: &str) -> bool {
    info.contains("recursion limit")
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

/// The parser's own complaint about a line, with the likeliest reason in words of an editor.
pub(super) fn not_yaml(written: &str, info: &str) -> Problem {
    if info.contains("anchor") || info.contains("alias") {
        return alias();
    }
    let fix = if info.contains("unprintable") {
        both(
            "Cancella il carattere invisibile in questo punto e salva il file con la codifica «UTF-8».",
            "Delete the invisible character at this place and save the file with the encoding “UTF-8”.",
        )
    } else if info.contains("tabs disallowed") {
        both(
            "Usa spazi, non il tasto Tab, per i rientri.",
            "Indent with spaces, not with the Tab key.",
        )
    } else if info.contains("quoted scalar") {
        both(
            "Un testo comincia con le virgolette e non le chiude: aggiungile in fondo. Dentro il testo usa «virgolette» così.",
            "A text begins with a quote and does not close it: add it at the end. Inside the text use “quotes” like these.",
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
    use std::io::ErrorKind;
    let (it, en) = match reason.kind() {
        ErrorKind::NotFound => ("non c'è".to_owned(), "it is not there".to_owned()),
        ErrorKind::PermissionDenied => {
            ("non hai il permesso di aprirlo".to_owned(), "you may not open it".to_owned())
        }
        _ => (reason.to_string(), reason.to_string()),
    };
    Problem::new(
        "unreadable-file",
        both(
            format!("Il file non si può leggere: {it}."),
            format!("The file cannot be read: {en}."),
        ),
        both(
            "Controlla che il file esista e che tu possa aprirlo.",
            "Check that the file exists and that you may open it.",
        ),
    )
}
