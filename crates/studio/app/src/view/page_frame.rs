//! A page of the draft's site in a frame, rendered anew at each change without a flash.
//!
//! The page has an address, as fragments and history do not work in `srcdoc`. A changed page is loaded into a second frame
//! out of sight, brought to where the person has walked and scrolled to in the first, and put in its place. There is never more than
//! one page on its way; the newest draft wins.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::future::TimeoutFuture;
use guide_studio_model::{PreviewPage, Request, Response};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ResizeObserver, Window};

use super::frame_document;
use super::loaded_frame::{Loaded, new_frame};
use super::page_document::PageDocument;
use super::{ViewState, links};
use crate::editor::Editor;

/// A page that takes long to render waits for a pause of so many ms, so that findings come first.
const PAUSE: u32 = 300;

/// How a frame looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The width of the page's window in CSS pixels; `None`: that of its place.
    pub width: Option<u32>,
    /// Whether the page is dark.
    pub is_dark: bool,
}

/// A frame. A copy is the same frame.
#[derive(Clone, Copy)]
pub struct PageFrame {
    editor: Editor,
    view: ViewState,
    /// The id of the step that the page should show; empty for the page's top.
    step: Signal<String>,
    look: Signal<Look>,
    /// Why the page is not that of the present draft; empty where it is.
    failed: RwSignal<String>,
    inner: StoredValue<Inner, LocalStorage>,
}

struct Inner {
    page: PreviewPage,
    title: &'static str,
    container: Option<HtmlElement>,
    observer: Option<(ResizeObserver, Closure<dyn FnMut()>)>,
    /// The page of the draft with this version.
    rendered: Option<(u32, PageDocument)>,
    shown: Option<Loaded>,
    is_running: bool,
    is_stale: bool,
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some((observer, _)) = &self.observer {
            observer.disconnect();
        }
    }
}

impl PageFrame {
    /// A frame of a page. Its title is for screen readers.
    pub fn new(
        editor: Editor,
        page: PreviewPage,
        title: &'static str,
        step: Signal<String>,
        look: Signal<Look>,
    ) -> PageFrame {
        let view = expect_context();
        let inner = Inner {
            page,
            title,
            container: None,
            observer: None,
            rendered: None,
            shown: None,
            is_running: false,
            is_stale: false,
        };
        PageFrame { editor, view, step, look, failed: RwSignal::default(), inner: StoredValue::new_local(inner) }
    }

    /// The frame in its place, and a line for what went wrong.
    pub fn view(self) -> impl IntoView {
        let container = NodeRef::<html::Div>::new();
        Effect::new(move |_| {
            let Some(container) = container.get() else { return };
            self.observe(container.into());
        });
        Effect::new(move |_| {
            self.editor.version.track();
            self.step.track();
            self.wake();
        });
        Effect::new(move |_| {
            let look = self.look.get();
            self.fit();
            if let Some(container) = container.get() {
                // Behind the page, where room is kept for a scrollbar.
                _ = container.class_list().toggle_with_force("dark", look.is_dark);
            }
            if let Some(window) = self.window() {
                frame_document::set_theme(&window, look.is_dark);
            }
        });
        view! {
            <p class="failed" role="status">{move || self.failed.get()}</p>
            <div class="page-frame" node_ref=container></div>
        }
    }

    /// Prints the page.
    pub fn print(self) {
        if let Some(window) = self.window() {
            _ = window.focus();
            _ = window.print();
        }
    }

    /// The window of the page that is shown.
    fn window(self) -> Option<Window> {
        self.inner.try_with_value(|inner| inner.shown.as_ref()?.frame.content_window()).flatten()
    }

    /// Follows the size of the frame's place; one that is out of sight has none, and needs no page.
    fn observe(self, container: HtmlElement) {
        let closure = Closure::<dyn FnMut()>::new(move || {
            self.fit();
            self.wake();
        });
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(&container);
        }
        self.inner.update_value(|inner| {
            inner.observer = observer.map(|observer| (observer, closure));
            inner.container = Some(container);
        });
        self.fit();
        self.wake();
    }

    /// Sets the width of the page's window, and the scale at which it fits its place.
    fn fit(self) {
        let Some(Some(container)) = self.inner.try_with_value(|inner| inner.container.clone()) else { return };
        let Some(look) = self.look.try_get_untracked() else { return };
        if container.client_width() == 0 {
            return;
        }
        let style = container.style();
        let Some(width) = look.width else {
            _ = style.set_property("--page-width", "100%");
            _ = style.set_property("--page-scale", "1");
            return;
        };
        // A phone's scrollbar takes no width of the page.
        let width = width + self.window().map_or(0, |window| frame_document::scrollbar(&window));
        _ = style.set_property("--page-width", &format!("{width}px"));
        let scale = (f64::from(container.client_width()) / f64::from(width)).min(1.0);
        _ = style.set_property("--page-scale", &decimal(scale));
    }

    /// Has the newest draft rendered, now or when the page that is on its way has come.
    fn wake(self) {
        let start = self.inner.try_update_value(|inner| {
            inner.is_stale = true;
            !std::mem::replace(&mut inner.is_running, true)
        });
        if start == Some(true) {
            leptos::task::spawn_local(async move {
                while self.inner.try_update_value(|inner| std::mem::take(&mut inner.is_stale)) == Some(true) {
                    self.refresh().await;
                }
                self.inner.try_update_value(|inner| inner.is_running = false);
            });
        }
    }

    /// Renders the page if the draft is another one, and shows it where it or the step is another.
    async fn refresh(self) {
        let is_visible = |inner: &Inner| inner.container.as_ref().is_some_and(|place| place.client_width() > 0);
        if self.inner.try_with_value(is_visible) != Some(true) || self.editor.version.get_untracked() == 0 {
            return;
        }
        self.wait_for_pause().await;
        let Some(step) = self.step.try_get_untracked() else { return };
        let version = self.editor.version.get_untracked();
        let known = self.inner.try_with_value(|inner| inner.rendered.clone()).flatten();
        let known = known.filter(|(rendered, _)| *rendered == version);
        let document = match known {
            Some((_, document)) => {
                let is_shown = |shown: &Loaded| shown.step == step && shown.document.address() == document.address();
                if self.inner.try_with_value(|inner| inner.shown.as_ref().is_some_and(is_shown)) == Some(true) {
                    return;
                }
                document
            }
            None => match self.render().await {
                Ok(document) => document,
                Err(why) => {
                    self.failed.try_set(why);
                    return;
                }
            },
        };
        self.failed.try_set(String::new());
        self.inner.try_update_value(|inner| inner.rendered = Some((version, document.clone())));
        self.show(document, step).await;
    }

    async fn wait_for_pause(self) {
        let waits = |inner: &Inner| {
            inner.page != PreviewPage::Guide && inner.page != PreviewPage::Leaflet && inner.shown.is_some()
        };
        if self.inner.try_with_value(waits) != Some(true) {
            return;
        }
        loop {
            let version = self.editor.version.get_untracked();
            TimeoutFuture::new(PAUSE).await;
            if self.editor.version.get_untracked() == version {
                return;
            }
        }
    }

    async fn render(self) -> Result<PageDocument, String> {
        let Some(page) = self.inner.try_with_value(|inner| inner.page.clone()) else { return Err(String::new()) };
        match self.editor.ask(Request::Page(page)).await? {
            (Response::Page(html), _) => {
                let html = frame_document::without_focus(&html);
                Ok(PageDocument::new(&html).await)
            }
            _ => Err(String::new()),
        }
    }

    /// Loads a document out of sight and then puts it in the place of the one that is shown.
    async fn show(self, document: PageDocument, step: String) {
        let Some(Some((container, title, is_guide))) = self.inner.try_with_value(|inner| {
            let is_guide = inner.page == PreviewPage::Guide;
            inner.container.clone().map(|container| (container, inner.title, is_guide))
        }) else {
            return;
        };
        let before = self.window().filter(|_| {
            self.inner.try_with_value(|inner| inner.shown.as_ref().is_some_and(|shown| shown.step == step))
                == Some(true)
        });
        let before = before.as_ref().map(frame_document::Position::of);
        let fragment = match &before {
            Some(before) => before.fragment.clone(),
            None if step.is_empty() => String::new(),
            None => format!("#{}", js_sys::encode_uri_component(&step)),
        };
        let Some(frame) = new_frame(title) else { return };
        let mut loaded = Loaded { frame: frame.clone(), step, document, clicks: None };
        // It is as high as it will be, so that it stands at its step when it is shown.
        let height = format!("calc({}px / var(--page-scale, 1))", container.client_height());
        _ = HtmlElement::style(&frame).set_property("height", &height);
        frame.set_src(&format!("{}{fragment}", loaded.document.address()));
        _ = container.append_child(&frame);
        let Some(window) = frame_document::loaded(&frame).await else { return };
        let is_dark = self.look.try_get_untracked().is_some_and(|look| look.is_dark);
        frame_document::prepare(&window, is_dark);
        if is_guide {
            frame_document::wait_for_program(&window).await;
        }
        let (editor, view) = (self.editor, self.view);
        loaded.clicks = window.document().map(|document| {
            let options = EventListenerOptions { phase: gloo_events::EventListenerPhase::Capture, passive: false };
            EventListener::new_with_options(&document, "click", options, move |event| {
                links::follow(editor, view, event)
            })
        });
        if let Some(before) = &before {
            before.restore(&window);
        }
        frame_document::with_focus(&window);
        // The frame that was there goes in the same moment.
        let old = self.inner.try_update_value(|inner| inner.shown.replace(loaded));
        _ = frame.class_list().remove_1("coming");
        _ = HtmlElement::style(&frame).remove_property("height");
        _ = frame.remove_attribute("inert");
        _ = frame.remove_attribute("aria-hidden");
        drop(old);
        self.fit();
    }
}

/// A number from 0 to 1 with three decimals: formatting of floats would weigh much.
fn decimal(number: f64) -> String {
    let thousandths = (number * 1000.0) as u32;
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}
