//! The map: the flowchart as a picture, tall for a phone and wide for a large screen and for paper, and as a list.

use leptos::prelude::*;

use super::setting::Setting;
use crate::guide::graph::drawing::Drawing;
use crate::guide::graph::{Graph, Kind, embed, svg, tall, wide};
use crate::site::pages::Page;

/// A wide picture beyond this could not be read on a large screen without scrolling sideways, where one loses one's place.
const SCREEN: f64 = 1280.0;

/// The inside of the map's page.
pub fn map(setting: &Setting) -> Option<AnyView> {
    let words = &setting.guide.words.map;
    let graph = Graph::of(setting.guide, |text| setting.text(text))?;
    let layers = embed(&graph);
    let (tall, wide) = (tall::tall(&layers), wide::wide(&layers));
    let class = if wide.width > SCREEN { "map vast" } else { "map" };
    let to_step = format!("{}#", Page::Map.to_root());
    let title = setting.text(&words.picture);
    let picture = |drawing: &Drawing, class: &str| svg::inline(&graph, drawing, class, &title, &to_step);
    let pictures = picture(&tall, "tall") + &picture(&wide, "wide");
    let mut list = List { setting, graph: &graph, to_step: &to_step, told: Vec::new() };
    let list = list.step(graph.start);
    Some(
        view! {
            <h1>{setting.text(&words.title)}</h1>
            <p class="paper">{setting.title()}". "{setting.backed()}</p>
            <p class="lead">{setting.text(&words.lead)}</p>
            <div class=class inner_html=pictures></div>
            {key(setting)}
            <section class="list"><h2>{setting.text(&words.list)}</h2><ul><li>{list}</li></ul></section>
        }
        .into_any(),
    )
}

/// What the shapes mean.
fn key(setting: &Setting) -> AnyView {
    let words = &setting.guide.words.map;
    let kinds = [(Kind::Question, &words.question), (Kind::Advice, &words.advice), (Kind::Hotline, &words.hotline)];
    let items = kinds.map(|(kind, word)| {
        view! { <li><span inner_html=svg::sample(kind)></span>{setting.text(word)}</li> }
    });
    view! { <ul class="key">{items.collect_view()}<li>{setting.text(&words.answer)}</li></ul> }.into_any()
}

/// The flow as a list within a list. What follows a step is told once, however many answers lead there.
struct List<'a> {
    setting: &'a Setting<'a>,
    graph: &'a Graph,
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
            let again = self.setting.text(&self.setting.guide.words.map.again);
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
