//! The picture as SVG: boxes, lines, what the colours mean, and at the foot what is doubtful and where it was read.

use std::fmt::Write as _;

use cittadini_core::model::{Meta, Source, Tree, Verdict};

use crate::terminal::words::messages;

use super::boxes::{Box, HEAD, Look, PADDING, SIZE, Sort, WIDTH};
use super::layout::{Layout, Route};
use super::text::{width, wrap};
use super::words::Speaker;

/// The room around everything.
const MARGIN: f64 = 40.0;

/// The height of a line above and below the tree.
const LINE: f64 = 20.0;

/// The size of the title.
const TITLE_SIZE: f64 = 24.0;

/// The slug of a verdict.
pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::LikelyYes => "likely_yes",
        Verdict::LikelyNo => "likely_no",
        Verdict::Urgent => "urgent",
        Verdict::AskDesk => "ask_desk",
    }
}

/// The colour of a strip and a line, dark enough for white words.
fn colour(sort: Sort) -> &'static str {
    match sort {
        Sort::Question { sensitive: false } => "#3b4a6b",
        Sort::Question { sensitive: true } => "#6a3d7c",
        Sort::Outcome(Verdict::LikelyYes) => "#1f6f43",
        Sort::Outcome(Verdict::LikelyNo) => "#6b5b1e",
        Sort::Outcome(Verdict::Urgent) => "#a3251f",
        Sort::Outcome(Verdict::AskDesk) => "#1d5f8a",
        Sort::Unknown => "#555555",
    }
}

/// Writes the picture of a tree.
pub(super) fn write(speaker: &Speaker<'_>, tree: &Tree, boxes: &[Box], layout: &Layout) -> String {
    let room = layout.width.max(2.0 * WIDTH);
    let head = head(speaker, tree);
    let foot = foot(speaker, &tree.meta, room);
    let top = MARGIN + TITLE_SIZE + LINE * (head.len() as f64 + 2.5);
    let below = top + layout.height + 2.0 * LINE;
    let (wide, tall) = (room + 2.0 * MARGIN, below + LINE * foot.len() as f64 + MARGIN);
    let mut svg = Svg::default();
    let _ = write!(
        svg.0,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide:.0}\" height=\"{tall:.0}\" viewBox=\"0 0 {wide:.0} {tall:.0}\" font-family=\"'DejaVu Sans', Verdana, Helvetica, sans-serif\" font-size=\"{SIZE}\">\n<title>{}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n",
        escaped(&speaker.title(&tree.meta.id))
    );
    let title = format!("{} ({})", speaker.title(&tree.meta.id), tree.meta.id);
    svg.text(
        MARGIN,
        MARGIN + TITLE_SIZE,
        &format!("font-size=\"{TITLE_SIZE}\" font-weight=\"bold\""),
        &title,
    );
    for (number, line) in head.iter().enumerate() {
        svg.text(MARGIN, MARGIN + TITLE_SIZE + LINE * (number as f64 + 1.4), QUIET, line);
    }
    legend(&mut svg, speaker, MARGIN + TITLE_SIZE + LINE * (head.len() as f64 + 1.0));
    let _ = writeln!(svg.0, "<g transform=\"translate({MARGIN} {top:.1})\">");
    for route in &layout.routes {
        let target = boxes.get(route.to).map_or(Sort::Unknown, |drawn| drawn.sort);
        line(&mut svg, route, colour(target));
    }
    for (drawn, place) in boxes.iter().zip(&layout.places) {
        of_box(&mut svg, drawn, *place);
    }
    svg.0.push_str("</g>\n");
    for (number, (look, text)) in foot.iter().enumerate() {
        svg.text(MARGIN, below + LINE * (number as f64 + 1.0), style(*look), text);
    }
    svg.0.push_str("</svg>\n");
    svg.0
}

/// An SVG that is being written.
#[derive(Default)]
struct Svg(String);

impl Svg {
    fn text(&mut self, x: f64, y: f64, style: &str, text: &str) {
        let text = escaped(text);
        let _ = writeln!(self.0, "<text x=\"{x:.1}\" y=\"{y:.1}\" {style}>{text}</text>");
    }

    fn rectangle(&mut self, x: f64, y: f64, width: f64, height: f64, style: &str) {
        let _ = writeln!(
            self.0,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" {style}/>"
        );
    }
}

const QUIET: &str = "fill=\"#4a4a4a\"";

fn style(look: Look) -> &'static str {
    match look {
        Look::Plain => "fill=\"#111111\"",
        Look::Strong => "fill=\"#111111\" font-weight=\"bold\"",
        Look::Quiet => "fill=\"#4a4a4a\" font-style=\"italic\"",
    }
}

fn of_box(svg: &mut Svg, drawn: &Box, (x, y): (f64, f64)) {
    let height = drawn.shape().height;
    let colour = colour(drawn.sort);
    let _ = writeln!(svg.0, "<g id=\"node-{}\">", escaped(&drawn.id));
    svg.rectangle(
        x,
        y,
        WIDTH,
        height,
        &format!("rx=\"5\" fill=\"#ffffff\" stroke=\"{colour}\" stroke-width=\"1.5\""),
    );
    svg.rectangle(x, y, WIDTH, HEAD, &format!("rx=\"5\" fill=\"{colour}\""));
    svg.text(x + PADDING, y + 18.0, "fill=\"#ffffff\" font-weight=\"bold\"", &drawn.id);
    let right = x + WIDTH - PADDING;
    svg.text(right, y + 18.0, "fill=\"#ffffff\" text-anchor=\"end\"", &drawn.label);
    for (top, bottom) in &drawn.ways {
        svg.rectangle(x + 1.0, y + top, WIDTH - 2.0, bottom - top, "fill=\"#eef1f7\"");
    }
    for line in &drawn.lines {
        svg.text(x + PADDING + line.indent, y + line.y, style(line.look), &line.text);
    }
    svg.0.push_str("</g>\n");
}

/// A line: curves from column to column, straight through lanes.
fn line(svg: &mut Svg, route: &Route, colour: &str) {
    let Some(((x, y), rest)) = route.points.split_first() else { return };
    let mut path = format!("M{x:.1} {y:.1}");
    let mut at = (*x, *y);
    for (number, &(x, y)) in rest.iter().enumerate() {
        // Every second piece runs through a lane.
        if number % 2 == 1 {
            let _ = write!(path, " L{x:.1} {y:.1}");
        } else {
            let bend = (x - at.0) / 2.0;
            let (from, to) = (at.0 + bend, x - bend);
            let _ = write!(path, " C{from:.1} {:.1} {to:.1} {y:.1} {x:.1} {y:.1}", at.1);
        }
        at = (x, y);
    }
    let _ = writeln!(
        svg.0,
        "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.4\" stroke-opacity=\"0.75\"/>"
    );
    let (x, y) = at;
    let (back, up, down) = (x - 8.0, y - 4.0, y + 4.0);
    let _ = writeln!(
        svg.0,
        "<path d=\"M{x:.1} {y:.1} L{back:.1} {up:.1} L{back:.1} {down:.1} Z\" fill=\"{colour}\"/>"
    );
}

fn legend(svg: &mut Svg, speaker: &Speaker<'_>, y: f64) {
    let outcome = |verdict: Verdict| {
        (Sort::Outcome(verdict), speaker.say(messages::draw_verdict(self::verdict(verdict))))
    };
    let entries = [
        (Sort::Question { sensitive: false }, speaker.say(messages::draw_question())),
        (Sort::Question { sensitive: true }, speaker.say(messages::draw_sensitive())),
        outcome(Verdict::LikelyYes),
        outcome(Verdict::LikelyNo),
        outcome(Verdict::AskDesk),
        outcome(Verdict::Urgent),
    ];
    let mut x = MARGIN;
    for (sort, text) in entries {
        svg.rectangle(x, y, 14.0, 14.0, &format!("rx=\"3\" fill=\"{}\"", colour(sort)));
        svg.text(x + 20.0, y + 12.0, style(Look::Plain), &text);
        x += 20.0 + width(&text, SIZE, false) + 24.0;
    }
}

/// What is said of the tree as a whole.
fn head(speaker: &Speaker<'_>, tree: &Tree) -> Vec<String> {
    let day =
        |day: Option<jiff::civil::Date>| day.map_or_else(|| "?".to_owned(), |day| day.to_string());
    let meta = &tree.meta;
    vec![speaker.say(messages::draw_verified(day(meta.verify_by), day(meta.verified_on)))]
}

/// What is doubtful, and where the tree was read.
fn foot(speaker: &Speaker<'_>, meta: &Meta, room: f64) -> Vec<(Look, String)> {
    let mut lines = Vec::new();
    let mut list = |heading: String, entries: Vec<String>| {
        if entries.is_empty() {
            return;
        }
        lines.push((Look::Strong, heading));
        for entry in entries {
            let entry = format!("• {entry}");
            lines.extend(
                wrap(&entry, SIZE, false, room).into_iter().map(|line| (Look::Plain, line)),
            );
        }
    };
    let marks = meta.marks.iter().map(|mark| {
        let note = mark.note.as_deref().unwrap_or_default();
        format!("{}: {note}", mark.field)
    });
    list(speaker.say(messages::draw_doubts()), marks.collect());
    list(speaker.say(messages::draw_sources()), meta.sources.iter().map(source).collect());
    lines
}

fn source(source: &Source) -> String {
    let read_on = source.read_on.map(|day| format!("({day})"));
    let parts = [source.norm.clone(), source.title.clone(), source.url.clone(), read_on];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A text in which nothing can be taken for markup. Characters that XML has not are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}
