//! An address as people write and read it.

use leptos::prelude::*;

/// An address as people write it on paper: `example.ru/navigator`.
pub fn short_address(address: &str) -> &str {
    let bare = ["https://", "http://"].into_iter().find_map(|scheme| address.strip_prefix(scheme)).unwrap_or(address);
    bare.strip_suffix('/').unwrap_or(bare)
}

/// An address in the letters that people read and type: `навигатор.рф/помощь` for `xn--80aafey1amqq.xn--p1ai/%D0%BF…`.
pub fn readable_address(address: &str) -> String {
    let (host, rest) = address.split_at(address.find(['/', ':']).unwrap_or(address.len()));
    let readable = url::quirks::domain_to_unicode(host);
    let host = if readable.is_empty() { host } else { &readable };
    // Decoded only where a browser encodes the result to the same address again.
    let unambiguous = |c: char| c.is_alphanumeric() || "/-._~:".contains(c);
    let decoded = percent_encoding::percent_decode_str(rest).decode_utf8().ok();
    let rest = decoded.filter(|text| text.chars().all(unambiguous)).unwrap_or(rest.into());
    format!("{host}{rest}")
}

/// A text with an address in it, where a line may break after a slash: a break there is not taken for a part of the address.
pub fn breakable(text: &str) -> AnyView {
    let parts: Vec<AnyView> = text
        .split_inclusive('/')
        .map(|part| {
            let line_break = part.ends_with('/').then(|| view! { <wbr/> });
            view! { {part.to_owned()}{line_break} }.into_any()
        })
        .collect();
    parts.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: &str) {
        assert_eq!(readable_address(address), expected);
    }

    #[test]
    fn addresses_are_written_in_readable_letters() {
        check("example.ru/navigator", "example.ru/navigator");
        check("xn--80aafey1amqq.xn--p1ai", "навигатор.рф");
        check("xn--80aafey1amqq.xn--p1ai:8443/%D0%B4%D0%BE%D0%BC", "навигатор.рф:8443/дом");
        check("example.ru/a%20b", "example.ru/a%20b");
        check("example.ru/%ff", "example.ru/%ff");
        check("192.168.1.20:8080/x", "192.168.1.20:8080/x");
        check("", "");
    }
}
