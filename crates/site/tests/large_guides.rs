//! The guide's page of guides of hundreds of steps: its size grows in proportion to theirs.

use guide_content::message::MessageLanguage;
use guide_core::pages::Page;
use guide_site::{Assets, Preview, preview};

use generated_guide::Shape;

#[allow(dead_code)]
#[path = "../../../tests/shared/generated_guide.rs"]
mod generated_guide;
#[allow(dead_code)]
#[path = "../../../tests/shared/small_guide.rs"]
mod small_guide;

const SITE: &str = "https://example.ru/navigator/";

/// The page with the address of its site, so that leaflets have their codes.
fn page(shape: Shape, steps: usize) -> String {
    let text = generated_guide::generated_guide(shape, steps);
    let text = text.replacen("[site]\n", &format!("[site]\nurl = \"{SITE}\"\n"), 1);
    let loaded = small_guide::loaded_with(&text, "", "");
    let guide = loaded.guide.as_ref().unwrap_or_else(|| panic!("{}", loaded.report(MessageLanguage::Russian)));
    let wanted = Preview { page: Page::Guide, as_printed: false, site: SITE, search_model: None };
    preview(guide, &wanted, &Assets::included()).expect("a page")
}

/// The size of a text as hosts send it.
fn compressed(text: &str) -> usize {
    let options =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: text.len(), ..Default::default() };
    let mut bytes = Vec::new();
    brotli::BrotliCompress(&mut text.as_bytes(), &mut bytes, &options).expect("bytes in memory");
    bytes.len()
}

#[test]
fn a_guide_of_500_steps_is_60_kilobytes_at_most() {
    for shape in [Shape::Wide, Shape::Chain] {
        let page = page(shape, 500);
        let size = compressed(&page);
        assert!(size <= 60_000, "{shape:?}: {size} bytes");
        // What a step has besides its own text is mostly the same markup.
        let steps = page.matches("<section").count();
        assert!(page.len() / steps <= 3_000, "{shape:?}: {} bytes a step", page.len() / steps);
    }
}

#[test]
fn each_further_step_adds_as_much_as_those_before() {
    for shape in [Shape::Wide, Shape::Chain] {
        let [few, more, most] = [60, 180, 300].map(|steps| page(shape, steps).len() as f64);
        let growth = (most - more) / (more - few);
        assert!((0.9..1.1).contains(&growth), "{shape:?}: {few}, {more}, {most} bytes");
    }
}

#[test]
fn words_hours_and_the_code_of_a_large_guide_stand_once_in_its_page() {
    let page = page(Shape::Wide, 100);
    let count = |part: &str| page.matches(part).count();
    let steps = count("<section");
    assert!(steps > 90, "{steps}");
    let cards = count("data-hours=\"line\"");
    assert!(cards > steps / 2, "{cards} cards");
    assert_eq!((count(" data-hours-of=\"line\""), count("schedule: ")), (1, 1));
    assert_eq!(count("<template data-words-of=\"message\""), 1);
    assert_eq!(count(" data-words-of="), 6, "all islands but the search");
    assert_eq!(count("class=\"qr\""), 1);
    // The code opens the guide; the step's address stands beside it in letters.
    assert_eq!(count("<p class=\"step-address\">example.ru/<wbr>navigator/<wbr>#q"), steps - 1);
}

/// Structured data repeats the advice: a large guide has the first of it.
#[test]
fn structured_data_has_a_greatest_length() {
    let data = |page: &str| -> serde_json::Value {
        let data = page.split("<script type=\"application/ld+json\">").nth(1).expect("JSON-LD");
        serde_json::from_str(data.split("</script>").next().expect("its end")).expect("JSON")
    };
    let questions = |steps| {
        let page = page(Shape::Wide, steps);
        let data = data(&page);
        assert!(data.to_string().len() < 25_000);
        data["mainEntity"].as_array().expect("questions").len()
    };
    assert_eq!(questions(30), 25, "all advice of a small guide");
    let of_large = questions(300);
    assert!((30..250).contains(&of_large), "{of_large}");
}
