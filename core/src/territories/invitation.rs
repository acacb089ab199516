//! What the QR code of a poster says: a link whose part after `#` never leaves the phone. Pure, strict, capped.

use std::collections::BTreeMap;

use super::{fingerprint, is_plain_name, repository};
use crate::sync::address;
use crate::{Error, Result};

/// The most bytes of a link: more than a QR code that a phone reads from a wall can hold.
const LINK_LIMIT: usize = 2 * 1024;

/// The most characters of an id.
const ID_LIMIT: usize = 64;

/// The keys of the fragment.
const TERRITORY: &str = "territory";
const NAME: &str = "name";
const ROOT: &str = "root";
const VERSION: &str = "version";

/// The territory that a poster offers. Nothing of it is believed: it says where to ask, and what must come from there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The id that the territory's catalogue must have.
    pub id: String,
    /// The Italian name that the catalogue must have.
    pub name: String,
    /// The address of the folder that holds `metadata/` and `targets/`, without a slash at the end.
    pub repository: String,
    /// The host of that address, as it is to be shown.
    pub host: String,
    /// Which `N.root.json` the fingerprint is of. Later roots are walked from there, so that an old poster stays right.
    pub root_version: u64,
    /// The SHA-256 of that file, 64 hexadecimal digits in lower case.
    pub fingerprint: String,
}

impl Invitation {
    /// An invitation out of its parts, all of them checked.
    ///
    /// # Errors
    /// [`Error::InvalidInput`] with the first part that cannot be.
    pub fn new(
        repository: &str,
        id: &str,
        name: &str,
        root_version: u64,
        fingerprint: &str,
    ) -> Result<Self> {
        let (repository, host) = repository::checked(repository)?;
        if !is_id(id) {
            return Err(refused("the id of the territory has other signs than a-z, 0-9 and -"));
        }
        if !is_plain_name(name) {
            return Err(refused("the name of the territory has letters that do not belong there"));
        }
        if root_version == 0 {
            return Err(refused("there is no root with the number 0"));
        }
        if fingerprint.len() != 64 || !fingerprint.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(refused("the fingerprint is not of 64 hexadecimal digits"));
        }
        let (id, name) = (id.to_owned(), name.to_owned());
        let fingerprint = fingerprint.to_ascii_lowercase();
        Ok(Self { id, name, repository, host, root_version, fingerprint })
    }

    /// Reads the text of a QR code.
    ///
    /// # Errors
    /// [`Error::InvalidInput`] if it is anything but what [`Self::link`] writes. Further keys are for later apps, and
    /// passed over.
    pub fn parse(link: &str) -> Result<Self> {
        let link = link.trim();
        if link.len() > LINK_LIMIT {
            return Err(refused("it is too long"));
        }
        let (address, fragment) =
            link.split_once('#').ok_or_else(|| refused("it names no territory"))?;
        let said = fields(fragment)?;
        let field =
            |key: &str| said.get(key).ok_or_else(|| refused(&format!("it does not say «{key}»")));
        let version = field(VERSION)?;
        let plain = !version.starts_with('0') && version.bytes().all(|byte| byte.is_ascii_digit());
        let version =
            version.parse().ok().filter(|version: &u64| plain && *version <= u32::MAX.into());
        let version = version.ok_or_else(|| refused("the number of the root cannot be read"))?;
        Self::new(address, field(TERRITORY)?, field(NAME)?, version, field(ROOT)?)
    }

    /// The text of the QR code.
    pub fn link(&self) -> String {
        let Self { id, repository, root_version, fingerprint, .. } = self;
        let name = address::segment(&self.name);
        format!(
            "{repository}/#{TERRITORY}={id}&{NAME}={name}&{ROOT}={fingerprint}&{VERSION}={root_version}"
        )
    }

    /// The fingerprint in the groups that a person compares.
    pub fn grouped(&self) -> String {
        fingerprint::grouped(&self.fingerprint)
    }
}

fn is_id(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=ID_LIMIT).contains(&id.len()) && id.bytes().all(plain)
}

/// The fragment by key. What is said twice could be read in two ways.
fn fields(fragment: &str) -> Result<BTreeMap<String, String>> {
    let mut fields = BTreeMap::new();
    for pair in fragment.split('&') {
        let (key, value) = pair.split_once('=').ok_or_else(|| refused("it cannot be read"))?;
        let value = decoded(value).ok_or_else(|| refused("it cannot be read"))?;
        if fields.insert(key.to_owned(), value).is_some() {
            return Err(refused(&format!("it says «{key}» twice")));
        }
    }
    Ok(fields)
}

/// Percent-encoded UTF-8 (RFC 3986, 2.1).
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = match (first, after) {
            (b'%', [high, low, after @ ..]) => {
                bytes.extend(hex::decode([*high, *low]).ok()?);
                after
            }
            (b'%', _) => return None,
            (byte, after) => {
                bytes.push(*byte);
                after
            }
        };
    }
    String::from_utf8(bytes).ok()
}

fn refused(what: &str) -> Error {
    Error::InvalidInput(format!("this code does not add a territory: {what}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HASH: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    fn link(fragment: &str) -> String {
        format!("https://example.org/adda/#{fragment}")
    }

    fn parse(fragment: &str) -> Result<Invitation> {
        Invitation::parse(&link(fragment))
    }

    #[test]
    fn a_poster_says_where_to_ask_and_what_must_come_from_there() {
        let read =
            parse(&format!("territory=adda&name=Forl%C3%AC-Adda&root={HASH}&version=3")).unwrap();
        assert_eq!((read.id.as_str(), read.name.as_str()), ("adda", "Forlì-Adda"));
        assert_eq!(
            (read.repository.as_str(), read.host.as_str()),
            ("https://example.org/adda", "example.org")
        );
        assert_eq!((read.root_version, read.fingerprint.as_str()), (3, HASH));
    }

    #[test]
    fn what_a_later_poster_says_besides_is_passed_over() {
        let later = format!("territory=a&name=Adda&root={HASH}&version=1&colour=blue");
        assert!(parse(&later).is_ok());
    }

    #[test]
    fn what_can_be_read_in_two_ways_or_not_at_all_is_refused() {
        let good = format!("territory=a&name=Adda&root={HASH}&version=1");
        assert!(parse(&good).is_ok());
        for bad in [
            String::new(),
            good.replace("version=1", "version=01"),
            good.replace("version=1", "version=0"),
            good.replace("version=1", "version=-1"),
            good.replace("version=1", "version=+1"),
            good.replace("version=1", "version="),
            good.replace("version=1", "version=4294967296"),
            good.replace("version=1", "version=99999999999999999999999"),
            good.replace("&version=1", ""),
            good.replace("territory=a", "territory=A"),
            good.replace("territory=a", "territory=../b"),
            good.replace("territory=a", "territory=%2e%2e"),
            good.replace("territory=a", "territory="),
            good.replace("territory=a", &format!("territory={}", "a".repeat(65))),
            good.replace("Adda", "Adda%"),
            good.replace("Adda", "Adda%4"),
            good.replace("Adda", "Adda%zz"),
            good.replace("Adda", "Adda%ff"),
            good.replace("Adda", "%D0%90dda"),
            good.replace("Adda", "Adda+Sud"),
            good.replace(HASH, "0123"),
            good.replace('0', "g"),
            format!("{good}&name=Adige"),
            format!("{good}&territory=b"),
            format!("{good}&x=1&x=2"),
            format!("{good}&"),
            format!("{good}#{good}"),
            format!("{good}&x={}", "y".repeat(2048)),
        ] {
            assert!(matches!(parse(&bad), Err(Error::InvalidInput(_))), "{bad}");
        }
        assert!(Invitation::parse(&format!("https://example.org/?x#{good}")).is_err());
        assert!(Invitation::parse(&format!("http://example.org/#{good}")).is_err());
    }

    proptest! {
        #[test]
        fn a_link_says_again_what_it_was_made_of(
            id in "[a-z0-9-]{1,64}",
            name in "[A-Zàèéìòù][a-z0-9.'àèéìòù-]{2,40}( [a-z]{1,9}){0,3}",
            version in 1..=u64::from(u32::MAX),
            hash in "[0-9a-f]{64}",
            path in "(/[a-z0-9._~-]{3,9}){0,3}",
        ) {
            let made = Invitation::new(&format!("https://example.org{path}"), &id, &name, version, &hash).unwrap();
            prop_assert_eq!(Invitation::parse(&made.link()).unwrap(), made);
        }

        #[test]
        fn whatever_a_code_says_it_is_read_or_refused(text in ".{0,200}", fragment in "[a-z=&%0-9A-F#]{0,200}") {
            drop(Invitation::parse(&text));
            if let Ok(read) = parse(&fragment) {
                prop_assert!(is_id(&read.id) && is_plain_name(&read.name));
            }
        }
    }
}
