//! Which territories there are: those that came with the app, and those that a reader added from a poster. A poster only
//! adds: nothing that it says can stand in for a territory that is known.

mod added;
mod fingerprint;
mod inbox;
mod invitation;
mod names;
mod repository;
mod shipped;

pub(crate) use added::Added;
pub use fingerprint::{grouped, of_root};
pub(crate) use inbox::{state, usable};
pub use invitation::Invitation;
pub use names::{is_plain_name, looks_like};
pub(crate) use repository::host;
pub use shipped::{List, Shipped};
