//! Whether a photograph is to be turned before it is shown, as phones write it into what they take.

use super::raster::{big_endian, little_endian, segments};

/// Whether a JPEG says that it lies on its side, or upside down. Browsers before 2020 don't turn it, and its size is that of the lying one.
pub fn is_turned(bytes: &[u8]) -> bool {
    let notes = segments(bytes).filter(|segment| segment.marker == 0xe1);
    notes.filter_map(|segment| orientation(segment.data.strip_prefix(b"Exif\0\0")?)).any(|orientation| orientation > 1)
}

/// The orientation that the notes of a camera give: 1 is upright.
fn orientation(notes: &[u8]) -> Option<u32> {
    let number = match notes.get(..2)? {
        b"MM" => big_endian,
        b"II" => little_endian,
        _ => return None,
    };
    let at = |place: u32, length: usize| number(notes, usize::try_from(place).ok()?, length);
    let list = at(4, 4)?;
    let count = at(list, 2)?;
    let entries = (0..count).map(|index| list.checked_add(2 + 12 * index));
    for entry in entries {
        if at(entry?, 2)? == 0x0112 {
            return at(entry?.checked_add(8)?, 2);
        }
    }
    None
}
