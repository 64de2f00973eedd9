//! What is to be checked: an address or a folder.

use std::path::{Path, PathBuf};

use guide_content::message;
use url::{Host, Url};

use crate::failure::Failure;

/// What is to be checked.
#[derive(Debug, PartialEq)]
pub enum Target {
    /// A published site.
    Address(Url),
    /// A site in a folder of the disk.
    Folder(PathBuf),
}

impl Target {
    /// Reads what a person has typed: what has `://` is an address, and all else a folder.
    pub fn parse(text: &str) -> Result<Target, Failure> {
        let misused = |message| Err(Failure::Misused(message));
        if !text.contains("://") {
            return match Path::new(text) {
                path if path.is_dir() => Ok(Target::Folder(path.to_owned())),
                path if path.exists() => misused(message!(
                    "{text} — файл. Назовите папку с готовым сайтом или его адрес: https://example.ru/navigator/",
                    "{text} is a file. Name the folder of a built site or its address: https://example.com/guide/"
                )),
                _ => misused(message!(
                    "Папки {text} нет. Если это адрес, напишите его целиком: https://example.ru/navigator/",
                    "There is no folder {text}. If this is an address, write the whole of it: \
                     https://example.com/guide/"
                )),
            };
        }
        let Ok(mut address) = Url::parse(text.trim()) else {
            return misused(message!(
                "«{text}» — не адрес; напишите его целиком: https://example.ru/navigator/",
                "“{text}” is not an address; write the whole of it: https://example.com/guide/"
            ));
        };
        if !matches!(address.scheme(), "https" | "http") {
            return misused(message!(
                "Справочник открывают по https, а не по «{}»; назовите адрес, по которому его видят родители.",
                "A guide is opened over https, not over “{}”; name the address at which parents see it.",
                address.scheme()
            ));
        }
        if !address.username().is_empty() || address.password().is_some() {
            return misused(message!(
                "В адресе есть имя или пароль. Справочник открывают без них: уберите из адреса всё до знака @.",
                "The address has a name or a password. A guide is opened without: leave out all before the sign @."
            ));
        }
        address.set_query(None);
        address.set_fragment(None);
        Ok(Target::Address(address))
    }
}

/// Whether an address is one of this very computer.
pub fn is_loopback(address: &Url) -> bool {
    match address.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

/// Whether a redirect stays on the site: on the same host and port, or from there to https.
pub fn stays(from: &Url, to: &Url) -> bool {
    let to_https = from.scheme() == "http" && to.scheme() == "https";
    let is_same_port = from.scheme() == to.scheme() && from.port_or_known_default() == to.port_or_known_default();
    from.host() == to.host() && (is_same_port || to_https)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_an_address_or_a_folder() {
        let parsed = |text: &str| Target::parse(text).map_err(|why| why.message().ru.clone());
        let address = |text: &str| Ok(Target::Address(Url::parse(text).expect("an address")));
        assert_eq!(parsed("https://example.ru/guide/?a#b"), address("https://example.ru/guide/"));
        assert_eq!(parsed("http://127.0.0.1:8080"), address("http://127.0.0.1:8080/"));
        assert_eq!(parsed("src"), Ok(Target::Folder("src".into())));
        for (text, word) in [
            ("no-such-folder", "Папки no-such-folder нет"),
            ("example.ru/guide", "напишите его целиком"),
            ("Cargo.toml", "файл"),
            ("ftp://example.ru/", "ftp"),
            ("https://", "не адрес"),
            ("https://exa mple.ru/", "не адрес"),
            ("https://name:word@example.ru/", "пароль"),
        ] {
            let why = parsed(text).expect_err(text);
            assert!(why.contains(word), "{text}: {why}");
        }
    }

    #[test]
    fn a_redirect_stays_on_the_same_host_and_may_lead_to_https() {
        let url = |text: &str| Url::parse(text).expect("an address");
        for (from, to, expected) in [
            ("https://a.ru/x", "https://a.ru/x/", true),
            ("http://a.ru/", "https://a.ru/", true),
            ("http://a.ru:8080/", "https://a.ru/", true),
            ("https://a.ru/", "http://a.ru/", false),
            ("https://a.ru/", "https://www.a.ru/", false),
            ("https://a.ru/", "https://a.ru:8443/", false),
            ("http://127.0.0.1:1/", "http://127.0.0.1:2/", false),
        ] {
            assert_eq!(stays(&url(from), &url(to)), expected, "{from} → {to}");
        }
    }

    #[test]
    fn this_computer_has_several_names() {
        for (address, expected) in [
            ("http://localhost/", true),
            ("http://127.0.0.9:80/", true),
            ("http://[::1]/", true),
            ("http://localhost.ru/", false),
            ("http://192.168.0.1/", false),
        ] {
            assert_eq!(is_loopback(&Url::parse(address).expect("an address")), expected, "{address}");
        }
    }
}
