//! A layered layout from left to right: the column of a box is its longest distance from the start, shared boxes stand once,
//! and ways that pass a column have a lane there, so that no line crosses a box.
//!
//! Ways to the same box share their lanes. The order within a column follows the boxes before and after it; heights are the
//! nearest to those of their neighbours that leave no overlap.

use super::layers::{layers, parents_first};

/// A way out of a box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Port {
    /// How far below the top of the box it leaves.
    pub(super) y: f64,
    /// The box it leads to.
    pub(super) to: usize,
}

/// A box before it has its place. All are equally wide.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shape {
    pub(super) height: f64,
    pub(super) ports: Vec<Port>,
}

/// A line from a box to another: where it leaves, the lanes it runs in, where it arrives.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Route {
    pub(super) to: usize,
    /// Corners from left to right; between a lane's two corners the line is straight.
    pub(super) points: Vec<(f64, f64)>,
}

/// Where everything stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    /// The upper left corner of each box.
    pub(super) places: Vec<(f64, f64)>,
    pub(super) routes: Vec<Route>,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The room between boxes of a column, and between columns.
const BETWEEN_BOXES: f64 = 26.0;
const BETWEEN_COLUMNS: f64 = 120.0;

/// The height of a lane, and the room above and below.
const LANE: f64 = 4.0;
const BETWEEN_LANES: f64 = 14.0;

/// How far below the top of a box lines arrive.
const ARRIVAL: f64 = 13.0;

/// How often order and heights are mended.
const ROUNDS: usize = 24;

/// Something in a column: a box, or the lane of all ways to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    Box(usize),
    Lane { to: usize },
}

/// A piece of a way between neighbouring columns: from a height in one cell to one in another, both by index.
struct Link {
    from: usize,
    from_y: f64,
    to: usize,
    to_y: f64,
}

struct Grid<'s> {
    shapes: &'s [Shape],
    cells: Vec<Cell>,
    /// The cells of each column, from top to bottom.
    columns: Vec<Vec<usize>>,
    links: Vec<Link>,
    /// The top of each cell.
    tops: Vec<f64>,
}

/// Lays boxes out. The first is the start.
pub(super) fn lay_out(shapes: &[Shape], box_width: f64) -> Layout {
    let layers = layers(shapes);
    let mut grid = Grid::new(shapes, &layers);
    grid.order();
    grid.settle();
    grid.layout(&layers, box_width)
}

impl<'s> Grid<'s> {
    fn new(shapes: &'s [Shape], layers: &[usize]) -> Self {
        let count = layers.iter().max().map_or(0, |last| last + 1);
        let mut grid = Self {
            shapes,
            cells: Vec::new(),
            columns: vec![Vec::new(); count],
            links: Vec::new(),
            tops: Vec::new(),
        };
        // In the order of a walk, so that what belongs together begins together.
        for index in parents_first(shapes) {
            grid.add(Cell::Box(index), layers.get(index).copied().unwrap_or_default());
        }
        for (index, shape) in shapes.iter().enumerate() {
            for port in &shape.ports {
                grid.link(index, *port, layers);
            }
        }
        grid.tops = vec![0.0; grid.cells.len()];
        grid
    }

    fn add(&mut self, cell: Cell, column: usize) -> usize {
        let index = self.cells.len();
        self.cells.push(cell);
        if let Some(column) = self.columns.get_mut(column) {
            column.push(index);
        }
        index
    }

    fn cell_of(&mut self, cell: Cell, column: usize) -> usize {
        let there = self.columns.get(column).into_iter().flatten().copied();
        let mut same = there.filter(|index| self.cells.get(*index) == Some(&cell));
        match same.next() {
            Some(index) => index,
            None => self.add(cell, column),
        }
    }

    /// Links a port with its target through lanes. Ways that go back have no lane and are not drawn.
    fn link(&mut self, from: usize, port: Port, layers: &[usize]) {
        let (Some(&first), Some(&last)) = (layers.get(from), layers.get(port.to)) else { return };
        if last <= first {
            return;
        }
        let mut at = self.cell_of(Cell::Box(from), first);
        let mut from_y = port.y;
        for column in first + 1..=last {
            let (cell, to_y) = match column == last {
                true => (Cell::Box(port.to), ARRIVAL),
                false => (Cell::Lane { to: port.to }, LANE / 2.0),
            };
            let next = self.cell_of(cell, column);
            let known = self.links.iter().any(|link| {
                link.from == at && link.to == next && (link.from_y - from_y).abs() < f64::EPSILON
            });
            if !known {
                self.links.push(Link { from: at, from_y, to: next, to_y });
            }
            at = next;
            from_y = LANE / 2.0;
        }
    }

    fn height(&self, cell: usize) -> f64 {
        match self.cells.get(cell) {
            Some(Cell::Box(index)) => self.shapes.get(*index).map_or(0.0, |shape| shape.height),
            _ => LANE,
        }
    }

    /// The room that must lie between two cells of a column.
    fn between(&self, above: usize, below: usize) -> f64 {
        let is_lane = |cell: usize| matches!(self.cells.get(cell), Some(Cell::Lane { .. }));
        match (is_lane(above), is_lane(below)) {
            (true, true) => BETWEEN_LANES,
            _ => BETWEEN_BOXES,
        }
    }

    fn top(&self, cell: usize) -> f64 {
        self.tops.get(cell).copied().unwrap_or_default()
    }

    /// Sorts the columns by their neighbours, now those before, now those after, and keeps the order with the fewest
    /// crossings.
    fn order(&mut self) {
        self.stack();
        let mut best = (self.crossings(), self.columns.clone());
        for round in 0..ROUNDS {
            let forward = round % 2 == 0;
            let mut columns: Vec<usize> = (0..self.columns.len()).collect();
            if !forward {
                columns.reverse();
            }
            for column in columns {
                let cells = self.columns.get(column).cloned().unwrap_or_default();
                let mut wanted: Vec<(f64, usize)> = cells
                    .into_iter()
                    .map(|cell| {
                        (self.wanted(cell, forward, !forward).unwrap_or(self.top(cell)), cell)
                    })
                    .collect();
                wanted.sort_by(|a, b| a.0.total_cmp(&b.0));
                if let Some(column) = self.columns.get_mut(column) {
                    *column = wanted.into_iter().map(|(_, cell)| cell).collect();
                }
                self.stack();
            }
            let crossings = self.crossings();
            if crossings < best.0 {
                best = (crossings, self.columns.clone());
            }
        }
        self.columns = best.1;
        self.stack();
    }

    /// The cells of each column below each other, with nothing between but what must be.
    fn stack(&mut self) {
        for column in self.columns.clone() {
            let mut y = 0.0;
            let mut above = None;
            for cell in column {
                if let Some(above) = above {
                    y += self.between(above, cell);
                }
                if let Some(top) = self.tops.get_mut(cell) {
                    *top = y;
                }
                y += self.height(cell);
                above = Some(cell);
            }
        }
    }

    fn crossings(&self) -> usize {
        let ends = |link: &Link| (self.top(link.from) + link.from_y, self.top(link.to) + link.to_y);
        let column_of = |cell: usize| self.columns.iter().position(|column| column.contains(&cell));
        let links: Vec<(Option<usize>, (f64, f64))> =
            self.links.iter().map(|link| (column_of(link.from), ends(link))).collect();
        let mut crossings = 0;
        for (at, (column, one)) in links.iter().enumerate() {
            for (_, other) in links.iter().skip(at + 1).filter(|(other, _)| other == column) {
                crossings += usize::from((one.0 - other.0) * (one.1 - other.1) < 0.0);
            }
        }
        crossings
    }

    /// The top at which the lines of a cell would run straight.
    fn wanted(&self, cell: usize, before: bool, after: bool) -> Option<f64> {
        let mut wanted = Vec::new();
        for link in &self.links {
            if before && link.to == cell {
                wanted.push(self.top(link.from) + link.from_y - link.to_y);
            }
            if after && link.from == cell {
                wanted.push(self.top(link.to) + link.to_y - link.from_y);
            }
        }
        let count = wanted.len() as f64;
        (!wanted.is_empty()).then(|| wanted.iter().sum::<f64>() / count)
    }

    /// Moves cells up and down to where their lines are straightest, in their order and without overlap.
    fn settle(&mut self) {
        for round in 0..ROUNDS {
            let last = round + 1 == ROUNDS;
            let mut columns: Vec<usize> = (0..self.columns.len()).collect();
            if round % 2 == 1 {
                columns.reverse();
            }
            for column in columns {
                let both = last || round > ROUNDS / 2;
                self.settle_column(column, both || round % 2 == 0, both || round % 2 == 1);
            }
        }
        let least = self.tops.iter().copied().fold(f64::INFINITY, f64::min);
        if least.is_finite() {
            self.tops.iter_mut().for_each(|top| *top -= least);
        }
    }

    fn settle_column(&mut self, column: usize, before: bool, after: bool) {
        let cells = self.columns.get(column).cloned().unwrap_or_default();
        let mut offset = 0.0;
        let mut above = None;
        let mut wanted = Vec::new();
        for cell in &cells {
            if let Some(above) = above {
                offset += self.height(above) + self.between(above, *cell);
            }
            let top = self.wanted(*cell, before, after).unwrap_or_else(|| self.top(*cell));
            wanted.push((top - offset, offset));
            above = Some(*cell);
        }
        let shifts = rising(&wanted.iter().map(|(shift, _)| *shift).collect::<Vec<_>>());
        for ((cell, (_, offset)), shift) in cells.iter().zip(wanted).zip(shifts) {
            if let Some(top) = self.tops.get_mut(*cell) {
                *top = shift + offset;
            }
        }
    }

    fn layout(&self, layers: &[usize], box_width: f64) -> Layout {
        let left = |column: usize| column as f64 * (box_width + BETWEEN_COLUMNS);
        let mut places = vec![(0.0, 0.0); self.shapes.len()];
        for (column, cells) in self.columns.iter().enumerate() {
            for cell in cells {
                if let Some(Cell::Box(index)) = self.cells.get(*cell)
                    && let Some(place) = places.get_mut(*index)
                {
                    *place = (left(column), self.top(*cell));
                }
            }
        }
        let mut routes = Vec::new();
        for (from, shape) in self.shapes.iter().enumerate() {
            for port in &shape.ports {
                routes.extend(self.route(from, *port, layers, &places, box_width));
            }
        }
        let bottom = |cell: usize| self.top(cell) + self.height(cell);
        Layout {
            places,
            routes,
            width: left(self.columns.len()) - BETWEEN_COLUMNS,
            height: (0..self.cells.len()).map(bottom).fold(0.0, f64::max),
        }
    }

    fn route(
        &self,
        from: usize,
        port: Port,
        layers: &[usize],
        places: &[(f64, f64)],
        box_width: f64,
    ) -> Option<Route> {
        let (first, last) = (*layers.get(from)?, *layers.get(port.to)?);
        let (start, end) = (places.get(from)?, places.get(port.to)?);
        if last <= first {
            return None;
        }
        let mut points = vec![(start.0 + box_width, start.1 + port.y)];
        for column in first + 1..last {
            let lane = Cell::Lane { to: port.to };
            let cell =
                self.columns.get(column)?.iter().find(|it| self.cells.get(**it) == Some(&lane))?;
            let (x, y) =
                (column as f64 * (box_width + BETWEEN_COLUMNS), self.top(*cell) + LANE / 2.0);
            points.extend([(x, y), (x + box_width, y)]);
        }
        points.push((end.0, end.1 + ARRIVAL));
        Some(Route { to: port.to, points })
    }
}

/// The values nearest to the given ones that never fall: those that would are replaced by their mean.
fn rising(values: &[f64]) -> Vec<f64> {
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for value in values {
        let mut block = (*value, 1);
        while let Some((mean, count)) = blocks.pop_if(|(mean, _)| *mean > block.0) {
            let all = count + block.1;
            block = ((mean * count as f64 + block.0 * block.1 as f64) / all as f64, all);
        }
        blocks.push(block);
    }
    blocks.into_iter().flat_map(|(mean, count)| std::iter::repeat_n(mean, count)).collect()
}
