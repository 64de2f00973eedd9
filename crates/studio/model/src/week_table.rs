//! Weekly hours as a table of weekdays, and the notation of the content file that says the same.
//!
//! The table knows what most offices have: up to two intervals on each weekday, and whether public holidays are closed. The notation can
//! say more (months, weeks, every second Saturday, comments); what the table can't show it does not read.

/// The names of the weekdays in the notation, Monday first.
const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
/// The most intervals of a day: before and after a break.
const MOST: usize = 2;
/// The minutes of a day.
const DAY: u16 = 24 * 60;

/// The hours of a week.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WeekTable {
    /// The intervals of each weekday, Monday first; a day without any is closed.
    pub days: [Vec<Interval>; 7],
    /// Whether it is closed on public holidays. Otherwise they are days like others.
    pub closed_on_holidays: bool,
}

/// An interval of a day, in minutes from midnight. One that ends before it begins ends on the next day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Interval {
    /// The first minute.
    pub from: u16,
    /// The minute after the last.
    pub to: u16,
}

impl WeekTable {
    /// Reads the notation; `None` where the table can't show what it says, or where it says nothing.
    pub fn parse(notation: &str) -> Option<WeekTable> {
        let mut table = WeekTable::default();
        for rule in notation.split(';') {
            table.apply(rule.trim())?;
        }
        Some(table)
    }

    /// The notation of this table; that of a closed week where no day has hours.
    pub fn notation(&self) -> String {
        let mut rules: Vec<String> = Vec::new();
        for (day, intervals) in self.days.iter().enumerate() {
            let is_first = !self.days[..day].contains(intervals);
            if is_first && !intervals.is_empty() {
                let same: Vec<usize> = (day..7).filter(|other| self.days[*other] == *intervals).collect();
                let intervals: Vec<String> = intervals.iter().map(|interval| interval.notation()).collect();
                rules.push(format!("{} {}", day_list(&same), intervals.join(",")));
            }
        }
        if rules.is_empty() {
            return "Mo-Su off".to_owned();
        }
        if self.closed_on_holidays {
            rules.push("PH off".to_owned());
        }
        rules.join("; ")
    }

    /// Applies one rule, which replaces those before on its days.
    fn apply(&mut self, rule: &str) -> Option<()> {
        if rule == "24/7" {
            self.days = std::array::from_fn(|_| vec![Interval { from: 0, to: DAY }]);
            self.closed_on_holidays = false;
            return Some(());
        }
        if matches!(rule, "PH off" | "PH closed") {
            self.closed_on_holidays = true;
            return Some(());
        }
        let is_bare = rule.starts_with(|c: char| c.is_ascii_digit()) || matches!(rule, "off" | "closed");
        let (days, hours) = if is_bare { ("Mo-Su", rule) } else { rule.split_once(' ')? };
        let days = parse_days(days)?;
        let intervals = match hours.trim() {
            "off" | "closed" => Vec::new(),
            hours => hours.split(',').map(|text| Interval::parse(text.trim())).collect::<Option<Vec<_>>>()?,
        };
        let in_order = intervals.windows(2).all(|pair| pair[0].from < pair[0].to && pair[0].to <= pair[1].from);
        // After «PH off» a rule for weekdays holds on the holidays that fall on them: no table shows that.
        if intervals.len() > MOST || !in_order || self.closed_on_holidays && !is_bare {
            return None;
        }
        for (day, _) in days.iter().enumerate().filter(|(_, named)| **named) {
            self.days[day].clone_from(&intervals);
        }
        if is_bare {
            self.closed_on_holidays = false;
        }
        Some(())
    }
}

impl Interval {
    fn parse(text: &str) -> Option<Interval> {
        let (from, to) = text.split_once('-')?;
        let (from, to) = (exact_time(from.trim())?, exact_time(to.trim())?);
        (from < DAY && to <= DAY && from != to).then_some(Interval { from, to })
    }

    fn notation(self) -> String {
        format!("{}-{}", time_text(self.from), time_text(self.to))
    }
}

/// The minutes from midnight that people write as `9`, `9:00`, `09.00`, `9-30` or `900`; up to `24:00`.
pub fn time_of(text: &str) -> Option<u16> {
    let text = text.trim();
    if let Some((hour, minute)) = text.split_once([':', '.', '-', ' ']) {
        return minutes(hour, minute);
    }
    match text.len() {
        1 | 2 => minutes(text, "00"),
        3 | 4 => text.split_at_checked(text.len() - 2).and_then(|(hour, minute)| minutes(hour, minute)),
        _ => None,
    }
}

/// Minutes from midnight as `09:00`.
pub fn time_text(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn exact_time(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    if hour.len() == 2 { minutes(hour, minute) } else { None }
}

fn minutes(hour: &str, minute: &str) -> Option<u16> {
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<u16>().ok())?;
    let (hour, minute) = (number(hour).filter(|_| hour.len() <= 2)?, number(minute).filter(|_| minute.len() == 2)?);
    (minute < 60 && hour * 60 + minute <= DAY).then_some(hour * 60 + minute)
}

/// The days of a list such as `Mo-We,Fr`.
fn parse_days(list: &str) -> Option<[bool; 7]> {
    let mut days = [false; 7];
    let index = |name: &str| DAYS.iter().position(|day| *day == name);
    for item in list.split(',') {
        let (first, last) = item.split_once('-').unwrap_or((item, item));
        let (first, last) = (index(first)?, index(last)?);
        (0..=(last + 7 - first) % 7).for_each(|step| days[(first + step) % 7] = true);
    }
    Some(days)
}

/// `Mo-We,Fr` of days in order.
fn day_list(days: &[usize]) -> String {
    let runs = days.chunk_by(|before, after| before + 1 == *after);
    let names: Vec<String> = runs
        .map(|run| match run {
            [only] => DAYS[*only].to_owned(),
            [first, second] => format!("{},{}", DAYS[*first], DAYS[*second]),
            [first, .., last] => format!("{}-{}", DAYS[*first], DAYS[*last]),
            [] => String::new(),
        })
        .collect();
    names.join(",")
}
