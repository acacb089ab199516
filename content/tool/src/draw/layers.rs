//! In which column a box stands, and an order in which each comes before those it leads to.

use super::layout::Shape;

/// The longest distance of each box from the start. A way back, which only a broken tree has, does not count.
pub(super) fn layers(shapes: &[Shape]) -> Vec<usize> {
    let order = parents_first(shapes);
    let mut rank = vec![0; shapes.len()];
    for (at, index) in order.iter().enumerate() {
        if let Some(rank) = rank.get_mut(*index) {
            *rank = at;
        }
    }
    let mut layers = vec![0; shapes.len()];
    for index in &order {
        let (Some(shape), Some(own)) = (shapes.get(*index), layers.get(*index).copied()) else {
            continue;
        };
        for port in &shape.ports {
            if rank.get(port.to) > rank.get(*index)
                && let Some(layer) = layers.get_mut(port.to)
            {
                *layer = (*layer).max(own + 1);
            }
        }
    }
    layers
}

/// All boxes, each before those it leads to.
pub(super) fn parents_first(shapes: &[Shape]) -> Vec<usize> {
    let mut order = Vec::new();
    let mut seen = vec![false; shapes.len()];
    for start in 0..shapes.len() {
        let mut part = Vec::new();
        let mut open = vec![(start, false)];
        while let Some((index, leaving)) = open.pop() {
            if leaving {
                part.push(index);
                continue;
            }
            let Some(seen) = seen.get_mut(index).filter(|seen| !**seen) else { continue };
            *seen = true;
            open.push((index, true));
            let ports = shapes.get(index).map(|shape| shape.ports.as_slice()).unwrap_or_default();
            open.extend(ports.iter().map(|port| (port.to, false)));
        }
        part.reverse();
        // What nothing leads to comes after the tree itself.
        order.extend(part);
    }
    order
}
