//! The strings of the interface: the texts of the pages around those of the guide.

use crate::language::Language;
use crate::text::Text;

/// Declares the groups of strings: their names, their sections in the file, their type, and its keys. A key has in parentheses the
/// placeholders of its text, `a|b` for one of the two. In brackets it is a list, of so many items or, with empty ones, of at least one.
/// Groups with the same keys share a type.
macro_rules! ui_strings {
    ($($(#[$doc:meta])* $($group:ident),+ : $type:ident = $($section:literal),+ { $($key:ident $(($($hole:literal),+))? $([$($count:literal)?])?),+ $(,)? })+) => {
        /// All strings of the interface, in the groups of the file.
        #[derive(Clone)]
        pub struct UiStrings {
            /// The language that they are in.
            pub language: Language,
            $($(
            #[doc = concat!("The group `", $section, "`.")]
            pub $group: $type,
            )+)+
        }

        $(
            $(#[$doc])*
            ///
            /// Each field has the text of the key of the same name in the file.
            #[derive(Clone)]
            pub struct $type { $(
                #[doc = concat!("The key `", stringify!($key), "`.")]
                pub $key: ui_strings!(@type $([$($count)?])?),
            )+ }

            impl $type {
                fn read(source: &mut impl StringSource) -> $type {
                    $type { $($key: ui_strings!(@read source, $key, [$($($hole),+)?] $(, [$($count)?])?),)+ }
                }

                fn texts(&self) -> Vec<&Text> {
                    let texts: &[&[Text]] = &[$(ui_strings!(@texts self.$key $(, [$($count)?])?),)+];
                    texts.iter().copied().flatten().collect()
                }
            }
        )+

        impl UiStrings {
            /// All texts, in the order of the groups.
            pub fn texts(&self) -> impl Iterator<Item = &Text> {
                [$($(self.$group.texts(),)+)+].into_iter().flatten()
            }

            /// Reads all strings in a language from `source`, which reports those that are missing.
            pub fn read(language: Language, source: &mut impl StringSource) -> UiStrings {
                $($(
                    source.group($section);
                    let $group = $type::read(source);
                )+)+
                UiStrings { language, $($($group,)+)+ }
            }
        }
    };
    (@type) => { Text };
    (@type [$($count:literal)?]) => { Vec<Text> };
    (@read $source:ident, $key:ident, $holes:expr) => { $source.string(stringify!($key), &$holes) };
    (@read $source:ident, $key:ident, $holes:expr, []) => { $source.list(stringify!($key), None) };
    (@read $source:ident, $key:ident, $holes:expr, [$count:literal]) => { $source.list(stringify!($key), Some($count)) };
    (@texts $text:expr) => { std::slice::from_ref(&$text) };
    (@texts $list:expr, [$($count:literal)?]) => { &$list };
}

/// A file of strings that is read group by group.
pub trait StringSource {
    /// Begins the group in the table of this name.
    fn group(&mut self, section: &'static str);
    /// The string of a key; it has these placeholders and no others. `a|b` stands for one of the two.
    fn string(&mut self, key: &'static str, placeholders: &[&'static str]) -> Text;
    /// The list of a key, of exactly `count` items where there is a count, of at least one otherwise.
    fn list(&mut self, key: &'static str, count: Option<usize>) -> Vec<Text>;
}

ui_strings! {
    /// Texts on several pages.
    page: PageStrings = "page" {
        home, dont, act, message, ladder, now, rules, trail, change, choices, call("phone"), full_phone("phone"), hours, email("email"), address("address"), map,
        vk, telegram, max, whatsapp, site,
        source("author", "date"), privacy, apart, institution, for_sites
    }
    /// The pages for printing, and texts that the guide has only on paper.
    paper: PaperStrings = "paper" { whole, sheet, poster, print, hint, see, contents, on_sheet("n"), scan, address("address"), more("n"), more_by_code("n"), all("n") }
    /// The list of what the guide does not cover. `lead` is for a list that names somebody to ask.
    not_covered: NotCoveredStrings = "not_covered" { title, lead, line("topic", "ask") }
    /// The page for an address that does not exist.
    not_found: NotFoundStrings = "not_found" { title, lead }
    /// The page for those who keep a school's site.
    embed: EmbedStrings = "embed" {
        title, lead, which, unsure, address, copy, copied, not_copied, preview, picture_alt, rights_title, checks_title, checks[],
        check_link, failed_title, strict_title, policy, sandbox, more_title, height, top, reserve, title_wish, institution, tells_height, tells_step
    }
    /// One way to put the guide on a site: how to recognise the kind of site, what rights it needs, what to do, what may go wrong.
    own_site, wordpress, classic, builder, platform: WayStrings =
        "embed_own_site", "embed_wordpress", "embed_classic", "embed_builder", "embed_platform" { title, sign, rights, steps[], failed[] }
    /// The codes to put on a site.
    embed_codes: EmbedCodeStrings = "embed_codes" {
        script, script_lead, frame, frame_lead, link, unmeasured, measured("width", "start", "longest"), partly("n")
    }
    /// The choices that apply to all codes.
    embed_choices: EmbedChoiceStrings = "embed_choices" {
        title, lead, link, start, beginning, theme, auto, light, dark, width, usual, unnamed
    }
    /// For sites without codes: a text, pictures, an address to read aloud.
    embed_texts: EmbedTextStrings = "embed_texts" {
        about("name"), open("address"), line("line", "phone", "hours"), phone("line", "phone"), link("name", "address"), rich_title, rich_copy, plain_title, plain_copy,
        html_title, html_copy, copied, not_copied, pictures_title, wide, square, qr_save, aloud_title, checks[]
    }
    /// The warnings of the script on a school's page about an option with an unknown value.
    embed_script: EmbedScriptStrings = "embed_script" { ignored, instead }
    /// The checker of a school's page: its form and its results.
    embed_checker: EmbedCheckerStrings = "embed_checker" {
        title, lead, no_script, copying[], field, button, limits, good, fix, info,
        whole, frame, link, script_missing, link_missing, place_missing, old, as_text, hidden,
        script_elsewhere("value"), script_delayed, frame_link, frame_width("value"), frame_style, frame_sandbox("value"), frame_delayed,
        address("value"), address_http, address_other("value", "site"), addresses("value"),
        wish("value", "example"), wish_step("value"), wish_institution("value"), wish_unknown("value"),
        policy_script("example"), policy_frame("example"), nothing, only_address, not_html, empty
    }
    /// The flowchart as a picture.
    map: MapStrings = "map" {
        title, link, description, lead, large("n"), picture, question, advice, contact, answer, list, again, later, part("n"), see("n"), from, elsewhere,
        continued
    }
    /// The accessibility statement.
    accessibility: AccessibilityStrings = "accessibility" {
        title, lead, rules_title, rules, checked_title, checked_lead, checked[], unchecked_title, unchecked[],
        limits_title, limits[], tell_title, tell
    }
    /// The list of changes, and what pages say of the last one.
    changes: ChangesStrings = "changes" { title, lead, link, changed("date"), newer("date") }
    /// The search.
    find: FindStrings = "find" {
        label, found("n"), unsure, nothing, onward, failed, retry, notice, account("account")
    }
    /// Filling in and sending a message.
    message: MessageStrings = "message" {
        optional, warning, copy, copied, not_copied, share, mail
    }
    /// What to say on the phone.
    phone: PhoneStrings = "phone" { title, text("answers"), blank }
    /// The reminder to call.
    remind: RemindStrings = "remind" { button, file, summary("phone"), description, calendar }
    /// Sharing a step.
    share: ShareStrings = "share" { button, copied, not_copied, vk }
    /// The age of a cached page.
    update: UpdateStrings = "update" { newer, reload, old("date") }
    /// Dates: the day as `{day}` or with a leading zero as `{dd}`, the month as its name or as `{mm}`. `long` is for a sentence.
    dates: DateStrings = "dates" { date("day|dd", "month|mm", "year"), long("day|dd", "month|mm", "year") }
    /// The status of the hotline.
    status: StatusStrings = "status" {
        open, open_until("time", "left"), closed, opens_today("time"), opens("weekday", "day", "month", "time"), always, never, ask,
        hours_minutes("h", "m"), hours("h"), minutes("m"), weekdays[7], months[12]
    }
    /// The status in a few words, for the header.
    sign: SignStrings = "sign" {
        open, open_until("time"), closed, closed_today("time"), closed_until("weekday", "time"), closed_long("day", "month"),
        weekdays[7]
    }
    /// The opening hours in words.
    week: WeekStrings = "week" {
        days[7], and, span("from", "to"),
        every, holidays, range("from", "to"), closed("when"), also("hours"), comment("hours", "comment"), note("days", "comment"),
        nth("nth", "day"), first[7], second[7], third[7], fourth[7], fifth[7], last[7],
        months[12], date("day", "month"), date_year("day", "month", "year"), dates("from", "to"),
        by_week("days", "weeks"), odd_weeks, even_weeks, one_week("week"), weeks("weeks")
    }
}
