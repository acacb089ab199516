//! Screens as text for a terminal.
//!
//! A screen becomes [`rows::Rows`]: what to say, how far in, in which tone. [`page`] sets them below each other,
//! [`side_by_side()`] sets those of two languages beside each other. Right-to-left text stays in logical order; turning it
//! round is the terminal's work. Colours are always there; whoever prints takes them out where nobody sees them.

mod changes;
mod column;
mod deadline;
mod freshness;
mod header;
mod headings;
mod home;
mod hours;
mod labels;
mod notices;
mod office;
mod page;
mod procedure;
mod rows;
mod search;
mod settings;
mod side_by_side;
mod step;
mod terms;
mod territories;
mod text;
mod timeline;
mod triage;
mod uses;

pub use changes::changes;
pub use freshness::freshness;
pub use home::{home, procedures};
pub use hours::{hours, open_now};
pub use labels::labels;
pub use notices::notices;
pub use office::{office, offices};
pub use procedure::procedure;
pub use search::search;
pub use settings::settings;
pub use side_by_side::side_by_side;
pub use terms::terms;
pub use territories::{territories, territory_offer};
pub use timeline::{deadline, timeline};
pub use triage::{trees, triage};
pub use uses::{Use, Uses, contacts, uses};
