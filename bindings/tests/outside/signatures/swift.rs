//! The public signatures of the generated Swift.

use std::collections::BTreeSet;

use super::source::{bracketed, declarations, named, parts, plain, without_comments};

/// One line a call, a field or a variant.
pub(crate) fn signatures(source: &str) -> BTreeSet<String> {
    let source = without_comments(source).replace('`', "");
    let mut found = BTreeSet::new();
    for (name, rest) in declarations(&source, "public struct ") {
        let (body, _) = bracketed(rest, '{', '}').expect("fields");
        for (_, rest) in declarations(body, "    public init") {
            let (fields, _) = bracketed(rest, '(', ')').expect("fields");
            found.extend(parts(fields).iter().map(|field| format!("{name}.{field}")));
        }
    }
    for (name, rest) in
        declarations(&source, "public enum ").into_iter().chain(declarations(&source, "enum "))
    {
        let (body, _) = bracketed(rest, '{', '}').expect("variants");
        found.extend(declarations(body, "    case ").into_iter().map(|(variant, rest)| {
            let fields = match rest.starts_with('(') {
                true => bracketed(rest, '(', ')').map(|(fields, _)| parts(fields).join(", ")),
                false => None,
            };
            match fields {
                Some(fields) => format!("{name}.{variant}({fields})"),
                None => format!("{name}.{variant}"),
            }
        }));
    }
    for (name, rest) in declarations(&source, "public protocol ") {
        if !name.ends_with("Protocol") {
            let (body, _) = bracketed(rest, '{', '}').expect("methods");
            found.extend(methods(name, body, "    func "));
        }
    }
    let (_, rest) = *declarations(&source, "open class Core").first().expect("the core");
    let (body, _) = bracketed(rest, '{', '}').expect("methods");
    found.extend(methods("Core", body, "open func "));
    let constructors = methods("Core", body, "public static func ");
    found.extend(constructors.into_iter().filter(|line| line.contains(" throws")));
    found
}

fn methods(name: &str, body: &str, opening: &str) -> Vec<String> {
    let methods = declarations(body, opening).into_iter();
    methods.map(|(method, rest)| format!("{name}.{method}{}", signature(rest))).collect()
}

/// Parameters, whether it throws, and the type of the answer.
fn signature(rest: &str) -> String {
    let (parameters, rest) = bracketed(rest, '(', ')').expect("parameters");
    let line = rest.lines().next().unwrap_or_default();
    let answer = line.split('{').next().unwrap_or_default();
    let (throws, answer) = named(answer.trim_start());
    plain(&format!("({}) {throws} {answer}", parts(parameters).join(", ")))
}
