//! What only a browser knows: its clock, its address, the element that has the focus.

use gloo_utils::{document, window};
use js_sys::Date;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Today by this computer's clock, `2026-11-26`.
pub fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// The address of the folder of the site that the editor belongs to: the one above its own.
pub fn site_address() -> String {
    let address = window().location().href().unwrap_or_default();
    web_sys::Url::new_with_base("../", &address).map(|url| url.href()).unwrap_or_default()
}

/// Gives the focus to the element with this id, if it is there, opening what hides it.
pub fn focus(id: &str) {
    _ = try_focus(id);
}

/// Does what [`focus`] does; `false` where there is no such element.
pub fn try_focus(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok())
    else {
        return false;
    };
    let mut around = element.parent_element();
    while let Some(outer) = around {
        if outer.tag_name() == "DETAILS" {
            _ = outer.set_attribute("open", "");
        }
        around = outer.parent_element();
    }
    element.focus().is_ok()
}

/// Gives the focus to the element with this id when the page shows what was just done.
pub fn focus_later(id: String) {
    gloo_timers::callback::Timeout::new(0, move || focus(&id)).forget();
}
