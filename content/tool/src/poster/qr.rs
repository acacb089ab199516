//! The QR code as a drawing.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

use crate::signed::{Error, Result};

/// The white around it, in modules, without which readers do not find it (ISO/IEC 18004).
const QUIET: usize = 4;

/// The most modules on a side: at 80 mm each is more than a millimetre wide.
const DENSEST: usize = 77;

/// The code as SVG, dark modules as one path.
///
/// # Errors
/// [`Error::Refused`] when the text is too long for a code that is read from a wall.
pub(super) fn svg(text: &str) -> Result<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .ok()
        .filter(|code| code.width() <= DENSEST)
        .ok_or_else(|| {
            Error::Refused("the address is too long for a code that is read from a wall".into())
        })?;
    let width = code.width();
    let mut path = String::new();
    for (place, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (place % width + QUIET, place / width + QUIET);
            // Writing to a string cannot fail.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    let side = width + 2 * QUIET;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"QR\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>"
    ))
}
