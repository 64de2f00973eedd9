//! Hours that are refused, where, and the messages.

use guide_content::load::schedule_errors::explain;
use guide_core::schedule::{Kind, Part, Schedule, ScheduleError};

/// The error of a schedule's texts, which must have one.
#[track_caller]
pub fn refused(hours: &str, holidays: &[&str], closed: &[&str]) -> ScheduleError {
    match Schedule::parse(hours, holidays, closed) {
        Ok(_) => panic!("accepted: {hours:?} {holidays:?} {closed:?}"),
        Err(error) => error,
    }
}

/// The hours, with what the error must point at between `[[` and `]]`, its kind, and a part of the sentence.
#[track_caller]
fn check(marked: &str, kind: Kind, sentence: &str) {
    let hours = marked.replace("[[", "").replace("]]", "");
    let start = marked.find("[[").expect("a mark");
    let end = marked.find("]]").expect("a mark") - 2;
    let error = refused(&hours, &[], &[]);
    let pointed = hours.get(error.at.clone()).expect("character borders");
    assert_eq!((error.kind, pointed, error.at.clone()), (kind, &hours[start..end], start..end));
    assert_eq!(error.part, Part::Hours);
    let said = explain(&error, &hours);
    assert!(said.contains(sentence), "{said}");
    assert!(said.ends_with('.') && !said.contains("«»"), "{said}");
}

#[test]
fn malformed_hours_are_refused_with_place_and_reason() {
    let empty = refused("   ", &[], &[]);
    assert_eq!((empty.kind, empty.at.clone()), (Kind::Empty, 0..3));
    assert!(explain(&empty, "   ").starts_with("Часы не указаны."));
    assert_eq!(refused("", &[], &[]).at, 0..0);

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
    check("Tu 09:00-[[49:00]]", Kind::NoSuchTime, "не позже 24:00");

    check("Tu [[09:00-09:00]]", Kind::EmptySpan, "«00:00-24:00»");
    check("[[22:00-02:00]]", Kind::Overnight, "через полночь");
    check("Tu [[22:00 - 26:00]]", Kind::Overnight, "«Mo 20:00-24:00; Tu 00:00-02:00»");
    check("Tu 09:00-12:00,[[13:00-00:00]]", Kind::Overnight, "«13:00-00:00»");

    check("Tu 09:00-12:00 [[13:00]]-17:00", Kind::AnotherSpan, "Перед «13:00» не хватает запятой");
    check("Mo 09:00-12:00 [[Tu]] 13:00-17:00", Kind::AnotherRule, "Перед «Tu» нужна точка с запятой");
    check("Mo 09:00-12:00[[, Tu]] 13:00-17:00", Kind::AnotherRule, "Перед «Tu» нужна");
    check("Mo 09:00-12:00[[,PH]] off", Kind::AnotherRule, "Перед «PH» нужна");
    check("PH off[[, Mo]] 13:00-17:00", Kind::AnotherRule, "Перед «Mo» нужна");
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
fn unsupported_notation_is_refused_by_name() {
    check("[[Jan]]-Mar Mo 09:00-12:00", Kind::Month, "Месяцы и даты («Jan»)");
    check("[[December]] off", Kind::Month, "«holidays»");
    check("[[easter]] off", Kind::Month, "Месяцы и даты");
    check("PH off; [[Dec]] 31 off", Kind::Month, "Месяцы и даты («Dec»)");
    check("[[2026]] Mo 09:00-12:00", Kind::Year, "Годы («2026»)");
    check("Mo,[[2026]] off", Kind::Year, "Годы");
    check("[[week]] 1-10 Mo 09:00-12:00", Kind::Week, "Номера недель");
    check("[[SH]] off", Kind::SchoolHolidays, "Школьные каникулы");
    check("Mo,[[SH]] off", Kind::SchoolHolidays, "Школьные каникулы");
    check("Mo[[[]]1] 09:00-12:00", Kind::Nth, "Номер дня в месяце");
    check("[[sunrise]]-12:00", Kind::Sun, "Время по солнцу («sunrise»)");
    check("Mo 09:00-[[sunset]]", Kind::Sun, "Время по солнцу («sunset»)");
    check("Mo 09:00[[+]]", Kind::Plus, "Знак «+» не поддерживается");
    check("Mo 09:00-12:00[[+]]", Kind::Plus, "Знак «+»");
    check("PH [[+]]1 day off", Kind::Plus, "без сдвига");
    check("Mo 09:00-12:00 [[\"по записи\"]]", Kind::Comment, "Примечания в кавычках (\"по записи\")");
    check("Mo 09:00-12:00 [[\"по]]; записи\"", Kind::Comment, "Примечания");
    check("Mo 09:00-12:00 [[||]] PH off", Kind::Fallback, "Запасные правила");
    check("Mo 09:00-12:00[[/]]00:30", Kind::Interval, "Время с шагом");
    check("Mo-Fr [[open]]", Kind::State, "Слово «open» не поддерживается");
    check("Mo 09:00-12:00 [[unknown]]", Kind::State, "Слово «unknown»");
}
