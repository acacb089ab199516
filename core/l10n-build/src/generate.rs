//! Writes one Rust function a message.

use std::fmt::Write;

use crate::Catalogue;

/// The source of a module of typed messages. It expects `Message` and `Argument` in scope.
pub(crate) fn functions(catalogue: &Catalogue) -> String {
    let mut source = String::from("// Written by build.rs from the Fluent files. Do not edit.\n");
    for (id, variables) in &catalogue.messages {
        let name = id.replace('-', "_");
        let parameters: Vec<String> =
            variables.iter().map(|name| format!("{name}: impl Into<Argument>")).collect();
        let arguments: Vec<String> =
            variables.iter().map(|name| format!("(\"{name}\", {name}.into())")).collect();
        let sample = catalogue.samples.get(id).map_or("", String::as_str);
        // A String never fails to grow.
        let _ = writeln!(
            source,
            "/// «{}»\npub fn {name}({}) -> Message {{\n    Message::new(\"{id}\", vec![{}])\n}}",
            sample.trim(),
            parameters.join(", "),
            arguments.join(", "),
        );
    }
    source
}
