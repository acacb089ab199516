//! Checks the command's own words in every language and writes its typed messages.

use cittadini_l10n_build::{BuildError, build_script};

fn main() -> Result<(), BuildError> {
    build_script("ftl".as_ref(), &["it", "en"], "messages.rs")?;
    build_script("ftl/poster".as_ref(), &["it", "en", "ar"], "poster.rs")?;
    build_script("ftl/reader".as_ref(), &["it", "en", "ar"], "headings.rs")
}
