//! Texts with marks, and what they become; and texts without marks, which stay as they are.

use guide_content::markup::parse;
use guide_core::rich_text::{Block, Inline, LinkTarget, RichText};
use guide_core::text::Text;

use crate::small_guide::in_english::assert_in_english;

/// A text as the value of a key in a file, between these quotes: the file, and the text with its place in it.
pub fn in_file(value: &str, quotes: &str) -> (String, Text) {
    let before = "# Файл\nlead = ";
    let escaped = value.replace('\\', "\\\\").replace('"', "\\\"").replace('\r', "\\r");
    let written = match quotes {
        "\"\"\"" => format!("\"\"\"\n{escaped}\"\"\""),
        "'''" => format!("'''\n{value}'''"),
        _ => format!("\"{}\"", escaped.replace('\n', "\\n")),
    };
    let at = before.len()..before.len() + written.len();
    (format!("{before}{written}\nsource = \"s\"\n"), Text { value: value.to_owned(), at })
}

/// What a text becomes, and the errors: the part of the file that each points at, what is wrong and what to write instead.
pub fn parsed(value: &str, quotes: &str) -> (RichText, Vec<[String; 3]>) {
    let (file, text) = in_file(value, quotes);
    let mut errors = Vec::new();
    let whole = text.at.clone();
    let rich = parse(text, &file, &mut |at, what, instead| {
        assert!(whole.start <= at.start && at.end <= whole.end, "{at:?} is not in {whole:?}: {what:?}");
        assert_in_english(&what.ru, &what.en, &[value]);
        assert_in_english(&instead.ru, &instead.en, &[value]);
        errors.push([file[at].to_owned(), what.ru, instead.ru]);
    });
    (rich, errors)
}

/// The blocks as tags, for comparing.
fn tags(blocks: &[Block]) -> String {
    let tag = |block: &Block| match block {
        Block::Paragraph(inlines) => format!("<p>{}</p>", inline_tags(inlines)),
        Block::List { first, items } => {
            let name = first.map_or("ul".to_owned(), |first| format!("ol {first}"));
            let items: String = items.iter().map(|item| format!("<li>{}</li>", tags(item))).collect();
            format!("<{name}>{items}</>")
        }
    };
    blocks.iter().map(tag).collect()
}

fn inline_tags(inlines: &[Inline]) -> String {
    let tag = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Break => "<br>".into(),
        Inline::Bold(inside) => format!("<b>{}</b>", inline_tags(inside)),
        Inline::Link { label, target: LinkTarget::Address(to) } => format!("<a {to}>{}</a>", inline_tags(label)),
        Inline::Link { label, target: LinkTarget::File(to) } => format!("<file {to}>{}</file>", inline_tags(label)),
    };
    inlines.iter().map(tag).collect()
}

#[track_caller]
fn becomes(value: &str, expected: &str) {
    let (rich, errors) = parsed(value, "\"\"\"");
    assert_eq!(errors, Vec::<[String; 3]>::new(), "{value}");
    assert_eq!(tags(&rich.blocks), expected, "{value}");
    assert_eq!(rich.source.value, value);
}

#[track_caller]
fn stays(value: &str) {
    becomes(value, &format!("<p>{value}</p>"));
    let (rich, _) = parsed(value, "\"");
    assert_eq!(rich.plain(), value);
}

#[track_caller]
fn plain(value: &str, expected: &str) {
    assert_eq!(parsed(value, "\"\"\"").0.plain(), expected);
}

#[test]
fn paragraphs_and_line_breaks() {
    becomes("", "");
    becomes("Один.\n\nДва.\n \t\nТри.\n", "<p>Один.</p><p>Два.</p><p>Три.</p>");
    becomes("Первая строка\nвторая строка", "<p>Первая строка\nвторая строка</p>");
    becomes("Первая строка\\\nвторая строка", "<p>Первая строка<br>вторая строка</p>");
    becomes("Первая строка  \nвторая строка", "<p>Первая строка<br>вторая строка</p>");
    becomes("Один.\r\n\r\nДва\r\nстроки.", "<p>Один.</p><p>Два\nстроки.</p>");
}

#[test]
fn lists() {
    becomes("- паспорт\n- полис", "<ul><li><p>паспорт</p></li><li><p>полис</p></li></>");
    becomes("Возьмите:\n- паспорт\n- полис", "<p>Возьмите:</p><ul><li><p>паспорт</p></li><li><p>полис</p></li></>");
    becomes("1. Раз\n2. Два\n3. Три", "<ol 1><li><p>Раз</p></li><li><p>Два</p></li><li><p>Три</p></li></>");
    becomes("1. Раз\n1. Два\n1. Три", "<ol 1><li><p>Раз</p></li><li><p>Два</p></li><li><p>Три</p></li></>");
    becomes("3. Три\n4. Четыре", "<ol 3><li><p>Три</p></li><li><p>Четыре</p></li></>");
    becomes("- раз\n\n- два\n\n\n- три", "<ul><li><p>раз</p></li><li><p>два</p></li><li><p>три</p></li></>");
    becomes("- раз\nдва".replace("\nд", "\n  д").as_str(), "<ul><li><p>раз\nдва</p></li></>");
    becomes("- раз\n\n  ещё раз\n- два", "<ul><li><p>раз</p><p>ещё раз</p></li><li><p>два</p></li></>");
    becomes("- раз\n\nПотом.", "<ul><li><p>раз</p></li></><p>Потом.</p>");
    becomes("9. i\n10. j\n11. k", "<ol 9><li><p>i</p></li><li><p>j</p></li><li><p>k</p></li></>");
}

#[test]
fn lists_in_lists() {
    let nested = "<ol 1><li><p>Раз</p><ul><li><p>а</p></li><li><p>б</p></li></></li><li><p>Два</p></li></>";
    becomes("1. Раз\n   - а\n   - б\n2. Два", nested);
    // Two spaces are enough, and more than four are not too many.
    becomes("1. Раз\n  - а\n  - б\n2. Два", nested);
    becomes("1. Раз\n        - а\n        - б\n2. Два", nested);
    becomes("1. Раз\n\t- а\n\t- б\n2. Два", nested);
    becomes("  1. Раз\n     - а\n     - б\n  2. Два", nested);
    becomes(
        "- а\n  - б\n    - в\n  - г\n- д",
        "<ul><li><p>а</p><ul><li><p>б</p><ul><li><p>в</p></li></></li><li><p>г</p></li></></li><li><p>д</p></li></>",
    );
    becomes("- а\n  1. б\n  2. в", "<ul><li><p>а</p><ol 1><li><p>б</p></li><li><p>в</p></li></></li></>");
}

#[test]
fn bold_words_and_links() {
    becomes("Это **важно**.", "<p>Это <b>важно</b>.</p>");
    becomes("[МОЦ](https://vk.com/mocivanovo)", "<p><a https://vk.com/mocivanovo>МОЦ</a></p>");
    becomes("[{phone}](tel:+74932482808)", "<p><a tel:+74932482808>{phone}</a></p>");
    becomes("[112](tel:112)", "<p><a tel:112>112</a></p>");
    becomes("[почта](mailto:moc@example.ru)", "<p><a mailto:moc@example.ru>почта</a></p>");
    becomes("[**заявление**](forms/form_a.pdf)", "<p><file forms/form_a.pdf><b>заявление</b></file></p>");
    becomes("[заявление](<мой файл.PDF>)", "<p><file мой файл.PDF>заявление</file></p>");
    becomes("**[a](https://example.ru/)**", "<p><b><a https://example.ru/>a</a></b></p>");
    becomes("- **а** [б](b.docx)", "<ul><li><p><b>а</b> <file b.docx>б</file></p></li></>");
    becomes("[a](https://example.ru/?a=1&amp;b=(2)#c)", "<p><a https://example.ru/?a=1&b=(2)#c>a</a></p>");
}

#[test]
fn escapes_and_entities_are_text() {
    becomes("\\*\\*не жирное\\*\\*", "<p>**не жирное**</p>");
    becomes("1\\. Не список", "<p>1. Не список</p>");
    becomes("\\- не список", "<p>- не список</p>");
    becomes("\\[a\\](b) \\# \\<b> C:\\папка", "<p>[a](b) # <b> C:\\папка</p>");
    becomes("a&nbsp;b &lt;b&gt; &copy; AT&T", "<p>a\u{a0}b <b> © AT&T</p>");
}

#[test]
fn signs_that_form_no_mark_are_text() {
    for text in [
        "48-28-08",
        "+7 (4932) 48-28-08, доб. 2",
        "— тире в начале",
        "– короткое тире в начале",
        "-без пробела",
        "№ 5",
        "#навигатор",
        "если < 14 лет или > 18",
        "<ФИО ребёнка>",
        "a<b, 2 * 3 * 4, 5*6",
        "файл form_2026_final.pdf и _черновик",
        "сноска* и ещё*",
        "Подпись: ____________ дата: ___",
        "карта **** 1234",
        "адрес xxxxxx",
        "[день, месяц, год]",
        "массив [0] (первый)",
        "18.12.2024 и 13.00 до 16.30",
        "8 (4932) 48-28-08",
        "1.Без пробела",
        "12 345 руб.",
        "Что | где | когда",
        "~5 минут, `",
        "R&D; C:\\навигатор; a/b",
        "Позвоните\n— в школу\n— в центр",
        "Данная заявка была подана с аккаунта: xxxxxx\nЕсли доступа нет, обратитесь по номеру 48-28-08 (вт, чт с 13.00 до 16.30)",
        "Вы — «Ребёнок с такими данными уже зарегистрирован»!",
        "https://vk.com/mocivanovo",
        "(c) {office.phone}: {office.hours}",
    ] {
        stays(text);
    }
}

#[test]
fn indentation_of_a_paragraph_is_forgiven() {
    becomes("    Текст с отступом.\n    Его вторая строка.", "<p>Текст с отступом.\nЕго вторая строка.</p>");
    becomes("Раз.\n\n        Два.\n\n\tТри.", "<p>Раз.</p><p>Два.</p><p>Три.</p>");
    becomes("-       раз\n- два", "<ul><li><p>раз</p></li><li><p>два</p></li></>");
    becomes("- раз\n\n        ещё раз", "<ul><li><p>раз</p><p>ещё раз</p></li></>");
}

#[test]
fn plain_texts_of_marks() {
    plain("Возьмите:\n\n- паспорт\n- **полис**\n\nИ приходите.", "Возьмите:\n- паспорт\n- полис\n\nИ приходите.");
    plain("3. Раз\n   - а\n   - б\n4. Два", "3. Раз\n   - а\n   - б\n4. Два");
    plain("[МОЦ](https://vk.com/moc)", "МОЦ (https://vk.com/moc)");
    plain("[vk.com/moc](https://vk.com/moc/)", "vk.com/moc");
    plain("[48-28-08](tel:+74932482808)", "48-28-08");
    plain("[8 (4932) 48-28-08](tel:+74932482808)", "8 (4932) 48-28-08");
    plain("[приёмная](tel:+74932482808)", "приёмная (+74932482808)");
    plain("[{phone}](tel:+74932482808)", "{phone}");
    plain("[112](tel:112) и [скорая](tel:103)", "112 и скорая (103)");
    plain("[заявление](form.pdf), [a@example.ru](mailto:a@example.ru)", "заявление (form.pdf), a@example.ru");
    plain("Раз\\\nдва", "Раз\nдва");
}
