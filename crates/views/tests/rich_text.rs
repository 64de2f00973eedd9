//! Texts with marks as HTML.

use guide_content::markup;
use guide_core::guide::Guide;
use guide_core::render_context::RenderContext;
use guide_core::rich_text::RichText;
use guide_core::text::Text;
use guide_views::pages::answer_html::answer_html;
use guide_views::rich_text::{item, lead, quote, rich_text};
use leptos::prelude::*;

#[path = "../../../tests/shared/small_guide.rs"]
#[allow(dead_code)]
mod small_guide;

type Render = fn(&RenderContext, &RichText) -> AnyView;

fn guide() -> Guide {
    small_guide::loaded_with(small_guide::SMALL, small_guide::STRINGS, "").guide.expect("a guide")
}

fn parsed(text: &str) -> RichText {
    let text = Text { value: text.to_owned(), at: 0..0 };
    markup::parse(text, "", &mut |_, what, _| panic!("{what:?}"))
}

#[track_caller]
fn check(render: Render, text: &str, expected: &str) {
    let guide = guide();
    let mut context = RenderContext::new(&guide).expect("a start");
    context.root = Some("../".into());
    context.files = vec![("forms/form.pdf".into(), "assets/form-123.pdf".into())];
    let html = Owner::new().with(|| render(&context, &parsed(text)).to_html()).replace("<!>", "");
    assert_eq!(html.replace('\u{a0}', "~"), expected);
}

#[test]
fn a_text_of_one_paragraph_is_one_element() {
    check(rich_text, "Позвоните: {phone}.", "<p>Позвоните: <span class=\"whole\">00-00-00</span>.</p>");
    check(lead, "В школе.", "<p class=\"lead\">В~школе.</p>");
    check(item, "В школе.", "В~школе.");
    check(quote, "Вы в школе\nс 13.00", "<blockquote>Вы в школе\nс 13.00</blockquote>");
}

#[test]
fn paragraphs_and_lists_stand_in_a_box() {
    let text = "Возьмите:\n- паспорт\n- полис\n  1. свой\n  2. ребёнка";
    let inside = "<p>Возьмите:</p><ul><li>паспорт</li><li>полис<ol><li>свой</li><li>ребёнка</li></ol></li></ul>";
    check(rich_text, text, &format!("<div class=\"rich\">{inside}</div>"));
    check(lead, text, &format!("<div class=\"lead rich\">{inside}</div>"));
    check(item, text, &format!("<div class=\"rich\">{inside}</div>"));
    check(quote, text, &format!("<blockquote class=\"rich\">{inside}</blockquote>"));
    check(
        rich_text,
        "3. а\n\n   б\n4. в",
        "<div class=\"rich\"><ol start=\"3\"><li><p>а</p><p>б</p></li><li>в</li></ol></div>",
    );
    check(rich_text, "Раз\\\n**два**", "<p>Раз<br><b>два</b></p>");
}

#[test]
fn links_say_on_paper_where_they_lead() {
    check(
        rich_text,
        "Сайт: [МОЦ](https://vk.com/moc)",
        "<p>Сайт: <a href=\"https://vk.com/moc\" target=\"_blank\" rel=\"noopener\">МОЦ</a>\
         <span class=\"address\"> (vk.com/<wbr>moc)</span></p>",
    );
    check(
        rich_text,
        "Тел. [{phone}](tel:+74932000000)",
        "<p>Тел. <a href=\"tel:+74932000000\"><span class=\"whole\">00-00-00</span></a></p>",
    );
    check(
        rich_text,
        "См. [приёмную](tel:+74932000001), [скорую](tel:103)",
        "<p>См. <a href=\"tel:+74932000001\">приёмную</a><span class=\"address\"> (+7 493 200-00-01)</span>, \
         <a href=\"tel:103\">скорую</a><span class=\"address\"> (103)</span></p>",
    );
    check(
        rich_text,
        "Бланк: [заявление](forms/form.pdf)",
        "<p>Бланк: <a href=\"../assets/form-123.pdf\" target=\"_blank\" rel=\"noopener\">заявление</a>\
         <span class=\"address\"> (form.pdf)</span></p>",
    );
    check(rich_text, "Бланк: [другой](other.pdf)", "<p>Бланк: другой</p>");
    // A link that is no part of a sentence is as high as a button.
    check(
        rich_text,
        "[почта](mailto:a@example.ru)",
        "<p><a href=\"mailto:a@example.ru\" class=\"alone\">почта</a><span class=\"address\"> (a@example.ru)</span></p>",
    );
}

#[test]
fn nothing_of_a_text_becomes_a_tag() {
    check(rich_text, "a < b & \\<script>", "<p>a~&lt; b~&amp; &lt;script&gt;</p>");
    check(
        rich_text,
        "К [a](https://example.ru/?a=\"&b)",
        "<p>К~<a href=\"https://example.ru/?a=&quot;&amp;b\" target=\"_blank\" rel=\"noopener\">a</a>\
         <span class=\"address\"> (example.ru/<wbr>?a=\"&amp;b)</span></p>",
    );
}

#[test]
fn an_answer_for_search_engines_has_only_the_tags_that_they_take() {
    let guide = guide();
    let context = RenderContext::new(&guide).expect("a start");
    let answer = |texts: &[&str]| {
        let texts: Vec<RichText> = texts.iter().map(|text| parsed(text)).collect();
        answer_html(&context, texts.iter()).replace('\u{a0}', "~")
    };
    assert_eq!(answer(&["Не ищите.", "Позвоните: {phone}."]), "Не~ищите. Позвоните: 00-00-00.");
    assert_eq!(
        answer(&["Не ищите.", "2. **раз**\n3. [два](https://example.ru/?a&amp;b) [три](form.pdf)"]),
        "<p>Не~ищите.</p><ol start=\"2\"><li><p><b>раз</b></p></li>\
         <li><p><a href=\"https://example.ru/?a&amp;b\">два</a> три</p></li></ol>"
    );
    assert_eq!(answer(&["\\<script> \"&\""]), "&lt;script&gt; &quot;&amp;&quot;");
}
