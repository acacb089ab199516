//! A term of time.

use cittadini_core::screens::DeadlineView;

use super::rows::{Rows, Tone};
use super::text::styled;

/// A term of time and what happens when it passes.
pub(super) fn deadline(rows: &mut Rows, deadline: &DeadlineView) {
    let when = [&deadline.when, &deadline.usual].into_iter().flatten().map(styled);
    let when = when.collect::<Vec<_>>().join(" · ");
    let line = match when.as_str() {
        "" => styled(&deadline.title),
        when => format!("{}: {when}", styled(&deadline.title)),
    };
    rows.add(Tone::Body, &deadline.id, if deadline.peremptory { "‼" } else { "◷" }, line);
    rows.inside(&deadline.id, 2, |rows| {
        if rows.first_time(&deadline.id) {
            rows.say("consequence", deadline.consequence.as_ref());
        }
        rows.doubt(&deadline.freshness);
    });
}
