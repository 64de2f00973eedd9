//! The layout of the pictures: whatever texts a guide has, each is complete and overlaps nothing.

use guide_content::message::MessageLanguage;
use guide_core::palette::Palette;
use guide_core::render_context::RenderContext;
use guide_site::Assets;
use guide_site::picture::drawing::{Drawing, Rect, Shape};
use guide_site::picture::font::Fonts;
use guide_site::picture::layout::layout;
use guide_site::picture::{Content, Format, png};
use sha2::Digest;

#[allow(dead_code)]
#[path = "../../../tests/shared/small_guide.rs"]
mod small_guide;
use small_guide::{SMALL, STRINGS, changed, loaded_with};

const LARGE: &str = include_str!("../../../tests/data/large.toml");
const IVANOVO: &str = include_str!("../../../content/ivanovo.toml");
const PHRASES: &str = include_str!("../../../content/phrases.toml");
const STYLE: &str = include_str!("../../../style/tokens.css");
const ADDRESS: &str = "https://example.ru/guide/";
/// The margin without texts and codes on each side of a picture, in pixels.
const MARGIN: f32 = 36.0;

fn content(guide: &str) -> Content {
    let loaded = loaded_with(guide, STRINGS, PHRASES);
    let guide = loaded.guide.as_ref().unwrap_or_else(|| panic!("{}", loaded.report(MessageLanguage::Russian)));
    Content::of(&RenderContext::new(guide).expect("a start"))
}

/// A guide whose site has this address.
fn with_address(guide: &str, address: &str) -> String {
    changed(guide, "[site]\n", &format!("[site]\nurl = \"{address}\"\n"))
}

fn drawn(content: &Content, format: Format) -> Drawing {
    let assets = Assets::included();
    let fonts = Fonts::of(&assets).expect("fonts");
    layout(content, format, &fonts, &Palette::read(STYLE).expect("a palette"))
}

/// The lines of text of a drawing, in the order of reading.
fn lines(drawing: &Drawing) -> Vec<(Rect, &str)> {
    let mut lines = Vec::new();
    for (area, shape) in &drawing.shapes {
        if let Shape::TextLine { text, .. } = shape {
            lines.push((*area, text.as_str()));
        }
    }
    lines
}

fn codes(drawing: &Drawing) -> Vec<Rect> {
    let code = |(area, shape): &(Rect, Shape)| matches!(shape, Shape::QrCode { .. }).then_some(*area);
    drawing.shapes.iter().filter_map(code).collect()
}

/// All texts of a drawing, with plain spaces.
fn texts(drawing: &Drawing) -> String {
    lines(drawing).iter().map(|(_, text)| text.replace('\u{a0}', " ")).collect::<Vec<_>>().join(" ")
}

/// Checks that no text of a guide's two pictures overlaps anything or leaves the picture.
#[track_caller]
fn check_layout(guide: &str) -> [Drawing; 2] {
    let content = content(guide);
    [Format::Wide, Format::Square].map(|format| {
        let drawing = drawn(&content, format);
        let whole = Rect { x: 0.0, y: 0.0, width: drawing.width as f32, height: drawing.height as f32 };
        let lines = lines(&drawing);
        for (number, (area, text)) in lines.iter().enumerate() {
            assert!(whole.inset(MARGIN, MARGIN).contains(*area), "«{text}» at {area:?}");
            // Lines of one block share an edge, up to rounding.
            let inner = area.inset(0.1, 0.1);
            let others = lines[number + 1..].iter().map(|(other, text)| (*other, *text));
            for (other, with) in others.chain(codes(&drawing).into_iter().map(|code| (code, "the code"))) {
                assert!(!inner.intersects(other), "«{text}» at {area:?} and {with} at {other:?}");
            }
        }
        for (area, shape) in &drawing.shapes {
            assert!(whole.contains(*area), "{area:?}");
            // A text is within a rounded rectangle or outside of it.
            let Shape::RoundedRect { radius, .. } = shape else { continue };
            for (line, text) in lines.iter().filter(|(line, _)| *radius > 0.0 && line.intersects(*area)) {
                assert!(
                    area.x + radius <= line.x && line.right() <= area.right() - radius,
                    "«{text}» beyond its frame"
                );
                assert!(area.y <= line.y && line.bottom() <= area.bottom(), "«{text}» beyond its frame");
            }
        }
        drawing
    })
}

#[test]
fn a_picture_has_the_facts_of_the_guide() {
    for (guide, more) in [
        (IVANOVO.to_owned(), ""),
        (with_address(IVANOVO, "https://xn--e1afmkfd.xn--80akhbyknj4f/x/"), "пример.испытание/x"),
    ] {
        for drawing in check_layout(&guide) {
            let written = texts(&drawing);
            let facts = ["Навигатор: что делать, если…", "Иваново", "48-28-08", "+7 (4932) 48-28-08"];
            let hours = ["Горячая линия МОЦ", "Вторник и четверг, 13:00–16:30"];
            let situations = ["Не помню почту", "Нет доступа к почте", "Данные ребёнка", "Не тот муниципалитет"];
            let last = ["Уже зарегистрирован", "Заявку отменили", "Ребёнку уже 14 лет", more];
            for text in facts.into_iter().chain(hours).chain(situations).chain(last) {
                assert!(written.contains(text), "«{text}» in «{written}»");
            }
            assert_eq!(codes(&drawing).len(), usize::from(!more.is_empty()));
        }
    }
}

#[test]
fn other_guides_fit() {
    for guide in [SMALL.to_owned(), LARGE.to_owned(), with_address(LARGE, ADDRESS)] {
        check_layout(&guide);
    }
}

#[test]
fn long_texts_are_made_smaller_or_left_out() {
    let long = "Очень длинное название, которое ни в какую строку не поместится ".repeat(2);
    let endless = "Бесконечность".repeat(40);
    for text in [long.trim_end(), &endless] {
        for (from, to) in [
            ("name = \"Справочник\"", format!("name = \"{text}\"")),
            ("name = \"Справочник\"", format!("name = \"Справочник: {text}\"")),
            ("place = \"Городок\"", format!("place = \"{text}\"")),
            ("name = \"Линия\"", format!("name = \"{text}\"")),
            ("shown = \"00-00-00\"", "shown = \"8 (4932) 00-00-00, добавочный 12345\"".to_owned()),
            ("label = \"Потерялось\"", format!("label = \"{text}\"")),
            ("short = \"Сломано\"", format!("short = \"{text}\"")),
            ("hours = \"Mo-Fr 09:00-12:00,13:00-17:00; PH off\"", HOURS.to_owned()),
        ] {
            check_layout(&changed(SMALL, from, &to));
            check_layout(&changed(&without_address(), from, &to));
        }
    }
}

/// Other hours each day.
const HOURS: &str =
    "hours = \"Mo 08:00-09:10; Tu 09:00-10:20; We 10:00-11:30; Th 11:00-12:40; Fr 12:00-13:50; Sa 13:00-14:10\"";

fn without_address() -> String {
    changed(SMALL, "url = \"https://example.ru/guide/\"\n", "")
}

#[test]
fn of_a_name_that_is_too_long_the_first_part_is_shown() {
    let name = format!("name = \"Справочник: {}\"", "что делать, если ничего не помогает ".repeat(20).trim_end());
    for drawing in check_layout(&changed(SMALL, "name = \"Справочник\"", &name)) {
        let written = texts(&drawing);
        assert!(written.contains("Справочник:") && !written.contains("что делать"), "{written}");
    }
}

#[test]
fn situations_that_do_not_fit_are_left_out_at_the_end() {
    let options: Vec<String> = (10..70)
        .map(|number| format!("{{ id = \"o{number}\", next = \"lost\", label = \"Ситуация номер {number}\" }},"))
        .collect();
    let more = format!("option = [\n{}\n  {{ id = \"lost\"", options.join("\n"));
    for drawing in check_layout(&changed(SMALL, "option = [\n  { id = \"lost\"", &more)) {
        let written = texts(&drawing);
        let shown: Vec<u32> = (10..70).filter(|number| written.contains(&format!("номер {number}"))).collect();
        assert!(shown.len() >= 6, "{written}");
        assert_eq!(shown, (10..10 + shown.len() as u32).collect::<Vec<_>>(), "the first ones");
    }
}

#[test]
fn an_address_is_shown_or_left_out() {
    let long = format!("https://{}.example.ru/", ["a-label-of-a-host"; 8].join("."));
    let longest = format!("https://example.ru/{}/", "path/".repeat(300));
    for (address, shown, code) in [
        ("https://example.ru:8443/", "example.ru:8443", true),
        ("https://школа.рф/", "школа.рф", true),
        (long.as_str(), "", true),
        (longest.as_str(), "", false),
    ] {
        let guide = changed(SMALL, ADDRESS, address);
        for drawing in check_layout(&guide) {
            assert!(texts(&drawing).contains(shown), "{}", texts(&drawing));
            assert_eq!(!codes(&drawing).is_empty(), code, "{address}");
        }
    }
}

#[test]
fn characters_that_the_font_lacks_are_reported_and_left_out() {
    let assets = Assets::included();
    let fonts = Fonts::of(&assets).expect("fonts");
    assert_eq!(content(IVANOVO).missing_characters(&fonts), "");
    let guide = changed(SMALL, "name = \"Справочник\"", "name = \"Справочник 🐈‍⬛ 漢漢\"");
    assert_eq!(content(&guide).missing_characters(&fonts), "🐈⬛漢");
    check_layout(&guide);
    // The name is empty then; all other texts are there.
    let guide = changed(SMALL, "name = \"Справочник\"", "name = \"漢\"");
    for drawing in check_layout(&guide) {
        assert!(texts(&drawing).contains("00-00-00"));
    }
}

#[test]
fn the_bytes_are_the_same_on_every_machine() {
    // These change only with the design of the pictures or the version of the encoder.
    let expected = [(Format::Wide, "ce6428f185de8cfd"), (Format::Square, "b8d18e82557629ed")];
    let assets = Assets::included();
    let (fonts, palette) = (Fonts::of(&assets).expect("fonts"), Palette::read(STYLE).expect("a palette"));
    for (format, expected) in expected {
        let bytes = png(&content(SMALL), format, &fonts, &palette).expect("a picture");
        let sum: String = sha2::Sha256::digest(&bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(sum, expected, "{}", format.file().path);
    }
}
