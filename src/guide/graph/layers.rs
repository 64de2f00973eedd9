//! The flow in layers: each step one layer beyond the last that leads to it, and lanes for lines that pass layers by.

use super::{Bundle, Graph};

/// What stands in a layer: a step, or the place where a line passes by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cell {
    Node(usize),
    Lane,
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
    pub graph: &'g Graph,
    pub bundles: Vec<Bundle<'g>>,
    pub cells: Vec<Cell>,
    pub hops: Vec<Hop>,
    /// Indices of cells.
    pub layers: Vec<Vec<usize>>,
    /// The layer of each cell.
    pub layer_of: Vec<usize>,
}

impl<'g> Layers<'g> {
    /// Lays a graph out. Lines of one bundle share their lanes: what leads to the same place for the same reason is one
    /// line as soon as it can be.
    pub fn of(graph: &'g Graph) -> Layers<'g> {
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
        let lanes: Vec<usize> = (first + 1..depths[to]).map(|layer| self.add(Cell::Lane, layer)).collect();
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
        let middle = |bundle: usize| {
            let ends = self.hops.iter().filter(|hop| hop.bundle == bundle && hop.to == node);
            let (sum, count) = ends.fold((0, 0), |(sum, count), hop| (sum + places[hop.from], count + 1));
            sum as f64 / f64::from(count.max(1))
        };
        let mut ports: Vec<usize> = (0..self.bundles.len()).filter(|bundle| self.bundles[*bundle].to == node).collect();
        let key = |bundle: &usize| (self.bundles[*bundle].label.is_none(), middle(*bundle));
        ports.sort_by(|one, other| key(one).partial_cmp(&key(other)).unwrap_or(std::cmp::Ordering::Equal));
        ports
    }

    /// How many pairs of lines cross between the layers.
    pub fn crossings(&self) -> usize {
        let places = self.places();
        let mut ranks = vec![0; self.bundles.len()];
        for node in 0..self.graph.nodes.len() {
            for (rank, bundle) in self.ports(node, &places).into_iter().enumerate() {
                ranks[bundle] = rank;
            }
        }
        let ends = |hop: &Hop| {
            let rank = if matches!(self.cells[hop.to], Cell::Node(_)) { ranks[hop.bundle] } else { 0 };
            (places[hop.from], (places[hop.to], rank))
        };
        let mut count = 0;
        for (nth, one) in self.hops.iter().enumerate() {
            let (from, to) = ends(one);
            for other in &self.hops[..nth] {
                if self.layer_of[one.from] != self.layer_of[other.from] {
                    continue;
                }
                let (other_from, other_to) = ends(other);
                count += usize::from(from < other_from && to > other_to || from > other_from && to < other_to);
            }
        }
        count
    }
}

/// The length of the longest way from the start to each step.
fn depths(graph: &Graph) -> Vec<usize> {
    let mut depths = vec![0; graph.nodes.len()];
    // The check refuses circles, so that no way is longer than there are steps.
    for _ in 0..graph.nodes.len() {
        for edge in &graph.edges {
            depths[edge.to] = depths[edge.to].max(depths[edge.from] + 1);
        }
    }
    depths
}
