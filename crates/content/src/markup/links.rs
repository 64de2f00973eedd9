//! What the links of a text may lead to.

use guide_core::rich_text::LinkTarget;

use crate::addresses;
use crate::files::FileKind;

/// Why a link leads nowhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinkFault {
    /// There is nothing between the parentheses.
    Empty,
    /// The address of a page is not `https`.
    NotHttps,
    /// The address of a page is none.
    NotAnAddress,
    /// The number can't be dialled.
    NotANumber,
    /// The e-mail address is none.
    NotAnEmail,
    /// It is another kind of address, such as `javascript:`.
    OtherScheme,
    /// It leads to a step of the guide.
    Step,
    /// The path of the file leads out of the content folder.
    Outside,
    /// The path has signs that a file's name may not have.
    OddPath,
    /// It is no file of a kind that the site can have.
    UnknownFile,
}

/// What a link leads to, by what stands between its parentheses.
pub fn link_target(written: &str) -> Result<LinkTarget, LinkFault> {
    let address = || Ok(LinkTarget::Address(written.to_owned()));
    if written.trim().is_empty() {
        return Err(LinkFault::Empty);
    }
    if let Some(number) = written.strip_prefix("tel:") {
        return if addresses::is_phone(number) { address() } else { Err(LinkFault::NotANumber) };
    }
    if let Some(email) = written.strip_prefix("mailto:") {
        return if addresses::is_email(email) { address() } else { Err(LinkFault::NotAnEmail) };
    }
    if let Some((scheme, _)) = written.split_once(':').filter(|(scheme, _)| !scheme.contains(['/', '?', '#'])) {
        return match scheme.trim().to_ascii_lowercase().as_str() {
            "https" if written.contains(|c: char| c.is_whitespace() || c.is_control()) => Err(LinkFault::NotAnAddress),
            "https" => addresses::page_address(written).map_err(|_| LinkFault::NotAnAddress).and_then(|_| address()),
            "http" => Err(LinkFault::NotHttps),
            _ => Err(LinkFault::OtherScheme),
        };
    }
    file_path(written).map(LinkTarget::File)
}

/// The path of a file in the content folder.
pub fn file_path(written: &str) -> Result<String, LinkFault> {
    if written.starts_with('#') {
        return Err(LinkFault::Step);
    }
    if written.starts_with("//") {
        return Err(LinkFault::NotAnAddress);
    }
    if written.starts_with(['/', '\\']) || written.split(['/', '\\']).any(|part| part == "..") {
        return Err(LinkFault::Outside);
    }
    // A domain without its scheme looks like a path.
    if FileKind::of_name(written).is_none() {
        return Err(LinkFault::UnknownFile);
    }
    let is_plain = |c: char| c.is_alphanumeric() || " -_.,()+№/".contains(c);
    let parts_are_names =
        written.split('/').all(|part| !part.starts_with('.') && part.trim() == part && !part.is_empty());
    if written.chars().all(is_plain) && parts_are_names { Ok(written.to_owned()) } else { Err(LinkFault::OddPath) }
}
