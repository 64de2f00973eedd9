//! The map: the flowchart as pictures, tall for a phone, wide for a large screen and for paper, and as a list. A flowchart that would
//! not be legible in one picture is shown in parts.

use std::collections::HashMap;

use guide_core::fill::fill;
use guide_core::guide::Choice;
use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use guide_graph::drawing::Drawing;
use guide_graph::parts::{Part, parts};
use guide_graph::{Flowchart, Kind, svg};
use leptos::prelude::*;

use super::map_list::step_list;

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
    let large = (parts.len() > 1).then(|| fill(&context.text(&strings.large), &[("n", &parts.len().to_string())]));
    Some(
        view! {
            <h1>{context.text(&strings.title)}</h1>
            <p class="paper">{context.title()}". "{context.sheet_line()}</p>
            <p class="lead">{context.text(&strings.lead)}{large.map(|large| format!(" {large}"))}</p>
            {pictures}
            <section class="list"><h2>{context.text(&strings.list)}</h2><ul>{step_list(context, &graph, &to_step)}</ul></section>
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
    let (answers, leading) = (first_answers(context), leading_parts(parts));
    let section = |(nth, part): (usize, &Part)| {
        let number = (nth + 1).to_string();
        let root = &graph.nodes[part.root];
        // A part is called by the answer of the first step that leads to it, if there is just one, else by the heading of its first step.
        let answer = answers.get(root.id.as_str()).copied().flatten();
        let mut name = answer.map_or_else(|| root.title.clone(), |answer| context.text(&answer.label));
        if nth > 0 && parts[nth - 1].root == part.root {
            name = format!("{name} ({})", context.text(&strings.continued));
        }
        let title = format!("{} {name}", fill(&context.text(&strings.part), &[("n", &number)]));
        view! {
            <section class="part" id=format!("{PART_ID}{number}")>
                <h2>{title.clone()}</h2>
                {leads_here(context, &leading[nth])}
                {pictures(context, part, &title, to_step, svg::Size::Letters)}
            </section>
        }
        .into_any()
    };
    parts.iter().enumerate().map(section).collect_view().into_any()
}

/// For each step that the first step leads to, the answer that does; `None` where several do.
fn first_answers<'g>(context: &RenderContext<'g>) -> HashMap<&'g str, Option<&'g Choice>> {
    let start = context.guide.step(&context.guide.start);
    let options: &[Choice] = start.map_or(&[], |start| &start.options);
    let mut answers = HashMap::new();
    for option in options {
        let known = answers.insert(option.next.value.as_str(), Some(option));
        if known.is_some() {
            answers.insert(&option.next, None);
        }
    }
    answers
}

/// For each part, the numbers of those that lead to it.
fn leading_parts(parts: &[Part]) -> Vec<Vec<usize>> {
    let mut leading = vec![Vec::new(); parts.len()];
    for (nth, part) in parts.iter().enumerate() {
        for to in part.flowchart.nodes.iter().filter_map(|node| node.elsewhere) {
            let numbers: &mut Vec<usize> = &mut leading[to - 1];
            if numbers.last() != Some(&(nth + 1)) {
                numbers.push(nth + 1);
            }
        }
    }
    leading
}

/// Links to the parts with these numbers, which lead to this one; `None` where none does.
fn leads_here(context: &RenderContext, numbers: &[usize]) -> Option<AnyView> {
    let strings = &context.guide.strings.map;
    let links = numbers.iter().enumerate().map(|(nth, number)| {
        let name = fill(&context.text(&strings.see), &[("n", &number.to_string())]);
        let separator = if nth == 0 { " " } else { ", " };
        view! { {separator}<a href=format!("#{PART_ID}{number}")>{name}</a> }
    });
    (!numbers.is_empty())
        .then(|| view! { <p class="from">{context.text(&strings.from)}{links.collect_view()}</p> }.into_any())
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
