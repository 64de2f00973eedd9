//! The guide's file: site, source, hotline, institutions, ladder of helpers, rules, what is not covered, steps; and the files that
//! it names.

use guide_core::changes::ChangeEntry;
use guide_core::contact::Contact;
use guide_core::guide::{Guide, Notice, Site, Source};
use guide_core::language::Language;
use guide_core::text::Text;
use guide_core::ui_strings::UiStrings;

use super::hours::HoursDefaults;
use super::language::language;
use super::reading_order::reading_order;
use super::rich_texts::plain;
use super::sibling_path::sibling_path;
use super::steps::{rule, step};
use super::{
    changes_file, contacts, content_files, fields, institutions, not_covered, phrases_file, strings_file, values,
};
use crate::World;
use crate::diagnostics::{CHANGES, Diagnostics, GUIDE, STRINGS, SourceFile};
use crate::markup::PlainText;
use crate::message;
use crate::message::Message;
use crate::toml_reader::{self, Reader};
use crate::training::phrases::Phrases;

/// Reads the guide whose file is the first of `files`, and its phrases; adds the files that it names to `files`.
pub fn read(files: &mut Vec<SourceFile>, world: &World, diagnostics: &Diagnostics) -> (Option<Guide>, Option<Phrases>) {
    let Some(SourceFile { path, text, .. }) = files.first().cloned() else { return (None, None) };
    let table = toml_reader::parse(&text, GUIDE, diagnostics);
    if !table.is_sound() {
        return (None, None);
    }
    let mut root = Reader::root(&table, GUIDE, diagnostics);
    let words = root.maybe_text("words");
    let language = language(&mut root, words.as_ref());
    let strings = read_strings(files, &path, words.as_ref(), &language, world, diagnostics);
    let start = root.text("start");
    let fallback = root.maybe_text("fallback");
    let site = site(root.table("site"));
    let source = source(root.table("source"));
    let phrases = root.maybe_text("phrases");
    let phrases = phrases.and_then(|name| read_phrases(files, &path, &name, fallback.as_ref(), world, diagnostics));
    let changes_file = root.maybe_text("changes");
    let changes = changes_file.as_ref().map(|name| read_changes(files, &path, name, world, diagnostics));
    let contacts = read_contacts(&mut root, &source.date, world);
    let fields = fields::fields(root.tables("field"));
    let ladder = institutions::rungs(root.tables("rung"));
    let notice = root.maybe_table("notice").map(notice);
    let institutions = root.tables("institution").into_iter().map(institutions::institution).collect();
    let rules = root.tables("rule").into_iter().map(rule).collect();
    let not_covered = root.tables("not_covered").into_iter().map(not_covered::not_covered).collect();
    let steps = root.tables("step").into_iter().map(|reader| step(reader, &ladder, &contacts)).collect();
    let steps = reading_order(steps, &start);
    root.finish();
    let mut guide = Guide {
        site,
        source,
        contacts,
        fields,
        ladder,
        rules,
        not_covered,
        steps,
        start,
        fallback,
        strings,
        notice,
        institutions,
        changes: changes.unwrap_or_default(),
        changes_file,
        files: Vec::new(),
    };
    content_files::read(&mut guide, &path, world, diagnostics);
    (Some(guide), phrases)
}

/// The contacts, in the order of the file; that of the former `[hotline]` comes first.
fn read_contacts(root: &mut Reader, source_date: &str, world: &World) -> Vec<Contact> {
    let defaults = HoursDefaults::read(root, source_date);
    let hotline = root.maybe_table("hotline").map(|reader| contacts::hotline(reader, &defaults, world));
    hotline.into_iter().chain(contacts::contacts(root.tables("contact"), &defaults, world)).collect()
}

/// The guide's own file of strings over those of the tool, or these alone. Where there is no such file, an empty one takes its place
/// among the files.
fn read_strings(
    files: &mut Vec<SourceFile>,
    guide_path: &str,
    name: Option<&Text>,
    language: &Language,
    world: &World,
    diagnostics: &Diagnostics,
) -> UiStrings {
    let instead = message!(
        "Назовите файл со словами интерфейса или удалите эту строку: без неё слова берутся из программы.",
        "Name the file with the words of the interface, or delete this line: without it the program's own words are used."
    );
    let own =
        name.and_then(|name| read_file(files, &sibling_path(guide_path, name), name, instead, world, diagnostics));
    add_missing(files, STRINGS + 1);
    strings_file::read(own.as_deref(), language, diagnostics)
}

/// `None` also where no step is named that the search could fall back to.
fn read_phrases(
    files: &mut Vec<SourceFile>,
    guide_path: &str,
    name: &Text,
    fallback: Option<&Text>,
    world: &World,
    diagnostics: &Diagnostics,
) -> Option<Phrases> {
    let Some(fallback) = fallback else {
        diagnostics.error(
            GUIDE,
            name.at.clone(),
            message!(
                "поиску некуда отправить тех, кому ничего не подошло",
                "the search has nowhere to send those whom nothing fits"
            ),
            message!(
                "Допишите рядом id такого шага, например: fallback = \"none\"",
                "Add the id of a step for them beside it, for example: fallback = \"none\""
            ),
        );
        return None;
    };
    let instead = message!(
        "Назовите файл с фразами, например: phrases = \"phrases.toml\"",
        "Name the file with the phrases, for example: phrases = \"phrases.toml\""
    );
    let text = read_file(files, &sibling_path(guide_path, name), name, instead, world, diagnostics)?;
    phrases_file::read(&text, fallback, diagnostics)
}

fn read_changes(
    files: &mut Vec<SourceFile>,
    guide_path: &str,
    name: &Text,
    world: &World,
    diagnostics: &Diagnostics,
) -> Vec<ChangeEntry> {
    add_missing(files, CHANGES);
    let instead = message!(
        "Положите рядом файл с этим именем, хотя бы пустой, или удалите эту строку.",
        "Put a file of this name beside it, be it empty, or delete this line."
    );
    let text = read_file(files, &sibling_path(guide_path, name), name, instead, world, diagnostics);
    text.map(|text| changes_file::read(&text, diagnostics)).unwrap_or_default()
}

/// Adds empty files for those that the guide does not have, so that there are at least `count`.
fn add_missing(files: &mut Vec<SourceFile>, count: usize) {
    while files.len() < count {
        files.push(SourceFile::default());
    }
}

/// The text of the file that the guide's file calls `name`, which is added to `files`; one that can't be read is reported at that name.
fn read_file(
    files: &mut Vec<SourceFile>,
    path: &str,
    name: &Text,
    instead: Message,
    world: &World,
    diagnostics: &Diagnostics,
) -> Option<String> {
    match (world.read)(path) {
        Ok(bytes) => super::add_file(files, path, bytes, diagnostics),
        Err(why) => {
            diagnostics.error(GUIDE, name.at.clone(), why, instead);
            None
        }
    }
}

fn notice(mut reader: Reader) -> Notice {
    let notice = Notice { mark: reader.text("mark"), account: reader.text("account"), next: reader.text("next") };
    reader.finish();
    notice
}

fn site(mut reader: Reader) -> Site {
    let (name, place) = (reader.text("name"), reader.maybe_text("place"));
    let site = Site {
        name: plain(&reader, name, PlainText::Name),
        place: place.map(|place| plain(&reader, place, PlainText::Name)),
        description: reader.text("description"),
        url: reader.maybe_text("url"),
        topic: reader.maybe_text("topic"),
    };
    if let Some(url) = &site.url {
        values::site_address(&reader, url);
    }
    reader.finish();
    site
}

fn source(mut reader: Reader) -> Source {
    let source = Source { title: reader.text("title"), author: reader.text("author"), date: reader.text("date") };
    values::date(&reader, &source.date);
    reader.finish();
    source
}
