//! The advice as questions and answers for search engines, in schema.org's vocabulary.
//!
//! It stands behind all that is shown. As it repeats the advice, a large guide has only as much of it as a search engine would show.

use guide_core::guide::{Advice, Body, Step};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::answer_html::answer_html;

/// The most bytes of questions and answers: about three times those of a guide of fifteen steps.
const MAX_LENGTH: usize = 24_000;

/// The script element with the data, which no browser runs: the advice in the order of the guide, as much as there is room for.
pub fn structured_data(context: &RenderContext) -> AnyView {
    let advice = context.guide.steps.iter().filter_map(|step| match &step.body {
        Body::Advice(advice) => Some(question(context, step, advice)),
        _ => None,
    });
    let mut length = 0;
    let fits = |question: &Value| {
        length += question.to_string().len();
        length <= MAX_LENGTH
    };
    let questions: Vec<Value> = advice.take_while(fits).collect();
    let page = json!({ "@context": "https://schema.org", "@type": "FAQPage", "mainEntity": questions });
    // Within a script element only this sequence could end it early.
    let page = page.to_string().replace("</", "<\\/");
    view! { <script type="application/ld+json" inner_html=page></script> }.into_any()
}

fn question(context: &RenderContext, step: &Step, advice: &Advice) -> Value {
    let texts = advice.dont.iter().chain([&advice.act]);
    json!({
        "@type": "Question",
        "name": context.text(&step.heading),
        "acceptedAnswer": { "@type": "Answer", "text": answer_html(context, texts) },
    })
}
