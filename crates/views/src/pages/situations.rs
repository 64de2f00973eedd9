//! The flowchart in words, for paper: each situation of the first question, and under it whatever its answers lead to.

use guide_core::guide::{Advice, Body, Choice, Step};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::advice::{cross_icon, tick_icon};
use super::picture;
use crate::rich_text::{self, rich_text};

/// The situations as a numbered list, under the first question.
pub fn situations(context: &RenderContext) -> Option<AnyView> {
    let start = context.guide.step(&context.guide.start)?;
    // Each situation has a place of its own in the list, so an answer that leads to one is only a reference to it.
    let placed = start.options.iter().map(|option| &*option.next.value).collect();
    let mut writer = StepWriter { context, placed };
    let mut numbered: Vec<&str> = Vec::new();
    let items: Vec<AnyView> = start
        .options
        .iter()
        .filter_map(|option| {
            let step = context.guide.step(&option.next)?;
            let again = numbered.contains(&&*option.next.value);
            numbered.push(&option.next);
            let item = match again || matches!(step.body, Body::Contacts) {
                true => view! { <h3>{context.text(&option.label)}</h3>{writer.reference(step)} }.into_any(),
                false => writer.situation(option, step),
            };
            Some(view! { <li>{item}</li> }.into_any())
        })
        .collect();
    Some(view! { <h2>{context.text(&start.heading)}</h2><ol class="situations">{items}</ol> }.into_any())
}

/// Writes steps so that each has one place on paper; other ways to it are references to that place.
struct StepWriter<'s, 'g> {
    context: &'s RenderContext<'g>,
    /// The ids of the steps that have their place.
    placed: Vec<&'g str>,
}

impl<'g> StepWriter<'_, 'g> {
    /// A situation under its heading: an advice's own title, which says more than the answer, or the answer that leads to
    /// a question.
    fn situation(&mut self, option: &'g Choice, step: &'g Step) -> AnyView {
        let heading = self.context.text(&step.heading);
        match step.body {
            Body::Question => {
                let label = self.context.text(&option.label);
                view! { <h3>{label}</h3><div class="ask"><h4>{heading}</h4>{self.lead(step)}</div>{self.content(step)} }
                    .into_any()
            }
            _ => view! { <h3>{heading}</h3>{self.lead(step)}{self.content(step)} }.into_any(),
        }
    }

    fn lead(&self, step: &Step) -> Option<AnyView> {
        step.lead.as_ref().map(|lead| rich_text(self.context, lead))
    }

    /// What a step says below its heading and its lead: quote, advice, answers.
    fn content(&mut self, step: &'g Step) -> AnyView {
        let context = self.context;
        let quote = step.quote.as_ref().map(|quote| rich_text::quote(context, quote));
        let (advice, options) = match &step.body {
            Body::Advice(advice) => (Some(advice_pair(context, advice)), self.answers_but_hotline(step)),
            _ => (None, step.options.iter().collect()),
        };
        let answers: Vec<AnyView> = options.into_iter().filter_map(|option| self.answer(option)).collect();
        let answers = (!answers.is_empty()).then(|| view! { <ul class="answers">{answers}</ul> });
        view! { {picture::on_paper(context, step)}{quote}{advice}{answers} }.into_any()
    }

    /// The answers of an advice, without those that lead to the hotline: the hotline's block says once that it comes last.
    fn answers_but_hotline(&self, step: &'g Step) -> Vec<&'g Choice> {
        let to_hotline = |option: &&Choice| {
            self.context.guide.step(&option.next).is_some_and(|step| matches!(step.body, Body::Contacts))
        };
        step.options.iter().filter(|option| !to_hotline(option)).collect()
    }

    /// An answer with the step that it leads to, or with a reference where that step has its place already.
    fn answer(&mut self, option: &'g Choice) -> Option<AnyView> {
        let step = self.context.guide.step(&option.next)?;
        let label = self.context.text(&option.label);
        if matches!(step.body, Body::Contacts) || self.placed.contains(&&*step.id.value) {
            return Some(
                view! { <li><div class="ask"><p class="answer">{label}</p>{self.reference(step)}</div></li> }
                    .into_any(),
            );
        }
        self.placed.push(&step.id);
        let heading = (*step.heading != *option.label).then(|| view! { <h4>{self.context.text(&step.heading)}</h4> });
        let ask = view! { <div class="ask"><p class="answer">{label}</p>{heading}{self.lead(step)}</div> };
        Some(view! { <li>{ask}{self.content(step)}</li> }.into_any())
    }

    /// «See» and the heading of a step that has its place elsewhere.
    fn reference(&self, step: &Step) -> AnyView {
        let see = self.context.text(&self.context.guide.strings.paper.see);
        view! { <p>{see}" "<b>{self.context.text(&step.heading)}</b></p> }.into_any()
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
