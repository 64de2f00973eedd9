//! The codes of `embed/` in a WordPress: what its filters leave of them, and what a reader then sees.

mod editor_round_trip;
mod kses;
mod markup;
mod wpautop;

use serde_json::json;

use crate::guide::{host, wait_for_step};
use crate::legacy_embed_script::shows;
use crate::support::{EmbeddingSite, Page};

use editor_round_trip::{pasted, round_trip};
use kses::kses;
use wpautop::autop;

/// The name of the guide, which is what its link says.
const NAME: &str = "Навигатор: что делать, если…";

/// What `embed/`, opened in this page, offers to copy under these ids.
#[track_caller]
pub fn offered<const N: usize>(page: &Page, ids: [&str; N]) -> [String; N] {
    page.wait_until("!document.querySelector('.choose').hidden", "the choices");
    let text = |id| page.eval(&format!("document.querySelector('#{id} code').textContent"));
    ids.map(|id| text(id).as_str().unwrap_or_else(|| panic!("no code {id}")).to_owned())
}

/// What a reader has of a code.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Seen {
    /// The guide at work.
    Guide,
    /// The link to it.
    Link,
    /// The code itself, as text: nothing of it can work.
    Code,
}

/// A way of a text to the page: who puts it where.
pub struct Way {
    pub name: &'static str,
    filter: fn(&str) -> String,
    pub seen: Seen,
}

impl Way {
    /// A post of three parts, the second being the code, as its readers get it.
    pub fn post(&self, code: &str) -> String {
        format!("<article>{}</article>", (self.filter)(&format!("Перед кодом\n\n{code}\n\nПосле кода")))
    }
}

/// Administrators and editors may post unfiltered HTML, authors and contributors may not.
pub const WAYS: [Way; 7] = [
    Way { name: "block «Произвольный HTML», editor", filter: str::to_owned, seen: Seen::Guide },
    Way { name: "block «Произвольный HTML», author", filter: kses, seen: Seen::Link },
    Way { name: "«Текст», editor", filter: autop, seen: Seen::Guide },
    Way { name: "«Текст», author", filter: |text| autop(&kses(text)), seen: Seen::Link },
    Way {
        name: "«Текст» and a look at «Визуально», editor",
        filter: |text| autop(&round_trip(text)),
        seen: Seen::Guide,
    },
    Way {
        name: "«Текст» and a look at «Визуально», author",
        filter: |text| autop(&kses(&round_trip(text))),
        seen: Seen::Link,
    },
    Way { name: "pasted into «Визуально»", filter: |text| autop(&kses(&pasted(text))), seen: Seen::Code },
];

/// What of a page's text is no sentence: markup, and addresses.
const BARE: [&str; 6] = ["<", ">", "data-", "iframe", "script", "://"];

#[test]
fn every_snippet_leaves_the_guide_a_link_or_its_text() {
    let (guide, offer) = (host(), Page::new());
    offer.open(&guide.url("embed/"));
    let kinds = ["script", "frame"];
    for (code, kind) in offered(&offer, kinds).iter().zip(kinds) {
        for way in WAYS {
            let what = format!("{kind}, {}", way.name);
            let embedding_site = EmbeddingSite::new(&way.post(code));
            let page = Page::new();
            page.open(&embedding_site.host.url(""));
            let text = page.text("article");
            assert!(text.starts_with("Перед кодом") && text.ends_with("После кода"), "{what}: {text}");
            let bare: Vec<_> = BARE.into_iter().filter(|part| text.contains(part)).collect();
            assert_eq!(!bare.is_empty(), way.seen == Seen::Code, "{what}: {bare:?} in «{text}»");
            if way.seen == Seen::Guide {
                shows(&page.frame(0), "start");
                if kind == "script" {
                    let instead = "[...document.querySelector('div[data-guide]').children].filter(e => e.offsetHeight).map(e => e.tagName).join() === 'IFRAME'";
                    page.wait_until(instead, "the frame instead of the link");
                }
            } else {
                assert_eq!(page.eval("document.querySelectorAll('article :not(p, div, a)').length"), 0, "{what}");
            }
            if way.seen == Seen::Link || kind == "frame" && way.seen == Seen::Guide {
                assert_eq!(
                    page.eval("[...document.links].map(a => [a.href, a.textContent])"),
                    json!([[guide.url(""), NAME]])
                );
                page.tap("article a");
                wait_for_step(&page, "start");
            }
            // A desktop that can't share does not know the word for it in a code that is the same for all.
            let errors = page.console().into_iter().filter(|line| !line.contains("Unrecognized feature: 'web-share'"));
            assert_eq!(errors.collect::<Vec<_>>(), [""; 0], "{what}");
        }
    }
}

/// Whoever may post neither script nor frame has a text and a link that an author may post.
#[test]
fn text_samples_survive_the_filters() {
    let (guide, offer) = (host(), Page::new());
    offer.open(&guide.url("embed/"));
    for text in offered(&offer, ["html-text", "link"]) {
        assert!(text.contains(&format!("<a href=\"{}\">", guide.url(""))), "{text}");
        assert_eq!(kses(&text), text);
        assert_eq!(autop(&kses(&round_trip(&text))), autop(&text));
    }
}

/// What the script needs to know comes through whatever lets the script through.
#[test]
fn options_survive_the_filters() {
    let code = "<div data-guide=\"https://guide.example/\" data-start=\"municipality\" data-theme=\"dark\" data-height=\"600\" \
                data-width=\"480\" data-top=\"80\" data-institution=\"school-5\" data-title=\"Навигатор\">\
                <a href=\"https://guide.example/#municipality\">Навигатор</a></div>";
    for way in WAYS.iter().filter(|way| way.seen != Seen::Code) {
        assert!(way.post(code).contains(code), "{}: {}", way.name, way.post(code));
    }
}
