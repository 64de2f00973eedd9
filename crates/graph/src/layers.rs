//! The flow in layers: each step one layer beyond the last that leads to it, and lanes for lines that pass layers by.

use crate::flowchart::{Bundle, Flowchart};

/// What stands in a layer: a step, or the place where a line passes by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cell {
    Node(usize),
    Dummy,
}

/// A piece of a line, from a cell to one in the next layer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hop {
    pub from: usize,
    pub to: usize,
    /// The index of its bundle, whose lines end in one point.
    pub bundle: usize,
}

/// The layers of a graph, each an order of cells from the top.
pub struct Layers<'g> {
    pub graph: &'g Flowchart,
    pub bundles: Vec<Bundle<'g>>,
    pub cells: Vec<Cell>,
    pub hops: Vec<Hop>,
    /// Indices of cells.
    pub layers: Vec<Vec<usize>>,
    /// The layer of each cell.
    pub layer_of: Vec<usize>,
}

impl<'g> Layers<'g> {
    /// Lays a graph out. Strings of one bundle share their lanes: what leads to the same place for the same reason is one
    /// line as soon as it can be.
    pub fn of(graph: &'g Flowchart) -> Layers<'g> {
        let depths = depths(graph);
        let mut layers = Layers {
            graph,
            bundles: graph.bundles(),
            cells: Vec::new(),
            hops: Vec::new(),
            layers: vec![Vec::new(); depths.iter().max().map_or(0, |deepest| deepest + 1)],
            layer_of: Vec::new(),
        };
        for (node, depth) in depths.iter().enumerate() {
            layers.add(Cell::Node(node), *depth);
        }
        for bundle in 0..layers.bundles.len() {
            layers.string(bundle, &depths);
        }
        layers
    }

    fn add(&mut self, cell: Cell, layer: usize) -> usize {
        self.cells.push(cell);
        self.layer_of.push(layer);
        self.layers[layer].push(self.cells.len() - 1);
        self.cells.len() - 1
    }

    /// Strings a bundle's lines from layer to layer; a step's cell has the step's own index.
    fn string(&mut self, bundle: usize, depths: &[usize]) {
        let to = self.bundles[bundle].to;
        let from = self.bundles[bundle].from.clone();
        let first = from.iter().map(|node| depths[*node]).min().unwrap_or(depths[to]);
        let lanes: Vec<usize> = (first + 1..depths[to]).map(|layer| self.add(Cell::Dummy, layer)).collect();
        let at = |layer: usize| if layer == depths[to] { to } else { lanes[layer - first - 1] };
        let starts = from.iter().map(|node| Hop { from: *node, to: at(depths[*node] + 1), bundle });
        let passes = lanes.iter().enumerate().map(|(nth, lane)| Hop { from: *lane, to: at(first + nth + 2), bundle });
        self.hops.extend(starts.chain(passes));
    }

    /// The place of every cell in its layer.
    pub fn places(&self) -> Vec<usize> {
        let mut places = vec![0; self.cells.len()];
        for layer in &self.layers {
            for (place, cell) in layer.iter().enumerate() {
                places[*cell] = place;
            }
        }
        places
    }

    /// The bundles that end in a step, from the top: answers as their lines come, and last what has no answer, for that
    /// goes to the title.
    pub fn ports(&self, node: usize, places: &[usize]) -> Vec<usize> {
        let means = self.means(self.layer_of[node].wrapping_sub(1), places);
        let mut ports: Vec<usize> = (0..self.bundles.len()).filter(|bundle| self.bundles[*bundle].to == node).collect();
        ports.sort_by(|one, other| self.port_key(*one, &means).total_cmp(&self.port_key(*other, &means)));
        ports
    }

    /// For each bundle, the mean place of the cells of a layer that its lines come from.
    fn means(&self, layer: usize, places: &[usize]) -> Vec<f64> {
        let mut sums = vec![(0, 0); self.bundles.len()];
        for hop in self.hops.iter().filter(|hop| self.layer_of[hop.from] == layer) {
            let sum = &mut sums[hop.bundle];
            *sum = (sum.0 + places[hop.from], sum.1 + 1);
        }
        sums.into_iter().map(|(sum, count)| sum as f64 / f64::from(count.max(1))).collect()
    }

    /// What a step's bundles are sorted by. No layer has so many cells as to reach what is added for want of an answer.
    fn port_key(&self, bundle: usize, means: &[f64]) -> f64 {
        means[bundle] + if self.bundles[bundle].label.is_none() { 1e6 } else { 0.0 }
    }

    /// How many pairs of lines cross between a layer and the next.
    pub fn crossings_after(&self, layer: usize, places: &[usize]) -> usize {
        let means = self.means(layer, places);
        let hops = self.hops.iter().filter(|hop| self.layer_of[hop.from] == layer);
        let ends: Vec<(usize, usize, f64)> = hops
            .map(|hop| {
                let ends = matches!(self.cells[hop.to], Cell::Node(_));
                (places[hop.from], places[hop.to], if ends { self.port_key(hop.bundle, &means) } else { 0.0 })
            })
            .collect();
        let before = |one: &(usize, usize, f64), other: &(usize, usize, f64)| {
            one.0 < other.0 && (one.1 > other.1 || one.1 == other.1 && one.2 > other.2)
        };
        let pairs = ends.iter().enumerate().flat_map(|(nth, one)| ends[..nth].iter().map(move |other| (one, other)));
        pairs.filter(|(one, other)| before(one, other) || before(other, one)).count()
    }

    /// How many pairs of lines cross.
    pub fn crossings(&self) -> usize {
        let places = self.places();
        (0..self.layers.len()).map(|layer| self.crossings_after(layer, &places)).sum()
    }
}

/// The length of the longest way from the start to each step.
fn depths(graph: &Flowchart) -> Vec<usize> {
    let mut depths = vec![0; graph.nodes.len()];
    // The check refuses circles, so that no way is longer than there are steps.
    for _ in 0..graph.nodes.len() {
        for edge in &graph.edges {
            depths[edge.to] = depths[edge.to].max(depths[edge.from] + 1);
        }
    }
    depths
}
