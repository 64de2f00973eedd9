//! The flowchart in words, for paper: each situation of the first question, and under it whatever its answers lead to.

use guide_core::fill::fill;
use guide_core::guide::{Advice, Body, Step};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::advice::{cross_icon, tick_icon};
use super::outline::{Answer, FurtherStep, Outline, Situation, is_contacts};
use super::picture;
use super::print_plan::PrintPlan;
use crate::rich_text::{self, rich_text};

/// The situations of a print.
pub struct Situations<'o, 'g> {
    /// What the texts are filled from.
    pub context: &'o RenderContext<'g>,
    /// Their parts.
    pub outline: &'o Outline<'g>,
    /// The sheets that the parts stand on.
    pub plan: &'o PrintPlan,
}

impl Situations<'_, '_> {
    /// The situations under the first question, those of a group under its heading.
    pub fn list(&self, start: &Step) -> AnyView {
        let group_of = |situation: &Situation| situation.option.group.as_ref().map(|group| self.context.text(group));
        let lists = self.outline.situations.chunk_by(|one, next| group_of(one) == group_of(next)).map(|situations| {
            let group = situations.first().and_then(|first| Some((first.position, group_of(first)?)));
            let heading = group.map(|(position, group)| view! { {self.plan.mark(position, "")}<h2>{group}</h2> });
            let has_heading = heading.is_some();
            let items = situations.iter().enumerate();
            let items =
                items.map(|(index, situation)| self.situation(situation, has_heading && index == 0)).collect_view();
            view! { {heading}<ol class="situations">{items}</ol> }
        });
        let heading = self.context.text(&start.heading);
        view! { {self.plan.situations_mark()}<h2>{heading}</h2>{lists.collect_view()} }.into_any()
    }

    /// A situation under the answer that leads to it, as a parent would put it. The step's own heading follows where it differs. The
    /// heading of its group may have marked the sheet that both begin.
    fn situation(&self, situation: &Situation, is_marked: bool) -> AnyView {
        let Situation { number, position, option, step, .. } = situation;
        let name = format!("{number}. {}", self.context.text(&option.label));
        let mark = self.plan.mark(*position, "").filter(|_| !is_marked);
        let is_divided = situation.answers.is_some() && self.plan.is_divided(*number);
        let class = match (is_divided, mark.is_some()) {
            (true, true) => Some("divided begins"),
            (true, false) => Some("divided"),
            (false, true) => Some("begins"),
            (false, false) => None,
        };
        let id = self.plan.is_long().then(|| format!("n{number}"));
        let label = view! { <h3>{name.clone()}</h3> };
        let Some(answers) = &situation.answers else {
            return view! { <li class=class id=id>{mark}{label}{self.reference(step)}</li> }.into_any();
        };
        let ask = match *step.heading == *option.label {
            true => self.lead(step),
            false => {
                let heading = self.context.text(&step.heading);
                Some(view! { <div class="ask"><h4>{heading}</h4>{self.lead(step)}</div> }.into_any())
            }
        };
        let further = situation.further.iter().map(|FurtherStep { position, step, answers }| {
            let number = self.outline.number(step).filter(|_| self.plan.is_long());
            let id = number.map(|number| format!("n{number}"));
            view! {
                {self.plan.mark(*position, &name)}
                <div class="own further" id=id>
                    <div class="ask">{self.heading(step)}{self.lead(step)}</div>
                    {self.content(step)}
                </div>
                {self.answers(answers, &name)}
            }
        });
        view! {
            <li class=class id=id>
                {mark}
                <div class="own">{label}{ask}{self.content(step)}</div>
                {self.answers(answers, &name)}
                {further.collect_view()}
            </li>
        }
        .into_any()
    }

    fn lead(&self, step: &Step) -> Option<AnyView> {
        step.lead.as_ref().map(|lead| rich_text(self.context, lead))
    }

    /// The heading of a step within a situation, with its number if it has one.
    fn heading(&self, step: &Step) -> AnyView {
        let number = self.outline.number(step).map(|number| format!("{number}. "));
        view! { <h4>{number}{self.context.text(&step.heading)}</h4> }.into_any()
    }

    /// What a step says below its heading and its lead: quote, advice, contacts.
    fn content(&self, step: &Step) -> AnyView {
        let quote = step.quote.as_ref().map(|quote| rich_text::quote(self.context, quote));
        let advice = match &step.body {
            Body::Advice(advice) => Some(advice_pair(self.context, advice)),
            _ => None,
        };
        let contacts = (!step.contacts.is_empty()).then(|| self.reference_to(&self.contact_names(step), None));
        view! { {picture::on_paper(self.context, step)}{quote}{advice}{contacts} }.into_any()
    }

    /// Answers in lists, those of a group under its heading. `situation` is the name of the situation that they stand in.
    fn answers(&self, answers: &[Answer], situation: &str) -> AnyView {
        let group_of = |answer: &Answer| answer.option.group.as_ref().map(|group| self.context.text(group));
        let lists = answers.chunk_by(|one, next| group_of(one) == group_of(next)).map(|answers| {
            let group = answers.first().and_then(|first| Some((first.position, group_of(first)?)));
            let heading = group
                .map(|(position, group)| view! { {self.plan.mark(position, situation)}<h4 class="group">{group}</h4> });
            let has_heading = heading.is_some();
            let items = answers.iter().enumerate();
            let items = items.map(|(index, answer)| self.answer(answer, situation, has_heading && index == 0));
            view! { {heading}<ul class="answers">{items.collect_view()}</ul> }
        });
        lists.collect_view().into_any()
    }

    /// An answer with the step that it leads to, or with a reference where that step has its place elsewhere.
    fn answer(&self, answer: &Answer, situation: &str, is_marked: bool) -> AnyView {
        let Answer { position, option, step, answers } = answer;
        let mark = self.plan.mark(*position, situation).filter(|_| !is_marked);
        let class = mark.is_some().then_some("begins");
        let label = view! { <p class="answer">{self.context.text(&option.label)}</p> };
        let Some(answers) = answers else {
            return view! { <li class=class>{mark}<div class="ask">{label}{self.reference(step)}</div></li> }
                .into_any();
        };
        let differs = *step.heading != *option.label || self.outline.number(step).is_some();
        let heading = differs.then(|| self.heading(step));
        let ask = view! { <div class="ask">{label}{heading}{self.lead(step)}</div> };
        view! {
            <li class=class>
                {mark}
                <div class="own">{ask}{self.content(step)}</div>
                {self.answers(answers, situation)}
            </li>
        }
        .into_any()
    }

    /// «See» and what a step is called on paper: the number and the answer of a situation, the number and the heading of a step within
    /// one, the names of contacts.
    fn reference(&self, step: &Step) -> AnyView {
        if is_contacts(step) {
            return self.reference_to(&self.contact_names(step), None);
        }
        let situation = self.outline.situation_of(step);
        let name = self.context.text(situation.map_or(&step.heading, |situation| &situation.option.label));
        let sheet = self.outline.position(step).and_then(|position| self.plan.sheet_of(position));
        match self.outline.number(step) {
            Some(number) => self.reference_to(&format!("{number}. {name}"), sheet),
            None => self.reference_to(&name, sheet),
        }
    }

    /// A reference with the number of the sheet, which only paper shows.
    fn reference_to(&self, name: &str, sheet: Option<usize>) -> AnyView {
        let paper = &self.context.guide.strings.paper;
        let sheet = sheet.map(|sheet| {
            let text = fill(&self.context.text(&paper.on_sheet), &[("n", &sheet.to_string())]);
            view! { <span class="on-sheet">", "{text}</span> }
        });
        view! { <p>{self.context.text(&paper.see)}" "<b>{name.to_owned()}</b>{sheet}</p> }.into_any()
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
