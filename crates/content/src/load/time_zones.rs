//! The advice where a guide names a time zone that does not exist.

use crate::World;
use crate::message;
use crate::message::Message;
use crate::nearest::nearest;
use crate::zone_database;

/// The zones of Russia, one for each of its clocks, with the city that people know them by.
const RUSSIAN: [(&str, &str); 11] = [
    ("Europe/Kaliningrad", "Калининград"),
    ("Europe/Moscow", "Москва"),
    ("Europe/Samara", "Самара"),
    ("Asia/Yekaterinburg", "Екатеринбург"),
    ("Asia/Omsk", "Омск"),
    ("Asia/Novosibirsk", "Новосибирск"),
    ("Asia/Irkutsk", "Иркутск"),
    ("Asia/Yakutsk", "Якутск"),
    ("Asia/Vladivostok", "Владивосток"),
    ("Asia/Magadan", "Магадан"),
    ("Asia/Kamchatka", "Камчатка"),
];

/// Sentences that name the zone that is most likely meant, and all of Russia with their offsets in this year.
pub fn advice(typed: &str, year: u16, world: &World) -> Message {
    let near =
        near(typed).map(|name| message!("Может быть, «{name}»? ", "Did you mean “{name}”? ")).unwrap_or_default();
    let zones: Vec<Message> = RUSSIAN
        .iter()
        .filter_map(|(name, city)| {
            let offset = in_hours((world.zone)(name, year)?.first());
            Some(message!("{name} ({city}, {offset})", "{name} ({offset})"))
        })
        .collect();
    let list = |text: fn(&Message) -> &str| zones.iter().map(text).collect::<Vec<_>>().join(", ");
    let list = Message { ru: list(|zone| &zone.ru), en: list(|zone| &zone.en) };
    message!(near = near; list = list; "{near}Пояса России: {list}.", "{near}The zones of Russia are: {list}.")
}

/// The zone whose name, or the city of whose name, is nearest to what was typed, in Latin or Russian letters.
fn near(typed: &str) -> Option<String> {
    let typed = typed.trim().to_lowercase();
    // Without its own spelling this abbreviation would be nearest to Omsk.
    let mut spellings = vec![("мск".to_owned(), "Europe/Moscow".to_owned())];
    spellings.extend(RUSSIAN.iter().map(|(name, city)| (city.to_lowercase(), (*name).to_owned())));
    for name in zone_database::names() {
        let lower = name.to_lowercase();
        spellings.extend(lower.rsplit_once('/').map(|(_, city)| (city.to_owned(), name.clone())));
        spellings.push((lower, name));
    }
    let meant = nearest(spellings.iter().map(|(spelling, _)| spelling.as_str()), &typed)?;
    spellings.iter().find(|(spelling, _)| spelling == meant).map(|(_, name)| name.clone())
}

/// An offset as people write it: `UTC+3`, `UTC+5:30`.
fn in_hours(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    if rest == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{rest:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(typed: &str) -> String {
        advice(typed, 2026, &World { read: &|_| Err(Message::default()), zone: &zone_database::offsets }).ru
    }

    #[test]
    fn all_zones_of_russia_are_listed_with_their_offsets() {
        let said = said("Mars/Olympus");
        assert!(
            said.starts_with("Пояса России: Europe/Kaliningrad (Калининград, UTC+2), Europe/Moscow (Москва, UTC+3)"),
            "{said}"
        );
        for (hour, (name, _)) in (2..).zip(RUSSIAN) {
            assert!(said.contains(name) && said.contains(&format!("UTC+{hour})")), "{name} {hour}: {said}");
        }
    }

    #[test]
    fn the_nearest_zone_is_named() {
        for (typed, wanted) in [
            ("Europe/Moskow", "Europe/Moscow"),
            ("europe/moscow", "Europe/Moscow"),
            ("Москва", "Europe/Moscow"),
            ("екатеринбург", "Asia/Yekaterinburg"),
            ("Ekaterinburg", "Asia/Yekaterinburg"),
            ("Samara", "Europe/Samara"),
            ("Asia/Chitа", "Asia/Chita"),
            ("МСК", "Europe/Moscow"),
            ("Europe/Berlln", "Europe/Berlin"),
        ] {
            let said = said(typed);
            assert!(said.starts_with(&format!("Может быть, «{wanted}»? Пояса России: ")), "{typed}: {said}");
        }
        assert!(!said("Mars/Olympus").contains("Может быть"));
    }
}
