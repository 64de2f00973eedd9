//! The poster: one sheet with large type, whatever the guide says. What is too much for a sheet gives way in a stated order
//! (`poster_plan.rs`); here is seen that nothing is cut, covered or pushed to a second sheet.

use serde_json::Value;

use crate::guide::tool_string;
use crate::printing::guide_file::GuideFile;
use crate::printing::{PrintedDocument, emulate_print, open_and_print, run_poppler};
use crate::support::built_site::site_with_url;
use crate::support::{Host, Page, Setup};

const PHONE: &str = "phone = { number = \"+74932482808\", shown = \"48-28-08\" }\n";
const HOURS: &str = "hours = \"Tu,Th 13:00-16:30\"\ntime_zone = \"Europe/Moscow\"\n";
const RUNGS: &str = "[[rung]]\nid = \"a\"\nlabel = \"Родитель\"\n[[rung]]\nid = \"b\"\nlabel = \"Учреждение\"\n";
const RULE: &str = "[[rule]]\ntext = \"Ребёнок добавляется в систему только один раз. Если вы зарегистрировали аккаунт, забудьте про кнопку «Регистрация».\"\nsource = \"п. 2\"\n";
/// 90 characters.
const LONG_TITLE: &str = "Персональный сертификат дополнительного образования: что делать, если его нет или он занят";

/// A contact with these keys besides its id and its name.
fn contact(keys: &str) -> String {
    format!("[[contact]]\nid = \"c{}\"\nname = \"Горячая линия центра\"\n{keys}", keys.len())
}

/// Hours that differ from day to day, in words about 250 characters.
fn long_hours() -> String {
    let days = [
        "Mo 08:00-12:00,13:00-17:00",
        "Tu 09:00-12:30",
        "We 10:15-18:45",
        "Th 07:00-11:00,12:00-13:00",
        "Sa 09:00-10:00",
    ];
    format!("hours = {:?}\ntime_zone = \"Europe/Moscow\"\n", days.join("; "))
}

fn options(count: usize, label: &str) -> Vec<(String, String, String)> {
    (1..=count).map(|number| (format!("{label} {number}"), "s".to_owned(), String::new())).collect()
}

/// Situations in groups of seven.
fn grouped(count: usize) -> Vec<(String, String, String)> {
    let group = |index: usize| format!(", group = \"Личный кабинет {}\"", index / 7 + 1);
    let options = options(count, "Не приходит письмо с подтверждением");
    options.into_iter().enumerate().map(|(index, (label, next, _))| (label, next, group(index))).collect()
}

/// What the poster of a guide must still have.
struct Expected {
    /// The least font sizes in points: of the title, and of the number or address; 0 where there is none.
    title: f64,
    reach: f64,
    /// How many lines of situations there are: all, or some and the line that counts the rest.
    items: std::ops::RangeInclusive<usize>,
    slips: std::ops::RangeInclusive<usize>,
    has_code: bool,
}

const ALL: Expected = Expected { title: 48.0, reach: 72.0, items: 1..=1, slips: 4..=8, has_code: true };

fn guides() -> Vec<(&'static str, GuideFile, Expected)> {
    let base = GuideFile::default;
    let full = || [contact(&[PHONE, HOURS].concat()), RUNGS.into(), RULE.into()].concat();
    let vk = "vk = \"https://vk.com/mocivanovo\"\n";
    let long_address = format!("https://example.ru/{}/", ["deti-i-roditeli"; 8].join("/"));
    let long_labels =
        || options(12, "Не приходит письмо с подтверждением регистрации на портале, хотя почта верная, случай");
    vec![
        ("little", GuideFile { tables: full(), ..base() }, ALL),
        ("no contact", base(), Expected { reach: 36.0, ..ALL }),
        (
            "no contact and no address",
            GuideFile { url: None, ..base() },
            Expected { reach: 0.0, slips: 0..=0, has_code: false, ..ALL },
        ),
        (
            "an e-mail address alone",
            GuideFile {
                url: None,
                tables: contact("email = \"konsultacii.navigator@centr-razvitiya.example.ru\"\n"),
                ..base()
            },
            Expected { reach: 18.0, has_code: false, ..ALL },
        ),
        (
            "a place alone",
            GuideFile {
                url: None,
                tables: contact("address = \"г. Иваново, ул. Школьная, дом 1, корпус 2, кабинет 15\"\n"),
                ..base()
            },
            Expected { reach: 24.0, has_code: false, ..ALL },
        ),
        (
            "a phone alone",
            GuideFile { url: None, tables: contact(PHONE), ..base() },
            Expected { has_code: false, ..ALL },
        ),
        (
            "a page in place of the site",
            GuideFile { url: None, tables: contact(&[PHONE, HOURS, vk].concat()), ..base() },
            ALL,
        ),
        (
            "a site without a phone",
            GuideFile {
                tables: contact(
                    HOURS.to_owned().as_str().replacen("hours", "email = \"a@example.ru\"\nhours", 1).as_str(),
                ),
                ..base()
            },
            Expected { reach: 36.0, ..ALL },
        ),
        ("a full number", GuideFile { tables: contact("phone = \"+74932482808\"\n"), ..base() }, ALL),
        ("two contacts", GuideFile { tables: full() + &contact("phone = \"+74932000000\"\n"), ..base() }, ALL),
        (
            "many situations",
            GuideFile { tables: full(), options: options(25, "Нет доступа к почте"), ..base() },
            Expected { items: 4..=24, ..ALL },
        ),
        (
            "three hundred situations",
            GuideFile { tables: full(), options: options(300, "Нет доступа к почте"), ..base() },
            Expected { items: 4..=24, ..ALL },
        ),
        // Seven headings and the number of all.
        (
            "situations in groups",
            GuideFile { tables: full(), options: grouped(49), ..base() },
            Expected { items: 8..=8, ..ALL },
        ),
        (
            "situations in too many groups",
            GuideFile { tables: full(), options: grouped(300), ..base() },
            Expected { items: 4..=24, ..ALL },
        ),
        (
            "twelve long situations",
            GuideFile { tables: full(), options: long_labels(), ..base() },
            Expected { items: 2..=12, ..ALL },
        ),
        (
            "a long word",
            GuideFile {
                tables: full(),
                options: options(3, "Персонифицированноефинансированиедополнительногообразования"),
                ..base()
            },
            Expected { items: 3..=3, ..ALL },
        ),
        (
            "long hours",
            GuideFile {
                tables: contact(&[PHONE, &long_hours()].concat()) + RULE,
                options: options(7, "Нет доступа к почте"),
                ..base()
            },
            Expected { items: 7..=7, ..ALL },
        ),
        (
            "a long title",
            GuideFile {
                title: LONG_TITLE.into(),
                tables: full(),
                options: options(7, "Нет доступа к почте"),
                ..base()
            },
            Expected { title: 36.0, items: 5..=7, ..ALL },
        ),
        (
            "the longest title",
            GuideFile {
                title: [LONG_TITLE; 3].join(" и "),
                tables: full(),
                options: options(7, "Нет доступа к почте"),
                ..base()
            },
            Expected { title: 16.0, reach: 40.0, items: 0..=7, ..ALL },
        ),
        ("a long address", GuideFile { url: Some(long_address.clone()), tables: full(), ..base() }, ALL),
        ("a long address alone", GuideFile { url: Some(long_address), ..base() }, Expected { reach: 10.0, ..ALL }),
        (
            "all of it",
            GuideFile {
                title: LONG_TITLE.into(),
                tables: contact(&[PHONE, &long_hours(), vk].concat()) + RUNGS + RULE,
                options: long_labels(),
                ..base()
            },
            Expected { title: 24.0, reach: 40.0, items: 2..=12, ..ALL },
        ),
    ]
}

/// Asserts that all words on the only sheet are within its margins of 8 mm.
#[track_caller]
fn assert_within_margins(document: &PrintedDocument, name: &str) {
    let boxes = run_poppler("pdftotext", &["-bbox"], &document.path, &["-"]);
    let mut words = 0;
    for word in boxes.split("<word ").skip(1) {
        let side = |key: &str| -> f64 {
            let value = word.split(&format!("{key}=\"")).nth(1).and_then(|rest| rest.split('"').next());
            value.and_then(|value| value.parse().ok()).expect("a coordinate")
        };
        let sides = [side("xMin"), side("yMin"), 595.3 - side("xMax"), 841.9 - side("yMax")];
        // A font's box reaches a little above and below its letters.
        assert!(sides.iter().all(|side| *side >= 22.0), "{name}: {sides:?} points from the edges: {word:.120}");
        words += 1;
    }
    assert!(words > 0, "{name}: no words");
}

/// What a printed poster looks like, measured on the page in print media.
const MEASURE: &str = "(() => {
    const mm = px => px * 25.4 / 96, points = e => e ? parseFloat(getComputedStyle(e).fontSize) * .75 : 0;
    const main = document.querySelector('main'), sheet = main.getBoundingClientRect(), wrong = [];
    const text = root => {
        const range = document.createRange();
        range.selectNodeContents(root);
        return range.getBoundingClientRect();
    };
    for (const e of main.querySelectorAll('*')) {
        if (e.closest('svg')) continue;
        const box = text(e);
        if (box.width && (box.left < sheet.left - 1 || box.right > sheet.right + 1 || box.top < sheet.top - 1 || box.bottom > sheet.bottom + 1)) wrong.push(`${e.tagName} beyond the sheet: ${e.textContent.slice(0, 40)}`);
    }
    if (main.scrollHeight > main.clientHeight) wrong.push(`higher than the sheet by ${mm(main.scrollHeight - main.clientHeight)} mm`);
    for (const slip of main.querySelectorAll('.slips li')) {
        const box = slip.getBoundingClientRect(), inside = text(slip);
        if (inside.left < box.left - 1 || inside.right > box.right + 1 || inside.top < box.top - 1 || inside.bottom > box.bottom + 1) wrong.push('a slip is cut');
    }
    const parts = [...main.children].filter(e => e.getClientRects().length).map(e => e.getBoundingClientRect());
    parts.slice(1).forEach((box, i) => box.top < parts[i].bottom - 1 && wrong.push(`part ${i + 1} is covered`));
    const svg = main.querySelector('.qr'), code = svg && svg.getBoundingClientRect();
    if (code) {
        // The picture is the code alone; its quiet zone of four modules, above and below at least one and a half, must be free of letters.
        const module = code.width / svg.viewBox.baseVal.width;
        if (svg.viewBox.baseVal.x !== 4) wrong.push('the picture is not the code alone');
        const letters = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
        for (let node; node = letters.nextNode();) {
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const box of range.getClientRects()) {
                const zone = 3.5 * module, above = 1.5 * module;
                if (box.right > code.left - zone && box.left < code.right + zone && box.bottom > code.top - above && box.top < code.bottom + above) wrong.push(`in the quiet zone: ${node.data}`);
            }
        }
    }
    const last = main.querySelector('.slips') || main.querySelector('.source');
    return {
        wrong, code: code ? mm(Math.min(code.width, code.height)) : 0,
        title: points(main.querySelector('h1')), reach: points(main.querySelector('.number')),
        item: Math.min(...[...main.querySelectorAll('.when li')].map(points), 999),
        items: main.querySelectorAll('.when li').length, slips: main.querySelectorAll('.slips li').length,
        blank: Math.max(...parts.slice(1).map((box, i) => mm(box.top - parts[i].bottom)), mm(sheet.bottom - last.getBoundingClientRect().bottom)),
    };
})()";

/// The poster as it is printed, on a page of the width of the sheet between its margins.
#[track_caller]
fn measure(host: &Host) -> Value {
    let page: Page = Setup::default().desktop(733, 1061).page();
    emulate_print(&page, "light");
    page.open(&host.url("print/poster/"));
    page.eval(MEASURE)
}

#[track_caller]
fn check(name: &str, host: &Host, expected: &Expected) {
    let document = open_and_print(host, "print/poster/", &format!("poster {name}"));
    assert_eq!(document.pages(), 1, "{name}");
    assert_within_margins(&document, name);
    let poster = measure(host);
    let number = |key: &str| poster[key].as_f64().unwrap_or_else(|| panic!("{name}: no {key} in {poster}"));
    let count = |key: &str| number(key) as usize;
    assert_eq!(poster["wrong"], Value::Array(Vec::new()), "{name}");
    assert!(number("title") > expected.title - 0.1, "{name}: {poster}");
    assert!(number("reach") > expected.reach - 0.1, "{name}: {poster}");
    assert!(number("item") > 23.9, "{name}: {poster}");
    assert!(expected.items.contains(&count("items")) && expected.slips.contains(&count("slips")), "{name}: {poster}");
    let code = number("code");
    assert!(if expected.has_code { code >= 60.0 } else { code == 0.0 }, "{name}: a code of {code} mm");
}

#[test]
fn whatever_the_guide_the_poster_is_one_whole_sheet() {
    for (name, guide, expected) in guides() {
        check(name, &Host::serve(guide.site(&format!("poster {name}"))), &expected);
    }
}

#[test]
fn a_poster_of_groups_says_what_the_guide_is_about_and_how_large_it_is() {
    let guide = GuideFile { options: grouped(49), ..GuideFile::default() };
    let document = open_and_print(&Host::serve(guide.site("poster of groups")), "print/poster/", "poster of groups");
    for group in 1..=7 {
        document.assert_contains(&format!("Личный кабинет {group}"));
    }
    document.assert_contains(&tool_string("paper", "all").replace("{n}", "49"));
    document.assert_lacks("Не приходит письмо");
}

#[test]
fn what_a_poster_leaves_out_is_behind_its_code() {
    let guide = |url: Option<&str>| GuideFile {
        url: url.map(str::to_owned),
        options: options(60, "Нет доступа к почте"),
        ..GuideFile::default()
    };
    for (name, url, key) in [("code", Some("https://example.ru/"), "more_by_code"), ("no code", None, "more")] {
        let host = Host::serve(guide(url).site(&format!("poster with {name}")));
        let document = open_and_print(&host, "print/poster/", &format!("poster with {name}"));
        let text = tool_string("paper", key);
        let (before, after) = text.split_once("{n}").expect("a number");
        let listed = document.text.matches("Нет доступа к почте").count();
        document.assert_contains(&format!("{before}{}{after}", 60 - listed));
        assert_eq!(document.text.contains(&tool_string("paper", "scan")), url.is_some());
    }
}

#[test]
fn this_guides_poster_gives_up_nothing() {
    let host = Host::serve(site_with_url("content/ivanovo.toml", "https://example.ru/navigator/"));
    check("of Ivanovo", &host, &Expected { items: 7..=7, slips: 8..=8, ..ALL });
    let blank = measure(&host)["blank"].as_f64();
    assert!(blank.is_some_and(|blank| blank < 15.0), "{blank:?} mm in one piece are empty");
}
