//! The last changes, as a list to go back to.

use leptos::prelude::*;

use super::places::HEADING;
use crate::editor::Editor;
use crate::words;
use crate::words::fill;

/// As many changes of each direction are listed.
const SHOWN: usize = 20;

/// The panel.
pub fn panel(editor: Editor) -> AnyView {
    let (done, undone) = (
        move || editor.history.with(|(done, _)| done.iter().take(SHOWN).cloned().collect::<Vec<_>>()),
        move || editor.history.with(|(_, undone)| undone.iter().take(SHOWN).cloned().collect::<Vec<_>>()),
    );
    // The state before a change is reached by taking back all that came after it, and it.
    let back = move |(index, name): (usize, String)| {
        let label = fill(words::history::BACK_OF, &[("name", &name)]);
        let go = move |_| (0..=index).for_each(|_| editor.undo());
        view! { <li><span>{name}</span><button type="button" aria-label=label on:click=go>{words::history::BACK}</button></li> }
    };
    let again = move |(index, name): (usize, String)| {
        let label = fill(words::history::AGAIN_OF, &[("name", &name)]);
        let go = move |_| (0..=index).for_each(|_| editor.redo());
        view! { <li><span>{name}</span><button type="button" aria-label=label on:click=go>{words::history::AGAIN}</button></li> }
    };
    let none = move || done().is_empty().then(|| view! { <p>{words::history::NONE}</p> });
    view! {
        <h1 id=HEADING tabindex="-1">{words::panels::HISTORY}</h1>
        <p>{words::history::LEAD}</p>
        {move || (!undone().is_empty()).then(|| view! {
            <h2>{words::history::UNDONE}</h2>
            <ol class="history">{undone().into_iter().enumerate().map(again).collect_view()}</ol>
        })}
        <h2>{words::history::DONE}</h2>
        {none}
        <ol class="history">{move || done().into_iter().enumerate().map(back).collect_view()}</ol>
    }
    .into_any()
}
