//! The names of attributes, classes and islands that the views write into the document, and that the program on the phone, the scripts,
//! the tests and the hosts of embedded guides read from it. They never change.
//!
//! A comment says on which element an attribute stands and what its value is.

/// On the heading of a step: the id of the step.
pub const STEP: &str = "data-step";
/// On the link of an answer: the id of the option. The link's fragment is the id of the next step.
pub const CHOICE: &str = "data-choice";
/// On the link of an answer: its text in the trail, where that is not the text of the link.
pub const SHORT: &str = "data-short";
/// On an element whose content an island replaces: the name of the island.
pub const ISLAND: &str = "data-island";
/// The island with the trail of answers. It has [`CHANGE`].
pub const TRAIL: &str = "trail";
/// On the trail: the text of the link back to a question.
pub const CHANGE: &str = "data-change";
/// The island with the status of a contact. It has [`HOURS`].
pub const STATUS: &str = "status";
/// The island with the status in the header. It has [`HOURS`].
pub const SIGN: &str = "sign";
/// The class of a contact's card.
pub const CARD_CLASS: &str = "hotline";
/// On a status or a sign: the id of the contact whose hours it tells.
pub const HOURS: &str = "data-hours";
/// On the template with a contact's hours: the id of the contact. Its [`STRINGS`] are the `schedule`, as `Schedule::compact` writes it; the
/// `offsets` of the time zone from UTC, as `Zone::text` writes them; the IANA name of the `zone`; and the `summary`, what a calendar calls
/// the reminder.
pub const HOURS_OF: &str = "data-hours-of";
/// On the template with the words of all islands of a name: that name. It has [`STRINGS`].
pub const WORDS_OF: &str = "data-words-of";
/// On the same: the words, as `Strings::text` writes them.
pub const STRINGS: &str = "data-words";
/// On the element that contains the steps: the id of the first step.
pub const START: &str = "data-start";
/// On the template with the cards of all institutions. On the checker of a school's page: the ids of the institutions, separated by
/// spaces.
pub const INSTITUTIONS: &str = "data-institutions";
/// On the card of an institution: its id, by which the address of the page may ask for it.
pub const INSTITUTION: &str = "data-institution";
/// On the element that takes the card of the institution that was asked for.
pub const CONTACT: &str = "data-contact";
/// On an element that an island will fill: the longest text that it may have, for which it reserves space.
pub const LONGEST: &str = "data-longest";
/// On a part of a code to copy: the name of the part.
pub const PART: &str = "data-part";
/// On a link to the guide that follows the choice of the first step.
pub const GUIDE_LINK: &str = "data-guide-link";
/// On the form with the choices for an embedded guide: the address of the site, where it is known.
pub const SITE: &str = "data-site";
/// On the text about the height of an embedded guide: the sentence after all steps were measured.
pub const MEASURED: &str = "data-measured";
/// On the same text: what is added where measuring took too long.
pub const MEASURED_IN_PART: &str = "data-partly";
/// On the line below a code to copy: its text after copying.
pub const COPIED: &str = "data-copied";
/// On the line below a code to copy: its text where copying failed.
pub const NOT_COPIED: &str = "data-not-copied";
/// On the checker of a school's page: the ids of all steps, separated by spaces.
pub const STEPS: &str = "data-steps";
/// On a sentence that the checker may show: the name of the result that it is for.
pub const CHECK_RESULT: &str = "data-finding";
/// The class of a step's section, whose `id` is that of the step.
pub const STEP_CLASS: &str = "step";
/// The classes of the first step's section.
pub const FIRST_STEP_CLASS: &str = "step first";
/// The class by which the first step's section is found.
pub const FIRST_CLASS: &str = "first";
/// The island that fills in a message and copies, shares or mails it. It has [`FIELDS`], and its text has a [`FIELD`] in place of each of
/// the parent's data.
pub const MESSAGE: &str = "message";
/// On a message: the ids of its fields, in the order of the content, with `|` between them.
pub const FIELDS: &str = "data-fields";
/// In the text of a message, on what stands in place of one of the parent's data: the id of its field.
pub const FIELD: &str = "data-field";
/// The island that shows what to say on the phone.
pub const PHONE_SCRIPT: &str = "phone";
/// The island that offers a reminder to call, in a contact's card. The hours are those of the card's [`STATUS`].
pub const REMINDER: &str = "remind";
/// The island that shares the step.
pub const SHARE: &str = "share";
/// The island that searches by a parent's own words.
pub const SEARCH: &str = "find";
/// On the template of the notice about the age of a cached page: the version of the site that the page belongs to.
pub const VERSION: &str = "data-version";
/// On the same template: the path from the page's folder to the service worker.
pub const WORKER: &str = "data-worker";
/// On the date in that template: the pattern of the language's dates, with `{day}` or `{dd}`, `{month}` or `{mm}`, and `{year}`.
pub const DATE: &str = "data-date";
/// On the same: the names of the months with `|` between them, where the pattern has `{month}`.
pub const MONTHS: &str = "data-months";
/// On the template of the notice that there is a newer sheet: the date of the guide's last change, as `ChangeEntry::code` writes it.
pub const CHANGED: &str = "data-changed";
/// Stands in place of the version until that is known, since it depends on all pages.
pub const VERSION_PLACEHOLDER: &str = "GUIDE_VERSION";
