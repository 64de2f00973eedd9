//! The flowchart in layers: each step is one layer after the last step that leads to it, and dummy nodes stand where a line
//! passes through a layer.

use crate::crossings;
use crate::flowchart::{Bundle, Flowchart};
use crate::groups::Groups;
use crate::topology::Topology;

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
    /// For each cell, the indices of the segments that leave it.
    pub leaving: Groups,
    /// For each cell, the indices of the segments that reach it.
    pub reaching: Groups,
    /// For each layer, the indices of the segments that leave it.
    pub after: Groups,
    /// For each step, the indices of the bundles that end in it.
    pub bundles_to: Groups,
}

/// How many cells the layers of a flowchart would have.
pub(crate) fn count_cells(graph: &Flowchart) -> usize {
    let topology = Topology::of(graph);
    let depths = topology.depths(graph);
    let dummies = |bundle: &Bundle| {
        let first = bundle.from.iter().map(|node| depths[*node]).min().unwrap_or(depths[bundle.to]);
        (depths[bundle.to] - first).saturating_sub(1)
    };
    graph.nodes.len() + graph.bundles_along(&topology).iter().map(dummies).sum::<usize>()
}

impl<'g> Layers<'g> {
    /// Assigns the steps to layers, in the order of the content. Lines of one bundle share their dummy nodes, so that they join
    /// as early as they can.
    pub fn of(graph: &'g Flowchart) -> Layers<'g> {
        let topology = Topology::of(graph);
        let depths = topology.depths(graph);
        let mut layers = Layers {
            graph,
            bundles: graph.bundles_along(&topology),
            cells: Vec::new(),
            segments: Vec::new(),
            layers: vec![Vec::new(); depths.iter().max().map_or(0, |deepest| deepest + 1)],
            layer_of: Vec::new(),
            leaving: Groups::default(),
            reaching: Groups::default(),
            after: Groups::default(),
            bundles_to: Groups::default(),
        };
        for (node, depth) in depths.iter().enumerate() {
            layers.add(Cell::Node(node), *depth);
        }
        for bundle in 0..layers.bundles.len() {
            layers.connect(bundle, &depths);
        }
        let (cells, segments) = (layers.cells.len(), layers.segments.iter());
        layers.leaving = Groups::by(cells, segments.clone().map(|segment| Some(segment.from)));
        layers.reaching = Groups::by(cells, segments.clone().map(|segment| Some(segment.to)));
        layers.after = Groups::by(layers.layers.len(), segments.map(|segment| Some(layers.layer_of[segment.from])));
        layers.bundles_to = Groups::by(graph.nodes.len(), layers.bundles.iter().map(|bundle| Some(bundle.to)));
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
        let mut ports = self.bundles_to.of(node).to_vec();
        let mut keys = PortKeys::default();
        keys.add(self, self.reaching.of(node), positions);
        ports.sort_by(|one, other| keys.of(*one).total_cmp(&keys.of(*other)));
        ports
    }

    /// The number of crossings between a layer and the next.
    pub fn crossings_after(&self, layer: usize, positions: &[usize]) -> usize {
        let segments = self.after.of(layer);
        let mut keys = PortKeys::default();
        keys.add(self, segments, positions);
        let ends = segments.iter().map(|segment| {
            let Segment { from, to, bundle } = self.segments[*segment];
            let port = if matches!(self.cells[to], Cell::Node(_)) { keys.of(bundle) } else { 0.0 };
            (positions[from], (positions[to], port))
        });
        crossings::count(&mut ends.collect::<Vec<_>>())
    }

    /// The number of crossings in all.
    pub fn crossings(&self, positions: &[usize]) -> usize {
        (0..self.layers.len()).map(|layer| self.crossings_after(layer, positions)).sum()
    }
}

/// What the bundles that end in a step are sorted by: where their lines leave the layer before, those without an answer last.
#[derive(Default)]
pub struct PortKeys {
    /// For each bundle the sum of the positions, their number, and what is added to their mean. The bundles between two layers are few, so
    /// that a sorted list finds them fast enough.
    sums: Vec<(usize, usize, u32, f64)>,
}

impl PortKeys {
    /// Takes into account the positions that these segments leave.
    pub fn add(&mut self, layers: &Layers, segments: &[usize], positions: &[usize]) {
        // No layer has so many cells that a position could reach the number added here.
        let last = |bundle: usize| if layers.bundles[bundle].label.is_none() { 1e6 } else { 0.0 };
        self.sums.extend(segments.iter().map(|segment| {
            let Segment { from, bundle, .. } = layers.segments[*segment];
            (bundle, positions[from], 1, last(bundle))
        }));
        self.sums.sort_unstable_by_key(|sum| sum.0);
        self.sums.dedup_by(|next, sum| {
            let same = next.0 == sum.0;
            if same {
                (sum.1, sum.2) = (sum.1 + next.1, sum.2 + next.2);
            }
            same
        });
    }

    /// The key of a bundle.
    pub fn of(&self, bundle: usize) -> f64 {
        let found = self.sums.binary_search_by_key(&bundle, |sum| sum.0);
        found.map_or(0.0, |at| self.sums[at].1 as f64 / f64::from(self.sums[at].2) + self.sums[at].3)
    }
}
