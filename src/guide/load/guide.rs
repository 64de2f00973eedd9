//! The guide's file: site, source, contacts, ladder, rules, steps.

use super::World;
use super::contacts;
use super::finding::{File, GUIDE, Log};
use super::order::reading_order;
use super::phrases;
use super::reader::{Reader, parse};
use super::words;
use crate::guide::model::{Advice, Body, Choice, Guide, Notice, Rule, Rung, Site, Source, Step, Text};

/// Reads the guide whose file is the first of `files`, and its words, whose file it adds. `None` where the file is
/// so broken that nothing more can be said of it.
pub fn guide(files: &mut Vec<File>, world: &World, log: &Log) -> Option<Guide> {
    let text = files.first()?.text.clone();
    let table = parse(&text, GUIDE, log);
    let mut root = Reader::root(&table, GUIDE, log);
    let words_name = root.text("words");
    let words = read_words(files, &words_name, world, log)?;
    let start = root.text("start");
    let fallback = root.maybe_text("fallback");
    let site = site(root.table("site"));
    let source = source(root.table("source"));
    let phrases = root.maybe_text("phrases");
    let phrases = phrases.and_then(|name| phrases::phrases(files, &name, fallback.as_ref(), world, log));
    let hotline = contacts::hotline(root.table("hotline"), world);
    let ladder: Vec<Rung> = root.tables("rung").into_iter().map(rung).collect();
    let notice = root.maybe_table("notice").map(notice);
    let institutions = root.tables("institution").into_iter().map(contacts::institution).collect();
    let rules = root.tables("rule").into_iter().map(rule).collect();
    let steps = root.tables("step").into_iter().map(|reader| step(reader, &ladder)).collect();
    let steps = reading_order(steps, &start);
    root.finish();
    Some(Guide { site, source, hotline, ladder, rules, steps, start, fallback, words, notice, institutions, phrases })
}

fn read_words(files: &mut Vec<File>, name: &Text, world: &World, log: &Log) -> Option<crate::guide::words::Words> {
    let path = beside(files, name)?;
    if name.is_empty() {
        return None;
    }
    match (world.read)(&path) {
        Ok(text) => {
            let words = words::words(&text, log);
            files.push(File { path, text });
            Some(words)
        }
        Err(why) => {
            log.error(
                GUIDE,
                name.at.clone(),
                why,
                "Назовите файл со словами интерфейса, например: words = \"ru.toml\"",
            );
            None
        }
    }
}

/// The path of a file that the guide's file names: it stands in the same folder.
pub fn beside(files: &[File], name: &str) -> Option<String> {
    let guide = &files.first()?.path;
    let folder = guide.rfind(['/', '\\']).map_or("", |slash| &guide[..=slash]);
    Some(format!("{folder}{name}"))
}

fn notice(mut reader: Reader) -> Notice {
    let notice = Notice { mark: reader.text("mark"), account: reader.text("account"), next: reader.text("next") };
    reader.finish();
    notice
}

fn site(mut reader: Reader) -> Site {
    let site = Site {
        name: reader.text("name"),
        place: reader.text("place"),
        description: reader.text("description"),
        url: reader.maybe_text("url"),
    };
    if let Some(url) = &site.url {
        contacts::web_address(&reader, url, true);
    }
    reader.finish();
    site
}

fn source(mut reader: Reader) -> Source {
    let source = Source { title: reader.text("title"), author: reader.text("author"), date: reader.text("date") };
    contacts::date(&reader, &source.date);
    reader.finish();
    source
}

fn rung(mut reader: Reader) -> Rung {
    let rung = Rung { id: reader.text("id"), label: reader.text("label") };
    reader.finish();
    rung
}

fn rule(mut reader: Reader) -> Rule {
    let rule = Rule { text: reader.text("text"), source: reader.text("source") };
    reader.finish();
    rule
}

fn step(mut reader: Reader, ladder: &[Rung]) -> Step {
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

/// What a step tells, from the keys it has.
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
        let lost = match (&dont, &act) {
            (None, None) => "«нельзя» и «нужно» (ключи dont и do)",
            (None, _) => "«нельзя» (ключ dont)",
            _ => "«нужно» (ключ do)",
        };
        reader.error(
            id.at.clone(),
            format!("у совета «{id}» нет {lost}"),
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
