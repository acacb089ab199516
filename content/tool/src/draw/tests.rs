#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::layout::{Port, Shape, lay_out};
use super::text::{width, wrap};
use super::trees;
use crate::sample;
use crate::source::load::{Content, load};

const TODAY: Date = date(2026, 11, 23);

/// The words of each node in a picture, line after line, and all words of the picture.
fn words(svg: &str) -> (BTreeMap<String, String>, String) {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let (mut nodes, mut all) = (BTreeMap::new(), String::new());
    let (mut depth, mut node) = (0_i32, None::<(i32, String)>);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(tag) => {
                depth += 1;
                let id = tag.try_get_attribute("id").unwrap();
                let id = id.map(|id| String::from_utf8(id.value.into_owned()).unwrap());
                if let Some(id) = id.and_then(|id| id.strip_prefix("node-").map(str::to_owned)) {
                    node = Some((depth, id));
                }
            }
            Event::End(_) => {
                if node.as_ref().is_some_and(|(at, _)| *at == depth) {
                    node = None;
                }
                depth -= 1;
                push(&mut nodes, &mut all, node.as_ref(), " ");
            }
            Event::Text(text) => {
                push(&mut nodes, &mut all, node.as_ref(), &text.decode().unwrap());
            }
            Event::GeneralRef(name) => {
                let named = match &*name.decode().unwrap() {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "#39" => "'",
                    other => panic!("&{other};"),
                };
                push(&mut nodes, &mut all, node.as_ref(), named);
            }
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    let plain = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    (nodes.into_iter().map(|(id, text)| (id, plain(text))).collect(), plain(all))
}

fn push(
    nodes: &mut BTreeMap<String, String>,
    all: &mut String,
    node: Option<&(i32, String)>,
    text: &str,
) {
    if let Some((_, id)) = node {
        nodes.entry(id.clone()).or_default().push_str(text);
    }
    all.push_str(text);
}

fn content(folder: &Path) -> Content {
    load(folder, None).unwrap()
}

fn real() -> Content {
    content(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
}

#[test]
fn every_node_of_the_real_trees_stands_in_its_picture_with_all_its_words() {
    let content = real();
    let pictures = trees(&content, "it", TODAY);
    assert!(pictures.len() >= 2);
    for picture in pictures {
        let id = picture.file.trim_end_matches(".svg");
        let (nodes, _) = words(&picture.svg);
        let Some(cittadini_core::model::Record::Tree(tree)) =
            content.items.get(id).map(|item| &item.record)
        else {
            panic!("{id}")
        };
        assert_eq!(nodes.keys().collect::<Vec<_>>(), tree.nodes.keys().collect::<Vec<_>>());
        for (key, sentence) in &content.words["it"][id].values {
            // Where facts are filled in, the words between them stand.
            let pieces = sentence.text.split(['{', '}', '[', ']', '|', '*']);
            let node = key.split('.').next().unwrap();
            let Some(drawn) = nodes.get(node) else { continue };
            for piece in pieces.filter(|piece| piece.contains(' ')) {
                let piece = piece.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(drawn.contains(&piece), "{id}/{key}: «{piece}» is not in «{drawn}»");
            }
        }
    }
}

#[test]
fn a_picture_says_what_an_outcome_names_and_where_the_tree_was_read() {
    let folder = sample::folder();
    let picture = trees(&content(folder.path()), "it", TODAY).remove(0);
    assert_eq!(picture.file, "albero.svg");
    let (nodes, all) = words(&picture.svg);
    for words in
        ["Probabilmente sì", "Forse sì.", "Rinnovo", "Sportello", "Anagrafe", "Emergenze: 112"]
    {
        assert!(nodes["si"].contains(words), "{words}: {}", nodes["si"]);
    }
    assert!(
        nodes["q"].contains("Da quanti anni? Domanda delicata Uno Due / Altrimenti"),
        "{nodes:?}"
    );
    for words in ["L. 1/2026 art. 1", "https://www.example.it/a", "x: cambia", "2027-01-15"] {
        assert!(all.contains(words), "{words}: {all}");
    }
}

#[test]
fn the_same_tree_gives_the_same_bytes() {
    assert_eq!(trees(&real(), "it", TODAY), trees(&real(), "it", TODAY));
}

#[test]
fn words_that_look_like_markup_stay_words() {
    let folder = sample::folder();
    let odd = "Hai <b>\\\"A&B\\\"</b> & 'C' > D?";
    sample::change(folder.path(), "text/it/albero.yaml", "Da quanti anni?", odd);
    let (nodes, _) = words(&trees(&content(folder.path()), "it", TODAY)[0].svg);
    assert!(nodes["q"].contains("Hai <b>\"A&B\"</b> & 'C' > D?"), "{}", nodes["q"]);
}

#[test]
fn what_a_language_does_not_say_is_said_in_italian() {
    let mut pictures = trees(&real(), "en", TODAY);
    pictures.retain(|picture| picture.file == "tree-che-cosa-mi-serve.svg");
    let (nodes, _) = words(&pictures[0].svg);
    assert!(nodes["bisogno"].contains("What do you need?"), "{}", nodes["bisogno"]);
    assert!(nodes["bisogno"].contains("Otherwise, or the question is skipped"));
    let folder = sample::folder();
    let picture = trees(&content(folder.path()), "en", TODAY).remove(0);
    assert!(words(&picture.svg).0["q"].contains("Da quanti anni?"));
}

#[test]
fn no_line_is_wider_than_its_room_and_no_word_is_lost() {
    let text = "Una frase con parole di ogni lunghezza e https://www.example.it/una/pagina/molto/lunga/davvero";
    for room in [40.0, 90.0, 200.0, 2000.0] {
        let lines = wrap(text, 13.0, false, room);
        assert!(lines.iter().all(|line| width(line, 13.0, false) <= room), "{lines:?}");
        let letters = |text: &str| text.chars().filter(|it| *it != ' ').collect::<String>();
        assert_eq!(letters(&lines.concat()), letters(text));
    }
}

fn shapes() -> impl Strategy<Value = Vec<Shape>> {
    (1..14_usize).prop_flat_map(|count| {
        let port = (5.0..200.0_f64, 0..count).prop_map(|(y, to)| Port { y, to });
        let shape = (200.0..400.0_f64, prop::collection::vec(port, 0..5))
            .prop_map(|(height, ports)| Shape { height, ports });
        prop::collection::vec(shape, count)
    })
}

const BOX_WIDTH: f64 = 380.0;

proptest! {
    /// Also where ways go back, which `check` refuses but a picture may be drawn of.
    #[test]
    fn no_two_boxes_overlap_and_no_line_crosses_one(shapes in shapes()) {
        let layout = lay_out(&shapes, BOX_WIDTH);
        let box_of = |index: usize| {
            let (x, y) = layout.places[index];
            (x, y, x + BOX_WIDTH, y + shapes[index].height)
        };
        for one in 0..shapes.len() {
            let (left, top, right, bottom) = box_of(one);
            prop_assert!(left >= 0.0 && top >= -0.001 && right <= layout.width + 0.001 && bottom <= layout.height + 0.001);
            for other in one + 1..shapes.len() {
                let (l, t, r, b) = box_of(other);
                let apart = right <= l || r <= left || bottom <= t || b <= top;
                prop_assert!(apart, "{one} and {other}");
            }
            for route in &layout.routes {
                for pair in route.points.windows(2) {
                    let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
                    // Curves stay between columns; what is as wide as a box runs in a lane.
                    let in_lane = (x1 - x0 - BOX_WIDTH).abs() < 0.001;
                    let through = in_lane && x0 == left && y0 == y1 && top < y0 && y0 < bottom;
                    prop_assert!(!through, "a line to {} runs through {one}", route.to);
                }
            }
        }
    }
}
