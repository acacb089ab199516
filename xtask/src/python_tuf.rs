//! python-tuf, the reference implementation of The Update Framework, and what its conformance suite needs.

use std::path::PathBuf;

use crate::python::Packages;

/// The suite whose requirements these are.
pub(crate) const SUITE: &str = "tuf-conformance 2.4.0";

/// What the suite pins, and what writes packs.
const PACKAGES: [&str; 5] = [
    "tuf==7.0.0",
    "securesystemslib[crypto]==1.4.0",
    "pytest==9.1.1",
    "pytest-json-report==1.5.0",
    "zstandard==0.25.0",
];

/// Sees to it that the packages are there, and names the Python that has them. If they cannot be, says why.
pub(crate) fn ensure() -> Result<PathBuf, String> {
    let wanted = PACKAGES.map(str::to_owned).to_vec();
    Packages { name: "python-tuf", wanted, modules: "tuf, zstandard" }.ensure()
}
