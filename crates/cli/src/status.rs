//! `guide status`: is the hotline open at an instant, and when does that change?
//!
//! This turns instants into the local time of the guide's zone, which the core's schedule counts in, and back.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::ExitCode;

use guide_content::message;
use guide_content::message::Message;
use guide_core::schedule::{Date, Moment, Schedule};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, civil};
use serde::Serialize;

use crate::language::{said, tell};

/// The advice wherever an instant is refused.
fn example() -> Message {
    message!("Напишите, например, 2026-11-24T12:59:59+03:00", "Write, for example, 2026-11-24T12:59:59+03:00")
}

/// The answer as it is printed; the order of the fields is part of the command's contract.
#[derive(Serialize)]
struct Answer {
    state: &'static str,
    next_change: Option<String>,
}

/// A bad line of the standard input, as it is printed.
#[derive(Serialize)]
struct Refusal {
    error: String,
}

/// Runs the command: prints the status at `at`, or at each line of the standard input, or else now.
///
/// The exit code is 1 for a bad zone, which is in the content, and 2 for a bad `at`. With `stdin` a bad line is answered with a line
/// of JSON that holds the error, the other lines are answered all the same, and the exit code is 1.
pub fn status(schedule: &Schedule, zone: &str, at: Option<&str>, stdin: bool) -> ExitCode {
    let time_zone = match time_zone(zone) {
        Ok(zone) => zone,
        Err(error) => return fail(&error, 1),
    };
    if stdin {
        return match answer_lines(schedule, &time_zone, io::stdin().lock(), io::stdout().lock()) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::from(1),
            // The reader has closed the pipe, as `head` does when it has read enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => fail(
                &message!(
                    "Не удалось прочитать вопросы или записать ответы: {error}.",
                    "The questions could not be read or the answers could not be written: {error}."
                ),
                1,
            ),
        };
    }
    let line = match at {
        Some(instant) => answer_text(schedule, &time_zone, instant),
        None => answer(schedule, &time_zone, Timestamp::now()),
    };
    match line {
        Ok(line) => {
            // It is no error of the command if the reader has closed the pipe.
            let _ = writeln!(io::stdout().lock(), "{line}");
            ExitCode::SUCCESS
        }
        Err(error) => fail(&error, 2),
    }
}

fn fail(error: &Message, code: u8) -> ExitCode {
    tell(error);
    ExitCode::from(code)
}

/// Answers line by line, and tells whether all lines were good. A line's instant ends at the first tab; blank lines are skipped.
fn answer_lines(schedule: &Schedule, zone: &TimeZone, input: impl Read, output: impl Write) -> io::Result<bool> {
    let mut input = BufReader::new(input);
    let mut output = io::BufWriter::new(output);
    let (mut line, mut good) = (Vec::new(), true);
    while input.read_until(b'\n', &mut line)? > 0 {
        // Bytes that are no text make this line a bad one, not the whole input.
        let text = String::from_utf8_lossy(&line);
        let instant = text.split('\t').next().unwrap_or_default().trim();
        if !text.trim().is_empty() {
            match answer_text(schedule, zone, instant) {
                Ok(answer) => writeln!(output, "{answer}")?,
                Err(error) => {
                    good = false;
                    writeln!(output, "{}", json(&Refusal { error: said(&error).to_owned() })?)?;
                }
            }
        }
        line.clear();
        // A program may write a line and wait for its answer, so the answers must not wait for a full buffer.
        if input.buffer().is_empty() {
            output.flush()?;
        }
    }
    output.flush()?;
    Ok(good)
}

/// The status at an instant in the form of RFC 3339, with an offset or `Z`, as [`answer`] gives it.
fn answer_text(schedule: &Schedule, zone: &TimeZone, instant: &str) -> Result<String, Message> {
    answer(schedule, zone, parse(instant)?)
}

/// The status at an instant as a line of JSON; `next_change` is in the guide's zone, and `null` where the status never changes. The
/// error is a sentence.
fn answer(schedule: &Schedule, zone: &TimeZone, instant: Timestamp) -> Result<String, Message> {
    let now = moment(zone.to_datetime(instant)).ok_or_else(|| {
        message!(
            "Год этой даты не поддерживается: нужен год от 0000 до 9999.",
            "The year of this date is not supported: it must be from 0000 to 9999."
        )
    })?;
    let status = schedule.status(now);
    let next_change = match status.next_change() {
        None => None,
        Some(change) => Some(written(zone, change, instant).ok_or_else(|| {
            message!("Следующая перемена лежит за пределами календаря.", "The next change is beyond the calendar.")
        })?),
    };
    let state = if status.is_open() { "open" } else { "closed" };
    json(&Answer { state, next_change }).map_err(|error| Message::same(error.to_string()))
}

fn json(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string(value)
}

/// The time zone of an IANA name, from the bundled database, so that every machine gives the same answers.
fn time_zone(name: &str) -> Result<TimeZone, Message> {
    let zone = TimeZoneDatabase::bundled().get(name);
    zone.map_err(|_| {
        message!(
            "Часовой пояс «{name}» неизвестен. Напишите, например, Europe/Moscow.",
            "The time zone “{name}” is unknown. Write, for example, Europe/Moscow."
        )
    })
}

fn parse(text: &str) -> Result<Timestamp, Message> {
    text.parse().map_err(|_| {
        if text.is_empty() {
            message!(example = example(); "Момент не указан. {example}.", "There is no instant. {example}.")
        } else if text.parse::<civil::DateTime>().is_ok() {
            message!(
                example = example();
                "У момента «{text}» нет смещения от UTC: без него не понять, где это время. {example} (или Z вместо +03:00).",
                "The instant “{text}” has no offset from UTC, so it is not clear where that time is meant. {example} (or Z in place of +03:00)."
            )
        } else {
            message!(
                example = example();
                "Момент «{text}» не разобрать: нужны существующие дата, время и смещение от UTC. {example}.",
                "The instant “{text}” makes no sense: it needs a date and a time that exist, and an offset from UTC. {example}."
            )
        }
    })
}

/// The core's moment of a local time; a fraction of a second is dropped, as clocks do.
fn moment(local: civil::DateTime) -> Option<Moment> {
    let date = Date::new(local.year().try_into().ok()?, local.month().try_into().ok()?, local.day().try_into().ok()?)?;
    let seconds = |number: i8| u32::try_from(number).ok();
    let second = seconds(local.hour())? * 3600 + seconds(local.minute())? * 60 + seconds(local.second())?;
    Moment::new(date, second)
}

/// The first instant after `now` at which the zone's clocks show the moment, as text with the offset of that instant.
fn written(zone: &TimeZone, change: Moment, now: Timestamp) -> Option<String> {
    let (date, second) = (change.date(), change.second_of_day());
    let local = civil::DateTime::new(
        date.year().try_into().ok()?,
        date.month().try_into().ok()?,
        date.day().try_into().ok()?,
        (second / 3600).try_into().ok()?,
        (second / 60 % 60).try_into().ok()?,
        (second % 60).try_into().ok()?,
        0,
    )
    .ok()?;
    // Where clocks are set back, an hour comes twice, and the first time may be over. Where they are set forward, a local time that
    // is skipped counts by the offset from before, so that it comes no earlier than it should.
    let ambiguous = zone.to_ambiguous_zoned(local);
    let first = ambiguous.clone().compatible().ok()?;
    let zoned = if first.timestamp() > now { first } else { ambiguous.later().ok()? };
    Some(zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

#[cfg(test)]
mod instants;
