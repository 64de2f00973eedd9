//! The map: the flowchart as a picture, tall for a phone, wide for a large screen and for paper, and as a list.

use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use guide_graph::drawing::Drawing;
use guide_graph::{Flowchart, Kind, layout, svg, tall, wide};
use leptos::prelude::*;

/// The greatest width of the wide picture on a screen, px. A wider one would have to be scrolled sideways, where one loses
/// one's place, so the tall one is shown instead.
const MAX_SCREEN_WIDTH: f64 = 1280.0;

/// The content of the map's page; `None` where the guide has no first step.
pub fn map(context: &RenderContext) -> Option<AnyView> {
    let strings = &context.guide.strings.map;
    let graph = Flowchart::of(context.guide, |text| context.text(text))?;
    let layers = layout(&graph);
    let (tall, wide) = (tall::tall(&layers), wide::wide(&layers));
    let class = if wide.width > MAX_SCREEN_WIDTH { "map vast" } else { "map" };
    let to_step = format!("{}#", Page::Map.to_root());
    let title = context.text(&strings.picture);
    let picture = |drawing: &Drawing, class: &str| svg::inline(&graph, drawing, class, &title, &to_step);
    let pictures = picture(&tall, "tall") + &picture(&wide, "wide");
    let mut list = StepList { context, graph: &graph, to_step: &to_step, visited: Vec::new() };
    let list = list.step(graph.start);
    Some(
        view! {
            <h1>{context.text(&strings.title)}</h1>
            <p class="paper">{context.title()}". "{context.source_line()}</p>
            <p class="lead">{context.text(&strings.lead)}</p>
            <div class=class inner_html=pictures></div>
            {legend(context)}
            <section class="list"><h2>{context.text(&strings.list)}</h2><ul><li>{list}</li></ul></section>
        }
        .into_any(),
    )
}

/// The legend: what the shapes mean.
fn legend(context: &RenderContext) -> AnyView {
    let strings = &context.guide.strings.map;
    let kinds =
        [(Kind::Question, &strings.question), (Kind::Advice, &strings.advice), (Kind::Contact, &strings.contact)];
    let items = kinds.map(|(kind, word)| {
        view! { <li><span inner_html=svg::sample(kind)></span>{context.text(word)}</li> }
    });
    view! { <ul class="key">{items.collect_view()}<li>{context.text(&strings.answer)}</li></ul> }.into_any()
}

/// The flow as lists within a list. What follows a step is written once, however many answers lead there.
struct StepList<'a> {
    context: &'a RenderContext<'a>,
    graph: &'a Flowchart,
    /// The beginning of a link to a step, up to its id.
    to_step: &'a str,
    /// The nodes that are written already.
    visited: Vec<usize>,
}

impl StepList<'_> {
    /// A step, and under it what its answers lead to.
    fn step(&mut self, node: usize) -> AnyView {
        let id = &self.graph.nodes[node].id;
        let link = view! { <a href=format!("{}{id}", self.to_step)>{self.graph.nodes[node].title.clone()}</a> };
        if self.graph.is_end(node) {
            return link.into_any();
        }
        let anchor = format!("list-{id}");
        if self.visited.contains(&node) {
            let again = self.context.text(&self.context.guide.strings.map.again);
            return view! { {link}" ("<a href=format!("#{anchor}")>{again}</a>")" }.into_any();
        }
        self.visited.push(node);
        let graph = self.graph;
        let answers = graph.edges.iter().filter(|edge| edge.from == node);
        let answers: Vec<AnyView> = answers
            .map(|edge| {
                let label = edge.label.clone().map(|label| view! { <b>{label}</b>": " });
                view! { <li>{label}{self.step(edge.to)}</li> }.into_any()
            })
            .collect();
        let shared = graph.edges.iter().filter(|edge| edge.to == node).count() > 1;
        view! { <span id=shared.then_some(anchor)>{link}</span><ul>{answers}</ul> }.into_any()
    }
}
