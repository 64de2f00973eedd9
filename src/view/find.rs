//! The island that searches: a field for the parent's own words, and links to the steps they may be about.
//!
//! Its plain form is the same field, not to be seen nor used: without script it would do nothing, and it keeps the place.

use std::rc::Rc;

use leptos::prelude::*;

use crate::guide::fill::fill;
use crate::guide::say::Lines;

/// Longer texts are cut by the field itself; the search looks at less still.
const LONGEST: &str = "10000";

/// What a search came to.
#[derive(Clone, PartialEq, Default)]
pub enum Found {
    /// Nothing was asked yet, or too little.
    #[default]
    Silent,
    /// The steps it may be about, best first; none fits where there are none.
    Steps(Vec<Link>),
    /// A notice of cancellation, with the account it names, and the step to go on from.
    Notice(Option<String>, Link),
}

/// A link to a step.
#[derive(Clone, PartialEq)]
pub struct Link {
    pub href: String,
    pub label: String,
}

/// The live form. `ask` is called with what is typed, `ready` when the field is first used; the answer comes as `found`.
pub fn live(
    found: RwSignal<Found>,
    nothing: Link,
    words: Lines,
    ask: Rc<dyn Fn(String)>,
    ready: Rc<dyn Fn()>,
) -> impl IntoView {
    let label = words.get("label").unwrap_or_default().to_owned();
    let on_focus = move |_| ready();
    let on_input = move |event| ask(event_target_value(&event));
    view! {
        <label for="find">{label}</label>
        <input id="find" type="search" autocomplete="off" enterkeyhint="search" maxlength=LONGEST on:focus=on_focus on:input=on_input/>
        <div role="status">{move || answer(found.get(), &nothing, &words)}</div>
    }
}

fn answer(found: Found, nothing: &Link, words: &Lines) -> AnyView {
    let word = |key: &str| words.get(key).unwrap_or_default().to_owned();
    let (said, links) = match found {
        Found::Silent => return ().into_any(),
        Found::Steps(links) if links.is_empty() => {
            let onward = Link { href: nothing.href.clone(), label: word("onward") };
            (vec![word("nothing")], vec![onward])
        }
        Found::Steps(links) => {
            let count = links.len().to_string();
            (vec![fill(&word("found"), |name| (name == "n").then_some(&*count))], links)
        }
        Found::Notice(account, next) => {
            let account =
                account.map(|account| fill(&word("account"), |name| (name == "account").then_some(&*account)));
            ([word("notice")].into_iter().chain(account).collect(), vec![next])
        }
    };
    let said: Vec<_> = said.into_iter().map(|text| view! { <p>{text}</p> }).collect();
    let links: Vec<_> = links.into_iter().map(|link| view! { <li><a href=link.href>{link.label}</a></li> }).collect();
    view! { {said}<ul class="choices">{links}</ul> }.into_any()
}

#[cfg(feature = "ssr")]
pub use prerender::plain;

#[cfg(feature = "ssr")]
mod prerender {
    use leptos::prelude::*;

    use crate::guide::find::phrases::NOTHING;
    use crate::guide::say::Lines;
    use crate::site::hooks;
    use crate::view::setting::Setting;

    /// The plain form; nothing where the guide has no phrases.
    pub fn plain(setting: &Setting) -> Option<AnyView> {
        let knowledge = setting.knowledge.clone()?;
        let words = &setting.guide.words.find;
        let lines = Lines::write([
            ("label", setting.text(&words.label)),
            ("found", setting.text(&words.found)),
            ("nothing", setting.text(&words.nothing)),
            ("onward", setting.text(&words.onward)),
            ("notice", setting.text(&words.notice)),
            ("account", setting.text(&words.account)),
        ]);
        let notice = setting.guide.notice.as_ref();
        let view = view! {
            <div class="find"><label>{setting.text(&words.label)}<input type="search" disabled/></label></div>
        };
        let view = view
            .attr(hooks::ISLAND, hooks::FIND)
            .attr(hooks::KNOWLEDGE, knowledge)
            .attr(hooks::NOTICE_MARK, notice.map(|notice| notice.mark.value.clone()))
            .attr(hooks::NOTICE_ACCOUNT, notice.map(|notice| notice.account.value.clone()))
            .attr(hooks::NOTICE_NEXT, notice.map(|notice| notice.next.value.clone()))
            .attr(hooks::NOTHING, NOTHING)
            .attr(hooks::WORDS, lines.text().to_owned());
        Some(view.into_any())
    }
}
