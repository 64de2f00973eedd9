//! Running text in which numbers stay whole: a line must not break within `48-28-08` or `13:00–16:30`.
//!
//! Numbers are marked up rather than written with no-break hyphens, so that a copied number has plain hyphens.

use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// A text of the guide with placeholders filled and typography applied, each number in a `span` that does not break.
pub fn prose(context: &RenderContext, text: &str) -> AnyView {
    let text = context.text(text);
    let mut parts: Vec<AnyView> = Vec::new();
    let mut plain = String::new();
    for piece in text.split_inclusive([' ', '\u{a0}', '\n']) {
        let word = piece.trim_end_matches([' ', '\u{a0}', '\n', ',', '.', ';', ':']);
        if !is_number(word) {
            plain.push_str(piece);
            continue;
        }
        // Leptos writes an empty text as a space.
        if !plain.is_empty() {
            parts.push(std::mem::take(&mut plain).into_any());
        }
        parts.push(view! { <span class="whole">{word.to_owned()}</span> }.into_any());
        plain.push_str(&piece[word.len()..]);
    }
    if !plain.is_empty() {
        parts.push(plain.into_any());
    }
    parts.into_any()
}

/// Whether a word is digits with hyphens or dashes between, such as a phone number or a span of hours.
fn is_number(word: &str) -> bool {
    word.contains(['-', '–']) && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | ':' | '.'))
}
