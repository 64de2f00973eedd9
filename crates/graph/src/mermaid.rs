//! A graph for Mermaid, which many wikis and GitHub draw by themselves.

use crate::flowchart::{Flowchart, Kind};

/// The graph as a Mermaid flowchart.
pub fn mermaid(graph: &Flowchart) -> String {
    let mut text = "flowchart LR\n".to_owned();
    for node in &graph.nodes {
        let (open, close) = match node.kind {
            Kind::Question => ("{{", "}}"),
            Kind::Advice => ("[", "]"),
            Kind::Hotline => ("([", "])"),
        };
        text += &format!("  {}{open}{}{close}\n", name(&node.id), quote(&node.title));
    }
    for edge in &graph.edges {
        let label = edge.label.as_ref().map(|label| format!("|{}|", quote(label)));
        let (from, to) = (&graph.nodes[edge.from].id, &graph.nodes[edge.to].id);
        text += &format!("  {} -->{} {}\n", name(from), label.unwrap_or_default(), name(to));
    }
    text
}

/// A step's id as a name; some words, such as `end`, are Mermaid's own.
fn name(id: &str) -> String {
    format!("step_{}", id.replace('-', "_"))
}

fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "#quot;"))
}
