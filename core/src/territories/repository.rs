//! Addresses of repositories, as a poster may name them.

use crate::{Error, Result};

/// Hosts on this very computer: nobody can listen on the way to them.
const LOOPBACK: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// The most characters of a name in the DNS (RFC 1035), and of one part of it.
const HOST: usize = 253;
const LABEL: usize = 63;

/// The address of a repository and its host, as a person is to read it (with the port, if one is named).
///
/// # Errors
/// [`Error::InvalidInput`] unless it is `https` (or `http` on this computer), with a plain host, and a path of plain
/// letters that goes nowhere else: no name and password, no query, no `..`.
pub(super) fn checked(address: &str) -> Result<(String, String)> {
    let (scheme, rest) = address.split_once("://").ok_or_else(|| refused("is no web address"))?;
    let (authority, path) = match rest.split_once('/') {
        Some((authority, path)) => (authority, path),
        None => (rest, ""),
    };
    let authority = authority.to_ascii_lowercase();
    let host = checked_host(&authority)?;
    match scheme {
        "https" => {}
        "http" if LOOPBACK.contains(&host) => {}
        _ => return Err(refused("does not begin with https://")),
    }
    let path = path.strip_suffix('/').unwrap_or(path);
    if !path.is_empty() && !path.split('/').all(is_plain_segment) {
        return Err(refused("has a path with signs that do not belong there"));
    }
    let slash = if path.is_empty() { "" } else { "/" };
    Ok((format!("{scheme}://{authority}{slash}{path}"), authority))
}

/// The host of an address that is known, as it is to be shown; of one that cannot be read the address itself.
pub(crate) fn host(address: &str) -> String {
    checked(address).map_or_else(|_| address.to_owned(), |(_, host)| host)
}

/// The host without its port.
fn checked_host(authority: &str) -> Result<&str> {
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let port_fits = port.is_none_or(|port| {
        port.bytes().all(|byte| byte.is_ascii_digit())
            && port.parse::<u16>().is_ok_and(|number| number > 0)
    });
    let named = host.len() <= HOST && host.split('.').all(is_label);
    match port_fits && (named || LOOPBACK.contains(&host)) {
        true => Ok(host),
        false => Err(refused("has a host that cannot be read")),
    }
}

fn is_label(label: &str) -> bool {
    (1..=LABEL).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

fn is_plain_segment(segment: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    !matches!(segment, "" | "." | "..") && segment.bytes().all(plain)
}

fn refused(what: &str) -> Error {
    Error::InvalidInput(format!("the address in this code {what}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_what_a_person_is_shown() {
        let shown = |address| checked(address).unwrap().1;
        assert_eq!(shown("https://Contenuti.Example.org/adda/"), "contenuti.example.org");
        assert_eq!(shown("https://example.org:8443"), "example.org:8443");
        assert_eq!(shown("http://127.0.0.1:8080/x"), "127.0.0.1:8080");
        assert_eq!(shown("http://[::1]:8080/x"), "[::1]:8080");
        assert_eq!(shown("https://xn--80ak6aa92e.com"), "xn--80ak6aa92e.com");
    }

    #[test]
    fn an_address_has_one_form() {
        for address in ["https://example.org/adda", "https://EXAMPLE.org/adda/"] {
            assert_eq!(checked(address).unwrap().0, "https://example.org/adda");
        }
        assert_eq!(checked("https://example.org/").unwrap().0, "https://example.org");
    }

    #[test]
    fn an_address_that_could_be_read_otherwise_is_refused() {
        for address in [
            "",
            "example.org/adda",
            "http://example.org",
            "http://127.0.0.1.example.org",
            "ftp://example.org",
            "HTTPS://example.org",
            "https://",
            "https:///adda",
            "https://user@example.org",
            "https://example.org@evil.example",
            "https://user:word@example.org",
            "https://example.org:0",
            "https://example.org:99999",
            "https://example.org:+80",
            "https://example.org:",
            "https://ex\u{430}mple.org",
            "https://example..org",
            "https://example.org.",
            "https://-example.org",
            "https://example.org/a/../b",
            "https://example.org/./b",
            "https://example.org//b",
            "https://example.org/a?b",
            "https://example.org/a%2fb",
            "https://example.org\\b",
            "https://example.org/a b",
            "https://[::2]/a",
            "https://[::1/a",
        ] {
            assert!(checked(address).is_err(), "{address}");
        }
    }
}
