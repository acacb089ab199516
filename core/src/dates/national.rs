//! The holidays of the State, compiled in so that a date can be computed before any content is there.
//!
//! The list is that of art. 2 of the law of 27 May 1949, no. 260 as later laws changed it, read on 2026-11-23. It is right from
//! 1950 on; for the months before it says what that law says. Sundays, which the law lists too, are
//! [`Calendar`](super::Calendar)'s business. The *solennità civili* (as 4 October was before 2026) are no holidays.

use jiff::civil::{Date, date};

use super::holiday::{HolidayDay, HolidayRule};
use HolidayDay::{AfterEaster, Fixed};

type Period = (Option<Date>, Option<Date>);

const ALWAYS: &[Period] = &[(None, None)];

/// Until the law of 5 March 1977, no. 54, which took effect on 8 March.
const UNTIL_1977: &[Period] = &[(None, Some(date(1977, 3, 7)))];

const L260: &str = "L. 260/1949 art. 2";
const L260_L54: &str = "L. 260/1949 art. 2; L. 54/1977 art. 1";

/// Slug, Italian name, day, times, norms.
const NATIONAL: &[(&str, &str, HolidayDay, &[Period], &str)] = &[
    ("capodanno", "Capodanno", Fixed { month: 1, day: 1 }, ALWAYS, L260),
    (
        "epifania",
        "Epifania",
        Fixed { month: 1, day: 6 },
        &[(None, Some(date(1977, 3, 7))), (Some(date(1986, 1, 1)), None)],
        "L. 260/1949 art. 2; L. 54/1977 art. 1; DPR 792/1985 art. 1",
    ),
    ("san-giuseppe", "San Giuseppe", Fixed { month: 3, day: 19 }, UNTIL_1977, L260_L54),
    ("liberazione", "Anniversario della Liberazione", Fixed { month: 4, day: 25 }, ALWAYS, L260),
    ("lunedi-dell-angelo", "Lunedì dell'Angelo", AfterEaster(1), ALWAYS, L260),
    ("ascensione", "Ascensione", AfterEaster(39), UNTIL_1977, L260_L54),
    ("corpus-domini", "Corpus Domini", AfterEaster(60), UNTIL_1977, L260_L54),
    ("festa-del-lavoro", "Festa del Lavoro", Fixed { month: 5, day: 1 }, ALWAYS, L260),
    (
        // From 1977 to 2000 it was kept on the first Sunday of June.
        "festa-della-repubblica",
        "Festa della Repubblica",
        Fixed { month: 6, day: 2 },
        &[(None, Some(date(1977, 3, 7))), (Some(date(2001, 1, 1)), None)],
        "L. 260/1949 art. 1; L. 54/1977 art. 1; L. 336/2000 art. 1",
    ),
    (
        "santi-pietro-e-paolo",
        "Santi Pietro e Paolo",
        Fixed { month: 6, day: 29 },
        UNTIL_1977,
        L260_L54,
    ),
    ("assunzione", "Assunzione (Ferragosto)", Fixed { month: 8, day: 15 }, ALWAYS, L260),
    (
        "san-francesco",
        "San Francesco d'Assisi",
        Fixed { month: 10, day: 4 },
        &[(Some(date(2026, 1, 1)), None)],
        "L. 260/1949 art. 2; L. 151/2025 art. 1",
    ),
    ("ognissanti", "Ognissanti", Fixed { month: 11, day: 1 }, ALWAYS, L260),
    ("unita-nazionale", "Unità nazionale", Fixed { month: 11, day: 4 }, UNTIL_1977, L260_L54),
    ("immacolata", "Immacolata Concezione", Fixed { month: 12, day: 8 }, ALWAYS, L260),
    ("natale", "Natale", Fixed { month: 12, day: 25 }, ALWAYS, L260),
    ("santo-stefano", "Santo Stefano", Fixed { month: 12, day: 26 }, ALWAYS, L260),
    (
        "unita-d-italia-2011",
        "150 anni dell'Unità d'Italia",
        Fixed { month: 3, day: 17 },
        &[(Some(date(2011, 1, 1)), Some(date(2011, 12, 31)))],
        "DL 5/2011 art. 1",
    ),
];

/// The holidays of the State.
pub(super) fn national() -> Vec<HolidayRule> {
    NATIONAL
        .iter()
        .map(|(id, name_it, day, periods, norm)| HolidayRule {
            id: (*id).to_owned(),
            name_it: (*name_it).to_owned(),
            day: *day,
            periods: periods.to_vec(),
            norm: (*norm).to_owned(),
        })
        .collect()
}
