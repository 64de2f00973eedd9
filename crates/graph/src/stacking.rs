//! Tracks for lines that run side by side: each beyond all earlier ones that it would lie upon.

/// For each span, in this order, the track after the last one of the earlier spans that are nearer to it than `distance`. A span is its
/// first and its last place.
pub fn stack(spans: &[(f64, f64)], distance: f64) -> Vec<usize> {
    let mut places: Vec<f64> = spans.iter().flat_map(|(first, last)| [*first, last + distance]).collect();
    places.sort_unstable_by(f64::total_cmp);
    places.dedup();
    let index = |place: f64| places.partition_point(|other| *other < place);
    let mut heights = Heights::of(places.len());
    let track = |(first, last): &(f64, f64)| {
        let range = (index(*first), index(last + distance));
        let track = heights.highest(range);
        heights.raise(range, track + 1);
        track
    };
    spans.iter().map(track).collect()
}

/// How high each place is stacked, as a tree of which each node stands for the places of its children.
struct Heights {
    leaves: usize,
    /// How high all places of a node are stacked at least.
    all: Vec<usize>,
    /// How high the highest place of a node is stacked.
    highest: Vec<usize>,
}

impl Heights {
    fn of(places: usize) -> Heights {
        let leaves = places.next_power_of_two();
        Heights { leaves, all: vec![0; 2 * leaves], highest: vec![0; 2 * leaves] }
    }

    /// The height of the highest place from the first one to before the last one.
    fn highest(&self, range: (usize, usize)) -> usize {
        let mut found = 0;
        self.for_each_node(range, |node, is_inside| {
            found = found.max(if is_inside { self.highest[node] } else { self.all[node] });
        });
        found
    }

    /// Raises all places of a range to this height, which is more than each of them has.
    fn raise(&mut self, range: (usize, usize), height: usize) {
        let mut nodes = Vec::new();
        self.for_each_node(range, |node, is_inside| nodes.push((node, is_inside)));
        for (node, is_inside) in nodes {
            self.highest[node] = self.highest[node].max(height);
            if is_inside {
                self.all[node] = height;
            }
        }
    }

    /// Calls a function with the few nodes that make up a range, and with those above them, which are not wholly inside.
    fn for_each_node(&self, (first, last): (usize, usize), mut then: impl FnMut(usize, bool)) {
        // A node with its first place and the number of its places.
        let mut pending = vec![(1, 0, self.leaves)];
        while let Some((node, start, length)) = pending.pop() {
            let is_inside = first <= start && start + length <= last;
            if start >= last || start + length <= first {
                continue;
            }
            then(node, is_inside);
            if !is_inside {
                pending.extend([(2 * node, start, length / 2), (2 * node + 1, start + length / 2, length / 2)]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::stack;
    use proptest::prelude::*;

    #[test]
    fn a_span_lies_beyond_those_that_it_meets() {
        assert_eq!(stack(&[(0.0, 2.0), (5.0, 9.0), (1.0, 6.0), (2.5, 3.0), (8.0, 9.0)], 1.0), [0, 0, 1, 2, 1]);
        assert_eq!(stack(&[(0.0, 2.0), (3.0, 4.0)], 1.0), [0, 0], "just far enough");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_tree_gives_the_same_tracks_as_a_search_pair_by_pair(spans in proptest::collection::vec((0..30u8, 0..9u8), 0..40)) {
            let spans: Vec<(f64, f64)> = spans.iter().map(|(first, length)| (f64::from(*first), f64::from(first + length))).collect();
            let mut expected: Vec<usize> = Vec::new();
            for (nth, span) in spans.iter().enumerate() {
                let near = (0..nth).filter(|other| span.0 < spans[*other].1 + 1.0 && spans[*other].0 < span.1 + 1.0);
                let track = near.map(|other| expected[other] + 1).max().unwrap_or(0);
                expected.push(track);
            }
            prop_assert_eq!(stack(&spans, 1.0), expected);
        }
    }
}
