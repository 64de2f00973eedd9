//! The document contains the whole guide: every text of the content, and the source's date.

use crate::{attribute, read, site, visible_text};

/// The texts of the shipped content with this key, parsed as plain TOML.
fn texts(key: &str) -> Vec<String> {
    let content: toml::Table =
        read(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")), "content/ivanovo.toml")
            .parse()
            .expect("TOML");
    let steps = content["step"].as_array().expect("steps").iter();
    steps.filter_map(|step| step.get(key)?.as_str().map(str::to_owned)).collect()
}

fn fold_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_text_of_every_step_is_on_the_page() {
    let visible_text = visible_text(&read(site(), "index.html"));
    for (key, minimum) in [("question", 4), ("title", 10), ("lead", 5), ("dont", 9), ("do", 9), ("quote", 1)] {
        let texts = texts(key);
        assert!(texts.len() >= minimum, "{key}: {}", texts.len());
        for text in texts {
            let filled = text.replace("{phone}", "48-28-08").replace("{hours}", "вторник и четверг, 13:00–16:30");
            assert!(visible_text.contains(&fold_spaces(&filled)), "{key}: {filled}");
        }
    }
}

#[test]
fn the_cancellation_notice_is_quoted_verbatim() {
    let source = "Данная заявка была подана с дублирующего аккаунта. Если обучение по программе актуально, просим подать \
                  заявку с аккаунта: xxxxxx Если доступа к указанному аккаунту нет, то обратитесь в тех. поддержку по номеру \
                  телефона 48-28-08 (вт, чт с 13.00 до 16.30)";
    assert!(visible_text(&read(site(), "index.html")).contains(source));
}

#[test]
fn contacts_and_source_are_on_the_page() {
    let page = read(site(), "index.html");
    assert!(attribute(&page, "href").contains(&"tel:+74932482808".to_owned()));
    assert!(attribute(&page, "href").contains(&"https://vk.com/mocivanovo".to_owned()));
    let visible_text = visible_text(&page);
    for text in ["+7 (4932) 48-28-08", "Вторник и четверг, 13:00–16:30", "МОЦ г. Иваново от 18.12.2024"]
    {
        assert!(visible_text.contains(text), "{text}");
    }
    assert!(!visible_text.contains('{'), "a placeholder is left");
}

#[test]
fn structured_data_contains_the_same_advice() {
    let page = read(site(), "index.html");
    let data =
        page.split("<script type=\"application/ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
    let data: serde_json::Value = serde_json::from_str(data.expect("JSON-LD")).expect("JSON");
    assert_eq!(data["@type"], "FAQPage");
    let questions = data["mainEntity"].as_array().expect("questions");
    assert_eq!(questions.len(), texts("dont").len());
    let visible_text = visible_text(&page);
    for question in questions {
        assert!(visible_text.contains(&fold_spaces(question["name"].as_str().expect("a name"))));
        assert!(!question["acceptedAnswer"]["text"].as_str().expect("an answer").is_empty());
    }
}

#[test]
fn each_advice_has_source_rung_and_message() {
    let content: toml::Table =
        read(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")), "content/ivanovo.toml")
            .parse()
            .expect("TOML");
    for step in content["step"].as_array().expect("steps").iter().filter(|step| step.get("dont").is_some()) {
        for key in ["source", "rung", "message"] {
            assert!(step.get(key).is_some(), "{}: no {key}", step["id"]);
        }
    }
}
