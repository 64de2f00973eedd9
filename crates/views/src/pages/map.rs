//! The map: the flowchart as pictures, tall for a phone, wide for a large screen and for paper, and as a list. A flowchart that would
//! not be legible in one picture is shown in parts.

use guide_core::fill::fill;
use guide_core::guide::Choice;
use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use guide_graph::drawing::Drawing;
use guide_graph::parts::{Part, parts};
use guide_graph::{Flowchart, Kind, svg};
use leptos::prelude::*;

/// What the id of each part's section begins with; the number of the part follows.
const PART_ID: &str = "part-";

/// The content of the map's page; `None` where the guide has no first step.
pub fn map(context: &RenderContext) -> Option<AnyView> {
    let strings = &context.guide.strings.map;
    let graph = Flowchart::of(context.guide, |text| context.text(text))?;
    let parts = parts(&graph);
    let to_step = format!("{}#", Page::Map.to_root());
    let pictures = match &parts[..] {
        [whole] => view! {
            {pictures(context, whole, &context.text(&strings.picture), &to_step, svg::Size::Pixels)}
            {legend(context, &graph, false)}
        }
        .into_any(),
        _ => view! { {legend(context, &graph, true)}{sections(context, &graph, &parts, &to_step)} }.into_any(),
    };
    let mut list = StepList { context, graph: &graph, to_step: &to_step, visited: Vec::new() };
    let list = list.step(graph.start);
    Some(
        view! {
            <h1>{context.text(&strings.title)}</h1>
            <p class="paper">{context.title()}". "{context.sheet_line()}</p>
            <p class="lead">{context.text(&strings.lead)}</p>
            {pictures}
            <section class="list"><h2>{context.text(&strings.list)}</h2><ul><li>{list}</li></ul></section>
        }
        .into_any(),
    )
}

/// Both pictures of a part, under the name `title` for screen readers.
fn pictures(context: &RenderContext, part: &Part, title: &str, to_step: &str, size: svg::Size) -> AnyView {
    let to_part = format!("#{PART_ID}");
    let see = context.text(&context.guide.strings.map.see);
    let links = svg::Links { step: to_step, part: &to_part, see: &see };
    let picture = |drawing: &Drawing, class: &str| svg::inline(&part.flowchart, drawing, (class, title), &links, size);
    let pictures = picture(&part.pictures.tall, "tall") + &picture(&part.pictures.wide, "wide");
    let class = if part.pictures.fits_a_screen() { "map" } else { "map vast" };
    view! { <div class=class inner_html=pictures></div> }.into_any()
}

/// The parts, each under its number and its name.
fn sections(context: &RenderContext, graph: &Flowchart, parts: &[Part], to_step: &str) -> AnyView {
    let strings = &context.guide.strings.map;
    let section = |(nth, part): (usize, &Part)| {
        let number = (nth + 1).to_string();
        let mut name = part_name(context, &graph.nodes[part.root].id, &graph.nodes[part.root].title);
        if nth > 0 && parts[nth - 1].root == part.root {
            name = format!("{name} ({})", context.text(&strings.continued));
        }
        let title = format!("{} {name}", fill(&context.text(&strings.part), &[("n", &number)]));
        view! {
            <section class="part" id=format!("{PART_ID}{number}")>
                <h2>{title.clone()}</h2>
                {leads_here(context, parts, nth + 1)}
                {pictures(context, part, &title, to_step, svg::Size::Letters)}
            </section>
        }
        .into_any()
    };
    parts.iter().enumerate().map(section).collect_view().into_any()
}

/// Links to the parts that lead to the one with this number; `None` where none does.
fn leads_here(context: &RenderContext, parts: &[Part], number: usize) -> Option<AnyView> {
    let strings = &context.guide.strings.map;
    let leads = |part: &Part| part.flowchart.nodes.iter().any(|node| node.elsewhere == Some(number));
    let links = parts.iter().enumerate().filter(|(_, part)| leads(part)).map(|(nth, _)| {
        let name = fill(&context.text(&strings.see), &[("n", &(nth + 1).to_string())]);
        view! { <a href=format!("#{PART_ID}{}", nth + 1)>{name}</a> }.into_any()
    });
    let links: Vec<AnyView> = links.collect();
    let separated = |(nth, link)| view! { {if nth == 0 { " " } else { ", " }}{link} };
    (!links.is_empty()).then(|| {
        let links = links.into_iter().enumerate().map(separated).collect_view();
        view! { <p class="from">{context.text(&strings.from)}{links}</p> }.into_any()
    })
}

/// What a part is called: by the answer of the first step that leads to it, if there is just one, else by the heading of the step that
/// it begins with.
fn part_name(context: &RenderContext, step: &str, heading: &str) -> String {
    let start = context.guide.step(&context.guide.start);
    let options: &[Choice] = start.map_or(&[], |start| &start.options);
    let mut answers = options.iter().filter(|option| *option.next == *step);
    match (answers.next(), answers.next()) {
        (Some(answer), None) => context.text(&answer.label),
        _ => heading.to_owned(),
    }
}

/// The legend: what the shapes of the flowchart mean. `in_parts`: with the shape of a step that stands in another part.
fn legend(context: &RenderContext, graph: &Flowchart, in_parts: bool) -> AnyView {
    let strings = &context.guide.strings.map;
    let kinds =
        [(Kind::Question, &strings.question), (Kind::Advice, &strings.advice), (Kind::Contact, &strings.contact)];
    let is_shown = |kind: Kind| graph.nodes.iter().any(|node| node.kind == kind);
    let shown = kinds.into_iter().filter(|(kind, _)| is_shown(*kind));
    let mut samples: Vec<(String, &str)> = shown.map(|(kind, word)| (svg::sample(kind), word.value.as_str())).collect();
    if in_parts {
        samples.push((svg::sample_elsewhere(), &strings.elsewhere));
    }
    let items = samples.into_iter().map(|(sample, word)| {
        view! { <li><span inner_html=sample></span>{context.text(word)}</li> }
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
