//! The flowchart in layers: each step is one layer after the last step that leads to it, and dummy nodes stand where a line
//! passes through a layer.

use crate::flowchart::{Bundle, Flowchart};

/// What stands in a layer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cell {
    /// The step with this index.
    Node(usize),
    /// A dummy node: a line passes through the layer here.
    Dummy,
}

/// The part of a line between two neighbouring layers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Segment {
    /// The index of the cell that it leaves.
    pub from: usize,
    /// The index of the cell in the next layer that it reaches.
    pub to: usize,
    /// The index of its bundle, whose lines end in one point.
    pub bundle: usize,
}

/// The layers of a flowchart, each a list of cells from the top.
pub struct Layers<'g> {
    /// The flowchart itself.
    pub graph: &'g Flowchart,
    /// Its edges, bundled.
    pub bundles: Vec<Bundle<'g>>,
    /// The steps, each with its own index, then the dummy nodes.
    pub cells: Vec<Cell>,
    /// All lines, cut at the layers.
    pub segments: Vec<Segment>,
    /// For each layer, the indices of its cells from the top.
    pub layers: Vec<Vec<usize>>,
    /// For each cell, the index of its layer.
    pub layer_of: Vec<usize>,
}

impl<'g> Layers<'g> {
    /// Assigns the steps to layers, in the order of the content. Lines of one bundle share their dummy nodes, so that they join
    /// as early as they can.
    pub fn of(graph: &'g Flowchart) -> Layers<'g> {
        let depths = depths(graph);
        let mut layers = Layers {
            graph,
            bundles: graph.bundles(),
            cells: Vec::new(),
            segments: Vec::new(),
            layers: vec![Vec::new(); depths.iter().max().map_or(0, |deepest| deepest + 1)],
            layer_of: Vec::new(),
        };
        for (node, depth) in depths.iter().enumerate() {
            layers.add(Cell::Node(node), *depth);
        }
        for bundle in 0..layers.bundles.len() {
            layers.connect(bundle, &depths);
        }
        layers
    }

    fn add(&mut self, cell: Cell, layer: usize) -> usize {
        self.cells.push(cell);
        self.layer_of.push(layer);
        self.layers[layer].push(self.cells.len() - 1);
        self.cells.len() - 1
    }

    /// Adds the dummy nodes and the segments of a bundle.
    fn connect(&mut self, bundle: usize, depths: &[usize]) {
        let to = self.bundles[bundle].to;
        let from = self.bundles[bundle].from.clone();
        let first = from.iter().map(|node| depths[*node]).min().unwrap_or(depths[to]);
        let dummies: Vec<usize> = (first + 1..depths[to]).map(|layer| self.add(Cell::Dummy, layer)).collect();
        let at = |layer: usize| if layer == depths[to] { to } else { dummies[layer - first - 1] };
        let starts = from.iter().map(|node| Segment { from: *node, to: at(depths[*node] + 1), bundle });
        let passes =
            dummies.iter().enumerate().map(|(nth, dummy)| Segment { from: *dummy, to: at(first + nth + 2), bundle });
        self.segments.extend(starts.chain(passes));
    }

    /// For each cell, its index in its layer.
    pub fn positions(&self) -> Vec<usize> {
        let mut positions = vec![0; self.cells.len()];
        for layer in &self.layers {
            for (position, cell) in layer.iter().enumerate() {
                positions[*cell] = position;
            }
        }
        positions
    }

    /// The bundles that end in a step, from the top: those with an answer in the order in which their lines arrive, and last
    /// those without, which end at the title.
    pub fn ports(&self, node: usize, positions: &[usize]) -> Vec<usize> {
        let mean_positions = self.mean_positions(self.layer_of[node].wrapping_sub(1), positions);
        let mut ports: Vec<usize> = (0..self.bundles.len()).filter(|bundle| self.bundles[*bundle].to == node).collect();
        ports.sort_by(|one, other| {
            self.port_key(*one, &mean_positions).total_cmp(&self.port_key(*other, &mean_positions))
        });
        ports
    }

    /// For each bundle, the mean position of the cells of a layer that its lines leave.
    fn mean_positions(&self, layer: usize, positions: &[usize]) -> Vec<f64> {
        let mut sums = vec![(0, 0); self.bundles.len()];
        for segment in self.segments.iter().filter(|segment| self.layer_of[segment.from] == layer) {
            let sum = &mut sums[segment.bundle];
            *sum = (sum.0 + positions[segment.from], sum.1 + 1);
        }
        sums.into_iter().map(|(sum, count)| sum as f64 / f64::from(count.max(1))).collect()
    }

    /// What a step's bundles are sorted by. No layer has so many cells that a position could reach the number added here.
    fn port_key(&self, bundle: usize, mean_positions: &[f64]) -> f64 {
        mean_positions[bundle] + if self.bundles[bundle].label.is_none() { 1e6 } else { 0.0 }
    }

    /// The number of crossings between a layer and the next.
    pub fn crossings_after(&self, layer: usize, positions: &[usize]) -> usize {
        let mean_positions = self.mean_positions(layer, positions);
        let segments = self.segments.iter().filter(|segment| self.layer_of[segment.from] == layer);
        let ends: Vec<(usize, usize, f64)> = segments
            .map(|segment| {
                let ends = matches!(self.cells[segment.to], Cell::Node(_));
                (
                    positions[segment.from],
                    positions[segment.to],
                    if ends { self.port_key(segment.bundle, &mean_positions) } else { 0.0 },
                )
            })
            .collect();
        let before = |one: &(usize, usize, f64), other: &(usize, usize, f64)| {
            one.0 < other.0 && (one.1 > other.1 || one.1 == other.1 && one.2 > other.2)
        };
        let pairs = ends.iter().enumerate().flat_map(|(nth, one)| ends[..nth].iter().map(move |other| (one, other)));
        pairs.filter(|(one, other)| before(one, other) || before(other, one)).count()
    }

    /// The number of crossings in all.
    pub fn crossings(&self) -> usize {
        let positions = self.positions();
        (0..self.layers.len()).map(|layer| self.crossings_after(layer, &positions)).sum()
    }
}

/// The length of the longest path from the start to each step.
pub fn depths(graph: &Flowchart) -> Vec<usize> {
    let mut depths = vec![0; graph.nodes.len()];
    // The check refuses cycles, so no path is longer than the number of steps.
    for _ in 0..graph.nodes.len() {
        for edge in &graph.edges {
            depths[edge.to] = depths[edge.to].max(depths[edge.from] + 1);
        }
    }
    depths
}
