//! Messages for a [`ScheduleError`], for the staff who edit the content. The program on the phone has none of them.

use guide_core::schedule::{Kind, Part, ScheduleError};

use crate::message;
use crate::message::Message;

/// Sentences that say what is wrong and what to write instead. `text` is the text with the error, the one that `error.part`
/// names; they quote from it what the error points at.
pub fn explain(error: &ScheduleError, text: &str) -> Message {
    let at = text.get(error.at.clone()).unwrap_or_default();
    match error.part {
        Part::Hours => hours(error.kind, at),
        Part::Holiday(_) => holiday(error.kind, at),
        Part::Closed(_) => closed(error.kind, at),
        Part::Open(_) => open(error.kind, at),
    }
}

fn hours(kind: Kind, at: &str) -> Message {
    match kind {
        Kind::Empty => message!(
            "Часы не указаны. Напишите их, например «Tu,Th 13:00-16:30; PH off», а если приёма нет — «off».",
            "There are no hours. Write them, for example “Tu,Th 13:00-16:30; PH off”, or “off” where nobody is received."
        ),
        Kind::EmptyRule => message!(
            "Лишняя точка с запятой: она только разделяет правила, как в «Tu,Th 13:00-16:30; PH off». Уберите её.",
            "There is a semicolon too many: it only stands between rules, as in “Tu,Th 13:00-16:30; PH off”. Remove it."
        ),
        Kind::MissingHours => message!(
            "Для «{at}» не указаны часы. Допишите их, например «{at} 13:00-16:30», а если в эти дни закрыто — «{at} off».",
            "There are no hours for “{at}”. Add them, for example “{at} 13:00-16:30”, or “{at} off” if it is closed on these days."
        ),
        Kind::DayExpected => message!(
            "Вместо «{at}» здесь нужен день недели: дни перечисляют через запятую без пробелов («Tu,Th») или задают промежутком («Mo-Fr»).",
            "In place of “{at}” there must be a day of the week: days are listed with commas and no spaces (“Tu,Th”) or as a range (“Mo-Fr”)."
        ),
        Kind::MissingEnd => message!(
            "После «{at}» не указано, до какого времени открыто. Напишите промежуток через дефис, например «13:00-16:30».",
            "After “{at}” it does not say until when it is open. Write a span with a hyphen, for example “13:00-16:30”."
        ),
        Kind::TimeExpected => message!(
            "Вместо «{at}» здесь нужно время. Напишите промежуток целиком, например «13:00-16:30», а следующий — через запятую.",
            "In place of “{at}” there must be a time. Write the whole span, for example “13:00-16:30”, and the next one after a comma."
        ),
        Kind::TimeShape => message!(
            "Время «{at}» записано не так. Нужны две цифры часов, двоеточие и две цифры минут, например «09:00».",
            "The time “{at}” is written wrongly. It needs two digits of the hour, a colon and two digits of the minutes, for example “09:00”."
        ),
        Kind::NoSuchTime => message!(
            "Времени «{at}» на часах нет. Открытие бывает с 00:00 до 23:59, закрытие — не позже 24:00, а после полуночи — например, «20:00-02:00».",
            "No clock shows the time “{at}”. It may open from 00:00 to 23:59 and close at 24:00 at the latest; past midnight write, for example, “20:00-02:00”."
        ),
        Kind::EmptySpan => message!(
            "Промежуток «{at}» кончается тогда же, когда начинается. Для целых суток напишите «00:00-24:00».",
            "The span “{at}” ends when it begins. For a whole day write “00:00-24:00”."
        ),
        Kind::TooLong => message!(
            "Часы слишком длинные: в них больше тысячи знаков. Оставьте дни и часы работы, остальное напишите в тексте шага.",
            "The hours are too long: they have more than a thousand characters. Keep the days and the hours, and write the rest in the step's text."
        ),
        Kind::AnotherSpan => message!(
            "Перед «{at}» не хватает запятой. Промежутки одного дня перечисляют так: «09:00-12:00,13:00-17:00».",
            "There is a comma missing before “{at}”. The spans of a day are listed like this: “09:00-12:00,13:00-17:00”."
        ),
        Kind::AnotherRule => message!(
            "Перед «{}» нужна точка с запятой с пробелом: она отделяет одно правило от другого, например «Mo 09:00-12:00; Tu 13:00-17:00».",
            "Before “{}” there must be a semicolon and a space: it stands between one rule and the next, for example “Mo 09:00-12:00; Tu 13:00-17:00”.",
            at.trim_start_matches([',', ' '])
        ),
        Kind::Cyrillic => message!(
            "«{at}» набрано русскими буквами (некоторые выглядят как латинские). Переключите раскладку и наберите латинскими: дни — Mo, Tu, We, Th, Fr, Sa, Su, праздники — PH.",
            "“{at}” is typed in Russian letters (some look like Latin ones). Switch the keyboard layout and type Latin ones: days are Mo, Tu, We, Th, Fr, Sa, Su, public holidays PH."
        ),
        Kind::Dash => message!(
            "Вместо «{at}» здесь нужен обычный дефис «-», например «13:00-16:30».",
            "In place of “{at}” there must be a plain hyphen “-”, for example “13:00-16:30”."
        ),
        Kind::Space if at.starts_with(|c: char| c != ' ' && c.is_whitespace()) => message!(
            "Здесь неразрывный пробел, табуляция или новая строка. Замените обычным пробелом.",
            "There is a no-break space, a tab or a new line here. Put a plain space in its place."
        ),
        Kind::Space => message!(
            "Здесь лишний пробел: списки и промежутки пишут слитно, например «Tu,Th 13:00-16:30» или «Mo-Fr 09:00-12:00,13:00-17:00».",
            "There is a space too many: lists and spans are written without spaces, for example “Tu,Th 13:00-16:30” or “Mo-Fr 09:00-12:00,13:00-17:00”."
        ),
        Kind::Joined => message!(
            "Между днями и часами в «{at}» нужен пробел, например «Tu,Th 13:00-16:30».",
            "Between the days and the hours in “{at}” there must be a space, for example “Tu,Th 13:00-16:30”."
        ),
        Kind::Spelling => message!(
            "«{at}» пишется иначе. Дни — Mo, Tu, We, Th, Fr, Sa, Su, праздники — PH, «закрыто» — off; заглавные и строчные буквы важны.",
            "“{at}” is spelt differently. Days are Mo, Tu, We, Th, Fr, Sa, Su, public holidays PH, “closed” is off; capital and small letters matter."
        ),
        Kind::Word => message!(
            "Слово «{at}» непонятно. Пишите дни (Mo, Tu, We, Th, Fr, Sa, Su, праздники — PH) и часы или «off», например «Tu,Th 13:00-16:30; PH off».",
            "The word “{at}” makes no sense here. Write days (Mo, Tu, We, Th, Fr, Sa, Su, public holidays PH) and hours or “off”, for example “Tu,Th 13:00-16:30; PH off”."
        ),
        Kind::Sign => message!(
            "«{at}» здесь лишнее. Пишите так: «Tu,Th 13:00-16:30; PH off».",
            "“{at}” does not belong here. Write it like this: “Tu,Th 13:00-16:30; PH off”."
        ),
        Kind::MonthSpelling => message!(
            "«{at}» пишется иначе. Месяцы — Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec, недели — week; заглавные и строчные буквы важны.",
            "“{at}” is spelt differently. Months are Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec, weeks are week; capital and small letters matter."
        ),
        Kind::Order => message!(
            "«{at}» стоит не на месте. Месяцы, даты и недели пишут в начале правила, до дней недели и часов, например «Jun-Aug Mo-Fr 09:00-12:00».",
            "“{at}” stands in the wrong place. Months, dates and weeks come at the beginning of a rule, before the days and the hours, for example “Jun-Aug Mo-Fr 09:00-12:00”."
        ),
        Kind::DateExpected => message!(
            "Вместо «{at}» здесь нужны месяц или дата, например «Jun-Aug», «Jan 09» или «Dec 25-Jan 08».",
            "In place of “{at}” there must be a month or a date, for example “Jun-Aug”, “Jan 09” or “Dec 25-Jan 08”."
        ),
        Kind::DateRange => message!(
            "Промежуток «{at}» записан не так. Напишите два месяца («Jun-Aug»), две даты («Dec 25-Jan 08») или две даты с годом («2027 Dec 25-2028 Jan 08»).",
            "The range “{at}” is written wrongly. Write two months (“Jun-Aug”), two dates (“Dec 25-Jan 08”) or two dates with their years (“2027 Dec 25-2028 Jan 08”)."
        ),
        Kind::DateOrder => message!(
            "Промежуток «{at}» кончается раньше, чем начинается. Поменяйте даты местами или исправьте год.",
            "The range “{at}” ends before it begins. Put the dates the other way round, or correct the year."
        ),
        Kind::NoSuchDate => message!(
            "Даты «{at}» в календаре нет. Сначала месяц, потом число: 9 января — «Jan 09».",
            "The calendar has no date “{at}”. The month comes first, then the day: 9 January is “Jan 09”."
        ),
        Kind::Year => message!(
            "После года «{}» нужны месяц и число, например «2027 Jan 09 10:00-14:00» или «2027 Jun 01-2027 Aug 31 off».",
            "After the year “{}” there must be a month and a day, for example “2027 Jan 09 10:00-14:00” or “2027 Jun 01-2027 Aug 31 off”.",
            at.get(..4).unwrap_or(at)
        ),
        Kind::Week => message!(
            "Недели «{at}» записаны не так. Номера — от 1 до 53: «week 10», «week 10-20», по нечётным неделям — «week 1-53/2», по чётным — «week 2-52/2».",
            "The weeks “{at}” are written wrongly. Their numbers go from 1 to 53: “week 10”, “week 10-20”, odd weeks are “week 1-53/2”, even ones “week 2-52/2”."
        ),
        Kind::Easter => message!(
            "Пасха («easter») не поддерживается: её дата каждый год другая. Впишите дни по датам в «closed» или «open», например «2027-05-02».",
            "Easter (“easter”) is not supported: its date differs from year to year. Write the days by their dates in “closed” or “open”, for example “2027-05-02”."
        ),
        Kind::NoHolidays => message!(
            "В часах сказано о праздниках («PH»), а сами праздники не названы. Перечислите их, например holidays = [\"01-01..01-08\", \"02-23\"], или уберите «PH».",
            "The hours speak of public holidays (“PH”), but these are not named. List them, for example holidays = [\"01-01..01-08\", \"02-23\"], or remove “PH”."
        ),
        Kind::SchoolHolidays => message!(
            "Школьные каникулы («SH») не поддерживаются. Закрытые дни впишите по датам в «closed», например «2026-12-31».",
            "School holidays (“SH”) are not supported. Write the closed days by their dates in “closed”, for example “2026-12-31”."
        ),
        Kind::Nth => message!(
            "Номер дня в месяце («{at}») записан не так. Первая и третья суббота — «Sa[1,3]», последняя — «Sa[-1]».",
            "The number of a day in the month (“{at}”) is written wrongly. The first and third Saturday are “Sa[1,3]”, the last one is “Sa[-1]”."
        ),
        Kind::NthOfRange => message!(
            "Номер в месяце бывает у одного дня, а не у промежутка «{at}». Напишите каждый день отдельно, например «Fr[1],Sa[1]».",
            "A number in the month belongs to one day, not to the range “{at}”. Write each day by itself, for example “Fr[1],Sa[1]”."
        ),
        Kind::Sun => message!(
            "Время по солнцу («{at}») не поддерживается. Напишите часы и минуты, например «09:00-17:00».",
            "Times by the sun (“{at}”) are not supported. Write hours and minutes, for example “09:00-17:00”."
        ),
        Kind::Plus => message!(
            "Знак «+» не поддерживается: нужны точное время закрытия, например «13:00-16:30», и сам день без сдвига.",
            "The sign “+” is not supported: write the exact time of closing, for example “13:00-16:30”, and the day itself without a shift."
        ),
        Kind::Comment => message!(
            "Примечание ({at}) стоит не на месте, пустое или без второй кавычки. Его пишут один раз, в конце правила, после пробела, например «Sa 10:00-14:00 \"по записи\"».",
            "The comment ({at}) is in the wrong place, empty, or lacks its second quote. It is written once, at the end of a rule, after a space, for example “Sa 10:00-14:00 \"by appointment\"”."
        ),
        Kind::Fallback => message!(
            "Запасные правила («||») не поддерживаются. Разделите правила точкой с запятой, например «Tu,Th 13:00-16:30; PH off».",
            "Fallback rules (“||”) are not supported. Put a semicolon between rules, for example “Tu,Th 13:00-16:30; PH off”."
        ),
        Kind::Interval => message!(
            "Время с шагом (знак «/») не поддерживается. Напишите промежуток, например «10:00-16:00», а для круглосуточной работы — «24/7».",
            "Times at intervals (the sign “/”) are not supported. Write a span, for example “10:00-16:00”, or “24/7” for day and night."
        ),
        Kind::State => message!(
            "Слово «{at}» не поддерживается. Для открытых дней напишите часы («Mo-Fr 09:00-17:00»), для закрытых — «off», а если неизвестно — примечание (\"по записи\").",
            "The word “{at}” is not supported. For open days write the hours (“Mo-Fr 09:00-17:00”), for closed ones “off”, and where it is not known a comment (\"by appointment\")."
        ),
        // The hours hold no such dates; the arm is here so that a new kind is not forgotten.
        Kind::DateShape | Kind::ClosedToo | Kind::OpenTwice => message!(
            "«{at}» — не часы. Напишите, например, «Tu,Th 13:00-16:30».",
            "“{at}” are not hours. Write, for example, “Tu,Th 13:00-16:30”."
        ),
    }
}

fn holiday(kind: Kind, at: &str) -> Message {
    match kind {
        Kind::NoSuchDate => {
            message!(
                "Даты «{at}» в календаре нет. Сначала месяц, потом день: 23 февраля — «02-23».",
                "The calendar has no date “{at}”. The month comes first, then the day: 23 February is “02-23”."
            )
        }
        _ => message!(
            "Праздник «{at}» записан не так. Нужны месяц и день («02-23») или промежуток из двух таких дат («01-01..01-08»), без года.",
            "The holiday “{at}” is written wrongly. It needs a month and a day (“02-23”) or a range of two such dates (“01-01..01-08”), without a year."
        ),
    }
}

fn closed(kind: Kind, at: &str) -> Message {
    match kind {
        Kind::NoSuchDate => message!(
            "Даты «{at}» в календаре нет. Сначала год, потом месяц и день: 31 декабря 2026 года — «2026-12-31».",
            "The calendar has no date “{at}”. The year comes first, then the month and the day: 31 December 2026 is “2026-12-31”."
        ),
        Kind::DateOrder => {
            message!(
                "Промежуток «{at}» кончается раньше, чем начинается. Поменяйте даты местами или исправьте год.",
                "The range “{at}” ends before it begins. Put the dates the other way round, or correct the year."
            )
        }
        _ => message!(
            "Дата «{at}» записана не так. Нужны год, месяц и день («2026-12-31») или промежуток из двух таких дат («2027-01-01..2027-01-10»).",
            "The date “{at}” is written wrongly. It needs a year, a month and a day (“2026-12-31”) or a range of two such dates (“2027-01-01..2027-01-10”)."
        ),
    }
}

fn open(kind: Kind, at: &str) -> Message {
    match kind {
        Kind::MissingHours => {
            message!(
                "Для «{at}» не указаны часы. Напишите дату, пробел и часы, например «{at} 10:00-14:00».",
                "There are no hours for “{at}”. Write the date, a space and the hours, for example “{at} 10:00-14:00”."
            )
        }
        Kind::ClosedToo => message!(
            "День «{at}» назван и среди дополнительных («open»), и среди закрытых («closed»). Оставьте его в одном из списков.",
            "The day “{at}” is named among the additional days (“open”) and among the closed ones (“closed”). Keep it in one of the lists."
        ),
        Kind::OpenTwice => message!(
            "День «{at}» назван среди дополнительных дважды. Напишите все его часы вместе, например «2027-01-09 10:00-12:00,13:00-15:00».",
            "The day “{at}” is named among the additional days twice. Write all its hours together, for example “2027-01-09 10:00-12:00,13:00-15:00”."
        ),
        Kind::DateShape => message!(
            "Дополнительный день «{at}» записан не так. Нужны дата или промежуток дат, пробел и часы, например «2027-01-09 10:00-14:00» или «2027-06-01..2027-06-05 09:00-12:00».",
            "The additional day “{at}” is written wrongly. It needs a date or a range of dates, a space and the hours, for example “2027-01-09 10:00-14:00” or “2027-06-01..2027-06-05 09:00-12:00”."
        ),
        Kind::NoSuchDate | Kind::DateOrder => closed(kind, at),
        Kind::Sign | Kind::Word | Kind::Spelling | Kind::AnotherRule | Kind::Comment => {
            message!(
                "«{at}» здесь лишнее. Напишите только дату и часы, например «2027-01-09 10:00-14:00».",
                "“{at}” does not belong here. Write only the date and the hours, for example “2027-01-09 10:00-14:00”."
            )
        }
        _ => hours(kind, at),
    }
}
