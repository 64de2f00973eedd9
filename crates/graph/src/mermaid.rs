//! The flowchart in the language of Mermaid, which GitHub and many wikis draw.

use crate::flowchart::{Flowchart, Kind};

/// The flowchart in the language of Mermaid.
pub fn mermaid(graph: &Flowchart) -> String {
    let mut text = "flowchart LR\n".to_owned();
    for node in &graph.nodes {
        let (open, close) = match node.kind {
            Kind::Question => ("{{", "}}"),
            Kind::Advice => ("[", "]"),
            Kind::Contact => ("([", "])"),
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

/// A step's id as a Mermaid name. The prefix keeps it apart from keywords such as `end`.
fn name(id: &str) -> String {
    format!("step_{}", id.replace('-', "_"))
}

fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "#quot;"))
}
