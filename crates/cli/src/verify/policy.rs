//! Content security policies: whether one that a host sends forbids what a page needs.

/// The policy that a page has of its own.
pub fn of_page(html: &str) -> Option<String> {
    let policy = html.split_once("content=\"default-src ")?.1.split_once('"')?.0;
    Some(format!("default-src {}", policy.replace("&#x27;", "'").replace("&#39;", "'")))
}

/// The directives of the page that a host's policy forbids something of, each with what it forbids; none where the page works.
pub fn forbidden(host: &str, page: &str) -> Vec<String> {
    let host = directives(host);
    let sources = |name: &str| host.iter().find(|(own, _)| own == name).map(|(_, sources)| sources);
    let mut forbidden = Vec::new();
    for (name, needed) in directives(page) {
        let allowed = match name.as_str() {
            "base-uri" | "form-action" | "frame-ancestors" => continue,
            _ => sources(&name).or_else(|| fallback(&name).and_then(sources)).or_else(|| sources("default-src")),
        };
        let Some(allowed) = allowed else { continue };
        let missing = needed.iter().find(|source| *source != "'none'" && !allows(allowed, source));
        forbidden.extend(missing.map(|source| format!("{name} {source}")));
    }
    forbidden.extend(sources("sandbox").map(|_| "sandbox".to_owned()));
    forbidden
}

/// The sites that may show a page in a frame, where a policy restricts them.
pub fn frame_ancestors(policy: &str) -> Option<String> {
    let (_, sources) = directives(policy).into_iter().find(|(name, _)| name == "frame-ancestors")?;
    (!sources.iter().any(|source| source == "*")).then(|| sources.join(" "))
}

/// What holds for a directive that a policy lacks, before `default-src` does.
fn fallback(name: &str) -> Option<&'static str> {
    match name {
        "worker-src" => Some("script-src"),
        _ => None,
    }
}

fn allows(allowed: &[String], source: &str) -> bool {
    let has = |one: &str| allowed.iter().any(|own| own.eq_ignore_ascii_case(one));
    let is_hash = |source: &str| source.starts_with("'sha") || source.starts_with("'nonce-");
    let any_inline = || has("'unsafe-inline'") && !allowed.iter().any(|own| is_hash(own));
    has(source)
        || (is_hash(source) && any_inline())
        || (source == "'self'" && (has("*") || has("https:")))
        || (source == "'wasm-unsafe-eval'" && has("'unsafe-eval'"))
}

fn directives(policy: &str) -> Vec<(String, Vec<String>)> {
    let directive = |text: &str| {
        let mut words = text.split_whitespace();
        Some((words.next()?.to_lowercase(), words.map(str::to_owned).collect()))
    };
    policy.split(';').filter_map(directive).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "default-src 'none'; script-src 'self' 'sha256-A=' 'wasm-unsafe-eval'; style-src 'self' 'sha256-B='; \
                        img-src 'self' data:; worker-src 'self'; base-uri 'none'";

    #[test]
    fn a_hosts_policy_is_compared_with_the_pages() {
        for (host, expected) in [
            (PAGE, vec![]),
            ("upgrade-insecure-requests", vec![]),
            ("frame-ancestors 'self'", vec![]),
            ("img-src * data:", vec![]),
            ("script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'", vec![]),
            ("style-src 'self' 'sha256-Old='", vec!["style-src 'sha256-B='"]),
            ("style-src 'self' 'unsafe-inline' 'sha256-Old='", vec!["style-src 'sha256-B='"]),
            ("script-src 'self' 'sha256-A='", vec!["script-src 'wasm-unsafe-eval'"]),
            ("script-src 'none'", vec!["script-src 'self'", "worker-src 'self'"]),
            ("default-src 'self' 'unsafe-inline' 'unsafe-eval'", vec!["img-src data:"]),
            ("sandbox allow-scripts", vec!["sandbox"]),
        ] {
            assert_eq!(forbidden(host, PAGE), expected, "{host}");
        }
    }

    #[test]
    fn a_policy_may_keep_a_page_out_of_frames() {
        for (policy, expected) in [
            ("default-src 'self'", None),
            ("frame-ancestors *", None),
            ("default-src 'none'; Frame-Ancestors 'self' https://a.ru", Some("'self' https://a.ru")),
            ("frame-ancestors 'none'", Some("'none'")),
        ] {
            assert_eq!(frame_ancestors(policy).as_deref(), expected, "{policy}");
        }
    }

    #[test]
    fn the_policy_of_a_page_is_read() {
        let page =
            r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src &#x27;self&#x27;"><p>"#;
        assert_eq!(of_page(page).as_deref(), Some("default-src 'none'; img-src 'self'"));
        assert_eq!(of_page("<p>"), None);
    }
}
