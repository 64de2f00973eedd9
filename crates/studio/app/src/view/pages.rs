//! The tabs that show a page: phone, leaflet, memo, poster, map.

use guide_studio_model::PreviewPage;
use leptos::prelude::*;

use super::ViewState;
use super::page_frame::{Look, PageFrame};
use crate::editor::Editor;
use crate::forms::places::HEADING;
use crate::words::{self, view_pages};

/// The widths of phones, in CSS pixels.
pub const WIDTHS: [u32; 4] = [320, 360, 375, 414];
/// The width of a sheet of A4 in CSS pixels. The pages have its margins within them.
const SHEET: u32 = 794;

/// The page of the step that is being edited, on a phone.
pub fn phone(editor: Editor, view: ViewState) -> impl IntoView {
    let look = Signal::derive(move || Look { width: Some(view.width.get()), is_dark: view.is_dark.get() });
    let frame = PageFrame::new(editor, PreviewPage::Guide, view_pages::PHONE_TITLE, view.step.into(), look);
    let width_option = move |width: u32| {
        let name = words::fill(view_pages::WIDTH_OPTION, &[("width", &width.to_string())]);
        view! { <option value=width.to_string() selected=move || view.width.get() == width>{name}</option> }
    };
    let set_width = move |event| {
        if let Ok(width) = event_target_value(&event).parse() {
            view.width.set(width);
        }
    };
    view! {
        <div class="view-controls">
            <label for="view-width">{view_pages::WIDTH}</label>
            <select id="view-width" on:change=set_width>{WIDTHS.into_iter().map(width_option).collect_view()}</select>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=view.is_dark
                    on:change=move |event| view.is_dark.set(event_target_checked(&event))
                />
                <span>{view_pages::DARK}</span>
            </label>
        </div>
        <div class="phone">{frame.view()}</div>
    }
}

/// A sheet of paper, with a button that prints it.
pub fn paper(editor: Editor, view: ViewState, page: PreviewPage) -> impl IntoView {
    let look = Signal::derive(|| Look { width: Some(SHEET), is_dark: false });
    let (title, step) = match page {
        PreviewPage::Leaflet => (view_pages::LEAFLET_TITLE, view.step.into()),
        PreviewPage::Print => (view_pages::PRINT_TITLE, Signal::derive(String::new)),
        _ => (view_pages::POSTER_TITLE, Signal::derive(String::new)),
    };
    let frame = PageFrame::new(editor, page, title, step, look);
    view! {
        <div class="view-controls">
            <button type="button" on:click=move |_| frame.print()>{view_pages::PRINT}</button>
        </div>
        <div class="sheet">{frame.view()}</div>
    }
}

/// The flowchart beside the forms.
pub fn map(editor: Editor, view: ViewState) -> impl IntoView {
    let look = Signal::derive(move || Look { width: None, is_dark: view.is_dark.get() });
    let frame = map_frame(editor, look);
    view! { <p class="hint">{view_pages::MAP_HINT}</p><div class="map-view">{frame.view()}</div> }
}

/// The flowchart in the middle of the page.
pub fn map_panel(editor: Editor) -> impl IntoView {
    let look = Signal::derive(move || Look { width: None, is_dark: is_dark() });
    let frame = map_frame(editor, look);
    view! {
        <h1 id=HEADING tabindex="-1">{view_pages::MAP_TITLE}</h1>
        <p class="hint">{view_pages::MAP_HINT}</p>
        <p><button type="button" on:click=move |_| frame.print()>{view_pages::PRINT}</button></p>
        <div class="map-view large">{frame.view()}</div>
    }
}

fn map_frame(editor: Editor, look: Signal<Look>) -> PageFrame {
    PageFrame::new(editor, PreviewPage::Map, view_pages::MAP_TITLE, Signal::derive(String::new), look)
}

/// Whether the editor itself is dark.
fn is_dark() -> bool {
    let query = gloo_utils::window().match_media("(prefers-color-scheme: dark)");
    query.ok().flatten().is_some_and(|query| query.matches())
}
