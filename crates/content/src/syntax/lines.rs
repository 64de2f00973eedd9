//! What a line of a broken file most likely is. Files are read line by line here, as people read them.

use std::ops::Range;

/// The byte range of the line at this index, without its end.
pub fn line_at(text: &str, at: usize) -> Range<usize> {
    let at = text.floor_char_boundary(at);
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    start..end
}

/// Whether a line begins a section, as `[site]` and `[[step]]` do.
pub fn is_header(line: &str) -> bool {
    let line = line.trim();
    let line = line.split_once('#').map_or(line, |(before, _)| before.trim_end());
    let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) else { return false };
    let name = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    is_key(name.trim().trim_matches('"'))
}

/// Whether a line gives a key a value, as `title = "…"` does.
pub fn is_assignment(line: &str) -> bool {
    line.split_once('=').is_some_and(|(key, value)| {
        let value = value.trim_start();
        is_key(key.trim()) && (value.starts_with(['"', '\'', '[', '{', 't', 'f']) || value.is_empty())
    })
}

fn is_key(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

/// Whether a line is prose: it is no comment, section, key with a value, nor a part of a list.
pub fn is_prose(line: &str) -> bool {
    let line = line.trim();
    let is_key_like = |key: &str| !key.trim().is_empty() && !key.trim().contains([' ', ',', '"']);
    let lacks_equals = line
        .split_once(' ')
        .is_some_and(|(key, value)| is_key(key) && value.trim_start().starts_with(['"', '\'', '[', '{']));
    let starts_otherwise = line.starts_with(['#', '[', ']', '{', '}', '"', '\'', ',']);
    !line.is_empty()
        && !starts_otherwise
        && !lacks_equals
        && !line.split_once('=').is_some_and(|(key, _)| is_key_like(key))
}

/// Whether the next line that is not blank is prose: then a text of several lines has lost its quotes, and what follows is part of it.
pub fn goes_on_as_prose(text: &str, line: &Range<usize>) -> bool {
    next_line(text, line).is_some_and(is_prose)
}

/// Whether the next line that is not blank is one of a list: then the list has lost its beginning.
pub fn goes_on_as_list(text: &str, line: &Range<usize>) -> bool {
    next_line(text, line).is_some_and(|line| line.trim_start().starts_with(['{', '"', ']']))
}

fn next_line<'t>(text: &'t str, line: &Range<usize>) -> Option<&'t str> {
    text[line.end..].lines().skip(1).find(|line| !line.trim().is_empty())
}
