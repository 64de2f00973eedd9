//! The names that `view` writes into the document and `browser`, tests and embedders read from it. They are stable.

/// On a step's heading: the step's id.
pub const STEP: &str = "data-step";
/// On an answer's link: the option's id. The link's fragment is the next step's id.
pub const CHOICE: &str = "data-choice";
/// On an answer's link: how the trail calls the answer, where that is not the link's own text.
pub const SHORT: &str = "data-short";
/// On the element whose inside an island replaces: which island.
pub const ISLAND: &str = "data-island";
/// The island that tells the way to a step. On it, [`CHANGE`].
pub const TRAIL: &str = "trail";
/// On a trail: what the link back to a question says.
pub const CHANGE: &str = "data-change";
/// The island that tells whether the hotline answers now. On it, the four names below.
pub const STATUS: &str = "status";
/// The island that tells the same in the header. On it, [`STRINGS`]; the schedule is the first status'.
pub const SIGN: &str = "sign";
/// The class of a hotline's card.
pub const CARD_CLASS: &str = "hotline";
/// On a status: the schedule, as numbers.
pub const SCHEDULE: &str = "data-schedule";
/// On a status: the offsets of the hotline's time zone from UTC.
pub const OFFSETS: &str = "data-offsets";
/// On a status: the IANA name of that zone.
pub const ZONE: &str = "data-zone";
/// On a status: the words to say it in, as lines.
pub const STRINGS: &str = "data-words";
/// On the element that holds the steps: the id of the first step.
pub const START: &str = "data-start";
/// On the template that holds every institution's card, and on the checker of a school's page, with their ids there.
pub const INSTITUTIONS: &str = "data-institutions";
/// On an institution's card: its id, by which a page's address may ask for it.
pub const INSTITUTION: &str = "data-institution";
/// On the element that takes the card of the institution asked for.
pub const CONTACT: &str = "data-contact";
/// On a box that an island will fill: the longest text that it can come to, which the box keeps room for.
pub const LONGEST: &str = "data-longest";
/// On a part of a code to copy: which part.
pub const PART: &str = "data-part";
/// On a link to the guide that leads to the step chosen to begin with.
pub const GUIDE_LINK: &str = "data-guide-link";
/// On the choices for an embedded guide: the site's address, where it is known.
pub const SITE: &str = "data-site";
/// On what is said of a frame's height: the sentence once its steps were measured, and what it adds where that took too long.
pub const MEASURED: &str = "data-measured";
pub const MEASURED_IN_PART: &str = "data-partly";
/// On the line below a code to copy: what it says when that is done, and when it can't be.
pub const COPIED: &str = "data-copied";
pub const NOT_COPIED: &str = "data-not-copied";
/// On the checker of a school's page: the ids of all steps, with spaces between; [`INSTITUTIONS`] tells those of the
/// institutions.
pub const STEPS: &str = "data-steps";
/// On what the checker may say: what it has found.
pub const CHECK_RESULT: &str = "data-finding";
/// The class of a step's section, whose `id` is the step's.
pub const STEP_CLASS: &str = "step";
/// The classes of the first step's section.
pub const FIRST_STEP_CLASS: &str = "step first";
/// The island that fills a message and helps to send it. On it, [`TEMPLATE`] and [`STRINGS`].
pub const MESSAGE: &str = "message";
/// On a message: its text, with places for the parent's data in braces.
pub const TEMPLATE: &str = "data-template";
/// The island that says what to say on the phone. On it, [`STRINGS`] and [`FALLBACK`].
pub const PHONE_SCRIPT: &str = "phone";
/// The island that offers a reminder, beside the call in a hotline's card. On it, [`STRINGS`]; the schedule is the card's
/// status'.
pub const REMINDER: &str = "remind";
/// The island that shares the step. On it, [`STRINGS`].
pub const SHARE: &str = "share";
/// The island that searches in the parent's own words. On it, the names below and [`STRINGS`].
pub const SEARCH: &str = "find";
/// On a search: the file of what it has learned, from the page's folder.
pub const SEARCH_MODEL: &str = "data-knowledge";
/// On a search: the integrity of that file, as in SRI.
pub const INTEGRITY: &str = "data-integrity";
/// On a search: the words a notice of cancellation is known by, those before its account, and the step to go on from.
pub const NOTICE_MARK: &str = "data-notice-mark";
pub const NOTICE_ACCOUNT: &str = "data-notice-account";
pub const NOTICE_NEXT: &str = "data-notice-next";
/// On a search, and on what to say on the phone: the step for those whom nothing fits.
pub const FALLBACK: &str = "data-fallback";
/// On the template of what may be said of a copy's age: the version of the site that the page belongs to.
pub const VERSION: &str = "data-version";
/// On the same template: the worker that keeps the site on the phone, from the page's folder.
pub const WORKER: &str = "data-worker";
/// What stands there until the version is known: it depends on all pages.
pub const VERSION_PLACEHOLDER: &str = "GUIDE_VERSION";
