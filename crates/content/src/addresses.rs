//! What the address of a page may be, and that of a site: one rule for the content and for the command line.
//!
//! `https` only: a school's page that came by it frames no page that did not, and browsers give a worker and the clipboard to no other.

use url::Url;

/// Why a text is no such address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AddressFault {
    /// Not a whole address of `https://` and a domain.
    NotAnAddress,
    /// Not of a folder: it has no slash at its end, or a query or a fragment.
    NotAFolder,
}

/// Reads the address of a page on the web.
pub fn page_address(text: &str) -> Result<Url, AddressFault> {
    let url = Url::parse(text).ok().filter(|url| url.scheme() == "https" && url.domain().is_some());
    url.ok_or(AddressFault::NotAnAddress)
}

/// Reads the address of a site, which is that of a folder and ends in `/`.
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
