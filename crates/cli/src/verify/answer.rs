//! An answer of a host.

use std::io::Read;

use guide_site::hashes::integrity;
use url::Url;

/// The most bytes of one file that are read: many times what the largest guide has.
pub const MAX_BYTES: u64 = 64 << 20;

/// An answer of a host.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The address that has answered, after redirects that stay on the site.
    pub address: Url,
    /// Its status.
    pub status: u16,
    /// Its headers; some may occur more than once.
    pub headers: Vec<(String, String)>,
    /// Its body without compression; empty where the compression is broken.
    pub body: Vec<u8>,
}

impl Answer {
    /// An answer whose body may be compressed.
    pub fn new(address: Url, status: u16, headers: Vec<(String, String)>, body: Vec<u8>) -> Answer {
        let mut answer = Answer { address, status, headers, body };
        if let Some(encoding) = answer.encoding() {
            answer.body = decoded(&encoding, &answer.body).unwrap_or_default();
        }
        answer
    }

    /// The values of a header that may occur more than once.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers.iter().filter(move |(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The value of a header, in lower case; those of one that occurs more than once, joined as browsers do.
    pub fn header(&self, name: &str) -> Option<String> {
        let values: Vec<&str> = self.values(name).collect();
        (!values.is_empty()).then(|| values.join(", ").trim().to_lowercase())
    }

    /// How the body was compressed.
    pub fn encoding(&self) -> Option<String> {
        self.header("Content-Encoding").filter(|encoding| !matches!(encoding.as_str(), "" | "identity"))
    }

    /// The type without its parameters, such as `text/html`; empty where there is none.
    pub fn media_type(&self) -> String {
        let value = self.header("Content-Type").unwrap_or_default();
        value.split(';').next().unwrap_or_default().trim().to_owned()
    }

    /// The charset that the type names.
    pub fn charset(&self) -> Option<String> {
        let value = self.header("Content-Type")?;
        let charset = value.split(';').skip(1).find_map(|part| part.trim().strip_prefix("charset="))?;
        Some(charset.trim_matches('"').to_owned())
    }

    /// The body as a text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Whether it is the file that has this integrity.
    pub fn is_file(&self, expected: &str) -> bool {
        self.status == 200 && integrity(&self.body) == expected
    }
}

/// A body without its compression; `None` where it is broken, or larger than any file of a site.
fn decoded(encoding: &str, body: &[u8]) -> Option<Vec<u8>> {
    match encoding {
        "br" => read(brotli::Decompressor::new(body, 4096)),
        "gzip" | "x-gzip" => read(flate2::read::MultiGzDecoder::new(body)),
        _ => None,
    }
}

fn read(reader: impl Read) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(MAX_BYTES + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= MAX_BYTES).then_some(bytes)
}

/// The bytes of a compressed copy of a file, by the ending of its name.
pub fn copy_decoded(ending: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    decoded(if ending == "gz" { "gzip" } else { ending }, bytes)
}
