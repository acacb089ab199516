//! The page in a browser and the views of iOS wear the colours that `docs/design-system.md` names. Android's resources are
//! held to that page by a test of the app.

use std::collections::BTreeMap;

/// A name, its colour by day and by night, as `rrggbb`.
type Colours = BTreeMap<String, (String, String)>;

fn read(path: &str) -> String {
    std::fs::read_to_string(cittadini_tests::project().join(path)).expect(path)
}

/// The rows of the first table: name, by day, by night, what for.
fn named() -> Colours {
    let colour = |cell: &str| cell.strip_prefix('#').map(str::to_owned);
    let rows = read("docs/design-system.md");
    let colours: Colours = rows
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [name, day, night, _] = cells.as_slice() else { return None };
            Some(((*name).to_owned(), (colour(day)?, colour(night)?)))
        })
        .collect();
    assert!(colours.len() >= 12, "{} colours", colours.len());
    colours
}

/// `--name: #rrggbb;` as often as it stands there: by day, then by night.
fn of_the_page() -> Colours {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for declaration in read("bindings/web/page/style.css").split(['{', '}', ';']) {
        if let Some((name, colour)) = declaration.trim().split_once(": #")
            && let Some(name) = name.strip_prefix("--")
        {
            found.entry(name.replace('-', "_")).or_default().push(colour.to_owned());
        }
    }
    let pair = |(name, colours): (String, Vec<String>)| match <[String; 2]>::try_from(colours) {
        Ok([day, night]) => (name, (day, night)),
        Err(other) => panic!("--{name} is said {} times", other.len()),
    };
    found.into_iter().map(pair).collect()
}

/// `static let name = Color(light: 0xrrggbb, dark: 0xrrggbb)`.
fn of_ios() -> Colours {
    read("ios/App/Theme.swift")
        .lines()
        .filter_map(|line| {
            let (name, colours) =
                line.trim().strip_prefix("static let ")?.split_once(" = Color(")?;
            let (day, night) = colours.strip_prefix("light: 0x")?.split_once(", dark: 0x")?;
            Some((snake(name), (day.to_owned(), night.trim_end_matches(')').to_owned())))
        })
        .collect()
}

fn snake(name: &str) -> String {
    name.chars().fold(String::new(), |mut name, letter| {
        if letter.is_uppercase() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
        name
    })
}

#[test]
fn the_page_in_a_browser_wears_the_colours_of_the_design_system() {
    assert_eq!(of_the_page(), named());
}

#[test]
fn the_views_of_ios_wear_the_colours_of_the_design_system() {
    assert_eq!(of_ios(), named());
}
