//! The flowchart in words, for paper: each situation of the first question, and under it whatever its answers lead to.

use guide_core::guide::{Advice, Body, Step};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::advice::{cross_icon, tick_icon};
use super::outline::{Answer, Outline, Situation, is_contacts};
use super::picture;
use crate::rich_text::{self, rich_text};

/// A situation of more lines than these may be divided between pages: as a whole it could leave most of a page empty, which holds
/// about 57.
const MAX_WHOLE: usize = 24;

/// The situations under the first question, those of a group under its heading.
pub fn situations(context: &RenderContext) -> Option<AnyView> {
    let start = context.guide.step(&context.guide.start)?;
    let writer = Writer { context, outline: &Outline::new(context.guide, start) };
    let group_of = |situation: &Situation| situation.option.group.as_ref().map(|group| context.text(group));
    let lists = writer.outline.situations.chunk_by(|one, next| group_of(one) == group_of(next)).map(|situations| {
        let heading = situations.first().and_then(group_of).map(|group| view! { <h2>{group}</h2> });
        let items = situations.iter().map(|situation| writer.situation(situation)).collect_view();
        view! { {heading}<ol class="situations">{items}</ol> }
    });
    Some(view! { <h2>{context.text(&start.heading)}</h2>{lists.collect_view()} }.into_any())
}

/// Writes the parts of an outline.
struct Writer<'o, 'g> {
    context: &'o RenderContext<'g>,
    outline: &'o Outline<'g>,
}

impl Writer<'_, '_> {
    /// A situation under the answer that leads to it, as a parent would put it. The step's own heading follows where it differs.
    fn situation(&self, situation: &Situation) -> AnyView {
        let Situation { number, option, step, .. } = situation;
        let label = view! { <h3>{format!("{number}. ")}{self.context.text(&option.label)}</h3> };
        let Some(answers) = &situation.answers else {
            return view! { <li>{label}{self.reference(step)}</li> }.into_any();
        };
        let ask = match *step.heading == *option.label {
            true => self.lead(step),
            false => {
                let heading = self.context.text(&step.heading);
                Some(view! { <div class="ask"><h4>{heading}</h4>{self.lead(step)}</div> }.into_any())
            }
        };
        let further = situation.further.iter().map(|(step, answers)| {
            view! { <div class="ask further">{self.heading(step)}{self.lead(step)}</div>{self.content(step, answers)} }
        });
        let class = (situation.lines() > MAX_WHOLE).then_some("divided");
        view! { <li class=class>{label}{ask}{self.content(step, answers)}{further.collect_view()}</li> }.into_any()
    }

    fn lead(&self, step: &Step) -> Option<AnyView> {
        step.lead.as_ref().map(|lead| rich_text(self.context, lead))
    }

    /// The heading of a step within a situation, with its number if it has one.
    fn heading(&self, step: &Step) -> AnyView {
        let number = self.outline.number(step).map(|number| format!("{number}. "));
        view! { <h4>{number}{self.context.text(&step.heading)}</h4> }.into_any()
    }

    /// What a step says below its heading and its lead: quote, advice, contacts, answers.
    fn content(&self, step: &Step, answers: &[Answer]) -> AnyView {
        let quote = step.quote.as_ref().map(|quote| rich_text::quote(self.context, quote));
        let advice = match &step.body {
            Body::Advice(advice) => Some(advice_pair(self.context, advice)),
            _ => None,
        };
        let contacts = (!step.contacts.is_empty()).then(|| self.reference_to(&self.contact_names(step)));
        view! { {picture::on_paper(self.context, step)}{quote}{advice}{contacts}{self.answers(answers)} }.into_any()
    }

    /// Answers in lists, those of a group under its heading.
    fn answers(&self, answers: &[Answer]) -> AnyView {
        let group_of = |answer: &Answer| answer.option.group.as_ref().map(|group| self.context.text(group));
        let lists = answers.chunk_by(|one, next| group_of(one) == group_of(next)).map(|answers| {
            let heading = answers.first().and_then(group_of).map(|group| view! { <h4 class="group">{group}</h4> });
            let items = answers.iter().map(|answer| self.answer(answer)).collect_view();
            view! { {heading}<ul class="answers">{items}</ul> }
        });
        lists.collect_view().into_any()
    }

    /// An answer with the step that it leads to, or with a reference where that step has its place elsewhere.
    fn answer(&self, Answer { option, step, answers }: &Answer) -> AnyView {
        let label = view! { <p class="answer">{self.context.text(&option.label)}</p> };
        let Some(answers) = answers else {
            return view! { <li><div class="ask">{label}{self.reference(step)}</div></li> }.into_any();
        };
        let differs = *step.heading != *option.label || self.outline.number(step).is_some();
        let heading = differs.then(|| self.heading(step));
        view! { <li><div class="ask">{label}{heading}{self.lead(step)}</div>{self.content(step, answers)}</li> }
            .into_any()
    }

    /// «See» and what a step is called on paper: the number and the answer of a situation, the number and the heading of a step within
    /// one, the names of contacts.
    fn reference(&self, step: &Step) -> AnyView {
        if is_contacts(step) {
            return self.reference_to(&self.contact_names(step));
        }
        let situation = self.outline.situations.iter().find(|situation| *situation.step.id == *step.id);
        let name = self.context.text(situation.map_or(&step.heading, |situation| &situation.option.label));
        match self.outline.number(step) {
            Some(number) => self.reference_to(&format!("{number}. {name}")),
            None => self.reference_to(&name),
        }
    }

    fn reference_to(&self, name: &str) -> AnyView {
        let see = self.context.text(&self.context.guide.strings.paper.see);
        view! { <p>{see}" "<b>{name.to_owned()}</b></p> }.into_any()
    }

    fn contact_names(&self, step: &Step) -> String {
        let names: Vec<String> =
            self.context.guide.contacts_of(step).map(|contact| self.context.text(&contact.name)).collect();
        names.join(", ")
    }
}

/// «Нельзя» and «Нужно» side by side, told apart by word, icon and border, for printers without colour.
fn advice_pair(context: &RenderContext, advice: &Advice) -> AnyView {
    let strings = &context.guide.strings.page;
    let dont = advice.dont.as_ref().map(|dont| {
        view! { <div class="dont"><h4>{cross_icon()}{context.text(&strings.dont)}</h4>{rich_text(context, dont)}</div> }
    });
    view! {
        <div class="pair">
            {dont}
            <div class="do"><h4>{tick_icon()}{context.text(&strings.act)}</h4>{rich_text(context, &advice.act)}</div>
        </div>
    }
    .into_any()
}
