//! Writes one Rust function a message.

use std::fmt::Write;

use crate::Catalogue;

/// The source of a module of typed messages. It expects `Message` and `Argument` in scope.
pub(crate) fn functions(catalogue: &Catalogue) -> String {
    let mut source = String::from("// Written by build.rs from the Fluent files. Do not edit.\n");
    for (id, variables) in &catalogue.messages {
        let name = id.replace('-', "_");
        let is_number =
            |name: &String| catalogue.numbers.get(id).is_some_and(|numbers| numbers.contains(name));
        let ty = |name| if is_number(name) { "u32" } else { "impl Into<Argument>" };
        let parameters: Vec<String> =
            variables.iter().map(|name| format!("{name}: {}", ty(name))).collect();
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
