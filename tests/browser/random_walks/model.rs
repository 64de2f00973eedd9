//! The model of the trail, built from `guide paths` alone, and a random number generator.

use std::collections::BTreeSet;

use crate::guide::{Edge, paths, steps};

pub const START_STEP: &str = "start";

/// SplitMix64: small, seeded, and good enough to choose moves.
pub struct Rng(pub u64);

impl Rng {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }

    pub fn choose<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        (!from.is_empty()).then(|| from[self.below(from.len())].clone())
    }
}

/// The flow, from `guide paths` alone.
pub struct Flow {
    pub edges: Vec<&'static Edge>,
    pub steps: Vec<&'static str>,
}

impl Flow {
    pub fn read() -> Flow {
        let mut edges: Vec<&Edge> = Vec::new();
        for edge in paths().iter().flatten() {
            if !edges.contains(&edge) {
                edges.push(edge);
            }
        }
        Flow { edges, steps: steps() }
    }

    pub fn has_edge(&self, from: &str, to: &str) -> bool {
        self.edges.iter().any(|edge| edge.from == from && edge.to == to)
    }

    /// The step that a fragment shows.
    pub fn shown(&self, fragment: &str) -> &'static str {
        self.steps.iter().find(|step| **step == fragment).copied().unwrap_or(START_STEP)
    }

    /// The questions answered on the only path to a step; none where there are several paths.
    pub fn implied(&self, step: &str) -> Vec<String> {
        let paths_to_step: BTreeSet<Vec<(&str, &str)>> = paths()
            .iter()
            .filter_map(|path| {
                let length = path.iter().position(|edge| edge.to == step)? + 1;
                Some(path[..length].iter().map(|edge| (&*edge.from, &*edge.option)).collect())
            })
            .collect();
        let only = paths_to_step.first().filter(|_| paths_to_step.len() == 1);
        only.into_iter().flatten().map(|(from, _)| (*from).to_owned()).collect()
    }

    /// The trail after entering a step: an answer extends it, a step in it shortens it, and any other step has its implied
    /// trail.
    pub fn enter(&self, trail: &[String], here: &str, next: &str) -> Vec<String> {
        let known = here == START_STEP || !trail.is_empty();
        if next == here {
            return trail.to_vec();
        }
        if known && self.has_edge(here, next) {
            return trail.iter().cloned().chain([here.to_owned()]).collect();
        }
        match trail.iter().position(|step| step == next) {
            Some(length) => trail[..length].to_vec(),
            None => self.implied(next),
        }
    }
}
