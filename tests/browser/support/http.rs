//! A minimal HTTP client: one request on one connection, and the raw response, which a browser would not show.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// How long a response may take. A WebDriver answers only when its browser has started.
const RESPONSE_TIMEOUT: Duration = Duration::from_secs(60);

/// A response.
#[derive(Debug)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Response {
    /// The value of a header that occurs at most once; fails where it occurs twice.
    #[track_caller]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name));
        let value = found.next().map(|(_, value)| value.as_str());
        assert!(found.next().is_none(), "{name} stands twice in {:#?}", self.headers);
        value
    }
}

/// Sends a request to `host` (address and port) and reads the response to its end. A body shorter than its declared length
/// is an error, and so is one in chunks that lacks its last one.
pub fn send_request(
    host: &str,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> io::Result<Response> {
    let invalid = |what: &str| io::Error::new(io::ErrorKind::InvalidData, format!("{method} {path}: {what}"));
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(RESPONSE_TIMEOUT))?;
    let more_headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let length = body.len();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {length}\r\n{more_headers}\r\n"
    );
    stream.write_all((head + body).as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;

    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").ok_or_else(|| invalid("no end of the headers"))?;
    let body = bytes.split_off(end + 4);
    let head = String::from_utf8(bytes).map_err(|_| invalid("headers that are no text"))?;
    let mut lines = head.trim_end().lines();
    let status =
        lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).ok_or_else(|| invalid("no status"))?;
    let headers = lines.filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.into(), value.into()));
    let response = Response { status, headers: headers.collect(), body };
    if response.header("Transfer-Encoding") == Some("chunked") {
        let body = joined(&response.body).ok_or_else(|| invalid("a body that is no row of chunks"))?;
        return Ok(Response { body, ..response });
    }
    let declared = response.header("Content-Length").and_then(|declared| declared.parse().ok());
    if declared.is_some_and(|declared: usize| declared != response.body.len()) {
        return Err(invalid(&format!("{} bytes came of {declared:?}", response.body.len())));
    }
    Ok(response)
}

/// The chunks of a body, joined: each has its length in hexadecimal before it, and the last one is empty.
fn joined(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    loop {
        let end = body.windows(2).position(|two| two == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&body[..end]).ok()?.trim(), 16).ok()?;
        if length == 0 {
            return Some(bytes);
        }
        bytes.extend(body.get(end + 2..end + 2 + length)?);
        body = body.get(end + 4 + length..)?;
    }
}
