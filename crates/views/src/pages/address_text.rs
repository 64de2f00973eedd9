//! An address as people write and read it.

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
    // Only what a browser writes as it was before.
    let plain = |c: char| c.is_alphanumeric() || "/-._~:".contains(c);
    let decoded = percent_encoding::percent_decode_str(rest).decode_utf8().ok();
    let rest = decoded.filter(|text| text.chars().all(plain)).unwrap_or(rest.into());
    format!("{host}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: &str) {
        assert_eq!(readable_address(address), expected);
    }

    #[test]
    fn addresses_are_told_in_readable_letters() {
        check("example.ru/navigator", "example.ru/navigator");
        check("xn--80aafey1amqq.xn--p1ai", "навигатор.рф");
        check("xn--80aafey1amqq.xn--p1ai:8443/%D0%B4%D0%BE%D0%BC", "навигатор.рф:8443/дом");
        check("example.ru/a%20b", "example.ru/a%20b");
        check("example.ru/%ff", "example.ru/%ff");
        check("192.168.1.20:8080/x", "192.168.1.20:8080/x");
        check("", "");
    }
}
