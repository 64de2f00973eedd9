//! A list of tables: add, copy, move, delete by buttons.

use guide_studio_model::{Edit, FileRole, Key, Named, Node, Place, references};
use leptos::prelude::*;

use super::dialog::{Confirm, Dialog, Question};
use super::ids;
use super::marks::Marks;
use super::names;
use super::places::element_id;
use super::schema::Table;
use crate::browser;
use crate::editor::Editor;
use crate::trees::Trees;
use crate::words;
use crate::words::fill;

/// A list that a form shows.
#[derive(Clone, Copy)]
pub struct List {
    /// The state.
    pub editor: Editor,
    /// What its items are.
    pub table: &'static Table,
    place: StoredValue<Place>,
    dialog: Dialog,
}

impl List {
    /// The list at a place.
    pub fn new(editor: Editor, table: &'static Table, place: Place) -> List {
        List { editor, table, place: StoredValue::new(place), dialog: Dialog::get() }
    }

    /// Its place.
    pub fn place(self) -> Place {
        self.place.get_value()
    }

    /// Its length.
    pub fn count(self) -> Memo<usize> {
        let place = self.place();
        Memo::new(move |_| self.editor.count(&place))
    }

    /// What an item is called.
    pub fn title(self, index: usize) -> Memo<String> {
        let place = self.place().index(index);
        Memo::new(move |_| {
            let title = self
                .editor
                .trees
                .with(|trees| trees.at(&place).map(|node| self.table.title_of(node)).unwrap_or_default());
            match title.is_empty() {
                true => format!("{} {}", self.table.item, index + 1),
                false => fill(words::names::ITEM, &[("item", self.table.item), ("title", &title)]),
            }
        })
    }

    fn change_item(self, index: usize, name: &str, edits: Vec<Edit>) {
        let item = self.editor.trees.with_untracked(|trees| names::item(trees, self.table, &self.place().index(index)));
        self.editor.edit(fill(name, &[("item", &item)]), edits);
    }

    /// Moves an item by one, and the focus with it.
    pub fn move_item(self, index: usize, down: bool) {
        let count =
            self.editor.trees.with_untracked(|trees| trees.at(&self.place()).map_or(0, |list| list.items().len()));
        let to = if down { index + 1 } else { index.wrapping_sub(1) };
        if to >= count {
            return;
        }
        let name = if down { words::list::MOVED_DOWN } else { words::list::MOVED_UP };
        self.change_item(index, name, vec![Edit::Move(self.place(), index, to)]);
        let number = [(to + 1).to_string(), count.to_string()];
        self.editor.message.set(fill(words::list::NOW_AT, &[("number", &number[0]), ("count", &number[1])]));
        browser::focus_later(button_id(&self.place().index(to), if down { "down" } else { "up" }));
    }

    /// Copies an item behind itself.
    pub fn copy_item(self, index: usize) {
        let place = self.place();
        let copy = self
            .editor
            .trees
            .with_untracked(|trees| trees.at(&place.index(index)).map(|item| ids::copy(trees, &place, item)));
        if let Some(copy) = copy {
            self.change_item(index, words::list::COPIED, vec![Edit::Insert(place.clone(), index + 1, copy)]);
            browser::focus_later(element_id(&place.index(index + 1)));
        }
    }

    /// Asks whether an item is to go, and says who needs it.
    pub fn delete_item(self, index: usize) {
        let place = self.place();
        let confirm = self.editor.trees.with_untracked(|trees| {
            let item = place.index(index);
            let name = names::item(trees, self.table, &item);
            let mut edits = vec![Edit::Remove(item.clone())];
            edits.extend(phrases_of(trees, &item).map(Edit::Remove));
            Confirm {
                title: fill(words::list::DELETE_TITLE, &[("item", &name)]),
                lead: String::new(),
                places: users_of(trees, &item),
                button: words::list::DELETE_SURE,
                name: fill(words::list::DELETED, &[("item", &name)]),
                edits,
                // What stands at its place then, or the list.
                focus: vec![button_id(&item, "delete"), add_id(&place), element_id(&place)],
            }
        });
        self.dialog.ask(Question::Confirm(confirm));
    }

    /// The buttons of an item.
    pub fn buttons(self, index: usize) -> AnyView {
        let (title, count) = (self.title(index), self.count());
        let id = self.place().index(index);
        let button = move |name: &'static str, label: &'static str, is_off: Signal<bool>, act: fn(List, usize)| {
            let aria = move || fill(words::list::OF_ITEM, &[("button", label), ("item", &title.get())]);
            let disabled = move || is_off.get().then_some("true");
            view! {
                <button type="button" id=button_id(&id, name) aria-label=aria aria-disabled=disabled
                    on:click=move |_| if !is_off.get_untracked() { act(self, index) }>{label}</button>
            }
        };
        let never = Signal::stored(false);
        let is_last = Signal::derive(move || index + 1 >= count.get());
        view! {
            <div class="item-buttons">
                {button("up", words::list::UP, Signal::stored(index == 0), |list, index| list.move_item(index, false))}
                {button("down", words::list::DOWN, is_last, |list, index| list.move_item(index, true))}
                {button("copy", words::list::COPY, never, List::copy_item)}
                {button("delete", words::list::DELETE, never, List::delete_item)}
            </div>
        }
        .into_any()
    }

    /// The whole list. `body` is the form of an item, `add` the button below.
    pub fn view(self, body: fn(Editor, Place) -> AnyView, add: fn(List)) -> AnyView {
        let (count, place, marks) = (self.count(), self.place(), Marks::get());
        let is_within = place.keys.len() > 1;
        let item = move |index: usize| {
            let place = self.place().index(index);
            let title = self.title(index);
            let id = element_id(&place);
            let labelled_by = format!("{id}-title");
            // A list within a form has a heading of its own above it.
            let heading = match is_within {
                true => view! { <h3 id=labelled_by.clone()>{move || title.get()}</h3> }.into_any(),
                false => view! { <h2 id=labelled_by.clone()>{move || title.get()}</h2> }.into_any(),
            };
            view! {
                <li>
                    <div class="item" id=id tabindex="-1" role="group" aria-labelledby=labelled_by>
                        <div class="item-head">{heading}{self.buttons(index)}</div>
                        {body(self.editor, place)}
                    </div>
                </li>
            }
        };
        let own = marks.below(place.clone(), false);
        view! {
            <div class="list" id=element_id(&place) tabindex="-1">
                {own}
                <ol class="items"><For each=move || 0..count.get() key=|index| *index children=item/></ol>
                <button type="button" class="add" id=add_id(&place) on:click=move |_| add(self)>{self.table.add}</button>
            </div>
        }
        .into_any()
    }
}

/// The id of a button of an item.
pub fn button_id(item: &Place, button: &str) -> String {
    format!("{}-button-{button}", element_id(item))
}

fn add_id(list: &Place) -> String {
    format!("{}-add", element_id(list))
}

/// The places that refer to an item of a list of the guide.
fn users_of(trees: &Trees, item: &Place) -> Vec<Place> {
    let named = match &item.keys[..] {
        [Key::Name(list), Key::Index(_)] if item.file == FileRole::Guide => match list.as_str() {
            "step" => Named::Step,
            "contact" => Named::Contact,
            "rung" => Named::Rung,
            _ => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    let Some(id) = trees.at(item).and_then(|node| node.get("id")?.text()) else { return Vec::new() };
    let mut places = references(trees.file(FileRole::Guide), named, id);
    places.retain(|place| !item.contains(place));
    places
}

/// The section of phrases of a step that goes, unless another step has the same id.
fn phrases_of(trees: &Trees, item: &Place) -> Option<Place> {
    let [Key::Name(list), Key::Index(_)] = &item.keys[..] else { return None };
    let id = trees.at(item).filter(|_| list == "step" && item.file == FileRole::Guide)?.get("id")?.text()?;
    let section = Place { file: FileRole::Phrases, keys: vec![id.into()] };
    let steps = trees.at(&Place::guide(["step".into()])).map(Node::items).unwrap_or_default();
    let bearers = steps.iter().filter(|step| step.get("id").and_then(Node::text) == Some(id)).count();
    (bearers == 1 && id != "words" && trees.at(&section).is_some()).then_some(section)
}

/// How a list adds an item.
impl List {
    /// Asks for a new answer.
    pub fn ask_answer(self) {
        self.dialog.ask(Question::NewAnswer(self.place()));
    }

    /// Asks for a new step that nothing leads to yet.
    pub fn ask_step(self) {
        self.dialog.ask(Question::NewStep { target: None });
    }

    /// Asks what a new item is called.
    pub fn ask_item(self) {
        self.dialog.ask(Question::NewItem(self.table, self.place()));
    }

    /// Adds an item whose required texts are still to be written.
    pub fn add_empty(self) {
        let (place, count) = (self.place(), self.count().get_untracked());
        let required = self.table.fields.iter().filter(|field| field.required);
        let entries = required.map(|field| (field.key.to_owned(), Node::Text(String::new()))).collect();
        let name = fill(words::list::ADDED, &[("item", self.table.item)]);
        self.editor.edit(name, vec![Edit::Insert(place.clone(), count, Node::Table(entries))]);
        self.editor.focus_request.set(Some(place.index(count).name(self.table.fields[0].key)));
    }
}
