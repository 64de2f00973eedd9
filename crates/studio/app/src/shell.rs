//! The page: the bar at the top, and three areas: contents, form, view. A narrow screen shows one area at a time.

use guide_studio_model::Draft;
use leptos::prelude::*;

use crate::editor::Editor;
use crate::forms::dialog::Dialog;
use crate::forms::marks::Marks;
use crate::panel::Panel;
use crate::{
    browser, contents, crash_copy, findings, forms, open, other_tabs, publish, site_content, top_bar, view, words,
};

/// An area of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// The list of everything that can be edited.
    Contents,
    /// What is edited.
    Form,
    /// How it looks.
    View,
}

/// The whole page.
pub fn shell(editor: Editor) -> impl IntoView {
    let panel = Panel::signal();
    let area = RwSignal::new(Area::Contents);
    provide_context(panel);
    provide_context(area);
    Marks::provide(editor);
    let dialog = Dialog::provide();
    findings::keep_title(editor);
    top_bar::listen_for_undo(editor);
    forms::places::follow_focus_requests(editor, panel);
    // The focus goes to what undo has changed, where that is on the page.
    Effect::new(move || {
        if let Some(mut place) = editor.undone_place.get() {
            // Items that were moved differ in their ids first, which are out of sight.
            if place.keys.last() == Some(&"id".into()) {
                place.keys.pop();
            }
            gloo_timers::callback::Timeout::new(0, move || _ = forms::places::focus_place(editor, &place)).forget();
        }
    });
    view::start(editor, panel);
    open::start(editor);
    publish::start(editor);
    other_tabs::start(&browser::site_address());
    let copies = crash_copy::start(editor);
    // Going to a panel shows it, on a narrow screen too.
    Effect::new(move |before: Option<Panel>| {
        let now = panel.get();
        if before.is_some_and(|before| before != now) {
            area.set(Area::Form);
        }
        now
    });
    leptos::task::spawn_local(async move {
        // Without content of its own the site's keeper opens a file.
        match site_content::fetch_content(&browser::site_address()).await {
            Some(draft) => {
                copies.take_site_content(draft.clone());
                if let Err(why) = editor.open(draft, None).await {
                    editor.message.set(why);
                }
            }
            None => {
                copies.take_site_content(Draft::default());
                Panel::go("open", "");
            }
        }
    });
    let class = move || match area.get() {
        Area::Contents => "areas contents",
        Area::Form => "areas form",
        Area::View => "areas view",
    };
    view! {
        {top_bar::top_bar(editor)}
        <p class="message" role="status">{move || editor.message.get()}</p>
        {other_tabs::line()}
        {crash_copy::offer()}
        <main class=class>
            <nav id="contents" aria-label=words::areas::CONTENTS>{contents::contents(editor)}</nav>
            <section id="form" aria-label=words::areas::FORM tabindex="-1">
                {move || {
                    // A draft that was opened just now has forms of its own.
                    editor.opened.track();
                    match &*panel.get().kind {
                        "open" => open::open_panel(editor).into_any(),
                        "map" => view::map_panel(editor).into_any(),
                        "publish" => publish::publish_panel(editor).into_any(),
                        _ => forms::form(editor, panel.get()).into_any(),
                    }
                }}
            </section>
            <section id="view" aria-label=words::areas::VIEW>{view::view_area(editor)}</section>
        </main>
        {forms::dialog::view(editor, dialog)}
        {crash_copy::written()}
    }
}
