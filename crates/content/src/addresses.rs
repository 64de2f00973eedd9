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
