//! `territories.json`, which comes with the app: the territories that need no poster.

use serde::{Deserialize, Serialize};

use crate::{Error, Result};

/// The file. The first territory is the app's own: the seed is of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// The territories.
    pub territories: Vec<Shipped>,
}

/// One territory that came with the app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shipped {
    /// Its id, which its catalogue must have.
    pub id: String,
    /// Its Italian name.
    pub name_it: String,
    /// Names of its municipalities.
    #[serde(default)]
    pub municipalities: Vec<String>,
    /// Addresses of its repository; they are asked in this order.
    pub repository: Vec<String>,
    /// The text of the newest root when the app was made: a string, so that its bytes stay as they were signed.
    pub root: String,
}

impl List {
    /// Reads the file. Fields that this core does not know are passed over.
    ///
    /// # Errors
    /// [`Error::InvalidInput`] if it cannot be read, names no territory or one of them twice: the app was put together
    /// wrongly.
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        let list: Self = serde_json::from_slice(bytes)
            .map_err(|error| refused(&format!("it cannot be read: {error}")))?;
        if list.territories.is_empty() {
            return Err(refused("it names no territory"));
        }
        for (place, territory) in list.territories.iter().enumerate() {
            if list.territories.iter().take(place).any(|other| other.id == territory.id) {
                return Err(refused(&format!("it names «{}» twice", territory.id)));
            }
            if territory.id.is_empty() || territory.id.contains(['/', '\\', '.']) {
                return Err(refused(&format!("«{}» cannot be an id", territory.id)));
            }
        }
        Ok(list)
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// [`Error::InvalidInput`] if [`Self::parse`] would refuse them.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self)
            .map_err(|error| refused(&format!("it cannot be written: {error}")))?;
        bytes.push(b'\n');
        Self::parse(&bytes).map(|_| bytes)
    }
}

fn refused(what: &str) -> Error {
    Error::InvalidInput(format!("territories.json, which came with the app: {what}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn adda() -> Shipped {
        Shipped {
            id: "adda".into(),
            name_it: "Adda".into(),
            municipalities: vec!["Lodi".into()],
            repository: vec!["https://example.org/adda".into()],
            root: "{\"signed\":\"è\\u0041\"}".into(),
        }
    }

    #[test]
    fn a_root_keeps_its_bytes_and_what_is_new_is_passed_over() {
        let list = List { territories: vec![adda()] };
        let bytes = list.to_bytes().unwrap();
        assert_eq!(List::parse(&bytes).unwrap().territories.first().unwrap().root, adda().root);
        let later = String::from_utf8(bytes).unwrap().replace("\"id\"", "\"flag\": 1, \"id\"");
        assert_eq!(List::parse(later.as_bytes()).unwrap(), list);
    }

    #[test]
    fn a_damaged_file_says_what_is_wrong_with_it() {
        let twice = serde_json::to_vec(&List { territories: vec![adda(), adda()] }).unwrap();
        let elsewhere = Shipped { id: "../adda".into(), ..adda() };
        let elsewhere = serde_json::to_vec(&List { territories: vec![elsewhere] }).unwrap();
        for bytes in [b"{}".as_slice(), b"", b"{\"territories\":[]}", &twice, &elsewhere] {
            let error = List::parse(bytes).unwrap_err().to_string();
            assert!(error.starts_with("territories.json"), "{error}");
        }
    }
}
