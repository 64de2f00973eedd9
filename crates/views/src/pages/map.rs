//! The map: the flowchart as a picture, tall for a phone and wide for a large screen and for paper, and as a list.

use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use guide_graph::drawing::Drawing;
use guide_graph::{Flowchart, Kind, layout, svg, tall, wide};
use leptos::prelude::*;

/// A wide picture beyond this could not be read on a large screen without scrolling sideways, where one loses one's place.
const SCREEN: f64 = 1280.0;

/// The inside of the map's page.
pub fn map(context: &RenderContext) -> Option<AnyView> {
    let strings = &context.guide.strings.map;
    let graph = Flowchart::of(context.guide, |text| context.text(text))?;
    let layers = layout(&graph);
    let (tall, wide) = (tall::tall(&layers), wide::wide(&layers));
    let class = if wide.width > SCREEN { "map vast" } else { "map" };
    let to_step = format!("{}#", Page::Map.to_root());
    let title = context.text(&strings.picture);
    let picture = |drawing: &Drawing, class: &str| svg::inline(&graph, drawing, class, &title, &to_step);
    let pictures = picture(&tall, "tall") + &picture(&wide, "wide");
    let mut list = List { context, graph: &graph, to_step: &to_step, told: Vec::new() };
    let list = list.step(graph.start);
    Some(
        view! {
            <h1>{context.text(&strings.title)}</h1>
            <p class="paper">{context.title()}". "{context.source_line()}</p>
            <p class="lead">{context.text(&strings.lead)}</p>
            <div class=class inner_html=pictures></div>
            {key(context)}
            <section class="list"><h2>{context.text(&strings.list)}</h2><ul><li>{list}</li></ul></section>
        }
        .into_any(),
    )
}

/// What the shapes mean.
fn key(context: &RenderContext) -> AnyView {
    let strings = &context.guide.strings.map;
    let kinds =
        [(Kind::Question, &strings.question), (Kind::Advice, &strings.advice), (Kind::Hotline, &strings.hotline)];
    let items = kinds.map(|(kind, word)| {
        view! { <li><span inner_html=svg::sample(kind)></span>{context.text(word)}</li> }
    });
    view! { <ul class="key">{items.collect_view()}<li>{context.text(&strings.answer)}</li></ul> }.into_any()
}

/// The flow as a list within a list. What follows a step is told once, however many answers lead there.
struct List<'a> {
    context: &'a RenderContext<'a>,
    graph: &'a Flowchart,
    to_step: &'a str,
    told: Vec<usize>,
}

impl List<'_> {
    fn step(&mut self, node: usize) -> AnyView {
        let id = &self.graph.nodes[node].id;
        let link = view! { <a href=format!("{}{id}", self.to_step)>{self.graph.nodes[node].title.clone()}</a> };
        if self.graph.is_end(node) {
            return link.into_any();
        }
        let place = format!("list-{id}");
        if self.told.contains(&node) {
            let again = self.context.text(&self.context.guide.strings.map.again);
            return view! { {link}" ("<a href=format!("#{place}")>{again}</a>")" }.into_any();
        }
        self.told.push(node);
        let graph = self.graph;
        let answers = graph.edges.iter().filter(|edge| edge.from == node);
        let answers: Vec<AnyView> = answers
            .map(|edge| {
                let label = edge.label.clone().map(|label| view! { <b>{label}</b>": " });
                view! { <li>{label}{self.step(edge.to)}</li> }.into_any()
            })
            .collect();
        let shared = graph.edges.iter().filter(|edge| edge.to == node).count() > 1;
        view! { <span id=shared.then_some(place)>{link}</span><ul>{answers}</ul> }.into_any()
    }
}
