//! The facts about a reader's situation that conditions may speak of, and their values. A tree may ask for others: its
//! questions say which.

/// What a fact is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum FactType {
    /// One of these words.
    Words(&'static [&'static str]),
    /// A whole number.
    Number,
    /// `true` or `false`.
    YesNo,
}

/// The kinds of permit, as the law and the Questura tell them apart.
const PERMIT_KINDS: &[&str] = &[
    "lavoro_subordinato",
    "lavoro_stagionale",
    "lavoro_autonomo",
    "attesa_occupazione",
    "famiglia",
    "studio",
    "ricerca",
    "ricerca_lavoro_studente",
    "ue_lungo_periodo",
    "asilo",
    "protezione_sussidiaria",
    "protezione_speciale",
    "richiesta_asilo",
    "casi_speciali",
    "cure_mediche",
    "minore_eta",
    "assistenza_minori",
    "affidamento",
    "protezione_temporanea",
    "carta_blu",
    "residenza_elettiva",
    "motivi_religiosi",
    "attesa_cittadinanza",
    "carta_familiare_ue",
    "famit",
    "none",
];

/// The levels of the Common European Framework of Reference for Languages, and none.
const LEVELS: &[&str] = &["none", "A1", "A2", "B1", "B2", "C1", "C2"];

/// The facts, by name.
pub(crate) const VOCABULARY: &[(&str, FactType)] = &[
    ("age", FactType::Number),
    ("born_in_italy", FactType::YesNo),
    ("children_under14_to_join", FactType::Number),
    ("citizenship_group", FactType::Words(&["non_eu", "eu", "stateless"])),
    ("days_since_entry", FactType::Number),
    ("employed", FactType::YesNo),
    ("family_members_to_join", FactType::Number),
    ("has_visa", FactType::YesNo),
    ("income_year_eur", FactType::Number),
    ("isee_eur", FactType::Number),
    ("italian_level", FactType::Words(LEVELS)),
    ("legal_stay_years", FactType::Number),
    ("permit_days_after_expiry", FactType::Number),
    ("permit_duration_months", FactType::Number),
    ("permit_kind", FactType::Words(PERMIT_KINDS)),
    ("permit_valid", FactType::YesNo),
    ("registered", FactType::YesNo),
    ("registered_residence_years", FactType::Number),
    ("spouse_is_italian", FactType::YesNo),
];
