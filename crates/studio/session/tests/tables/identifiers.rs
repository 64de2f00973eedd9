//! Ids from titles: the editor makes those that the tool proposes.

use guide_content::latin;
use guide_studio_model::identifier;

#[test]
fn an_id_is_the_title_in_latin_letters() {
    for (title, taken, wanted) in [
        ("Не помню почту", &[][..], "ne-pomnyu-pochtu"),
        ("Не помню почту", &["ne-pomnyu-pochtu", "ne-pomnyu-pochtu-2"], "ne-pomnyu-pochtu-3"),
        ("14 лет", &[], "id-14-let"),
        ("  «Щёлково», объезд! ", &[], "shchelkovo-obezd"),
        ("Заявка была подана с дублирующего аккаунта, что делать", &[], "zayavka-byla-podana-s-dubliruyushchego"),
        ("", &[], "shag"),
        ("日本 🙂", &["shag"], "shag-2"),
    ] {
        assert_eq!(identifier(title, taken), wanted, "{title}");
    }
    let long = identifier(&"щ".repeat(5000), &[]);
    assert_eq!(long.len(), 40);
}

#[test]
fn it_is_that_of_the_tool_where_it_is_short() {
    for title in ["Нет доступа", "Ещё раз", "Ъезд и подъезд", "Rest API 2", "Юля, эй!", "йод", "forgot_email ", "-x-"]
    {
        assert_eq!(Some(identifier(title, &[])), latin::id(title), "{title}");
    }
}
