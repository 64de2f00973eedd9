//! The steps of the flow, the helpers on the ladder, the rules.

use guide_core::guide::{Advice, Body, Choice, Rule, Rung, Step};
use guide_core::text::Text;

use crate::toml_reader::Reader;

/// Reads one `[[rung]]`.
pub fn rung(mut reader: Reader) -> Rung {
    let rung = Rung { id: reader.text("id"), label: reader.text("label") };
    reader.finish();
    rung
}

/// Reads one `[[rule]]`.
pub fn rule(mut reader: Reader) -> Rule {
    let rule = Rule { text: reader.text("text"), source: reader.text("source") };
    reader.finish();
    rule
}

/// Reads one `[[step]]`, whose rung is one of `ladder`.
pub fn step(mut reader: Reader, ladder: &[Rung]) -> Step {
    let id = reader.text("id");
    let (question, title) = (reader.maybe_text("question"), reader.maybe_text("title"));
    let (dont, act) = (reader.maybe_text("dont"), reader.maybe_text("do"));
    let (message, contact) = (reader.maybe_text("message"), reader.maybe_text("contact"));
    let body = body(&reader, &id, question.is_some(), dont, act, message, contact);
    if question.is_some() == title.is_some() {
        reader.error(
            id.at.clone(),
            format!("у шага «{id}» должен быть либо вопрос, либо заголовок"),
            "Напишите одно из двух: question = \"…?\" для вопроса или title = \"…\" для совета.",
        );
    }
    let rung = reader.maybe_text("rung").and_then(|name| {
        let found = ladder.iter().position(|rung| *rung.id == *name);
        if found.is_none() {
            let known: Vec<&str> = ladder.iter().map(|rung| &*rung.id).collect();
            reader.error(
                name.at.clone(),
                format!("ступени «{name}» нет"),
                format!("Назовите одну из ступеней [[rung]]: {}.", known.join(", ")),
            );
        }
        found
    });
    let step = Step {
        id,
        heading: question.or(title).unwrap_or_default(),
        lead: reader.maybe_text("lead"),
        quote: reader.maybe_text("quote"),
        body,
        rung,
        options: reader.tables("option").into_iter().map(choice).collect(),
        source: reader.maybe_text("source"),
        editorial: reader.maybe_text("editorial"),
    };
    reader.finish();
    step
}

/// The body of a step, by the keys that it has.
fn body(
    reader: &Reader,
    id: &Text,
    question: bool,
    dont: Option<Text>,
    act: Option<Text>,
    message: Option<Text>,
    contact: Option<Text>,
) -> Body {
    if let Some(contact) = contact {
        if &*contact != "hotline" {
            reader.error(contact.at, "такого контакта нет", "Напишите: contact = \"hotline\"");
        }
        return Body::Hotline;
    }
    if question {
        for extra in [dont, act, message].into_iter().flatten() {
            reader.error(
                extra.at,
                format!("«{id}» — вопрос, а совет у вопроса не показывается"),
                "Перенесите этот текст в шаг с советом (с ключом title), на который ведёт ответ.",
            );
        }
        return Body::Question;
    }
    if dont.is_none() || act.is_none() {
        let missing = match (&dont, &act) {
            (None, None) => "«нельзя» и «нужно» (ключи dont и do)",
            (None, _) => "«нельзя» (ключ dont)",
            _ => "«нужно» (ключ do)",
        };
        reader.error(
            id.at.clone(),
            format!("у совета «{id}» нет {missing}"),
            "Совет говорит и то и другое: dont = \"Не …\" и do = \"Обратитесь …\".",
        );
    }
    Body::Advice(Advice { dont: dont.unwrap_or_default(), act: act.unwrap_or_default(), message })
}

fn choice(mut reader: Reader) -> Choice {
    let choice = Choice {
        id: reader.text("id"),
        label: reader.text("label"),
        short: reader.maybe_text("short"),
        next: reader.text("next"),
        aside: reader.flag("aside"),
    };
    reader.finish();
    choice
}
