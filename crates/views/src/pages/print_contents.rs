//! The table of contents of a long print: groups, situations and what has a number within them, each with the number of its sheet.

use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::outline::{Outline, Position};
use super::print_plan::PrintPlan;

/// A line of the contents.
pub struct Entry {
    /// Whether a group begins with it, or ends before it.
    pub is_first_of_group: bool,
    /// The heading of the group that begins with it.
    pub group: Option<String>,
    /// The number and the name, as the heading on paper has them.
    pub name: String,
    /// The same without the name.
    pub number: String,
    /// Whether it stands within a situation.
    pub is_within: bool,
    /// What it names.
    pub position: Position,
}

/// The lines of the contents.
pub fn entries(context: &RenderContext, outline: &Outline) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut last_group = None;
    for situation in &outline.situations {
        let group = situation.option.group.as_ref().map(|group| context.text(group));
        let number = situation.number.to_string();
        let is_first_of_group = group != last_group;
        entries.push(Entry {
            is_first_of_group,
            group: group.clone().filter(|_| is_first_of_group),
            name: format!("{number}. {}", context.text(&situation.option.label)),
            number,
            is_within: false,
            position: situation.position,
        });
        last_group = group;
        entries.extend(situation.further.iter().map(|further| {
            let number = outline.number(further.step).unwrap_or_default().to_owned();
            Entry {
                is_first_of_group: false,
                group: None,
                name: format!("{number}. {}", context.text(&further.step.heading)),
                number,
                is_within: true,
                position: further.position,
            }
        }));
    }
    entries
}

/// The table of contents.
pub fn contents(context: &RenderContext, plan: &PrintPlan) -> AnyView {
    let strings = &context.guide.strings.paper;
    let heading = context.text(&strings.contents);
    let numbered: Vec<(usize, &Entry)> = plan.entries().iter().enumerate().collect();
    let lists = numbered.chunk_by(|_, (_, next)| !next.is_first_of_group).map(|list| {
        let group = list.first().and_then(|(index, entry)| {
            let group = entry.group.clone()?;
            Some(view! { {plan.entry_mark(*index, &heading)}<h3>{group}</h3> })
        });
        let has_heading = group.is_some();
        let lines = list.iter().map(|(index, entry)| {
            // That of the first line stands before the heading.
            let mark = plan.entry_mark(*index, &heading).filter(|_| !(has_heading && entry.is_first_of_group));
            let class = match (mark.is_some(), entry.is_within) {
                (true, true) => Some("begins within"),
                (true, false) => Some("begins"),
                (false, true) => Some("within"),
                (false, false) => None,
            };
            let sheet = plan.sheet_of(entry.position).map(|sheet| sheet.to_string());
            view! {
                <li class=class>
                    {mark}
                    <a href=format!("#n{}", entry.number)>
                        <span>{entry.name.clone()}</span>
                        <span class="leads-to">{sheet}</span>
                    </a>
                </li>
            }
        });
        view! { {group}<ol>{lines.collect_view()}</ol> }
    });
    view! { {plan.contents_mark()}<section class="listing"><h2>{heading.clone()}</h2>{lists.collect_view()}</section> }
        .into_any()
}
