//! Checks the UI strings that are compiled in and writes the typed messages of `l10n::messages`.

fn main() -> Result<(), cittadini_l10n_build::BuildError> {
    cittadini_l10n_build::build_script("../content/ui".as_ref(), &["it", "en"], "messages.rs")
}
