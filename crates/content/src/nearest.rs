//! The known name that a mistyped one most likely means.

/// The known name with the smallest edit distance to the mistyped one; `None` where every distance is over a third of its length.
pub fn nearest<'n>(known: impl Iterator<Item = &'n str>, typed: &str) -> Option<&'n str> {
    let length = typed.chars().count();
    let bound = (length / 3).max(1);
    // The distance is at least that of the lengths, which is known sooner.
    let is_near_in_length = |name: &&str| name.chars().count().abs_diff(length) <= bound;
    let distances = known.filter(is_near_in_length).map(|name| (strsim::damerau_levenshtein(name, typed), name));
    distances.filter(|(distance, _)| *distance <= bound).min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}
