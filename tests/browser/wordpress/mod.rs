//! The snippets of `embed/` in WordPress: what its filters leave of them, and what a reader then sees.

mod editor_round_trip;
mod kses;
mod markup;
mod wpautop;

use serde_json::json;

use crate::framed;
use crate::guide::{host, wait_for_step};
use crate::support::{EmbeddingSite, Page};

use editor_round_trip::{paste_as_text, round_trip};
use kses::kses;
use wpautop::wpautop;

/// The name of the guide, which is the text of its link.
const GUIDE_NAME: &str = "Навигатор: что делать, если…";

/// The snippets with these ids on the open page `embed/`.
#[track_caller]
pub fn offered_snippets<const N: usize>(page: &Page, ids: [&str; N]) -> [String; N] {
    page.wait_until("!document.querySelector('.choose').hidden", "the choices");
    let text = |id| page.eval(&format!("document.querySelector('#{id} code').textContent"));
    ids.map(|id| text(id).as_str().unwrap_or_else(|| panic!("no code {id}")).to_owned())
}

/// What a reader gets of a snippet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ReaderResult {
    /// The working guide.
    Guide,
    /// The link to the guide.
    Link,
    /// The snippet's source as text; nothing of it works.
    Source,
}

/// How a text is posted: by which role, in which editor.
pub struct PostingMode {
    pub name: &'static str,
    filter: fn(&str) -> String,
    pub result: ReaderResult,
}

impl PostingMode {
    /// A post of three paragraphs, the second being the snippet, as readers get it.
    pub fn post(&self, snippet: &str) -> String {
        format!("<article>{}</article>", (self.filter)(&format!("Перед кодом\n\n{snippet}\n\nПосле кода")))
    }
}

/// Administrators and editors may post unfiltered HTML, authors and contributors may not.
pub const POSTING_MODES: [PostingMode; 7] = [
    PostingMode {
        name: "block «Произвольный HTML», editor", filter: str::to_owned, result: ReaderResult::Guide
    },
    PostingMode { name: "block «Произвольный HTML», author", filter: kses, result: ReaderResult::Link },
    PostingMode { name: "«Текст», editor", filter: wpautop, result: ReaderResult::Guide },
    PostingMode { name: "«Текст», author", filter: |text| wpautop(&kses(text)), result: ReaderResult::Link },
    PostingMode {
        name: "«Текст» and a look at «Визуально», editor",
        filter: |text| wpautop(&round_trip(text)),
        result: ReaderResult::Guide,
    },
    PostingMode {
        name: "«Текст» and a look at «Визуально», author",
        filter: |text| wpautop(&kses(&round_trip(text))),
        result: ReaderResult::Link,
    },
    PostingMode {
        name: "pasted into «Визуально»",
        filter: |text| wpautop(&kses(&paste_as_text(text))),
        result: ReaderResult::Source,
    },
];

/// Parts of markup and addresses, which no sentence contains.
const MARKUP_PARTS: [&str; 6] = ["<", ">", "data-", "iframe", "script", "://"];

#[test]
fn every_snippet_leaves_the_guide_a_link_or_its_text() {
    let (guide, embed_page) = (host(), Page::new());
    embed_page.open(&guide.url("embed/"));
    let kinds = ["script", "frame"];
    for (snippet, kind) in offered_snippets(&embed_page, kinds).iter().zip(kinds) {
        for mode in POSTING_MODES {
            let what = format!("{kind}, {}", mode.name);
            let embedding_site = EmbeddingSite::new(&mode.post(snippet));
            let page = Page::new();
            page.open(&embedding_site.host.url(""));
            let text = page.text("article");
            assert!(text.starts_with("Перед кодом") && text.ends_with("После кода"), "{what}: {text}");
            let visible_markup: Vec<_> = MARKUP_PARTS.into_iter().filter(|part| text.contains(part)).collect();
            assert_eq!(
                !visible_markup.is_empty(),
                mode.result == ReaderResult::Source,
                "{what}: {visible_markup:?} in «{text}»"
            );
            if mode.result == ReaderResult::Guide {
                framed::wait_for_step(&page.frame(0), "start");
                if kind == "script" {
                    let frame_only = "[...document.querySelector('div[data-guide]').children].filter(e => e.offsetHeight).map(e => e.tagName).join() === 'IFRAME'";
                    page.wait_until(frame_only, "the frame instead of the link");
                }
            } else {
                assert_eq!(page.eval("document.querySelectorAll('article :not(p, div, a)').length"), 0, "{what}");
            }
            if mode.result == ReaderResult::Link || kind == "frame" && mode.result == ReaderResult::Guide {
                assert_eq!(
                    page.eval("[...document.links].map(a => [a.href, a.textContent])"),
                    json!([[guide.url(""), GUIDE_NAME]])
                );
                page.tap("article a");
                wait_for_step(&page, "start");
            }
            // The permission `web-share` is unknown on a desktop without Web Share.
            let errors = page.console().into_iter().filter(|line| !line.contains("Unrecognized feature: 'web-share'"));
            assert_eq!(errors.collect::<Vec<_>>(), [""; 0], "{what}");
        }
    }
}

/// For those who may post neither script nor frame there are a text and a link that an author may post.
#[test]
fn text_samples_survive_the_filters() {
    let (guide, embed_page) = (host(), Page::new());
    embed_page.open(&guide.url("embed/"));
    for text in offered_snippets(&embed_page, ["html-text", "link"]) {
        assert!(text.contains(&format!("<a href=\"{}\">", guide.url(""))), "{text}");
        assert_eq!(kses(&text), text);
        assert_eq!(wpautop(&kses(&round_trip(&text))), wpautop(&text));
    }
}

/// The options survive wherever the script survives.
#[test]
fn options_survive_the_filters() {
    let snippet = "<div data-guide=\"https://guide.example/\" data-start=\"municipality\" data-theme=\"dark\" data-height=\"600\" \
                data-width=\"480\" data-top=\"80\" data-institution=\"school-5\" data-title=\"Навигатор\">\
                <a href=\"https://guide.example/#municipality\">Навигатор</a></div>";
    for mode in POSTING_MODES.iter().filter(|mode| mode.result != ReaderResult::Source) {
        assert!(mode.post(snippet).contains(snippet), "{}: {}", mode.name, mode.post(snippet));
    }
}
