//! What `guide check` refuses of contacts, their hours and the fields of messages, as in `refusals_flow`; and what may be left out.

use crate::loading::{loaded, refuses};
use crate::small_guide::{SMALL, STRINGS, changed};
use guide_content::message::MessageLanguage;

/// The key of the small guide's contact that further keys can be written behind.
const VK: &str = "vk = \"https://vk.com/example\"";

#[test]
fn a_contact_may_have_any_of_the_ways_to_reach_it() {
    let more = [
        "email = \"centre@example.ru\"\nsite = [\"https://example.ru/\", { url = \"https://example.org/\", label = \"Запись\" }]",
        "telegram = \"https://t.me/example\"\nmax = \"https://max.ru/example\"\nwhatsapp = \"https://wa.me/79990000000\"",
        "address = \"ул. Школьная, 1\"\nmap = \"https://yandex.ru/maps/1\"",
    ];
    for keys in more {
        let report = loaded(&changed(SMALL, VK, keys), STRINGS).report(MessageLanguage::Russian);
        assert_eq!(report, "", "{keys}");
    }
    let phones =
        "phone = [\"+74932000000\", { number = \"+442079460958\", shown = \"020 7946 0958\", label = \"London\" }]";
    let guide = changed(SMALL, "phone = { number = \"+74932000000\", shown = \"00-00-00\" }", phones);
    let loaded = loaded(&guide, STRINGS);
    assert_eq!(loaded.report(MessageLanguage::Russian), "");
    let contacts = loaded.guide.expect("a guide").contacts;
    let shown: Vec<String> = contacts[0].phones.iter().map(|phone| phone.full()).collect();
    assert_eq!(shown, ["+7 493 200-00-00", "+44 207 946 09 58"]);
}

#[test]
fn a_guide_needs_no_contact_and_a_contact_no_phone_and_no_hours() {
    let start = SMALL.find("[[contact]]").expect("a contact");
    let end = start + SMALL[start..].find("\n\n").expect("its end");
    let with = |contact: &str| format!("{}{contact}{}", &SMALL[..start], &SMALL[end..]);
    let plain = |guide: String| guide.replace("{phone}", "по телефону").replace("{hours}", "днём");
    let by_email = "[[contact]]\nid = \"hotline\"\nname = \"Почта\"\nemail = \"centre@example.ru\"";
    assert_eq!(loaded(&plain(with(by_email)), STRINGS).report(MessageLanguage::Russian), "");
    let none = plain(with("")).replace("contact = \"hotline\"\nrung", "do = \"Ждите.\"\nend = true\nrung");
    assert_eq!(loaded(&none, STRINGS).report(MessageLanguage::Russian), "");
    // What nothing fills any longer is refused.
    let report = loaded(&with(by_email), STRINGS).report(MessageLanguage::Russian);
    assert!(report.contains("{phone}: эту вставку здесь заполнить нечем"), "{report}");
}

#[test]
fn contacts_that_lead_nowhere_are_refused() {
    refuses(VK, "vk = \"https://t.me/example\"", "vk =", "страница не на vk.com", "https://vk.com/example");
    refuses(VK, "email = \"centre\"", "email =", "не адрес электронной почты", "school@example.ru");
    refuses(VK, "map = \"https://yandex.ru/maps/1\"", "map =", "карта есть, а адреса нет", "Допишите адрес словами");
    refuses(VK, "address = \"тут\"\nmap = \"тут\"", "map =", "не адрес страницы", "https://");
    refuses(
        VK,
        "vk = \"https://vk.com/example\"\n[[contact]]\nid = \"office\"\nname = \"Приёмная\"",
        "id = \"office\"",
        "у контакта «office» нет ничего, по чему его найти",
        "Назовите хотя бы одно",
    );
    refuses(
        VK,
        "vk = \"https://vk.com/example\"\n[[contact]]\nid = \"hotline\" # ещё раз\nname = \"Приёмная\"\nemail = \"a@example.ru\"",
        "id = \"hotline\" # ещё раз",
        "контакт с id «hotline» уже есть",
        "Дайте другое id",
    );
    refuses(VK, "vk = 5", "vk =", "«vk»: здесь должен быть текст в кавычках", "vk = \"…\"");
    refuses(VK, "vk = { url = \"https://vk.com/a\", lable = \"ВК\" }", "vk =", "неизвестный ключ «lable»", "«label»");
}

#[test]
fn two_hundred_contacts_are_refused_at_the_first_too_many() {
    let contact =
        |n: usize| format!("[[contact]] # {n}\nid = \"office-{n}\"\nname = \"Приёмная\"\nemail = \"a@example.ru\"\n");
    let all: String = (2..=200).map(contact).collect();
    refuses(
        VK,
        &format!("{VK}\n{all}"),
        "[[contact]] # 51",
        "контактов 200, а бывает не больше 50",
        "куда родитель действительно обратится",
    );
}

#[test]
fn hours_need_a_time_zone_and_days_need_hours() {
    refuses("time_zone = \"Europe/Moscow\"\n", "", "hours =", "а часового пояса нет", "time_zone = \"Europe/Moscow\"");
    // The guide's own time zone and holidays hold for contacts that have none.
    let guide = changed(SMALL, "time_zone = \"Europe/Moscow\"\n", "");
    let guide = changed(&guide, "holidays = [\"01-01..01-08\", \"05-09\"]\n", "");
    let guide = changed(
        &guide,
        "start = \"start\"\n",
        "start = \"start\"\ntime_zone = \"Asia/Omsk\"\nholidays = [\"05-09\"]\n",
    );
    let loaded = loaded(&guide, STRINGS);
    assert_eq!(loaded.report(MessageLanguage::Russian), "");
    let contact = &loaded.guide.expect("a guide").contacts[0];
    assert_eq!(contact.hours.as_ref().map(|hours| hours.zone.first()), Some(360));
    refuses(
        VK,
        "vk = \"https://vk.com/example\"\n[[contact]]\nid = \"office\"\nname = \"Приёмная\"\nemail = \"a@example.ru\"\nclosed = [\"2027-01-09\"]",
        "closed = [\"2027-01-09\"]",
        "а часы не указаны",
        "Допишите часы",
    );
    refuses(VK, "open = [\"2026-12-31 10:00-14:00\"]", "open =", "2026-12-31", "=");
}

#[test]
fn malformed_fields_are_refused() {
    let field = "placeholder = \"[фамилия и имя ребёнка]\"";
    let refuses = |keys: &str, line: &str, what: &str, instead: &str| {
        refuses(field, &format!("{field}\n{keys}"), line, what, instead);
    };
    refuses("longest = 0", "longest = 0", "в поле столько знаков не бывает: 0", "от 1 до 2000");
    refuses("longest = 100000", "longest =", "столько знаков не бывает: 100000", "от 1 до 2000");
    refuses("longest = \"много\"", "longest =", "«longest»: здесь должен быть целое число", "longest = 100");
    let second = "[[field]]\nid = \"other\"\nlabel = \"Что\"\nplaceholder = \"[что]\"\nfrom_search = true";
    refuses(
        &format!("from_search = true\n{second}"),
        "id = \"other\"",
        "слова из поиска уже попадают в другое поле",
        "только у одного поля",
    );
    refuses(
        "[[field]]\nid = \"phone\"\nlabel = \"Что\"\nplaceholder = \"[что]\"",
        "id = \"phone\"",
        "это телефон или часы контакта, а не поле",
        "id = \"child\"",
    );
}
