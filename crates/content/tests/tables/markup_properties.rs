//! Random texts with marks: blocks or an error with its place, never a panic.

use guide_content::markup::{PlainText, refuse_marks};
use guide_core::rich_text::{Block, Inline, LinkTarget, RichText};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::markup::{in_file, parsed};

/// What marks are made of.
const PIECES: [&str; 49] = [
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2. ",
    "10) ",
    "**",
    "*",
    "_",
    "__",
    "[",
    "](",
    ")",
    "](https://example.ru/)",
    "(tel:+74932482808)",
    "![",
    "<",
    ">",
    "> ",
    "<b>",
    "`",
    "```",
    "#",
    "# ",
    "---",
    "|",
    "|-",
    "~~",
    "[^1]",
    "[a]: ",
    "\\",
    "&amp;",
    "&#42;",
    "\n",
    "\n",
    "\n\n",
    "\n  ",
    "\n    ",
    "\t",
    "  ",
    " ",
    "слово",
    "ещё слово",
    "«",
    "—",
    "\r\n",
    "\u{a0}",
    "{phone}",
    "form.pdf",
];

fn noise() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), vec(select(&PIECES[..]), 0..24).prop_map(|pieces| pieces.concat())]
}

/// Words, numbers and signs that form no mark in any order, as long as a space is between them.
const PLAIN: [&str; 24] = [
    "слово",
    "Школа,",
    "(или",
    "нет)",
    "—",
    "«ёлочки»",
    "48-28-08",
    "+7",
    "18.12.2024",
    "№",
    "5",
    "{phone}",
    "xxxxxx",
    "a_b_c.pdf",
    "<",
    ">",
    "&",
    "#",
    "=",
    "100%",
    "[год]",
    "C:\\папка",
    "50/50",
    "r&d;",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_parsed_or_refused_with_a_place(text in noise(), quotes in select(&["\"", "\"\"\"", "'''"][..])) {
        let (rich, errors) = parsed(&text, quotes);
        for [at, what, instead] in &errors {
            prop_assert!(!at.is_empty() && !what.is_empty() && !instead.is_empty(), "{:?}: {:?}", text, errors);
        }
        prop_assert!(!errors.is_empty() || has_all_letters(&text, &rich), "{:?}: {:?}", text, rich.blocks);
        let (file, plain) = in_file(&text, quotes);
        refuse_marks(&plain, PlainText::Heading, &file, &mut |at, _, _| assert!(file.get(at).is_some()));
    }

    #[test]
    fn a_text_without_marks_stays_as_it_is(first in select(&["Слово", "«Слово»", "48-28-08"][..]), rest in vec(select(&PLAIN[..]), 0..12)) {
        let text = [&[first], &rest[..]].concat().join(" ");
        let (rich, errors) = parsed(&text, "\"\"\"");
        prop_assert!(errors.is_empty(), "{:?}: {:?}", text, errors);
        prop_assert_eq!(rich.plain(), text);
        prop_assert!(rich.as_paragraph().is_some());
    }

    #[test]
    fn a_plain_text_parses_to_itself_again(text in noise()) {
        let (rich, errors) = parsed(&text, "\"\"\"");
        let marks = ['\\', '*', '_', '[', '`', '<', '&', '#', '~', '|', '=', '>', '!'];
        if errors.is_empty() && rich.links().is_empty() && !text.contains(marks) {
            let plain = rich.plain();
            let (again, errors) = parsed(&plain, "\"\"\"");
            prop_assert!(errors.is_empty(), "{:?} → {:?}: {:?}", text, plain, errors);
            prop_assert_eq!(again.plain(), plain);
        }
    }
}

/// Each takes a moment; with a cost that grows faster than the text they would take minutes.
#[test]
fn long_texts_of_marks_are_read_in_a_moment() {
    for piece in
        PIECES.into_iter().chain(["**a ", "[a](", "- - ", "*a **b ", "a\n- b\n", "- a\n  1. b\n", "![[", "\\*"])
    {
        let (rich, errors) = parsed(&piece.repeat(20_000), "\"\"\"");
        assert!(!errors.is_empty() || has_all_letters(&piece.repeat(20_000), &rich), "{piece}");
    }
    let staircase: String = (0..600).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect();
    let (_, errors) = parsed(&staircase, "\"\"\"");
    assert!(errors[0][1].contains("больше трёх"), "{errors:?}");
}

/// Whether nothing is swallowed: every letter of the text is in its blocks, or in the target of a link. What an entity stands for is not
/// counted.
fn has_all_letters(text: &str, rich: &RichText) -> bool {
    let in_target = |target: &LinkTarget| match target {
        LinkTarget::Address(to) | LinkTarget::File(to) => letters(to),
    };
    let targets: usize = rich.links().into_iter().map(in_target).sum();
    let shown: usize = rich.blocks.iter().map(block_letters).sum();
    text.contains('&') || shown + targets == letters(text)
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

fn block_letters(block: &Block) -> usize {
    match block {
        Block::Paragraph(inlines) => inline_letters(inlines),
        Block::List { items, .. } => items.iter().flatten().map(block_letters).sum(),
    }
}

fn inline_letters(inlines: &[Inline]) -> usize {
    let count = |inline: &Inline| match inline {
        Inline::Text(text) => letters(text),
        Inline::Break => 0,
        Inline::Bold(inside) | Inline::Link { label: inside, .. } => inline_letters(inside),
    };
    inlines.iter().map(count).sum()
}
