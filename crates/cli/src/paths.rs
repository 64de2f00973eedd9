//! `guide paths`: every path through the flow.

use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

use guide_content::message;
use guide_content::message::Message;
use guide_core::flow::{Flow, Trail};

use crate::content;
use crate::failure::Failure;
use crate::language::tell;

/// More paths than these are only listed where all are asked for: nobody reads them, and there may be more than any disk holds.
const LISTED: usize = 10_000;

/// Prints each path on a line: `start -teen-14-> teen-14 -yes-> …`. Where there are many, it is said first how many, and only the
/// first ones follow unless `all` are asked for. The error is for people.
pub fn paths(content: &Path, all: bool) -> Result<(), Failure> {
    let flow =
        content::open(content)?.guide.flow().ok_or_else(|| message!("нет первого шага", "there is no first step"))?;
    // Answers that go in a circle have been refused.
    let count = flow.count_paths().unwrap_or_default();
    let listed = if all { usize::MAX } else { LISTED };
    if count > LISTED as u64 {
        tell(&announcement(count, all));
    }
    match print(&flow, listed) {
        // Whoever reads has read enough: `guide paths | head`.
        Err(why) if why.kind() == ErrorKind::BrokenPipe => Ok(()),
        printed => {
            printed.map_err(|why| message!("Пути не выводятся: {why}", "The paths can't be printed: {why}").into())
        }
    }
}

/// How many paths there are, and which of them are listed.
fn announcement(count: u64, all: bool) -> Message {
    let count = match count {
        u64::MAX => message!("Всего путей больше 18 квинтиллионов.", "There are more than 18 quintillion paths."),
        _ => message!("Всего путей: {}.", "There are {} paths.", grouped(count)),
    };
    if all {
        count
    } else {
        message!(
            count = count;
            "{count} Первые {} — ниже, а все покажет ключ --all.",
            "{count} The first {} follow; the option --all shows all of them.",
            grouped(LISTED as u64)
        )
    }
}

/// A number with its digits in groups of three.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

fn print(flow: &Flow, listed: usize) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for path in flow.paths().take(listed) {
        print_path(flow, &path, &mut out)?;
    }
    out.flush()
}

fn print_path(flow: &Flow, path: &Trail, out: &mut impl Write) -> io::Result<()> {
    for answer in &path.answers {
        write!(out, "{} -{}-> ", flow.id(answer.step), flow.option_id(*answer))?;
    }
    writeln!(out, "{}", flow.id(path.at))
}
