//! HTTP by hand: one question on one connection, and the answer just as it came, which a browser would not show.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// How long an answer may take; a browser's driver answers when the browser is there.
const ANSWER: Duration = Duration::from_secs(60);

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header that is there once or not at all; two of a name are a fault of the host.
    #[track_caller]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(told, _)| told.eq_ignore_ascii_case(name));
        let value = found.next().map(|(_, value)| value.as_str());
        assert!(found.next().is_none(), "{name} stands twice in {:#?}", self.headers);
        value
    }
}

/// Asks `host` (an address and a port) and reads to the end; an answer that is shorter than it says is an error.
pub fn ask(host: &str, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> io::Result<Answer> {
    let wrong = |what: &str| io::Error::new(io::ErrorKind::InvalidData, format!("{method} {path}: {what}"));
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(ANSWER))?;
    let more: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let length = body.len();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {length}\r\n{more}\r\n"
    );
    stream.write_all((head + body).as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;

    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").ok_or_else(|| wrong("no end of the headers"))?;
    let body = bytes.split_off(end + 4);
    let head = String::from_utf8(bytes).map_err(|_| wrong("headers that are no text"))?;
    let mut lines = head.trim_end().lines();
    let status =
        lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).ok_or_else(|| wrong("no status"))?;
    let headers = lines.filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.into(), value.into()));
    let answer = Answer { status, headers: headers.collect(), body };
    let told = answer.header("Content-Length").and_then(|told| told.parse().ok());
    if told.is_some_and(|told: usize| told != answer.body.len()) {
        return Err(wrong(&format!("{} bytes came of {told:?}", answer.body.len())));
    }
    Ok(answer)
}
