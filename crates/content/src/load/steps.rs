//! The steps of the flow, and the rules.

use guide_core::contact::Contact;
use guide_core::guide::{Advice, Body, Choice, Picture, Rule, Rung, Step};
use guide_core::text::Text;

use super::rich_texts::{plain, rich, verbatim};
use crate::nearest::nearest;
use crate::toml_reader::{Reader, TextOrTable};

/// Reads one `[[rule]]`.
pub fn rule(mut reader: Reader) -> Rule {
    let (text, source) = (reader.text("text"), reader.text("source"));
    let rule = Rule { text: rich(&reader, text), source };
    reader.finish();
    rule
}

/// Reads one `[[step]]`, whose rung is one of `ladder` and whose contacts are among `contacts`.
pub fn step(mut reader: Reader, ladder: &[Rung], contacts: &[Contact]) -> Step {
    let id = reader.text("id");
    let (question, title) = (reader.maybe_text("question"), reader.maybe_text("title"));
    let texts = AdviceTexts {
        dont: reader.maybe_text("dont"),
        act: reader.maybe_text("do"),
        message: reader.maybe_text("message"),
    };
    let named = reader.texts_or_tables("contact");
    let has_contacts = !named.is_empty();
    let contacts = named.into_iter().map(|value| contact(&reader, value, contacts).unwrap_or(UNKNOWN)).collect();
    let body = body(&reader, &id, question.is_some(), has_contacts, texts);
    let is_named = reader.has("question") || reader.has("title");
    // One that is there without a text has been reported.
    if (question.is_some() && title.is_some()) || !is_named {
        reader.error(
            id.at.clone(),
            format!("у шага «{id}» должен быть либо вопрос, либо заголовок"),
            "Напишите одно из двух: question = \"…?\" для вопроса или title = \"…\" для совета.",
        );
    }
    let rung = reader.maybe_text("rung").and_then(|name| {
        let found = ladder.iter().position(|rung| *rung.id == *name);
        if found.is_none() {
            let known: Vec<&str> = ladder.iter().map(|rung| &*rung.id.value).collect();
            let instead = match known.is_empty() {
                true => "Опишите ступени разделами [[rung]] или уберите эту строку.".to_owned(),
                false => format!("Назовите одну из ступеней [[rung]]: {}.", known.join(", ")),
            };
            reader.error(name.at.clone(), format!("ступени «{name}» нет"), instead);
        }
        found
    });
    let (lead, quote) = (reader.maybe_text("lead"), reader.maybe_text("quote"));
    let step = Step {
        id,
        heading: plain(&reader, question.or(title).unwrap_or_default(), "заголовка"),
        lead: lead.map(|text| rich(&reader, text)),
        quote: quote.map(|text| verbatim(&reader, text)),
        body,
        contacts,
        picture: reader.maybe_table("picture").map(picture),
        end: reader.flag("end"),
        rung,
        options: reader.tables("option").into_iter().map(choice).collect(),
        source: reader.maybe_text("source"),
        editorial: reader.maybe_text("editorial"),
    };
    reader.finish();
    step
}

/// Stands for a contact that is not there, which has been reported: the step is no dead end on top of that.
const UNKNOWN: usize = usize::MAX;

/// The index of a contact that a step names.
fn contact(reader: &Reader, value: TextOrTable, contacts: &[Contact]) -> Option<usize> {
    let TextOrTable::Text(name) = value else {
        reader.error(reader.at(), "«contact»: здесь должен быть id контакта", "Напишите так: contact = \"hotline\"");
        return None;
    };
    let found = contacts.iter().position(|contact| *contact.id == *name);
    if found.is_none() {
        let ids = || contacts.iter().map(|contact| &*contact.id.value);
        let instead = match nearest(ids(), &name) {
            Some(near) => format!("Может быть, «{near}»?"),
            None if contacts.is_empty() => "Опишите контакт разделом [[contact]] или уберите эту строку.".to_owned(),
            None => format!("Назовите id одного из контактов [[contact]]: {}.", ids().collect::<Vec<_>>().join(", ")),
        };
        reader.error(name.at.clone(), format!("контакта «{name}» нет"), instead);
    }
    found
}

/// The texts of an advice, as far as a step has them.
struct AdviceTexts {
    dont: Option<Text>,
    act: Option<Text>,
    message: Option<Text>,
}

/// The body of a step, by the keys that it has.
fn body(reader: &Reader, id: &Text, question: bool, has_contacts: bool, texts: AdviceTexts) -> Body {
    let AdviceTexts { dont, act, message } = texts;
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
    if act.is_none() && dont.is_none() && message.is_none() && has_contacts {
        return Body::Contacts;
    }
    if act.is_none() {
        reader.error(
            id.at.clone(),
            format!("у совета «{id}» нет «нужно» (ключ do)"),
            "Совет говорит, что делать: do = \"Обратитесь …\"",
        );
    }
    let rich = |text: Text| rich(reader, text);
    Body::Advice(Advice { dont: dont.map(rich), act: act.map(rich).unwrap_or_default(), message: message.map(rich) })
}

fn picture(mut reader: Reader) -> Picture {
    let picture = Picture {
        file: reader.text("file"),
        alt: reader.text("alt"),
        print: reader.flag("print"),
        width: 0,
        height: 0,
    };
    reader.finish();
    picture
}

fn choice(mut reader: Reader) -> Choice {
    let (label, short, group) = (reader.text("label"), reader.maybe_text("short"), reader.maybe_text("group"));
    let choice = Choice {
        id: reader.text("id"),
        label: plain(&reader, label, "ответа"),
        short: short.map(|short| plain(&reader, short, "ответа")),
        next: reader.text("next"),
        aside: reader.flag("aside"),
        group: group.map(|group| plain(&reader, group, "заголовка")),
    };
    reader.finish();
    choice
}
