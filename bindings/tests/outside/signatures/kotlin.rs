//! The public signatures of the generated Kotlin.

use std::collections::BTreeSet;

use super::source::{bracketed, declarations, named, parts, plain, without_comments};

/// One line a call, a field or a variant.
pub(crate) fn signatures(source: &str) -> BTreeSet<String> {
    let source = without_comments(source).replace('`', "");
    let source = source.replace("kotlin.collections.", "").replace("kotlin.", "");
    let mut found = BTreeSet::new();
    for (name, rest) in declarations(&source, "data class ") {
        let (fields, _) = bracketed(rest, '(', ')').expect("fields");
        found.extend(parts(fields).iter().map(|field| format!("{name}.{}", unmarked(field))));
    }
    for (name, rest) in declarations(&source, "enum class ") {
        let (body, _) = bracketed(rest, '{', '}').expect("variants");
        let variants = body.split(';').next().unwrap_or_default();
        found.extend(parts(variants).iter().map(|variant| format!("{name}.{variant}")));
    }
    for (name, rest) in declarations(&source, "sealed class ") {
        let (body, _) = bracketed(rest, '{', '}').expect("variants");
        found.extend(variants(body).map(|variant| format!("{name}.{variant}")));
    }
    for (name, rest) in declarations(&source, "public interface ") {
        if !name.ends_with("Interface") && !name.starts_with("Ffi") {
            let (body, _) = bracketed(rest, '{', '}').expect("methods");
            found.extend(
                declarations(body, "    fun ")
                    .iter()
                    .map(|(method, rest)| format!("{name}.{method}{}", signature(rest))),
            );
        }
    }
    found.extend(core(&source));
    found
}

/// The methods of `Core`. What is generated for the language's own sake throws nothing.
fn core(source: &str) -> BTreeSet<String> {
    let (_, rest) = *declarations(source, "open class Core").first().expect("the core");
    let (body, _) = bracketed(rest, '{', '}').expect("methods");
    let throwing = declarations(body, "    @Throws(");
    let methods = throwing.iter().map(|(exception, rest)| {
        let (_, rest) = rest.split_once("fun ").expect("a method");
        let (method, rest) = named(rest);
        format!("Core.{method}{} throws {exception}", signature(rest))
    });
    methods.collect()
}

fn variants(body: &str) -> impl Iterator<Item = String> {
    let with_fields = ["    data class ", "    class "];
    let with_fields = with_fields.into_iter().flat_map(|opening| declarations(body, opening));
    let with_fields = with_fields.map(|(variant, rest)| {
        let (fields, _) = bracketed(rest, '(', ')').expect("fields");
        let fields = parts(fields).iter().map(|field| unmarked(field)).collect::<Vec<_>>();
        match fields.is_empty() {
            true => variant.to_owned(),
            false => format!("{variant}({})", fields.join(", ")),
        }
    });
    let without = declarations(body, "    object ").into_iter().map(|(variant, _)| variant.into());
    with_fields.chain(without)
}

/// Parameters and the type of the answer.
fn signature(rest: &str) -> String {
    let (parameters, rest) = bracketed(rest, '(', ')').expect("parameters");
    let line = rest.lines().next().unwrap_or_default();
    let answer = line.split(['{', '=']).next().unwrap_or_default();
    plain(&format!("({}){answer}", parts(parameters).join(", ")))
}

fn unmarked(field: &str) -> String {
    field.trim_start_matches("val ").trim_start_matches("var ").to_owned()
}
