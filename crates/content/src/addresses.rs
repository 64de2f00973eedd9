//! The rule for addresses of pages and of sites, for the content and for the command line.
//!
//! They must be `https`: a school's page with `https` can't frame one without, and browsers refuse it the worker and the clipboard.

use url::Url;

/// Why a text is no valid address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AddressFault {
    /// It is not a full address with `https://` and a domain.
    NotAnAddress,
    /// It is not that of a folder: it does not end in a slash, or it has a query or a fragment.
    NotAFolder,
}

/// Parses the address of a web page.
pub fn page_address(text: &str) -> Result<Url, AddressFault> {
    let url = Url::parse(text).ok().filter(|url| url.scheme() == "https" && url.domain().is_some());
    url.ok_or(AddressFault::NotAnAddress)
}

/// Parses the address of a site: that of a folder, which ends in `/`.
pub fn site_address(text: &str) -> Result<Url, AddressFault> {
    let url = page_address(text)?;
    let folder = url.path().ends_with('/') && url.query().is_none() && url.fragment().is_none();
    if folder { Ok(url) } else { Err(AddressFault::NotAFolder) }
}

/// Whether a text is a number as it is dialled: `+` and 11 to 15 digits, or one of the three digits of an emergency service, as `112`.
pub fn is_phone(text: &str) -> bool {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match text.strip_prefix('+') {
        Some(digits) => (11..=15).contains(&digits.len()) && is_digits(digits),
        None => text.len() == 3 && text.starts_with('1') && is_digits(text),
    }
}

/// Whether a text is an e-mail address.
pub fn is_email(text: &str) -> bool {
    let letters = |text: &str, more: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
    };
    text.split_once('@').is_some_and(|(name, host)| {
        letters(name, "._%+-") && letters(host, ".-") && host.contains('.') && !host.split('.').any(str::is_empty)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_a_folder_behind_https() {
        for good in ["https://example.ru/", "https://example.ru/navigator/", "https://навигатор.рф/"] {
            assert!(site_address(good).is_ok(), "{good}");
        }
        for bad in ["", "nowhere", "http://example.ru/", "https://192.168.1.20/", "file:///navigator/", "https://"] {
            assert_eq!(site_address(bad), Err(AddressFault::NotAnAddress), "{bad}");
        }
        for bad in ["https://example.ru/navigator", "https://example.ru/?embed", "https://example.ru/#start"] {
            assert_eq!(site_address(bad), Err(AddressFault::NotAFolder), "{bad}");
        }
    }
}
