//! Whether a language that is spoken is the one asked for.

/// Whether one of two BCP 47 tags is the other or begins it: `zh` and `zh-Hans`, not `zh-Hans` and `zh-Hant`. Case does not
/// matter.
pub fn same_language(one: &str, other: &str) -> bool {
    !one.is_empty()
        && !other.is_empty()
        && one.split('-').zip(other.split('-')).all(|(one, other)| one.eq_ignore_ascii_case(other))
}
