//! The flowchart as a picture: what is in it, where each thing stands, and how it is written down.
//!
//! `flowchart` is what is drawn. `layers` and `crossing_reduction` make one layered layout, in which as few lines cross as can be
//! found; `wide` and `tall` give it coordinates, for a sheet of paper and for a phone; `svg`, `dot` and `mermaid` write it down. All
//! of it is arithmetic on texts: the same guide is drawn alike to the byte.

mod coordinates;
mod crossing_reduction;
pub mod dot;
pub mod drawing;
mod edge_routing;
pub mod flowchart;
pub mod layers;
pub mod mermaid;
mod node_box;
mod row_order;
pub mod svg;
pub mod tall;
pub mod text_measure;
pub mod wide;

pub use flowchart::{Bundle, Edge, Flowchart, Kind, Node};

use layers::Layers;

/// The layers of a flowchart in their best order, which both pictures are stretched from.
pub fn layout(flowchart: &Flowchart) -> Layers<'_> {
    let mut layers = Layers::of(flowchart);
    crossing_reduction::reduce_crossings(&mut layers);
    layers
}
