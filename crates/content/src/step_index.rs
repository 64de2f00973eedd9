//! Steps by their ids.

use std::collections::HashMap;

use guide_core::guide::Step;

/// The indices of steps by id; the first where several have the same.
pub struct StepIndex<'s>(HashMap<&'s str, usize>);

impl<'s> StepIndex<'s> {
    /// The index of these steps.
    pub fn new(steps: &'s [Step]) -> StepIndex<'s> {
        let mut index = HashMap::new();
        for (at, step) in steps.iter().enumerate() {
            index.entry(&*step.id).or_insert(at);
        }
        StepIndex(index)
    }

    /// The index of the step with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.0.get(id).copied()
    }

    /// Whether there is a step with this id.
    pub fn has(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }
}
