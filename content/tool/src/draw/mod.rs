//! Question trees as pictures, for those who check facts: every question with its answers, every end with what it says, whom
//! it names, and where all of it was read.
//!
//! The same tree gives the same bytes. A picture is for the content team alone; no phone sees it.

mod boxes;
mod condition;
mod layers;
mod layout;
mod svg;
mod text;
mod words;

use cittadini_core::model::{Record, Tree};
use jiff::civil::Date;

use crate::source::compile::Item;
use crate::source::kind::Kind;
use crate::source::load::Content;

use words::Speaker;

/// A picture and the name of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// `<tree-id>.svg`
    pub file: String,
    /// The SVG.
    pub svg: String,
}

/// Draws every tree of a content folder, with its words in a language; where that has none, in Italian. Amounts are those of
/// a day.
pub fn trees(content: &Content, language: &str, today: Date) -> Vec<Picture> {
    let of_item = |item: &Item| match &item.record {
        Record::Tree(tree) => Some(Picture {
            file: format!("{}.svg", item.id),
            svg: tree_picture(&Speaker::new(content, language, today), tree),
        }),
        _ => None,
    };
    content.of_kind(Kind::Tree).filter_map(of_item).collect()
}

fn tree_picture(speaker: &Speaker<'_>, tree: &Tree) -> String {
    let boxes = boxes::of(speaker, tree);
    let shapes: Vec<layout::Shape> = boxes.iter().map(boxes::Box::shape).collect();
    let layout = layout::lay_out(&shapes, boxes::WIDTH);
    svg::write(speaker, tree, &boxes, &layout)
}

#[cfg(test)]
mod tests;
