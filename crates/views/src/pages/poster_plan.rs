//! What the poster's sheet has space for, and how large.
//!
//! At first everything is there in the smallest type that can be read from two metres: the title in 48 points, the situations in 24,
//! the number in 72. Where that is more than the sheet holds, this is given up, in this order and no more of it than necessary:
//!
//! 1. the ladder;
//! 2. the rule;
//! 3. large hours: 18 points instead of 24;
//! 4. the last situations, in place of which a line says how many more there are; three stay;
//! 5. a large title: 36 points;
//! 6. all situations but one;
//! 7. a large title: 24 points;
//! 8. a large number: 40 points;
//! 9. the hours;
//! 10. all situations;
//! 11. the title: 16, then 10 points.
//!
//! Where fewer than half of the situations would stay and they have groups, the headings of the groups stand in their place, with a line
//! that says how many situations there are: a reader sees what the guide is about rather than how it begins.
//!
//! Situations that were given up in vain, as those beside the QR code take no height, are taken back.
//! A title or a number with a word that is wider than the sheet is smaller from the start, so that no word is broken; so is a number of
//! more than two lines.
//!
//! Where space is left, type grows in the order of [`GROWTHS`]. What is given up on a slip is in [`SLIPS`].

use guide_core::fill::fill;

use super::space_budget::{REGULAR, TIGHT_BOLD, TextStyle};

/// The width within the margins, millimetres. `poster.css` has the same.
const WIDTH: f64 = 186.0;
/// The height within the margins, millimetres, less 1 mm for what is rounded.
const HEIGHT: f64 = 275.0;
/// The least gap between two parts, millimetres.
const GAP: f64 = 3.0;
/// The height of the QR code with the gaps above and below it, millimetres.
const CODE_HEIGHT: f64 = 69.5;
/// The width of the QR code with the gap to the situations beside it, millimetres.
const CODE_WIDTH: f64 = 72.0;
/// The width of the words below the code, millimetres.
const CAPTION_WIDTH: f64 = 66.0;
/// More lines of situations than a sheet holds.
const MAX_LISTED: usize = 30;
/// The border and padding of the rule's frame on both sides, millimetres.
const FRAME: (f64, f64) = (10.0, 5.0);

const CAPTION: TextStyle = TextStyle { points: 14.0, leading: 1.2, letters: TIGHT_BOLD };
const RULE: TextStyle = TextStyle { points: 20.0, leading: 1.2, letters: REGULAR };
const LADDER: TextStyle = TextStyle { points: 20.0, leading: 1.2, letters: TIGHT_BOLD };
const SOURCE: TextStyle = TextStyle { points: 11.0, leading: 1.2, letters: REGULAR };
const SLIP_NUMBER: TextStyle = TextStyle { points: 12.0, leading: 1.2, letters: TIGHT_BOLD };
const SLIP_TEXT: TextStyle = TextStyle { points: 11.0, leading: 1.2, letters: REGULAR };

/// The title's font sizes, in points, from the smallest type that can be read from two metres down.
const TITLE_SIZES: [u16; 5] = [48, 36, 24, 16, 10];
/// The same of the number.
const NUMBER_SIZES: [u16; 6] = [72, 56, 40, 24, 18, 10];
/// The same of an address in place of the number: it is longer, and on the slips too.
const ADDRESS_SIZES: [u16; 4] = [36, 24, 18, 10];

/// The texts of the poster, with typographic spaces; what there is not is empty.
#[derive(Default)]
pub struct PosterTexts {
    /// The title, a line break after its first part.
    pub title: String,
    /// The situations in few words.
    pub situations: Vec<String>,
    /// The line in place of the situations that are left out; `{n}` in it is their number.
    pub more: String,
    /// The headings of the groups, and in their order the situations without one; empty where no situation has a group.
    pub groups: Vec<String>,
    /// The line below the groups that says how many situations there are.
    pub all: String,
    /// The words below the QR code; `None` where there is no code.
    pub caption: Option<String>,
    /// The first rule.
    pub rule: String,
    /// The rungs of the ladder in one line.
    pub ladder: String,
    /// The number to call, or an address in place of it. A line may break at its spaces.
    pub reach: String,
    /// Whether `reach` is a number.
    pub is_number: bool,
    /// The name of the contact.
    pub name: String,
    /// Its hours.
    pub hours: String,
    /// The line that names the source.
    pub source: String,
    /// The full number on a slip, or the title where there is none.
    pub slip_head: String,
    /// The address on a slip. A line may break at its spaces.
    pub slip_address: String,
}

/// What is on the sheet besides the source and the slips, with font sizes in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The font size of the title.
    pub title: u16,
    /// The font size of the situations.
    pub list_size: u16,
    /// The font size of the number, or of the address in place of it.
    pub reach: u16,
    /// The font size of the contact's name and hours.
    pub hours: u16,
    /// Whether the hours are on the sheet.
    pub has_hours: bool,
    /// Whether the list is of groups rather than of situations.
    pub by_group: bool,
    /// How many situations, or groups, are on the sheet.
    pub listed: usize,
    /// Whether the rule is on the sheet.
    pub rule: bool,
    /// Whether the ladder is on the sheet.
    pub ladder: bool,
    /// How the slips are made.
    pub slips: Slips,
}

/// How the slips are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slips {
    /// How many there are side by side; 0 where there is nothing to tell on them.
    pub count: usize,
    /// Whether they are 84 mm high rather than 54.
    pub tall: bool,
    /// Whether the hours are on them.
    pub has_hours: bool,
    /// Whether the address is on them.
    pub has_address: bool,
}

/// How slips can be made, best first: fewer before higher, as the sheet needs the height. The last one always serves.
const SLIPS: [Slips; 10] = [
    Slips { count: 8, tall: false, has_hours: true, has_address: true },
    Slips { count: 6, tall: false, has_hours: true, has_address: true },
    Slips { count: 5, tall: false, has_hours: true, has_address: true },
    Slips { count: 4, tall: false, has_hours: true, has_address: true },
    Slips { count: 8, tall: false, has_hours: false, has_address: true },
    Slips { count: 6, tall: false, has_hours: false, has_address: true },
    Slips { count: 4, tall: false, has_hours: false, has_address: true },
    Slips { count: 4, tall: true, has_hours: false, has_address: true },
    Slips { count: 4, tall: false, has_hours: false, has_address: false },
    Slips { count: 4, tall: true, has_hours: false, has_address: false },
];

impl Slips {
    /// Their height, millimetres.
    fn height(self) -> f64 {
        if self.tall { 84.0 } else { 54.0 }
    }

    fn fits(self, texts: &PosterTexts) -> bool {
        // The text runs along the height, 2 mm off each edge.
        let (length, breadth) = (self.height() - 4.0, WIDTH / self.count as f64 - 2.0);
        let hours = if self.has_hours { texts.hours.as_str() } else { "" };
        let address = if self.has_address { texts.slip_address.as_str() } else { "" };
        let small = SLIP_TEXT.height(hours, length) + SLIP_TEXT.height(address, length);
        SLIP_NUMBER.height(&texts.slip_head, length) + small <= breadth
    }
}

/// What is given up until everything fits, in order. Each does one step of it and returns whether there was anything to give up.
const CONCESSIONS: [fn(&mut Plan) -> bool; 12] = [
    |plan| std::mem::take(&mut plan.ladder),
    |plan| std::mem::take(&mut plan.rule),
    |plan| shrink(&mut plan.hours, 18),
    |plan| list_fewer(plan, 3),
    |plan| shrink(&mut plan.title, 36),
    |plan| list_fewer(plan, 1),
    |plan| shrink(&mut plan.title, 24),
    |plan| shrink(&mut plan.reach, 40),
    |plan| std::mem::take(&mut plan.has_hours),
    |plan| list_fewer(plan, 0),
    |plan| shrink(&mut plan.title, 16),
    |plan| shrink(&mut plan.title, 10),
];

fn shrink(points: &mut u16, to: u16) -> bool {
    let is_larger = *points > to;
    *points = to.min(*points);
    is_larger
}

fn list_fewer(plan: &mut Plan, least: usize) -> bool {
    let has_more = plan.listed > least;
    plan.listed -= usize::from(has_more);
    has_more
}

/// What grows where space is left, in order: each to its size, if everything still fits.
const GROWTHS: [fn(&mut Plan); 12] = [
    |plan| plan.title = 24,
    |plan| plan.title = 36,
    |plan| plan.title = 48,
    |plan| plan.reach = 84,
    |plan| plan.list_size = 28,
    |plan| plan.title = 60,
    |plan| plan.reach = 96,
    |plan| plan.hours = 28,
    |plan| plan.list_size = 32,
    |plan| plan.title = 72,
    |plan| plan.hours = 32,
    |plan| plan.list_size = 40,
];

impl Plan {
    /// The plan for these texts.
    pub fn new(texts: &PosterTexts) -> Plan {
        let plan = Plan::of_list(texts, false);
        let is_too_long = plan.listed * 2 < texts.situations.len() && !texts.groups.is_empty();
        if is_too_long { Plan::of_list(texts, true) } else { plan }
    }

    fn of_list(texts: &PosterTexts, by_group: bool) -> Plan {
        let mut plan = Plan::smallest(texts, by_group);
        for listed in plan.listed..=plan.list(texts).len().min(MAX_LISTED) {
            let longer = Plan { listed, ..plan };
            if longer.fits(texts) {
                plan = longer;
            }
        }
        for grow in GROWTHS {
            let mut larger = plan;
            grow(&mut larger);
            if larger.fits(texts) && larger.is_whole(texts) && larger.is_no_smaller(plan) {
                plan = larger;
            }
        }
        plan
    }

    /// The smallest type that can be read from two metres, with so much given up that the sheet holds it.
    fn smallest(texts: &PosterTexts, by_group: bool) -> Plan {
        let reaches: &[u16] = if texts.is_number { &NUMBER_SIZES } else { &ADDRESS_SIZES };
        let mut plan = Plan {
            title: largest_whole(&TITLE_SIZES, &texts.title, title_style, usize::MAX),
            list_size: 24,
            reach: largest_whole(reaches, &texts.reach, reach_style, 2),
            hours: 24,
            has_hours: !texts.hours.is_empty(),
            by_group,
            listed: 0,
            rule: !texts.rule.is_empty(),
            ladder: !texts.ladder.is_empty(),
            slips: slips(texts),
        };
        plan.listed = plan.list(texts).len().min(MAX_LISTED);
        for give_up in CONCESSIONS {
            while !plan.fits(texts) && give_up(&mut plan) {}
        }
        plan
    }

    /// Whether the sheet holds it.
    fn fits(&self, texts: &PosterTexts) -> bool {
        let hours = TextStyle { points: f64::from(self.hours), leading: 1.2, letters: REGULAR };
        let name = TextStyle { letters: TIGHT_BOLD, ..hours };
        let part = |is_shown: bool, height: f64| if is_shown { height } else { 0.0 };
        let parts = [
            title_style(self.title).height(&texts.title, WIDTH),
            self.middle(texts),
            part(self.rule, RULE.height(&texts.rule, WIDTH - FRAME.0) + FRAME.1),
            part(self.ladder, LADDER.height(&texts.ladder, WIDTH)),
            reach_style(self.reach).height(&texts.reach, WIDTH),
            name.height(&texts.name, WIDTH) + part(self.has_hours, hours.height(&texts.hours, WIDTH)),
            SOURCE.height(&texts.source, WIDTH),
            part(self.slips.count > 0, self.slips.height()),
        ];
        let shown = parts.into_iter().filter(|height| *height > 0.0);
        shown.map(|height| height + GAP).sum::<f64>() - GAP <= HEIGHT
    }

    /// The height of the situations and the QR code beside them.
    fn middle(&self, texts: &PosterTexts) -> f64 {
        let style = TextStyle { points: f64::from(self.list_size), leading: 1.25, letters: REGULAR };
        let caption = texts.caption.as_ref();
        let code = caption.map_or((0.0, 0.0), |text| (CODE_WIDTH, CODE_HEIGHT + CAPTION.height(text, CAPTION_WIDTH)));
        // Each item begins with a bullet.
        style.height_around(&self.items(texts), WIDTH - style.size(), code)
    }

    /// What there is to list.
    fn list<'t>(&self, texts: &'t PosterTexts) -> &'t [String] {
        if self.by_group { &texts.groups } else { &texts.situations }
    }

    /// What is listed, and the line that says how many more there are, or how many situations the groups have.
    pub fn items(&self, texts: &PosterTexts) -> Vec<String> {
        let list = self.list(texts);
        let mut items: Vec<String> = list.iter().take(self.listed).cloned().collect();
        let more = list.len() - items.len();
        match (items.is_empty(), self.by_group, more) {
            (true, ..) | (_, false, 0) => {}
            (false, true, _) => items.push(fill(&texts.all, &[("n", &texts.situations.len().to_string())])),
            (false, false, more) => items.push(fill(&texts.more, &[("n", &more.to_string())])),
        }
        items
    }

    /// Whether no word of the title and of the number is broken. A number that is larger than it must be stands in one line, and
    /// larger situations leave none out.
    fn is_whole(&self, texts: &PosterTexts) -> bool {
        let reach = reach_style(self.reach);
        title_style(self.title).widest_word(&texts.title.replace('\n', " ")) <= WIDTH
            && (reach.width(&texts.reach) <= WIDTH || self.reach <= NUMBER_SIZES[0])
            && reach.widest_word(&texts.reach) <= WIDTH
            && (self.listed == self.list(texts).len() || self.list_size == 24)
    }

    fn is_no_smaller(&self, than: Plan) -> bool {
        self.title >= than.title
            && self.list_size >= than.list_size
            && self.reach >= than.reach
            && self.hours >= than.hours
    }
}

fn title_style(points: u16) -> TextStyle {
    TextStyle { points: points.into(), leading: 1.1, letters: TIGHT_BOLD }
}

fn reach_style(points: u16) -> TextStyle {
    TextStyle { points: points.into(), leading: 0.9, letters: TIGHT_BOLD }
}

/// The first of the sizes, largest first, at which no word is wider than the sheet and the text takes no more lines than this; else
/// the last.
fn largest_whole(sizes: &[u16], text: &str, style: fn(u16) -> TextStyle, max_lines: usize) -> u16 {
    let words = text.replace('\n', " ");
    let is_whole = |size: &&u16| {
        let style = style(**size);
        style.widest_word(&words) <= WIDTH && style.lines(text, |_| WIDTH) <= max_lines
    };
    sizes.iter().find(is_whole).or(sizes.last()).copied().unwrap_or_default()
}

/// How the slips are made: the best way that has space for their texts.
fn slips(texts: &PosterTexts) -> Slips {
    let last = SLIPS[SLIPS.len() - 1];
    let slips = SLIPS.into_iter().find(|slips| slips.fits(texts)).unwrap_or(last);
    if texts.reach.is_empty() { Slips { count: 0, ..slips } } else { slips }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> PosterTexts {
        PosterTexts {
            title: "Навигатор:\nчто делать, если…".into(),
            situations: vec!["Не помню почту".into(); 7],
            more: "и ещё {n}".into(),
            groups: Vec::new(),
            all: "всего {n}".into(),
            caption: Some("Открыть на телефоне".into()),
            rule: "Ребёнок добавляется в систему только один раз.".into(),
            ladder: "Родитель → Учреждение → Центр".into(),
            reach: "48-28-08".into(),
            is_number: true,
            name: "Горячая линия".into(),
            hours: "вторник и четверг, 13:00–16:30".into(),
            source: "По материалам центра от 18.12.2024.".into(),
            slip_head: "+7\u{a0}(4932)\u{a0}48-28-08".into(),
            slip_address: "example.ru/ navigator".into(),
        }
    }

    #[test]
    fn a_usual_guide_gives_up_nothing() {
        let plan = Plan::new(&texts());
        assert!(plan.fits(&texts()) && plan.ladder && plan.rule && plan.has_hours && plan.listed == 7, "{plan:?}");
        assert!(plan.title >= 48 && plan.list_size >= 24 && plan.reach >= 72 && plan.hours >= 24, "{plan:?}");
        assert_eq!(plan.slips, SLIPS[0]);
    }

    #[test]
    fn a_small_guide_has_larger_type() {
        let small = PosterTexts { situations: vec!["Потерялось".into(); 2], rule: String::new(), ..texts() };
        let plan = Plan::new(&small);
        assert!(plan.title > 48 || plan.list_size > 24, "{plan:?}");
        assert_eq!(plan.reach, 96);
    }

    #[test]
    fn what_does_not_fit_is_given_up_in_the_stated_order() {
        let mut seen = Vec::new();
        for length in 0..70 {
            let title = format!("Справочник:\n{}", "что делать, если нет ответа ".repeat(length));
            let situations = vec!["Не помню почту от старого аккаунта".to_owned(); 12];
            let texts = PosterTexts { title, situations, ..texts() };
            let plan = Plan::smallest(&texts, false);
            let signs = [
                !plan.ladder,
                !plan.rule,
                plan.hours < 24,
                plan.listed < 12,
                plan.title < 48,
                plan.title < 36,
                plan.reach < 72,
                !plan.has_hours,
                plan.listed == 0,
                plan.title < 24,
            ];
            // Whatever is given up, all before it is too.
            let given_up = signs.iter().filter(|is_given_up| **is_given_up).count();
            assert!(signs.iter().take(given_up).all(|is_given_up| *is_given_up), "{length}: {plan:?}");
            assert!(plan.fits(&texts) && Plan::new(&texts).fits(&texts), "{length}: {plan:?}");
            seen.push(given_up);
        }
        assert!(seen.is_sorted(), "a longer title has more given up for it: {seen:?}");
        assert_eq!(seen.last(), Some(&10), "{seen:?}");
    }

    #[test]
    fn the_last_situations_give_way_to_their_number() {
        let situations: Vec<String> =
            (1..=12).map(|number| format!("{number} {}", "длинная ситуация ".repeat(4))).collect();
        let texts = PosterTexts { situations, ..texts() };
        let plan = Plan::new(&texts);
        assert!((3..12).contains(&plan.listed) && plan.title >= 48, "{plan:?}");
        assert_eq!(plan.items(&texts).last().map(String::as_str), Some(&*format!("и ещё {}", 12 - plan.listed)));
        assert!(plan.list_size >= 24);
    }

    #[test]
    fn groups_stand_in_place_of_more_situations_than_a_sheet_shows() {
        let plan_and_items = |situations: usize, groups: usize| {
            let situations = (1..=situations).map(|number| format!("Ситуация {number}")).collect();
            let groups = (1..=groups).map(|number| format!("Группа {number}")).collect();
            let texts = PosterTexts { situations, groups, ..texts() };
            let plan = Plan::new(&texts);
            assert!(plan.fits(&texts) && plan.title >= 48 && plan.list_size >= 24, "{plan:?}");
            (plan, plan.items(&texts))
        };
        // A few too many are no reason to hide the others.
        let (plan, items) = plan_and_items(14, 4);
        assert!(!plan.by_group && plan.listed >= 7, "{plan:?}");
        assert_eq!(items.last().map(String::as_str), Some(&*format!("и ещё {}", 14 - plan.listed)));
        assert_eq!(plan_and_items(50, 4).1, ["Группа 1", "Группа 2", "Группа 3", "Группа 4", "всего 50"]);
        let (plan, items) = plan_and_items(500, 60);
        assert!(plan.by_group && (3..30).contains(&plan.listed), "{plan:?}");
        assert_eq!(items.last().map(String::as_str), Some("всего 500"));
        // Without groups there is nothing better than the first.
        let (plan, items) = plan_and_items(500, 0);
        assert_eq!(items.last().map(String::as_str), Some(&*format!("и ещё {}", 500 - plan.listed)));
    }

    #[test]
    fn a_number_is_not_broken() {
        for (number, points) in [("48-28-08", 96), ("+7 (4932) 48-28-08", 72), ("8(4932)48-28-08,доб.123456", 24)] {
            let texts = PosterTexts { reach: number.into(), situations: Vec::new(), ..texts() };
            assert_eq!(Plan::new(&texts).reach, points, "{number}");
        }
    }

    #[test]
    fn long_texts_make_fewer_slips_and_then_leave_out_hours() {
        let hours = |length: usize| {
            slips(&PosterTexts { hours: "понедельник, 09:00–12:00; ".repeat(length), ..texts() })
        };
        assert_eq!(hours(1), SLIPS[0]);
        assert!((4..8).contains(&hours(3).count) && hours(3).has_hours, "{:?}", hours(3));
        assert!(!hours(20).has_hours && hours(20).has_address, "{:?}", hours(20));
        let address = PosterTexts { slip_address: "abcdefghij/ ".repeat(60), ..texts() };
        assert!(!slips(&address).has_address);
        assert_eq!(slips(&PosterTexts::default()).count, 0);
    }
}
