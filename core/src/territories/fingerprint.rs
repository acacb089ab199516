//! The fingerprint of a root: what a person compares between a poster and a screen.

use crate::pack::sha256_hex;

/// How many hexadecimal digits stand together: what can be read aloud in one breath.
const GROUP: usize = 4;

/// The SHA-256 of the bytes of a root, 64 hexadecimal digits.
pub fn of_root(root: &[u8]) -> String {
    sha256_hex(root)
}

/// A fingerprint in groups of four, as posters print it and screens show it.
pub fn grouped(fingerprint: &str) -> String {
    let digits: Vec<char> = fingerprint.chars().collect();
    let groups: Vec<String> = digits.chunks(GROUP).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_in_sixteen_groups_of_four() {
        let read = grouped(&of_root(b"root"));
        assert_eq!(read.split(' ').count(), 16);
        assert!(read.split(' ').all(|group| group.len() == 4), "{read}");
        assert_eq!(read.replace(' ', ""), of_root(b"root"));
    }
}
