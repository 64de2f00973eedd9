//! Pictures and files to download: put into the content folder, replaced, removed.

use gloo_file::File;
use guide_studio_model::{Bytes, Edit, FileRole, Node, Place, identifier};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::dialog::{Confirm, Dialog, Question};
use crate::editor::Editor;
use crate::trees::Trees;
use crate::words;
use crate::words::fill;

/// A file larger than this is not read: the format takes 5 MB, and the sentence about it is the tool's.
const LARGEST: u64 = 20_000_000;

/// Reads the file that was chosen, and gives its name and bytes to `then`. The field is empty again, so that the same file can be chosen once more.
pub fn read_chosen(editor: Editor, event: &leptos::ev::Event, then: impl FnOnce(String, Vec<u8>) + 'static) {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    input.set_value("");
    let file = File::from(file);
    if file.size() > LARGEST {
        return editor.message.set(words::files::TOO_LARGE.to_owned());
    }
    leptos::task::spawn_local(async move {
        match gloo_file::futures::read_as_bytes(&file).await {
            Ok(bytes) => then(file.name(), bytes),
            Err(_) => editor.message.set(words::files::NOT_READ.to_owned()),
        }
    });
}

/// A plain ASCII name for a file in the content folder, which no other file has.
pub fn plain_name(editor: Editor, name: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let ending: String = ending.chars().filter(char::is_ascii_alphanumeric).take(5).collect::<String>().to_lowercase();
    let taken: Vec<String> = editor.file_list_now().into_iter().map(|(path, _)| path).collect();
    let stems: Vec<&str> =
        taken.iter().filter_map(|path| path.rsplit('/').next()?.strip_suffix(&format!(".{ending}"))).collect();
    format!("{}.{ending}", identifier(stem, &stems))
}

/// Where the texts and pictures of the guide name a file.
fn users(trees: &Trees, name: &str) -> Vec<Place> {
    fn visit(node: &Node, place: &Place, name: &str, places: &mut Vec<Place>) {
        match node {
            Node::Text(text) if text == name || text.contains(&format!("]({name})")) => places.push(place.clone()),
            Node::List(items) => {
                items.iter().enumerate().for_each(|(index, item)| visit(item, &place.index(index), name, places));
            }
            Node::Table(entries) => {
                entries.iter().for_each(|(key, value)| visit(value, &place.name(key), name, places))
            }
            _ => {}
        }
    }
    let mut places = Vec::new();
    visit(trees.file(FileRole::Guide), &Place::guide([]), name, &mut places);
    places
}

/// The panel of the files.
pub fn panel(editor: Editor) -> AnyView {
    let dialog = Dialog::get();
    let files = Memo::new(move |_| {
        let (files, guide) = editor.files();
        let named = |key: &str| editor.text(&Place::guide([key.into()]));
        let own = [guide, named("phrases"), named("words"), named("changes")];
        files.into_iter().filter(|(path, _)| !own.contains(path)).collect::<Vec<_>>()
    });
    let add = move |event| {
        read_chosen(editor, &event, move |name, bytes| {
            let path = plain_name(editor, &name);
            let change = fill(words::files::ADDED, &[("name", &path)]);
            editor.message.set(change.clone());
            editor.edit(change, vec![Edit::PutFile(path, Bytes(bytes))]);
        });
    };
    let one = move |(path, size): (String, usize)| {
        let used = editor.trees.with_untracked(|trees| users(trees, &path).len());
        let state = match used {
            0 => words::files::UNUSED.to_owned(),
            count => fill(words::files::USED, &[("count", &count.to_string())]),
        };
        let kilobytes = size.div_ceil(1000).to_string();
        let replace = {
            let path = path.clone();
            move |event| {
                let path = path.clone();
                read_chosen(editor, &event, move |_, bytes| {
                    let change = fill(words::files::REPLACED, &[("name", &path)]);
                    editor.message.set(change.clone());
                    editor.edit(change, vec![Edit::PutFile(path, Bytes(bytes))]);
                });
            }
        };
        let delete = {
            let path = path.clone();
            move |_| {
                let places = editor.trees.with_untracked(|trees| users(trees, &path));
                dialog.ask(Question::Confirm(Confirm {
                    title: fill(words::files::DELETE_TITLE, &[("name", &path)]),
                    lead: String::new(),
                    places,
                    button: words::list::DELETE_SURE,
                    name: fill(words::files::DELETED, &[("name", &path)]),
                    edits: vec![Edit::RemoveFile(path.clone())],
                    focus: vec!["file-new".to_owned()],
                }));
            }
        };
        let label = |button: &str| fill(words::list::OF_ITEM, &[("button", button), ("item", &path)]);
        let snippet = fill(words::files::SNIPPET, &[("name", &path)]);
        view! {
            <li class="item">
                <div class="item-head"><h3>{path.clone()}</h3>
                    <div class="item-buttons">
                        <label class="button">{words::files::REPLACE}<input type="file" class="visually-hidden" aria-label=label(words::files::REPLACE) on:change=replace/></label>
                        <button type="button" aria-label=label(words::list::DELETE) on:click=delete>{words::list::DELETE}</button>
                    </div>
                </div>
                <p>{fill(words::files::SIZE, &[("size", &kilobytes)])}" · "{state}</p>
                <p class="help">{snippet}</p>
            </li>
        }
    };
    view! {
        <h1 id=super::places::HEADING tabindex="-1">{words::panels::FILES}</h1>
        <p>{words::files::LEAD}</p>
        {move || files.with(Vec::is_empty).then(|| view! { <p>{words::files::NONE}</p> })}
        <ul class="items">{move || files.get().into_iter().map(one).collect_view()}</ul>
        <div class="field">
            <label for="file-new">{words::files::ADD}</label>
            <p class="help" id="file-new-help">{words::files::ADD_HELP}</p>
            <input type="file" id="file-new" aria-describedby="file-new-help" on:change=add/>
        </div>
    }
    .into_any()
}
