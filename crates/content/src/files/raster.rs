//! The sizes of PNG, JPEG and WebP pictures, read from their headers.
//!
//! A hundred lines of our own, as a crate for it reads thirty formats and does not tell a file that was cut short.

/// Width and height in pixels. `None` where the file is not whole.
pub fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    // The last chunk, which is the same in every file; some programs leave a few bytes behind it.
    let end = b"IEND\xae\x42\x60\x82";
    let is_whole = bytes.get(12..16)? == b"IHDR" && bytes.windows(8).rev().take(4096).any(|chunk| chunk == end);
    is_whole.then_some((big_endian(bytes, 16, 4)?, big_endian(bytes, 20, 4)?))
}

/// The same for a JPEG: its segments are walked up to the one that says the size.
pub fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut size = None;
    for segment in segments(bytes) {
        // Start of frame, of any coding; the three others of that row are tables.
        let is_frame = (0xc0..=0xcf).contains(&segment.marker) && ![0xc4, 0xc8, 0xcc].contains(&segment.marker);
        if is_frame && size.is_none() {
            size = Some((big_endian(segment.data, 3, 2)?, big_endian(segment.data, 1, 2)?));
        }
        // Start of scan: the picture itself follows, and ends with a mark of its own.
        if segment.marker == 0xda {
            return size.filter(|_| segment.rest.windows(2).any(|pair| pair == [0xff, 0xd9]));
        }
    }
    None
}

/// The same for a WebP, of each of its three forms.
pub fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    let length = little_endian(bytes, 4, 4)?;
    // A file that was cut short is less long than it says.
    bytes.get(..usize::try_from(length).ok()?.checked_add(8)?)?;
    match bytes.get(12..16)? {
        b"VP8 " if bytes.get(23..26)? == b"\x9d\x01\x2a" => {
            Some((little_endian(bytes, 26, 2)? & 0x3fff, little_endian(bytes, 28, 2)? & 0x3fff))
        }
        b"VP8L" if *bytes.get(20)? == 0x2f => {
            let bits = little_endian(bytes, 21, 4)?;
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8X" => Some((little_endian(bytes, 24, 3)? + 1, little_endian(bytes, 27, 3)? + 1)),
        _ => None,
    }
}

/// A segment of a JPEG.
pub struct Segment<'b> {
    /// What it is.
    pub marker: u8,
    /// What it holds.
    pub data: &'b [u8],
    /// What follows it.
    pub rest: &'b [u8],
}

/// The segments of a JPEG before its picture, and the one that begins it.
pub fn segments(bytes: &[u8]) -> impl Iterator<Item = Segment<'_>> {
    let mut rest = bytes.get(2..).unwrap_or_default();
    std::iter::from_fn(move || {
        let marked = rest.strip_prefix(b"\xff")?;
        // Any number of these may fill the space before a segment.
        let marked = &marked[marked.iter().take_while(|byte| **byte == 0xff).count()..];
        let marker = *marked.first()?;
        let length = usize::try_from(big_endian(marked, 1, 2)?).ok()?;
        let data = marked.get(3..1 + length)?;
        rest = &marked[1 + length..];
        Some(Segment { marker, data, rest })
    })
}

/// The number in `length` bytes at a place, the highest byte first.
pub fn big_endian(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let digits = bytes.get(at..at.checked_add(length)?)?;
    Some(digits.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

/// The same with the lowest byte first.
pub fn little_endian(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let digits = bytes.get(at..at.checked_add(length)?)?;
    Some(digits.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}
