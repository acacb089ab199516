//! The verbs on territories: what is known, what a poster offers, adding it after a look at it, choosing, removing.

use std::io::{BufRead as _, IsTerminal as _};

use cittadini_core::screens::TerritoryOffer;
use cittadini_core::{ApiError, Core};

use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::words::{Message, messages};

use super::{screen, show, sync};

/// Adds the territory of a poster. Somebody who did not say so beforehand is shown what it is, and asked; with `--json`
/// nobody can be asked.
pub(super) fn add(console: &mut Console, core: Core, qr: &str, yes: bool) -> Outcome {
    let offer = core.territory_offer(qr).map_err(|error| Failure::core(console, &error))?;
    if !yes && !confirmed(console, &offer)? {
        return Err(Failure::new("NotConfirmed", console.say(messages::territory_not_added())));
    }
    let qr = qr.to_owned();
    sync::over_network(console, core, Failure::core, move |core, transport| {
        core.add_territory(&qr, transport)
    })
}

/// Shows what is offered, and asks.
fn confirmed(console: &mut Console, offer: &TerritoryOffer) -> Outcome<bool> {
    if console.json || !std::io::stdin().is_terminal() {
        return Err(Failure::invalid(console.say(messages::territory_say_yes())));
    }
    let shown = show::territory_offer(offer, console.language.tag(), console.width);
    console.print(&shown)?;
    console.print(&console.say(messages::territory_ask()))?;
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    let yes = console.say(messages::territory_yes());
    Ok(answer.trim().to_lowercase() == yes)
}

/// Shows which territories there are.
pub(super) fn list(console: &mut Console, core: &Core) -> Outcome {
    let language = console.language.tag();
    screen(console, core.territories(), |all, width| show::territories(all, language, width))
}

/// Shows what a poster offers.
pub(super) fn offer(console: &mut Console, core: &Core, qr: &str) -> Outcome {
    let language = console.language.tag();
    screen(console, core.territory_offer(qr), |offer, width| {
        show::territory_offer(offer, language, width)
    })
}

/// A change that has nothing to show: says that it was made, and which territories there are now.
pub(super) fn changed(
    console: &mut Console,
    core: &Core,
    change: Result<(), ApiError>,
    said: Message,
) -> Outcome {
    change.map_err(|error| Failure::core(console, &error))?;
    list(console, core)?;
    if !console.json {
        console.print(&console.say(said))?;
    }
    Ok(())
}
