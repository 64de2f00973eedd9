//! The dialog: questions that are asked before something is done.

use gloo_timers::callback::Timeout;
use guide_studio_model::{Edit, Place};
use leptos::prelude::*;
use web_sys::HtmlDialogElement;

use super::schema::Table;
use super::{names, new_item, new_step};
use crate::browser;
use crate::editor::Editor;
use crate::words;

/// The dialog. A copy is the same.
#[derive(Clone, Copy)]
pub struct Dialog(RwSignal<Option<Question>>);

/// What it asks.
#[derive(Clone)]
pub enum Question {
    /// Whether this is to be done.
    Confirm(Confirm),
    /// How a new step is to be called, which something leads to at `target`.
    NewStep {
        /// The value that becomes its id.
        target: Option<Place>,
    },
    /// How a new answer of this list is to be called, and where it leads.
    NewAnswer(Place),
    /// How a new item of this list is to be called.
    NewItem(&'static Table, Place),
}

/// Something that is done only after it was confirmed.
#[derive(Clone)]
pub struct Confirm {
    /// The question.
    pub title: String,
    /// What will happen; may be empty.
    pub lead: String,
    /// The places that it is about: those that lead to what goes.
    pub places: Vec<Place>,
    /// The button that does it.
    pub button: &'static str,
    /// The name of the change.
    pub name: String,
    /// The change.
    pub edits: Vec<Edit>,
    /// The ids of elements of which the first that is there gets the focus then.
    pub focus: Vec<String>,
}

impl Dialog {
    /// A dialog for all components; [`view`] shows it.
    pub fn provide() -> Dialog {
        let dialog = Dialog(RwSignal::new(None));
        provide_context(dialog);
        dialog
    }

    /// The dialog of the component that is being made.
    pub fn get() -> Dialog {
        expect_context()
    }

    /// Asks a question.
    pub fn ask(self, question: Question) {
        self.0.set(Some(question));
    }

    /// Ends the question without an answer.
    pub fn close(self) {
        self.0.set(None);
    }
}

/// The dialog's element.
pub fn view(editor: Editor, dialog: Dialog) -> impl IntoView {
    let node = NodeRef::<leptos::html::Dialog>::new();
    // The number of the question that was asked last, and of the one that the element shows.
    let (last, shown) = (StoredValue::new(0_u32), StoredValue::new(0_u32));
    Effect::new(move |_| {
        let is_asked = dialog.0.with(Option::is_some);
        let Some(element) = node.get_untracked() else { return };
        let element: HtmlDialogElement = element;
        if !is_asked {
            element.close();
        } else if !element.open() {
            last.update_value(|last| *last += 1);
            // When its content is there: the first field of it gets the focus.
            Timeout::new(0, move || {
                shown.set_value(last.get_value());
                _ = element.show_modal();
            })
            .forget();
        }
    });
    // The browser tells of the end of a question when another one may have been asked already.
    let closed = move |_| {
        if shown.get_value() == last.get_value() {
            dialog.close();
        }
    };
    view! {
        <dialog node_ref=node id="dialog" aria-labelledby="dialog-title" on:close=closed>
            {move || dialog.0.get().map(|question| match question {
                Question::Confirm(asked) => confirm(editor, dialog, asked),
                Question::NewStep { target } => new_step::form(editor, dialog, target),
                Question::NewAnswer(list) => new_step::answer_form(editor, dialog, list),
                Question::NewItem(table, list) => new_item::form(editor, dialog, table, list),
            })}
        </dialog>
    }
}

/// The buttons of a question: that which does it sends the form.
pub fn buttons(dialog: Dialog, button: &'static str) -> AnyView {
    view! {
        <div class="dialog-buttons">
            <button type="submit" class="main">{button}</button>
            <button type="button" on:click=move |_| dialog.close()>{words::dialog::CANCEL}</button>
        </div>
    }
    .into_any()
}

fn confirm(editor: Editor, dialog: Dialog, asked: Confirm) -> AnyView {
    let places = editor
        .trees
        .with_untracked(|trees| asked.places.iter().map(|place| names::way(trees, place)).collect::<Vec<_>>());
    let lead = (!asked.lead.is_empty()).then(|| view! { <p>{asked.lead.clone()}</p> });
    let users = (!places.is_empty()).then(|| {
        view! {
            <p>{words::dialog::USED_BY}</p>
            <ul class="users">{places.into_iter().map(|place| view! { <li>{place}</li> }).collect_view()}</ul>
        }
    });
    let Confirm { title, button, name, edits, focus, .. } = asked;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        dialog.close();
        editor.edit(name.clone(), edits.clone());
        editor.message.set(name.clone());
        let focus = focus.clone();
        Timeout::new(0, move || _ = focus.iter().any(|id| browser::try_focus(id))).forget();
    };
    view! {
        <form on:submit=submit>
            <h2 id="dialog-title">{title}</h2>
            {lead}
            {users}
            {buttons(dialog, button)}
        </form>
    }
    .into_any()
}
