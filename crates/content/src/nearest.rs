//! The known name that a mistyped one most likely means.

/// The known name with the smallest edit distance to the mistyped one; `None` where every distance is over a third of its length.
pub fn nearest<'n>(known: impl Iterator<Item = &'n str>, typed: &str) -> Option<&'n str> {
    let distance = |name: &str| strsim::damerau_levenshtein(name, typed);
    let bound = (typed.chars().count() / 3).max(1);
    known.filter(|name| distance(name) <= bound).min_by_key(|name| distance(name))
}
