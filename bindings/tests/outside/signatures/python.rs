//! The public signatures of the generated Python.

use std::collections::BTreeSet;

use super::source::{bracketed, declarations, named, parts, plain, without};

/// One line a call, a field or a variant.
pub(crate) fn signatures(source: &str) -> BTreeSet<String> {
    let source = without(source, "\"\"\"", "\"\"\"").replace("typing.", "");
    let source = source.replace(" = _DEFAULT", " = None");
    let (_, all) = source.rsplit_once("__all__ = ").expect("the public names");
    let (names, _) = bracketed(all, '[', ']').expect("the public names");
    let names = parts(names);
    let names: BTreeSet<&str> = names.iter().map(|name| name.trim_matches('"')).collect();
    let classes = declarations(&source, "class ");
    let public = classes.iter().filter(|(name, _)| {
        names.contains(name)
            && !name.ends_with("Impl")
            && !name.ends_with("Protocol")
            && *name != "InternalError"
    });
    public
        .flat_map(|(name, rest)| {
            members(body(rest)).into_iter().map(move |member| format!("{name}.{member}"))
        })
        .collect()
}

/// The lines of a class: all up to the next one that is not indented.
fn body(rest: &str) -> &str {
    let end = rest.match_indices('\n').find(|(at, _)| {
        let next = rest.get(at + 1..).unwrap_or_default();
        !next.starts_with([' ', '\n'])
    });
    rest.get(..end.map_or(rest.len(), |(at, _)| at)).unwrap_or_default()
}

fn members(body: &str) -> Vec<String> {
    let mut members = Vec::new();
    for line in body.lines().filter_map(|line| line.strip_prefix("    ")) {
        let (name, rest) = named(line);
        let is_constant = !name.is_empty() && !name.starts_with('_') && rest.starts_with(" = ");
        if is_constant {
            members.push(name.to_owned());
        }
    }
    for (variant, rest) in declarations(body, "    class ") {
        let parameters = declarations(rest, "        def __init__");
        let parameters = parameters.first().map(|(_, rest)| self_less(rest));
        members.push(format!("{variant}({})", parameters.unwrap_or_default().join(", ")));
    }
    for (method, rest) in declarations(body, "    def ") {
        match method {
            "__init__" => members.extend(self_less(rest)),
            _ if method.starts_with('_') || method.starts_with("is_") => {}
            _ => {
                let (_, after) = bracketed(rest, '(', ')').expect("parameters");
                let answer = after.split(":\n").next().unwrap_or_default();
                members.push(plain(&format!("{method}({}){answer}", self_less(rest).join(", "))));
            }
        }
    }
    members
}

/// The parameters but for the object itself.
fn self_less(rest: &str) -> Vec<String> {
    let (parameters, _) = bracketed(rest, '(', ')').expect("parameters");
    let parameters = parts(parameters).into_iter();
    parameters
        .filter(|part| !matches!(part.as_str(), "self" | "cls" | "*" | "*args" | "**kwargs"))
        .map(|part| plain(&part.replacen(':', ": ", 1)))
        .collect()
}
