//! Names of roles and targets as parts of an address: whoever signs a name must not choose what else is asked for.

/// A name as one part of an address: everything but letters, digits and `-._~` is percent-encoded (RFC 3986, 2.3).
pub fn segment(name: &str) -> String {
    encode(name, b"-._~")
}

/// The name of a target, which may have folders.
pub(super) fn path(name: &str) -> String {
    encode(name, b"-._~/")
}

fn encode(name: &str, kept: &[u8]) -> String {
    let mut address = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push('%');
            address.push_str(&hex::encode_upper([byte]));
        }
    }
    address
}

/// The same with a prefix before its last part, as consistent snapshots want it (TUF 6.2).
pub(super) fn with_prefix(name: &str, prefix: &str) -> String {
    match name.rsplit_once('/') {
        Some((folders, file)) => format!("{}/{prefix}.{}", path(folders), segment(file)),
        None => format!("{prefix}.{}", segment(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_can_neither_leave_its_folder_nor_begin_a_query() {
        assert_eq!(segment("../role"), "..%2Frole");
        assert_eq!(segment("/role?x#y"), "%2Frole%3Fx%23y");
        assert_eq!(segment("text-ar"), "text-ar");
        assert_eq!(segment("è"), "%C3%A8");
    }

    #[test]
    fn a_prefix_stands_after_the_folders() {
        assert_eq!(with_prefix("a/b c/d", "h"), "a/b%20c/h.d");
        assert_eq!(with_prefix("facts.pack", "h"), "h.facts.pack");
    }
}
