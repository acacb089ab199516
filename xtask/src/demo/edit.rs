//! The edit of an editor, made by a program: one amount in the text of one file.

use std::fs;
use std::path::{Path, PathBuf};

use crate::terminal::Outcome;

/// What was changed.
pub(crate) struct Edit {
    /// The file, relative to the content folder.
    pub(crate) file: String,
    /// The amount before.
    pub(crate) before: String,
    /// The amount after.
    pub(crate) after: String,
}

/// Raises the first fee that has a known amount by one euro.
pub(crate) fn raise_one_fee(content: &Path) -> Outcome<Edit> {
    for path in files(&content.join("facts/fees"))? {
        let text = fs::read_to_string(&path)?;
        let Some((text, before, after)) = raise(&text) else { continue };
        fs::write(&path, text)?;
        let file = path.strip_prefix(content).unwrap_or(&path).display().to_string();
        return Ok(Edit { file, before, after });
    }
    Err("no file of facts/fees has a known amount to change".into())
}

fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        files.push(entry?.path());
    }
    files.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    files.sort();
    Ok(files)
}

/// The text with its first plain amount raised, and the amount before and after. `None` where there is none: an amount may
/// also be `unknown` or a range.
fn raise(text: &str) -> Option<(String, String, String)> {
    text.match_indices("amount:").find_map(|(at, key)| {
        let (head, tail) = text.split_at_checked(at + key.len())?;
        let commented = head.rsplit('\n').next().is_some_and(|line| line.contains('#'));
        let value = tail.trim_start_matches([' ', '"']);
        let gap = tail.len() - value.len();
        let length = value.find([',', '}', '"', ' ', '\n', '\r']).unwrap_or(value.len());
        let (before, rest) = value.split_at_checked(length)?;
        let (euros, cents) = before.split_once('.')?;
        let whole: u64 = euros.parse().ok()?;
        if commented || cents.len() != 2 || cents.parse::<u8>().is_err() {
            return None;
        }
        let after = format!("{}.{cents}", whole + 1);
        let gap = tail.get(..gap)?;
        Some((format!("{head}{gap}{after}{rest}"), before.to_owned(), after))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::raise;

    #[test]
    fn only_the_amount_changes() {
        let text = "fee_kind: stamp\namounts:\n  - {amount: 16.00, valid_from: 2013-06-26}\n";
        let (after, ..) = raise(text).unwrap();
        assert_eq!(after, text.replace("16.00", "17.00"));
    }

    #[test]
    fn cents_stay_and_euros_carry() {
        let (after, before, now) = raise("amounts:\n  - amount: 99.46").unwrap();
        assert_eq!(after, "amounts:\n  - amount: 100.46");
        assert_eq!((before.as_str(), now.as_str()), ("99.46", "100.46"));
    }

    #[test]
    fn unknown_amounts_ranges_and_comments_are_passed_over() {
        assert!(raise("amounts:\n  - {amount: unknown}\n").is_none());
        assert!(raise("amounts:\n  - {amount: 77.00-116.00}\n").is_none());
        assert!(raise("# amount: 16.00\n").is_none());
        let (after, ..) = raise("- {amount: unknown}\n- {amount: 40.00}\n").unwrap();
        assert_eq!(after, "- {amount: unknown}\n- {amount: 41.00}\n");
    }
}
