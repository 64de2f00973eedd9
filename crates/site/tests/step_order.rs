//! The order of the steps in the content file has no effect on the pages.

use guide_content::message::MessageLanguage;
use guide_core::guide::Guide;
use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use guide_views::pages::body::body;
use guide_views::pages::head::{PageAssets, head};
use proptest::prelude::*;

#[allow(dead_code)]
#[path = "../../../tests/shared/small_guide.rs"]
mod small_guide;

const SHIPPED: &str = include_str!("../../../content/ivanovo.toml");
const ANY_ORDER: &str = include_str!("../../../tests/data/any-order.toml");

fn guide(text: &str) -> Guide {
    let read = |path: &str| match path {
        "guide.toml" => Ok(text.into()),
        "words.toml" => Ok(small_guide::STRINGS.into()),
        "phrases.toml" => Ok(include_str!("../../../content/phrases.toml").into()),
        "any-order-phrases.toml" => Ok(include_str!("../../../tests/data/any-order-phrases.toml").into()),
        other => Err(format!("there is no {other}")),
    };
    let loaded = small_guide::checked("guide.toml", &read);
    let report = loaded.report(MessageLanguage::Russian);
    loaded.guide.unwrap_or_else(|| panic!("{report}"))
}

/// The head and the body of every page.
fn pages(text: &str) -> Vec<String> {
    let guide = guide(text);
    let mut context = RenderContext::new(&guide).expect("a start");
    context.search_model = Some(("find.bin".into(), "sha384-".into()));
    let assets =
        PageAssets { style: String::new(), policy: String::new(), scripts: Vec::new(), manifest: None, icon: None };
    Page::ALL.into_iter().map(|page| head(page, &context, &assets) + &body(page, &context)).collect()
}

/// The content with its steps sorted by these keys.
fn shuffled(text: &str, keys: &[u32]) -> String {
    let mut parts = text.split("\n[[step]]\n");
    let before = parts.next().expect("what stands before the steps");
    let mut steps: Vec<(u32, &str)> = keys.iter().copied().cycle().zip(parts).collect();
    steps.sort();
    steps.into_iter().fold(before.to_owned(), |text, (_, step)| text + "\n[[step]]\n" + step)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn pages_do_not_depend_on_the_order_of_the_steps(keys in proptest::collection::vec(any::<u32>(), 15)) {
        for text in [SHIPPED, ANY_ORDER] {
            let other = shuffled(text, &keys);
            for (page, (one, two)) in Page::ALL.iter().zip(pages(text).iter().zip(&pages(&other))) {
                prop_assert!(one == two, "{} differs", page.file());
            }
        }
    }
}

#[test]
fn steps_are_loaded_in_reading_order() {
    let ids: Vec<String> = guide(ANY_ORDER).steps.into_iter().map(|step| step.id.value).collect();
    assert_eq!(ids, ["what", "repair", "other", "line"]);
}
