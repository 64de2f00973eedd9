//! How many lines cross between two layers, counted with an accumulator tree (Barth, Jünger and Mutzel, "Simple and Efficient Bilayer
//! Cross Counting") and not pair by pair.

/// Where a line begins, and where it ends: at a cell, and there at a port.
pub type Ends = (usize, (usize, f64));

/// The number of pairs of which one line begins before the other and ends after it.
pub fn count(ends: &mut [Ends]) -> usize {
    let by_end = |one: &Ends, other: &Ends| one.1.0.cmp(&other.1.0).then(one.1.1.total_cmp(&other.1.1));
    ends.sort_unstable_by(by_end);
    let mut last = 0;
    let mut ranked: Vec<(usize, usize)> = Vec::with_capacity(ends.len());
    for (nth, end) in ends.iter().enumerate() {
        if nth > 0 && by_end(&ends[nth - 1], end).is_ne() {
            last += 1;
        }
        ranked.push((end.0, last));
    }
    // Lines with one beginning do not cross: they come in the order of their ends.
    ranked.sort_unstable();
    inversions(ranked.iter().map(|line| line.1), last + 1)
}

/// The number of pairs of which the first is the greater one, of numbers below `limit`.
pub fn inversions(numbers: impl Iterator<Item = usize>, limit: usize) -> usize {
    let leaves = limit.next_power_of_two();
    // The tree lies in an array: the children of a node at `n` are at `2n` and `2n + 1`. Each counts the numbers that it has got.
    let mut tree = vec![0; 2 * leaves];
    let mut found = 0;
    for number in numbers {
        let mut node = leaves + number;
        tree[node] += 1;
        while node > 1 {
            if node.is_multiple_of(2) {
                found += tree[node + 1];
            }
            node /= 2;
            tree[node] += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one_by_one(ends: &[Ends]) -> usize {
        let crosses = |one: &Ends, other: &Ends| one.0 < other.0 && one.1 > other.1;
        ends.iter().map(|one| ends.iter().filter(|other| crosses(one, other)).count()).sum()
    }

    #[test]
    fn lines_that_share_an_end_do_not_cross() {
        assert_eq!(count(&mut [(0, (1, 0.0)), (1, (0, 0.0))]), 1);
        assert_eq!(count(&mut [(0, (1, 0.0)), (0, (0, 0.0)), (1, (1, 0.0))]), 0);
        assert_eq!(count(&mut [(0, (0, 2.0)), (1, (0, 1.0))]), 1, "at one cell, but at ports in another order");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_tree_finds_as_many_as_a_search_pair_by_pair(lines in proptest::collection::vec((0..12usize, 0..12usize, 0..3u8), 0..60)) {
            let mut ends: Vec<Ends> = lines.into_iter().map(|(from, to, port)| (from, (to, f64::from(port)))).collect();
            let expected = one_by_one(&ends);
            prop_assert_eq!(count(&mut ends), expected);
        }
    }
}
