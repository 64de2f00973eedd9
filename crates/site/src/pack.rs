//! Many files as one. A line names the format; then come the files in the order of their paths, each as the length of its path, its path,
//! the length of its content, its content. Lengths are 32 bits, the lowest byte first. Equal files give equal bytes.

/// The first bytes of a pack. Another number means another format.
const MAGIC: &[u8] = b"guide assets 1\n";

/// The pack of files, which must be in the order of their paths.
pub fn pack<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>) -> Vec<u8> {
    let mut pack = MAGIC.to_vec();
    for part in files.flat_map(|(path, bytes)| [path.as_bytes(), bytes]) {
        // Nothing that a site is made of has four gigabytes.
        let length = u32::try_from(part.len()).unwrap_or(u32::MAX);
        pack.extend(length.to_le_bytes());
        pack.extend(part);
    }
    pack
}

/// The files of a pack; `None` where the bytes are none. What says that it is longer than the rest takes no memory.
pub fn unpack(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut rest = bytes.strip_prefix(MAGIC)?;
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    while !rest.is_empty() {
        let path = std::str::from_utf8(part(&mut rest)?).ok()?.to_owned();
        let bytes = part(&mut rest)?.to_vec();
        // In order, so that each path is there once, and files have one pack only.
        if files.last().is_some_and(|(last, _)| *last >= path) {
            return None;
        }
        files.push((path, bytes));
    }
    Some(files)
}

/// Takes a length and as many bytes from the front of `rest`.
fn part<'b>(rest: &mut &'b [u8]) -> Option<&'b [u8]> {
    let (length, after) = rest.split_first_chunk()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let (part, after) = after.split_at_checked(length)?;
    *rest = after;
    Some(part)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FILES: [(&str, &[u8]); 3] = [("a", b""), ("a/b.css", b"p { }"), ("ё", &[0, 255])];

    fn owned() -> Vec<(String, Vec<u8>)> {
        FILES.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).to_vec()
    }

    #[test]
    fn a_pack_gives_back_its_files() {
        assert_eq!(unpack(&pack(FILES.into_iter())), Some(owned()));
        assert_eq!(unpack(&pack([].into_iter())), Some(Vec::new()));
    }

    #[test]
    fn what_is_no_pack_is_refused() {
        let whole = pack(FILES.into_iter());
        // Between two files a shorter pack is whole too.
        let ends = [15, 24, 44, 56];
        for end in 0..=whole.len() {
            assert_eq!(unpack(&whole[..end]).is_some(), ends.contains(&end), "{end} bytes");
        }
        let other_order = FILES.into_iter().rev();
        let twice = [FILES[0], FILES[0]].into_iter();
        for wrong in [pack(other_order), pack(twice), [&whole[..], &[0]].concat(), b"guide assets 2\n".to_vec()] {
            assert_eq!(unpack(&wrong), None, "{wrong:?}");
        }
        let endless = [MAGIC, &[255; 4]].concat();
        assert_eq!(unpack(&endless), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let bytes = [MAGIC, &bytes].concat();
            if let Some(files) = unpack(&bytes) {
                prop_assert_eq!(pack(files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))), bytes);
            }
        }
    }
}
