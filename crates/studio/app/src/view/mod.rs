//! How the draft looks: the real pages in frames, what the status will say, what the search finds.

mod frame_document;
mod line;
mod links;
mod loaded_frame;
mod moments;
mod page_document;
mod page_frame;
mod pages;
mod search;

use guide_studio_model::PreviewPage;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::browser;
use crate::editor::Editor;
use crate::panel::Panel;
use crate::words::{self, view_tabs};

/// What the area shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The page of the step that is being edited, on a phone.
    Phone,
    /// The leaflet of that step.
    Leaflet,
    /// The whole guide on paper.
    Print,
    /// The poster.
    Poster,
    /// The flowchart.
    Map,
    /// What a contact's status says at any moment.
    Line,
    /// What the search finds.
    Search,
}

impl Tab {
    const ALL: [(Tab, &'static str); 7] = [
        (Tab::Phone, view_tabs::PHONE),
        (Tab::Leaflet, view_tabs::LEAFLET),
        (Tab::Print, view_tabs::PRINT),
        (Tab::Poster, view_tabs::POSTER),
        (Tab::Map, view_tabs::MAP),
        (Tab::Line, view_tabs::LINE),
        (Tab::Search, view_tabs::SEARCH),
    ];
    /// The element that shows what the chosen tab means.
    const PANEL: &'static str = "view-panel";

    fn id(self) -> String {
        format!("view-tab-{}", self as usize)
    }
}

/// What the area shows, and what stays when another tab is chosen. A copy is the same state.
#[derive(Clone, Copy)]
pub struct ViewState {
    /// The chosen tab.
    pub tab: RwSignal<Tab>,
    /// The width of the phone, in CSS pixels.
    width: RwSignal<u32>,
    /// Whether the phone is dark.
    is_dark: RwSignal<bool>,
    /// The step that the pages show: the one whose form was open last.
    step: RwSignal<String>,
    /// The contact, the date and the time of the line's tab.
    moment: line::Moment,
    /// The sentence of the search's tab.
    sentence: RwSignal<String>,
}

/// Provides the state that both [`view_area`] and [`map_panel`] need.
pub fn start(editor: Editor, panel: RwSignal<Panel>) {
    let step = RwSignal::new(String::new());
    Effect::new(move |_| {
        let next = links::step_of(editor, &panel.get());
        if let Some(next) = next.filter(|next| *next != step.get_untracked()) {
            step.set(next);
        }
    });
    provide_context(ViewState {
        tab: RwSignal::new(Tab::Phone),
        width: RwSignal::new(pages::WIDTHS[1]),
        is_dark: RwSignal::new(false),
        step,
        moment: line::Moment::now(),
        sentence: RwSignal::default(),
    });
}

/// The area: tabs, and what the chosen one means.
pub fn view_area(editor: Editor) -> impl IntoView {
    let view: ViewState = expect_context();
    let tab = view.tab;
    let panel = NodeRef::<html::Div>::new();
    view! {
        <h1 class="for-ears">{words::areas::VIEW}</h1>
        <div role="tablist" aria-label=view_tabs::LABEL class="view-tabs" on:keydown=move |event| move_by_key(tab, &event)>
            {Tab::ALL.into_iter().map(|(this, name)| tab_button(tab, this, name)).collect_view()}
        </div>
        <div
            node_ref=panel
            id=Tab::PANEL
            role="tabpanel"
            tabindex="-1"
            aria-labelledby=move || tab.get().id()
            class="view-panel"
        >
            {move || match tab.get() {
                Tab::Phone => pages::phone(editor, view).into_any(),
                Tab::Leaflet => pages::paper(editor, view, PreviewPage::Leaflet).into_any(),
                Tab::Print => pages::paper(editor, view, PreviewPage::Print).into_any(),
                Tab::Poster => pages::paper(editor, view, PreviewPage::Poster).into_any(),
                Tab::Map => pages::map(editor, view).into_any(),
                Tab::Line => line::line(editor, view.moment).into_any(),
                Tab::Search => search::search(editor, view.sentence).into_any(),
            }}
        </div>
    }
}

/// The map as a panel of the page's middle: its boxes lead to forms.
pub fn map_panel(editor: Editor) -> impl IntoView {
    pages::map_panel(editor)
}

fn tab_button(tab: RwSignal<Tab>, this: Tab, name: &'static str) -> impl IntoView {
    let selected = move || tab.get() == this;
    view! {
        <button
            type="button"
            role="tab"
            id=this.id()
            aria-controls=Tab::PANEL
            aria-selected=move || selected().to_string()
            tabindex=move || if selected() { "0" } else { "-1" }
            on:click=move |_| tab.set(this)
        >
            {name}
        </button>
    }
}

/// The keys of a list of tabs: arrows, Home and End.
fn move_by_key(tab: RwSignal<Tab>, event: &KeyboardEvent) {
    let last = Tab::ALL.len() - 1;
    let here = tab.get_untracked() as usize;
    let next = match &*event.key() {
        "ArrowRight" | "ArrowDown" => (here + 1) % Tab::ALL.len(),
        "ArrowLeft" | "ArrowUp" => here.checked_sub(1).unwrap_or(last),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    let (next, _) = Tab::ALL[next];
    tab.set(next);
    browser::focus(&next.id());
}
