//! Phones and links: a text, a table or a list of both in the file; one list in the form, and the shortest of these forms in the file.

use guide_studio_model::{Edit, Node, Place};
use leptos::prelude::*;

use super::dialog::{Confirm, Dialog, Question};
use super::field::At;
use super::list::button_id;
use super::places::element_id;
use super::schema::{Field, Table};
use crate::browser;
use crate::words;
use crate::words::fill;

/// The items, each the texts of the table's fields in order.
type Items = Vec<Vec<String>>;

/// The items of what a file says.
fn items_of(value: Option<&Node>, table: &Table) -> Items {
    let text = |node: Option<&Node>| node.and_then(Node::text).unwrap_or_default().to_owned();
    let item = |node: &Node| match node {
        Node::Table(_) => table.fields.iter().map(|field| text(node.get(field.key))).collect(),
        other => table
            .fields
            .iter()
            .enumerate()
            .map(|(at, _)| if at == 0 { text(Some(other)) } else { String::new() })
            .collect(),
    };
    match value {
        None => Vec::new(),
        Some(Node::List(items)) => items.iter().map(item).collect(),
        Some(one) => vec![item(one)],
    }
}

/// The shortest form of items.
fn written(items: &Items, table: &Table) -> Option<Node> {
    let mut nodes: Vec<Node> = items.iter().map(|item| written_item(item, table)).collect();
    match nodes.len() {
        0 => None,
        1 => nodes.pop(),
        _ => Some(Node::List(nodes)),
    }
}

fn written_item(item: &[String], table: &Table) -> Node {
    let more = item.iter().skip(1).any(|text| !text.is_empty());
    match item.first() {
        Some(first) if !more => Node::Text(first.clone()),
        _ => {
            let entries = table.fields.iter().zip(item).enumerate();
            let kept = entries.filter(|(at, (_, text))| *at == 0 || !text.is_empty());
            Node::Table(kept.map(|(_, (field, text))| (field.key.to_owned(), Node::Text(text.clone()))).collect())
        }
    }
}

/// The list of a field.
#[derive(Clone, Copy)]
struct ShortList {
    at: At,
    table: &'static Table,
    items: Memo<Items>,
    dialog: Dialog,
}

impl ShortList {
    /// The change that makes these items of the list. Of several items only the one that differs is written.
    fn edit(self, items: &Items) -> Edit {
        let place = self.at.place();
        let before = self.items.get_untracked();
        if before.len() == items.len() && items.len() > 1 {
            let changed = (0..items.len()).filter(|index| before[*index] != items[*index]).collect::<Vec<_>>();
            if let [index] = changed[..] {
                return Edit::Set(place.index(index), written_item(&items[index], self.table));
            }
        }
        written(items, self.table).map_or(Edit::Remove(place.clone()), |value| Edit::Set(place, value))
    }

    fn type_text(self, index: usize, column: usize, text: String) {
        let mut items = self.items.get_untracked();
        if let Some(cell) = items.get_mut(index).and_then(|item| item.get_mut(column)) {
            *cell = text;
            let place = self.at.place().index(index).name(self.table.fields[column].key);
            self.at.editor.type_edits(self.at.change_name(), place, vec![self.edit(&items)]);
        }
    }

    fn change(self, name: &str, index: usize, items: &Items) {
        let label = format!("{} {}", self.table.item, index + 1);
        let name = fill(name, &[("item", &label)]);
        self.at.editor.message.set(name.clone());
        self.at.editor.edit(format!("{name} · {}", self.at.change_name()), vec![self.edit(items)]);
    }

    fn add(self) {
        let mut items = self.items.get_untracked();
        items.push(vec![String::new(); self.table.fields.len()]);
        self.change(words::list::ADDED, items.len() - 1, &items);
        browser::focus_later(self.cell_id(items.len() - 1, 0));
    }

    fn move_item(self, index: usize, down: bool) {
        let mut items = self.items.get_untracked();
        let to = if down { index + 1 } else { index.wrapping_sub(1) };
        if to < items.len() {
            items.swap(index, to);
            self.change(if down { words::list::MOVED_DOWN } else { words::list::MOVED_UP }, index, &items);
            browser::focus_later(button_id(&self.at.place().index(to), if down { "down" } else { "up" }));
        }
    }

    fn delete(self, index: usize) {
        let mut items = self.items.get_untracked();
        let title = items[index].iter().find(|text| !text.is_empty()).cloned().unwrap_or_default();
        let item = fill(words::names::ITEM, &[("item", self.table.item), ("title", &title)]);
        items.remove(index);
        let place = self.at.place();
        self.dialog.ask(Question::Confirm(Confirm {
            title: fill(words::list::DELETE_TITLE, &[("item", &item)]),
            lead: String::new(),
            places: Vec::new(),
            button: words::list::DELETE_SURE,
            name: fill(words::list::DELETED, &[("item", &item)]),
            edits: written(&items, self.table)
                .map_or(vec![Edit::Remove(place.clone())], |value| vec![Edit::Set(place.clone(), value)]),
            focus: vec![button_id(&place.index(index), "delete"), format!("{}-add", self.at.id())],
        }));
    }

    fn cell_place(self, index: usize, column: usize) -> Place {
        self.at.place().index(index).name(self.table.fields[column].key)
    }

    fn cell_id(self, index: usize, column: usize) -> String {
        element_id(&self.cell_place(index, column))
    }
}

/// The controls of the list.
pub fn short_list(at: At) -> AnyView {
    let Some(table) = at.field.table else { return ().into_any() };
    let value = at.value();
    let items = Memo::new(move |_| value.with(|value| items_of(value.as_ref(), table)));
    let list = ShortList { at, table, items, dialog: Dialog::get() };
    let count = Memo::new(move |_| items.with(Vec::len));
    let item = move |index: usize| {
        let columns = table.fields.iter().enumerate().map(|(column, field)| cell(list, index, column, field));
        let id = element_id(&at.place().index(index));
        view! {
            <li class="short-item" id=id tabindex="-1">
                <div class="cells">{columns.collect_view()}</div>
                {buttons(list, index, count)}
            </li>
        }
    };
    let add_label = format!("{}: {}", table.add, at.field.label);
    view! {
        <ol class="items"><For each=move || 0..count.get() key=|index| *index children=item/></ol>
        <button type="button" class="add" id=format!("{}-add", at.id()) aria-label=add_label on:click=move |_| list.add()>{table.add}</button>
    }
    .into_any()
}

fn cell(list: ShortList, index: usize, column: usize, field: &'static Field) -> AnyView {
    let id = list.cell_id(index, column);
    let text = Memo::new(move |_| {
        list.items.with(|items| items.get(index).and_then(|item| item.get(column)).cloned().unwrap_or_default())
    });
    let findings = list.at.marks.findings(list.cell_place(index, column), true);
    let invalid = move || if findings.with(Vec::is_empty) { "false" } else { "true" };
    let required = field.required.then(|| view! { " "<span class="required">{words::field::REQUIRED}</span> });
    let label = format!("{} {}: ", list.table.item, index + 1);
    view! {
        <div class="field">
            <label for=id.clone()><span class="visually-hidden">{label}</span>{field.label}{required}</label>
            <p class="help" id=format!("{id}-help")>{field.help}</p>
            <input type="text" id=id.clone() autocomplete="off" aria-describedby=format!("{id}-help {id}-findings")
                aria-invalid=invalid prop:value=move || text.get()
                on:input=move |event| list.type_text(index, column, event_target_value(&event))
                on:blur=move |_| list.at.editor.leave_field()/>
            {list.at.marks.below(list.cell_place(index, column), true)}
        </div>
    }
    .into_any()
}

fn buttons(list: ShortList, index: usize, count: Memo<usize>) -> AnyView {
    let place = list.at.place().index(index);
    let item = format!("{} {}", list.table.item, index + 1);
    let aria = |button: &str| fill(words::list::OF_ITEM, &[("button", button), ("item", &item)]);
    let last = move || (index + 1 >= count.get()).then_some("true");
    // One alone has no neighbours.
    let moves = move || count.get() < 2;
    view! {
        <div class="item-buttons">
            <button type="button" hidden=moves id=button_id(&place, "up") aria-label=aria(words::list::UP)
                aria-disabled=(index == 0).then_some("true") on:click=move |_| list.move_item(index, false)>{words::list::UP}</button>
            <button type="button" hidden=moves id=button_id(&place, "down") aria-label=aria(words::list::DOWN)
                aria-disabled=last on:click=move |_| list.move_item(index, true)>{words::list::DOWN}</button>
            <button type="button" id=button_id(&place, "delete") aria-label=aria(words::list::DELETE)
                on:click=move |_| list.delete(index)>{words::list::DELETE}</button>
        </div>
    }
    .into_any()
}
