//! What may be wrong with the marks of a text.

use super::links::LinkFault;

/// A mark that a text can't have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// `# Heading`.
    Heading,
    /// A line of `-` or `=` below a text.
    Underlined,
    /// `![](…)`.
    Image,
    /// `<b>`.
    Html,
    /// `*text*` or `_text_`.
    Italics,
    /// `__text__`.
    Underscores,
    /// Bold text in bold text.
    BoldInBold,
    /// `**` without its other half.
    OpenBold,
    /// `~~`.
    Strikethrough,
    /// A code in backticks.
    Code,
    /// What is set in so far that it is code.
    Indented,
    /// `> text`.
    Quote,
    /// A table.
    Table,
    /// `---`.
    Ruler,
    /// `[^1]`.
    Footnote,
    /// `[name]: address`.
    Definition,
    /// `[text][name]`.
    Reference,
    /// `<https://…>`.
    Autolink,
    /// `[text](address "title")`.
    LinkTitle,
    /// `[](address)`.
    LinkWithoutText,
    /// `](` that is no link.
    OpenLink,
    /// `[text] (address)`.
    SpaceInLink,
    /// A link that leads nowhere.
    Link(LinkFault),
    /// `*` or `+` before the items of a list.
    OtherDash,
    /// `1)`.
    Parenthesis,
    /// `01.`
    LeadingZero,
    /// A number that does not follow the one before it.
    WrongNumber {
        /// The number that does.
        expected: u64,
    },
    /// An item with nothing in it.
    EmptyItem,
    /// `- - text`.
    TwoMarks,
    /// Lists in lists in lists in lists.
    TooDeep,
    /// A line of a paragraph that begins with a number.
    NumberInParagraph,
    /// A line behind a list that is not set in.
    TextAfterList,
    /// What no other fault names.
    Other,
}
