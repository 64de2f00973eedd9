//! Hours that are refused, where, and the messages.

use guide_content::load::schedule_errors::explain;
use guide_core::schedule::{Kind, Part, Schedule, ScheduleError};

use crate::small_guide::in_english::assert_in_english;

/// The one error of a schedule's texts.
#[track_caller]
pub fn refused(hours: &str, holidays: &[&str], closed: &[&str], open: &[&str]) -> ScheduleError {
    match Schedule::parse(hours, holidays, closed, open) {
        Ok(_) => panic!("accepted: {hours:?} {holidays:?} {closed:?} {open:?}"),
        Err(errors) => match &errors[..] {
            [error] => error.clone(),
            _ => panic!("not one error: {errors:?}"),
        },
    }
}

/// What is said of an error, in Russian. The English sentence says the same, and quotes the same.
#[track_caller]
pub fn said(error: &ScheduleError, text: &str) -> String {
    let said = explain(error, text);
    assert_in_english(&said.ru, &said.en, &[text]);
    assert!(said.en.ends_with(['.', '”']) && said.en.contains("“”") == said.ru.contains("«»"), "{}", said.en);
    let pointed = text.get(error.at.clone()).unwrap_or_default();
    let quotes = [said.ru.contains(&format!("«{pointed}»")), said.en.contains(&format!("“{pointed}”"))];
    assert_eq!(quotes[0], quotes[1], "{} — {}", said.ru, said.en);
    said.ru
}

/// The hours, with what the error must point at between `[[` and `]]`, its kind, and a part of the sentence.
#[track_caller]
fn check(marked: &str, kind: Kind, sentence: &str) {
    let hours = marked.replace("[[", "").replace("]]", "");
    let start = marked.find("[[").expect("a mark");
    let end = marked.find("]]").expect("a mark") - 2;
    let error = refused(&hours, &[], &[], &[]);
    let pointed = hours.get(error.at.clone()).expect("character borders");
    assert_eq!((error.kind, pointed, error.at.clone()), (kind, &hours[start..end], start..end));
    assert_eq!(error.part, Part::Hours);
    let said = said(&error, &hours);
    assert!(said.contains(sentence), "{said}");
    assert!(said.ends_with('.') && !said.contains("«»"), "{said}");
}

#[test]
fn malformed_hours_are_refused_with_place_and_reason() {
    let empty = refused("   ", &[], &[], &[]);
    assert_eq!((empty.kind, empty.at.clone()), (Kind::Empty, 0..3));
    assert!(said(&empty, "   ").starts_with("Часы не указаны."));
    assert_eq!(refused("", &[], &[], &[]).at, 0..0);

    check("Tu 13:00-16:30[[;]]", Kind::EmptyRule, "Лишняя точка с запятой");
    check("[[;]]Tu 13:00-16:30", Kind::EmptyRule, "Лишняя");
    check("PH off; [[;]] Tu 13:00-16:30", Kind::EmptyRule, "Лишняя");
    check("[[;]]", Kind::EmptyRule, "Лишняя");

    check("[[Tu,Th]]", Kind::MissingHours, "«Tu,Th 13:00-16:30»");
    check("Tu 13:00-16:30;  [[PH]] ", Kind::MissingHours, "«PH off»");

    check("Mo,[[13:00]]-16:30", Kind::DayExpected, "Вместо «13:00» здесь нужен день");
    check("Mo[[-]]", Kind::DayExpected, "здесь нужен день");
    check("Mo[[,]]", Kind::DayExpected, "здесь нужен день");
    check("Mo-[[PH]] off", Kind::DayExpected, "здесь нужен день");
    check("Mo,[[off]]", Kind::DayExpected, "здесь нужен день");
    check("[[:]] 13:00-16:30", Kind::DayExpected, "здесь нужен день");

    check("Tu [[13:00]]", Kind::MissingEnd, "После «13:00» не указано");
    check("Tu [[13:00]] off", Kind::MissingEnd, "до какого времени");
    check("Tu [[13:00-]]", Kind::MissingEnd, "не указано");
    check("Tu [[13:00]],16:30", Kind::MissingEnd, "не указано");

    check("Tu 09:00-12:00[[,]]", Kind::TimeExpected, "здесь нужно время");
    check("Tu 09:00-[[-]]12:00", Kind::TimeExpected, "Вместо «-» здесь нужно время");
    check("Tu 09:00-12:00,[[,]]", Kind::TimeExpected, "здесь нужно время");

    for (before, wrong, after) in [
        ("Tu ", "9:00", "-12:00"),
        ("Tu ", "09.00", "-12:00"),
        ("Tu ", "0900", "-12:00"),
        ("Tu ", "09", "-12:00"),
        ("Tu 09:00-", "12:00:00", ""),
        ("Tu 09:00-", "1200", ""),
        ("24/7", "0", ""),
    ] {
        let kind = if before == "24/7" { Kind::Sign } else { Kind::TimeShape };
        check(&format!("{before}[[{wrong}]]{after}"), kind, wrong);
    }

    check("Tu [[24:00]]-24:00", Kind::NoSuchTime, "Времени «24:00» на часах нет");
    check("Tu [[25:00]]-26:00", Kind::NoSuchTime, "Времени «25:00»");
    check("Tu 09:00-[[12:60]]", Kind::NoSuchTime, "Времени «12:60»");
    check("Tu 09:00-[[49:00]]", Kind::NoSuchTime, "«20:00-02:00»");

    check("Tu [[09:00-09:00]]", Kind::EmptySpan, "«00:00-24:00»");

    check("Tu 09:00-12:00 [[13:00]]-17:00", Kind::AnotherSpan, "Перед «13:00» не хватает запятой");
    check("Mo 09:00-12:00 [[Tu]] 13:00-17:00", Kind::AnotherRule, "Перед «Tu» нужна точка с запятой");
    check("Mo 09:00-12:00[[,Tu]] 13:00-17:00", Kind::AnotherRule, "Перед «Tu» нужна");
    check("Mo 09:00-12:00[[,PH]] off", Kind::AnotherRule, "Перед «PH» нужна");
    check("PH off[[,Mo]] 13:00-17:00", Kind::AnotherRule, "Перед «Mo» нужна");
    check("24/7 [[PH]] off", Kind::AnotherRule, "Перед «PH» нужна");
}

#[test]
fn typing_mistakes_are_distinguished() {
    check("[[Вт]] 13:00-16:30", Kind::Cyrillic, "«Вт» набрано русскими буквами");
    check("Mo,[[Тu]] 13:00-16:30", Kind::Cyrillic, "русскими буквами");
    check("Tu 13:00-16:30; [[РН]] off", Kind::Cyrillic, "русскими буквами");
    check("PH [[выходной]]", Kind::Cyrillic, "русскими буквами");
    check("Mo[[–]]Fr 13:00-16:30", Kind::Dash, "Вместо «–» здесь нужен обычный дефис");
    check("Tu 13:00[[—]]16:30", Kind::Dash, "обычный дефис");
    check("Tu 13:00 [[\u{2212}]] 16:30", Kind::Dash, "обычный дефис");
    check("Tu,[[ ]]Th 13:00-16:30", Kind::Space, "лишний пробел");
    check("Tu[[ ,]]Th 13:00-16:30", Kind::Space, "лишний пробел");
    check("Mo[[ -]] Fr 13:00-16:30", Kind::Space, "лишний пробел");
    check("Tu[[ Th]] 13:00-16:30", Kind::Space, "лишний пробел");
    check("Tu 09:00-12:00 [[,13:00]]-17:00", Kind::Space, "лишний пробел");
    check("Tu[[\u{a0}]]13:00-16:30", Kind::Space, "неразрывный пробел");
    check("Tu 13:00-16:30;[[\n]]PH off", Kind::Space, "новая строка");
    check("[[Tu,Th13:00]]-16:30", Kind::Joined, "в «Tu,Th13:00» нужен пробел");
    check("24/7 [[09:00]]-12:00", Kind::Sign, "«09:00» здесь лишнее");
    for wrong in ["tu", "TU", "Tue", "Tuesday", "Ph", "Off", "CLOSED"] {
        check(&format!("[[{wrong}]] 13:00-16:30"), Kind::Spelling, "пишется иначе");
    }
    check("[[hello]]", Kind::Word, "Слово «hello» непонятно");
    check("[[MoFr]] 13:00-16:30", Kind::Word, "Слово «MoFr»");
    check("PH [[offf]]", Kind::Word, "Слово «offf»");
    check("Mo-Fr[[:]] 09:00-12:00", Kind::Sign, "«:» здесь лишнее");
    check("PH[[-]]Mo off", Kind::Sign, "«-»");
    check("Mo-Fr[[-]]Su off", Kind::Sign, "«-»");
    check("PH off[[.]]", Kind::Sign, "«.»");
    check("PH off [[🙂]]", Kind::Sign, "«🙂»");
}

#[test]
fn malformed_dates_weeks_and_numbers_are_refused() {
    check("[[January]] Mo 09:00-12:00", Kind::MonthSpelling, "«January» пишется иначе");
    check("Mo 09:00-12:00; [[dec]] 31 off", Kind::MonthSpelling, "Месяцы — Jan");
    check("[[Week]] 3 Mo off", Kind::MonthSpelling, "недели — week");
    check("[[Янв]] 09 10:00-12:00", Kind::Cyrillic, "русскими буквами");
    check("Mo [[Jan]] 09:00-12:00", Kind::Order, "«Jan» стоит не на месте");
    check("Mo-Fr [[week]] 1-53/2 09:00-12:00", Kind::Order, "в начале правила");
    check("Mo 09:00-12:00 [[week]] 3", Kind::Order, "до дней недели и часов");
    check("week 3 [[Jan]] 09:00-12:00", Kind::Order, "«Jan» стоит не на месте");
    check("Jan-[[Mo]] off", Kind::DateExpected, "Вместо «Mo» здесь нужны месяц или дата");
    check("Jan,[[Mo]] off", Kind::DateExpected, "месяц или дата");
    check("Jan[[,]]", Kind::DateExpected, "месяц или дата");
    check("[[Jan 09-Feb]] off", Kind::DateRange, "«Jan 09-Feb» записан не так");
    check("[[Jan-Feb 09]] off", Kind::DateRange, "две даты («Dec 25-Jan 08»)");
    check("[[Jan-09]] off", Kind::DateRange, "два месяца");
    check("[[Dec 25-2028 Jan 08]] off", Kind::DateRange, "две даты с годом");
    check("[[2027 Jan 09-2026 Dec 31]] off", Kind::DateOrder, "кончается раньше");
    check("[[Feb 30]] off", Kind::NoSuchDate, "Даты «Feb 30» в календаре нет");
    check("[[2027 Feb 29]] off", Kind::NoSuchDate, "Даты «2027 Feb 29»");
    check("[[Jan 25-Feb 30]] off", Kind::NoSuchDate, "в календаре нет");
    check("Jan [[32]] off", Kind::NoSuchDate, "Даты «32»");
    check("Jan [[00]] off", Kind::NoSuchDate, "Даты «00»");
    check("Jan [[9:00]]-12:00", Kind::TimeShape, "Время «9:00»");
    check("[[2026]] Mo 09:00-12:00", Kind::Year, "После года «2026» нужны месяц и число");
    check("[[2027 Jan]] Mo off", Kind::Year, "После года «2027»");
    check("[[2027]]-2028 off", Kind::Year, "«2027 Jun 01-2027 Aug 31 off»");
    check("Mo,[[2026]] off", Kind::Year, "После года");
    check("Mo 09:00-12:00, [[2026]] off", Kind::Year, "После года");
    check("week [[Mo]] 09:00-12:00", Kind::Week, "Номера — от 1 до 53");
    check("week [[54]] Mo 09:00-12:00", Kind::Week, "Недели «54»");
    check("week [[0]] off", Kind::Week, "Недели «0»");
    check("week 1,[[100]] off", Kind::Week, "Недели «100»");
    check("week [[20-10]] off", Kind::Week, "Недели «20-10»");
    check("week [[1-2/5]] off", Kind::Week, "«week 1-53/2»");
    check("week 1-53/[[0]] off", Kind::Week, "Недели «0»");
    for (before, wrong, after) in [
        ("", "Mo[0]", " 09:00-12:00"),
        ("", "Mo[6]", " 09:00-12:00"),
        ("", "Mo[-2]", " 09:00-12:00"),
        ("", "Mo[1,", ""),
        ("", "Mo[1", " ] 09:00-12:00"),
        ("", "Mo[1", ";2] 09:00-12:00"),
        ("", "Mo[первый]", " 09:00-12:00"),
        ("", "Mo[", ""),
        ("Tu,", "Mo[]", " 09:00-12:00"),
        ("", "Mo[3-1]", " 09:00-12:00"),
    ] {
        let error = refused(&[before, wrong, after].concat(), &[], &[], &[]);
        assert_eq!((error.kind, error.at), (Kind::Nth, before.len()..before.len() + wrong.len()), "{wrong}");
    }
    check("[[Mo-Fr[]]1] 09:00-12:00", Kind::NthOfRange, "«Fr[1],Sa[1]»");
    check("Mo[1][[[]]1] 09:00-12:00", Kind::Nth, "записан не так");
}

#[test]
fn misplaced_comments_are_refused() {
    check("Mo 09:00-12:00 [[\"по записи; PH off]]", Kind::Comment, "без второй кавычки");
    check("Mo 09:00-12:00 [[\"\"]]", Kind::Comment, "пустое");
    check("Mo 09:00-12:00 [[\" \"]]", Kind::Comment, "пустое");
    check("Mo 09:00-12:00 [[\"a\tb\"]]", Kind::Comment, "Примечание (");
    check("Mo 09:00-12:00[[\"x\"]]", Kind::Comment, "после пробела");
    check("Mo 09:00-12:00 \"x\" [[\"y\"]]", Kind::Comment, "один раз");
    check("\"x\" [[Mo]] 09:00-12:00", Kind::AnotherRule, "Перед «Mo»");
}

#[test]
fn holidays_that_are_not_given_are_missed() {
    check("Mo 09:00-12:00; [[PH]] off", Kind::NoHolidays, "holidays = [");
    check("Mo,[[PH]] 09:00-12:00; PH off", Kind::NoHolidays, "уберите «PH»");
    assert!(Schedule::parse("PH off", &["02-23"], &[], &[]).is_ok());
    // A bad holiday is an error of its own, and the only one.
    assert_eq!(refused("PH off", &["02-30"], &[], &[]).part, Part::Holiday(0));
}

#[test]
fn endless_hours_are_refused() {
    let long = "Mo 09:00-12:00; ".repeat(63);
    assert_eq!(refused(&long, &[], &[], &[]).kind, Kind::TooLong);
    assert!(said(&refused(&long, &[], &[], &[]), &long).starts_with("Часы слишком длинные"));
}
#[test]
fn unsupported_notation_is_refused_by_name() {
    check("[[easter]] off", Kind::Easter, "Пасха");
    check("Jan-[[easter]] off", Kind::Easter, "«closed» или «open»");
    check("[[SH]] off", Kind::SchoolHolidays, "Школьные каникулы");
    check("Mo,[[SH]] off", Kind::SchoolHolidays, "Школьные каникулы");
    check("[[sunrise]]-12:00", Kind::Sun, "Время по солнцу («sunrise»)");
    check("Mo 09:00-[[sunset]]", Kind::Sun, "Время по солнцу («sunset»)");
    check("Mo 09:00[[+]]", Kind::Plus, "Знак «+» не поддерживается");
    check("Mo 09:00-12:00[[+]]", Kind::Plus, "Знак «+»");
    check("PH [[+]]1 day off", Kind::Plus, "без сдвига");
    check("Jan 09[[+]] off", Kind::Plus, "Знак «+»");
    check("Mo 09:00-12:00 [[||]] PH off", Kind::Fallback, "Запасные правила");
    check("Mo 09:00-12:00[[/]]00:30", Kind::Interval, "Время с шагом");
    check("Mo-Fr [[open]]", Kind::State, "Слово «open» не поддерживается");
    check("Mo 09:00-12:00 [[unknown]]", Kind::State, "Слово «unknown»");
}
