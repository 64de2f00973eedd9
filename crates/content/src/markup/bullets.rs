//! Lists that were typed with other signs than the mark of an item: pasted from elsewhere, they would run together on the page.

use guide_core::text::Text;

use super::Report;
use super::places::Places;
use crate::message;

/// Signs that word processors put before the items of a list.
const BULLETS: [char; 8] = ['•', '·', '●', '○', '▪', '■', '◦', '‣'];
/// Dashes that people type before items. A single line may begin with one.
const DASHES: [&str; 2] = ["— ", "– "];

/// Refuses lines that begin with such a sign: the first line of them.
pub fn refuse_bullets(text: &Text, file_text: &str, report: &mut Report) {
    let mut starts = Vec::new();
    let mut offset = 0;
    for line in text.value.split_inclusive('\n') {
        let words = line.trim_start();
        let at = offset + line.len() - words.len();
        offset += line.len();
        let bullet = words.chars().next().filter(|first| BULLETS.contains(first));
        let dash = DASHES.iter().find(|dash| words.starts_with(**dash)).and_then(|dash| dash.chars().next());
        if let Some(sign) = bullet.or(dash) {
            starts.push((at..at + sign.len_utf8(), bullet.is_some()));
        }
    }
    let is_list = starts.len() > 1 || starts.iter().any(|(_, is_bullet)| *is_bullet);
    if let Some((at, _)) = starts.into_iter().next().filter(|_| is_list) {
        report(
            Places::new(text, file_text).in_file(at),
            message!(
                "строки с таким знаком в начале сольются в одну",
                "lines that begin with such a sign will run together into one"
            ),
            message!(
                "Чтобы вышел список, начните каждый пункт с новой строки и с обычного дефиса: - текст",
                "To get a list, begin each item on a new line and with a plain hyphen: - text"
            ),
        );
    }
}
