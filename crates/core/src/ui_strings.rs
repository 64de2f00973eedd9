//! The interface's words: what the pages say around the guide's own texts.

use crate::text::Text;

/// Declares the groups of words once: their names, their sections in the file, their type, its keys and the placeholders each may
/// hold. Groups of one shape share a type.
macro_rules! words {
    ($($(#[$doc:meta])* $($group:ident),+ : $type:ident = $($section:literal),+ { $($key:ident $(($($hole:literal),+))? $([$count:literal])?),+ $(,)? })+) => {
        /// All the interface's words, by the groups of the file.
        #[derive(Clone)]
        pub struct UiStrings { $($(pub $group: $type,)+)+ }

        $(
            $(#[$doc])*
            ///
            /// Each field is the key of the same name in the file.
            #[derive(Clone)]
            pub struct $type { $(pub $key: words!(@type $($count)?),)+ }

            impl $type {
                fn read(source: &mut impl StringSource) -> $type {
                    $type { $($key: words!(@read source, $key, [$($($hole),+)?] $(, $count)?),)+ }
                }
            }
        )+

        impl UiStrings {
            /// Reads every word through `source`, which reports what it cannot give.
            pub fn read(source: &mut impl StringSource) -> UiStrings {
                $($(
                    source.group($section);
                    let $group = $type::read(source);
                )+)+
                UiStrings { $($($group,)+)+ }
            }
        }
    };
    (@type) => { Text };
    (@type $count:literal) => { Vec<Text> };
    (@read $source:ident, $key:ident, $holes:expr) => { $source.word(stringify!($key), &$holes) };
    (@read $source:ident, $key:ident, $holes:expr, $count:literal) => { $source.list(stringify!($key), $count) };
}

/// Where words come from: a file, group by group.
pub trait StringSource {
    /// The words that follow stand in the table of this name.
    fn group(&mut self, section: &'static str);
    /// One word or sentence; it may hold the placeholders named.
    fn word(&mut self, key: &'static str, placeholders: &[&'static str]) -> Text;
    /// A list of exactly `count` words.
    fn list(&mut self, key: &'static str, count: usize) -> Vec<Text>;
}

words! {
    /// What stands on the pages.
    page: PageStrings = "page" {
        home, dont, act, message, ladder, now, rules, trail, change, choices, call("phone"), full_phone("phone"), status, zone, vk,
        source("author", "date"), privacy, apart, institution, for_sites
    }
    /// The guide on paper: the pages for printing, and what the guide itself says only there.
    paper: PaperStrings = "paper" { whole, sheet, poster, print, hint, see, scan, address("address") }
    /// The page for an address that does not exist.
    not_found: NotFoundStrings = "not_found" { title, lead }
    /// The page for site keepers.
    embed: EmbedStrings = "embed" {
        title, lead, which, unsure, address, copy, copied, not_copied, preview, picture_alt, rights_title, checks_title, checks[4],
        check_link, failed_title, strict_title, policy, sandbox, more_title, height, top, reserve, title_wish, institution, tells_height, tells_step
    }
    /// One way to put the guide on a site: how its keeper knows that it is his, what it needs, what to do, what may go wrong.
    own_site, wordpress, classic, builder, platform: WayStrings =
        "embed_own_site", "embed_wordpress", "embed_classic", "embed_builder", "embed_platform" { title, sign, rights, steps[4], failed[2] }
    /// The codes to put on a site.
    embed_codes: EmbedCodeStrings = "embed_codes" {
        script, script_lead, frame, frame_lead, link, unmeasured, measured("width", "start", "longest"), partly("n")
    }
    /// What can be chosen for all codes at once.
    embed_choices: EmbedChoiceStrings = "embed_choices" {
        title, lead, link, start, beginning, theme, auto, light, dark, width, usual, unnamed
    }
    /// What there is for those who may put no code on their site: a text, pictures, an address to say aloud.
    embed_texts: EmbedTextStrings = "embed_texts" {
        about("name"), open("address"), line("line", "phone", "hours"), vk("address"), rich_title, rich_copy, plain_title, plain_copy,
        html_title, html_copy, copied, not_copied, pictures_title, wide, square, qr_save, aloud_title, checks[2]
    }
    /// What the script on a school's page says of a wish that makes no sense.
    embed_script: EmbedScriptStrings = "embed_script" { ignored, instead }
    /// What the checker of a school's page asks and may say.
    embed_checker: EmbedCheckerStrings = "embed_checker" {
        title, lead, no_script, copying[3], field, button, limits, good, fix, info,
        whole, frame, link, script_missing, link_missing, place_missing, old, as_text, hidden,
        script_elsewhere("value"), script_delayed, frame_link, frame_width("value"), frame_style, frame_sandbox("value"), frame_delayed,
        address("value"), address_http, address_other("value", "site"), addresses("value"),
        wish("value", "example"), wish_step("value"), wish_institution("value"), wish_unknown("value"),
        policy_script("example"), policy_frame("example"), nothing, only_address, not_html, empty
    }
    /// The flowchart as a picture.
    map: MapStrings = "map" {
        title, link, description, lead, picture, question, advice, hotline, answer, list, again
    }
    /// What was checked of the site's accessibility, and how.
    accessibility: AccessibilityStrings = "accessibility" {
        title, lead, rules_title, rules, checked_title, checked_lead, checked[8], unchecked_title, unchecked[3],
        limits_title, limits[3], tell_title, tell
    }
    /// The search.
    find: FindStrings = "find" {
        label, found("n"), nothing, onward, failed, retry, notice, account("account")
    }
    /// Filling and sending a message.
    message: MessageStrings = "message" {
        optional, child, born, programme, situation, warning, copy, copied, not_copied, share, mail, subject
    }
    /// What to say on the phone.
    phone: PhoneStrings = "phone" { title, text("answers"), blank }
    /// The reminder to call.
    remind: RemindStrings = "remind" { button, file, summary("phone"), description, calendar }
    /// Sharing a step.
    share: ShareStrings = "share" { button, copied, not_copied, vk }
    /// What the page says of its own age.
    update: UpdateStrings = "update" { newer, reload, old("date") }
    /// How an empty place in a message looks.
    blank: BlankStrings = "blank" { child, born, programme, situation }
    /// The live status.
    status: StatusStrings = "status" {
        open, open_until("time", "left"), closed, opens_today("time"), opens("weekday", "day", "month", "time"), always, never, ask,
        hours_minutes("h", "m"), hours("h"), minutes("m"), weekdays[7], months[12]
    }
    /// The live status in a few words, for the header.
    sign: SignStrings = "sign" {
        open, open_until("time"), closed, closed_today("time"), closed_until("weekday", "time"), closed_long("day", "month"),
        weekdays[7]
    }
    /// The opening hours in words.
    week: WeekStrings = "week" { days[7], and, span("from", "to") }
}
