//! Items sorted into groups once, so that nobody has to look through all of them for those of one group.

/// The indices of items by the group that each belongs to.
#[derive(Default)]
pub struct Groups {
    /// Where each group begins in `items`; the last one ends at its end.
    starts: Vec<usize>,
    items: Vec<usize>,
}

impl Groups {
    /// Sorts items into `count` groups by the group of each; `None` for an item that belongs to none. Within a group they stay in order.
    pub fn by(count: usize, groups: impl Iterator<Item = Option<usize>> + Clone) -> Groups {
        let mut starts = vec![0; count + 1];
        groups.clone().flatten().for_each(|group| starts[group + 1] += 1);
        for group in 0..count {
            starts[group + 1] += starts[group];
        }
        let mut next = starts.clone();
        let mut items = vec![0; starts[count]];
        for (item, group) in groups.enumerate().filter_map(|(item, group)| Some((item, group?))) {
            items[next[group]] = item;
            next[group] += 1;
        }
        Groups { starts, items }
    }

    /// The items of a group, in their order.
    pub fn of(&self, group: usize) -> &[usize] {
        &self.items[self.starts[group]..self.starts[group + 1]]
    }
}

#[cfg(test)]
mod tests {
    use super::Groups;

    #[test]
    fn items_stay_in_order_within_their_group() {
        let groups = Groups::by(3, [Some(2), Some(0), None, Some(2), Some(0)].into_iter());
        assert_eq!([groups.of(0), groups.of(1), groups.of(2)], [&[1, 4][..], &[], &[0, 3]]);
    }
}
