//! The steps of the flow, and the rules.

use guide_core::contact::Contact;
use guide_core::guide::{Advice, Body, Choice, Picture, Rule, Rung, Step};
use guide_core::text::Text;

use super::rich_texts::{plain, rich, verbatim};
use crate::markup::PlainText;
use crate::message;
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
            message!(
                "у шага «{id}» должен быть либо вопрос, либо заголовок",
                "the step “{id}” must have either a question or a title"
            ),
            message!(
                "Напишите одно из двух: question = \"…?\" для вопроса или title = \"…\" для совета.",
                "Write one of the two: question = \"…?\" for a question or title = \"…\" for advice."
            ),
        );
    }
    let rung = reader.maybe_text("rung").and_then(|name| {
        let found = ladder.iter().position(|rung| *rung.id == *name);
        if found.is_none() {
            let known: Vec<&str> = ladder.iter().map(|rung| &*rung.id.value).collect();
            let instead = match known.is_empty() {
                true => message!(
                    "Опишите ступени разделами [[rung]] или уберите эту строку.",
                    "Describe the rungs in sections [[rung]], or remove this line."
                ),
                false => message!(
                    "Назовите одну из ступеней [[rung]]: {}.",
                    "Name one of the rungs [[rung]]: {}.",
                    known.join(", ")
                ),
            };
            reader.error(name.at.clone(), message!("ступени «{name}» нет", "there is no rung “{name}”"), instead);
        }
        found
    });
    let (lead, quote) = (reader.maybe_text("lead"), reader.maybe_text("quote"));
    let step = Step {
        id,
        heading: plain(&reader, question.or(title).unwrap_or_default(), PlainText::Heading),
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
        reader.error(
            reader.at(),
            message!("«contact»: здесь должен быть id контакта", "“contact” must be the id of a contact"),
            message!("Напишите так: contact = \"hotline\"", "Write it like this: contact = \"hotline\""),
        );
        return None;
    };
    let found = contacts.iter().position(|contact| *contact.id == *name);
    if found.is_none() {
        let ids = || contacts.iter().map(|contact| &*contact.id.value);
        let instead = match nearest(ids(), &name) {
            Some(near) => message!("Может быть, «{near}»?", "Did you mean “{near}”?"),
            None if contacts.is_empty() => message!(
                "Опишите контакт разделом [[contact]] или уберите эту строку.",
                "Describe the contact in a section [[contact]], or remove this line."
            ),
            None => message!(
                "Назовите id одного из контактов [[contact]]: {}.",
                "Name the id of one of the contacts [[contact]]: {}.",
                ids().collect::<Vec<_>>().join(", ")
            ),
        };
        reader.error(name.at.clone(), message!("контакта «{name}» нет", "there is no contact “{name}”"), instead);
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
                message!(
                    "«{id}» — вопрос, а совет у вопроса не показывается",
                    "“{id}” is a question, and the advice of a question is not shown"
                ),
                message!(
                    "Перенесите этот текст в шаг с советом (с ключом title), на который ведёт ответ.",
                    "Move this text to a step with advice (with the key title) that an answer leads to."
                ),
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
            message!("у совета «{id}» нет «нужно» (ключ do)", "the advice “{id}” does not say what to do (the key do)"),
            message!("Совет говорит, что делать: do = \"Обратитесь …\"", "Advice says what to do: do = \"Ask …\""),
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
        label: plain(&reader, label, PlainText::Answer),
        short: short.map(|short| plain(&reader, short, PlainText::Answer)),
        next: reader.text("next"),
        aside: reader.flag("aside"),
        group: group.map(|group| plain(&reader, group, PlainText::Heading)),
    };
    reader.finish();
    choice
}
