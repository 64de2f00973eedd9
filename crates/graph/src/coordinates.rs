//! How high each cell stands, its layer's order kept: as near to its neighbours as the others allow.

use crate::layers::{Cell, Hop, Layers};

/// Between two boxes of a layer, between a box and a lane, and between two lanes.
const GAPS: [f64; 3] = [20.0, 18.0, 14.0];
/// How often the layers are swept; each sweep at least halves what is left to move.
const SWEEPS: usize = 24;
/// A bend that is made straight, and what a lane moved for it must leave free beside itself.
const NEARLY: f64 = 24.0;
const CLEAR: f64 = 10.0;
/// A lane bends only where it must.
const STRAIGHT: f64 = 6.0;

/// The middles of all cells. `height` is a cell's own, `port` where a hop ends, from the middle of its cell.
pub fn coordinates(layers: &Layers, height: &dyn Fn(usize) -> f64, port: &dyn Fn(&Hop) -> f64) -> Vec<f64> {
    let mut middles = vec![0.0; layers.cells.len()];
    for layer in &layers.layers {
        for (cell, offset) in layer.iter().zip(offsets(layers, layer, height)) {
            middles[*cell] = offset;
        }
    }
    let tallest = layers.layers.iter().map(|layer| room(layers, layer, height).1).fold(0.0, f64::max);
    let count = layers.layers.len();
    for sweep in 0..SWEEPS {
        for step in 0..count {
            let layer = if sweep % 2 == 0 { step } else { count - 1 - step };
            settle(layers, &layers.layers[layer], tallest, height, port, &mut middles);
        }
    }
    straighten(layers, height, port, &mut middles);
    middles
}

/// Half the height of a layer's first cell, and how high the layer is, packed.
fn room(layers: &Layers, layer: &[usize], height: &dyn Fn(usize) -> f64) -> (f64, f64) {
    let half = |cell: Option<&usize>| cell.map_or(0.0, |cell| height(*cell) / 2.0);
    let between = offsets(layers, layer, height).last().copied().unwrap_or(0.0);
    (half(layer.first()), half(layer.first()) + between + half(layer.last()))
}

/// Moves lanes that bend only a little to where they need not, as far as there is room beside them.
fn straighten(layers: &Layers, height: &dyn Fn(usize) -> f64, port: &dyn Fn(&Hop) -> f64, middles: &mut [f64]) {
    for layer in layers.layers.iter().rev() {
        for (nth, cell) in layer.iter().enumerate().filter(|(_, cell)| layers.cells[**cell] == Cell::Dummy) {
            let Some(next) = layers.hops.iter().find(|hop| hop.from == *cell) else { continue };
            let straight = middles[next.to] + port(next);
            let above = nth.checked_sub(1).map(|nth| layer[nth]);
            let clear = |other: Option<usize>| {
                other.is_none_or(|other| (middles[other] - straight).abs() - height(other) / 2.0 >= CLEAR)
            };
            if (straight - middles[*cell]).abs() < NEARLY && clear(above) && clear(layer.get(nth + 1).copied()) {
                middles[*cell] = straight;
            }
        }
    }
}

/// Moves a layer's cells to where the hops on both their sides would have them, as near as their order allows.
fn settle(
    layers: &Layers,
    layer: &[usize],
    tallest: f64,
    height: &dyn Fn(usize) -> f64,
    port: &dyn Fn(&Hop) -> f64,
    middles: &mut [f64],
) {
    let offsets = offsets(layers, layer, height);
    let is_lane = |cell: usize| layers.cells[cell] == Cell::Dummy;
    let wanted: Vec<(f64, f64)> = layer
        .iter()
        .zip(&offsets)
        .map(|(cell, offset)| {
            let (mut sum, mut weight) = (0.0, 0.0);
            for hop in layers.hops.iter().filter(|hop| hop.from == *cell || hop.to == *cell) {
                let pull = if is_lane(hop.from) && is_lane(hop.to) { STRAIGHT } else { 1.0 };
                let at = if hop.from == *cell { middles[hop.to] + port(hop) } else { middles[hop.from] - port(hop) };
                sum += pull * at;
                weight += pull;
            }
            if weight == 0.0 { (middles[*cell] - offset, 1.0) } else { (sum / weight - offset, weight) }
        })
        .collect();
    // No layer reaches beyond the tallest one: paper is short.
    let (half, packed) = room(layers, layer, height);
    for ((cell, offset), base) in layer.iter().zip(&offsets).zip(isotonic_regression(&wanted)) {
        middles[*cell] = base.clamp(half, half + tallest - packed) + offset;
    }
}

/// The middles of a layer's cells, packed as tightly as may be.
fn offsets(layers: &Layers, layer: &[usize], height: &dyn Fn(usize) -> f64) -> Vec<f64> {
    let is_lane = |cell: usize| usize::from(layers.cells[cell] == Cell::Dummy);
    let mut at = 0.0;
    let mut offsets: Vec<f64> = Vec::with_capacity(layer.len());
    for (nth, cell) in layer.iter().enumerate() {
        if nth > 0 {
            let before = layer[nth - 1];
            at += (height(before) + height(*cell)) / 2.0 + GAPS[is_lane(before) + is_lane(*cell)];
        }
        offsets.push(at);
    }
    offsets
}

/// The isotonic_regression sequence nearest to the wanted values by the sum of weighted squares: neighbours out of order are pooled at
/// their mean until none is.
fn isotonic_regression(wanted: &[(f64, f64)]) -> Vec<f64> {
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for (value, weight) in wanted {
        let mut pool = (*value, *weight, 1);
        while let Some(before) = pools.last().copied().filter(|before| before.0 > pool.0) {
            let weight = before.1 + pool.1;
            pool = ((before.0 * before.1 + pool.0 * pool.1) / weight, weight, before.2 + pool.2);
            pools.pop();
        }
        pools.push(pool);
    }
    pools.into_iter().flat_map(|(value, _, count)| std::iter::repeat_n(value, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::isotonic_regression;

    #[test]
    fn what_is_out_of_order_meets_in_the_middle() {
        assert_eq!(isotonic_regression(&[(1.0, 1.0), (2.0, 1.0)]), [1.0, 2.0]);
        assert_eq!(isotonic_regression(&[(3.0, 1.0), (1.0, 1.0), (5.0, 1.0)]), [2.0, 2.0, 5.0]);
        assert_eq!(isotonic_regression(&[(4.0, 3.0), (0.0, 1.0)]), [3.0, 3.0]);
    }
}
