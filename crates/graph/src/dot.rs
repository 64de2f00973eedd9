//! The flowchart in the DOT language, for Graphviz.

use crate::flowchart::{Flowchart, Kind};

/// The flowchart in the DOT language.
pub fn dot(graph: &Flowchart) -> String {
    let mut text =
        "digraph guide {\n  rankdir=LR\n  node [fontname=\"sans-serif\"]\n  edge [fontname=\"sans-serif\"]\n"
            .to_owned();
    for node in &graph.nodes {
        let shape = match node.kind {
            Kind::Question => "hexagon",
            Kind::Advice => "box",
            Kind::Contact => "doubleoctagon",
        };
        text += &format!("  {} [shape={shape}, label={}]\n", quote(&node.id), quote(&node.title));
    }
    for edge in &graph.edges {
        let label = edge.label.as_ref().map(|label| format!(" [label={}]", quote(label)));
        let (from, to) = (&graph.nodes[edge.from].id, &graph.nodes[edge.to].id);
        text += &format!("  {} -> {}{}\n", quote(from), quote(to), label.unwrap_or_default());
    }
    text + "}\n"
}

fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
