//! The flowchart of a guide as a picture: its contents, its layout, and the formats that it is written in.
//!
//! `flowchart` has the nodes and edges, `topology` their order. `layers` and `crossing_reduction` put the nodes into ordered layers
//! with few crossings; `wide` and `tall` give them coordinates, for paper and for a phone; `svg` writes such a drawing, `dot` and
//! `mermaid` the flowchart itself. `parts` divides a flowchart that would not be legible in one picture, where `division` cuts it. The
//! same guide always gives the same bytes.

mod box_text;
mod column_widths;
mod coordinates;
mod crossing_reduction;
mod crossings;
mod division;
mod dominators;
pub mod dot;
pub mod drawing;
mod edge_routing;
pub mod flowchart;
pub mod groups;
pub mod layers;
pub mod mermaid;
mod neighbour_swaps;
mod node_box;
pub mod parts;
pub mod pictures;
mod row_order;
mod stacking;
pub mod svg;
pub mod tall;
pub mod text_measure;
pub mod topology;
pub mod wide;

pub use flowchart::{Bundle, Edge, Flowchart, Kind, Node};

use layers::Layers;

/// How many steps and lines that pass them a picture of a whole flowchart has at most. More would be drawn for minutes, and be of use to
/// nobody.
pub const MAX_CELLS: usize = 40_000;

/// The number of steps of a flowchart and of the places where a line passes a column of them: what its picture has to find space for.
pub fn count_cells(flowchart: &Flowchart) -> usize {
    layers::count_cells(flowchart)
}

/// The layers of a flowchart in the order with the fewest crossings found, from which both pictures are drawn.
pub fn layout(flowchart: &Flowchart) -> Layers<'_> {
    let mut layers = Layers::of(flowchart);
    crossing_reduction::reduce_crossings(&mut layers);
    layers
}
