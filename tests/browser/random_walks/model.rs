//! The model that random walks are held against: a few lines, from `guide paths` alone; and the dice.

use std::collections::BTreeSet;

use crate::guide::{Turn, paths, steps};

pub const START: &str = "start";

/// SplitMix64: small, seeded, good enough to choose moves.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % below as u64) as usize
    }

    pub fn pick<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        (!from.is_empty()).then(|| from[self.roll(from.len())].clone())
    }
}

/// The flow, from `guide paths` alone.
pub struct Flow {
    pub turns: Vec<&'static Turn>,
    pub steps: Vec<&'static str>,
}

impl Flow {
    pub fn read() -> Flow {
        let mut turns: Vec<&Turn> = Vec::new();
        for turn in paths().iter().flatten() {
            if !turns.contains(&turn) {
                turns.push(turn);
            }
        }
        Flow { turns, steps: steps() }
    }

    pub fn leads(&self, from: &str, to: &str) -> bool {
        self.turns.iter().any(|turn| turn.from == from && turn.to == to)
    }

    /// The step that an address' fragment shows.
    pub fn shown(&self, fragment: &str) -> &'static str {
        self.steps.iter().find(|step| **step == fragment).copied().unwrap_or(START)
    }

    /// The questions answered on the only way to a step; none where there are more ways.
    pub fn implied(&self, step: &str) -> Vec<String> {
        let ways: BTreeSet<Vec<(&str, &str)>> = paths()
            .iter()
            .filter_map(|path| {
                let length = path.iter().position(|turn| turn.to == step)? + 1;
                Some(path[..length].iter().map(|turn| (&*turn.from, &*turn.option)).collect())
            })
            .collect();
        let only = ways.first().filter(|_| ways.len() == 1);
        only.into_iter().flatten().map(|(from, _)| (*from).to_owned()).collect()
    }

    /// The trail after entering a step: an answer lengthens it, a step on it shortens it, any other place has the implied one.
    pub fn enter(&self, trail: &[String], here: &str, next: &str) -> Vec<String> {
        let told = here == START || !trail.is_empty();
        if next == here {
            return trail.to_vec();
        }
        if told && self.leads(here, next) {
            return trail.iter().cloned().chain([here.to_owned()]).collect();
        }
        match trail.iter().position(|step| step == next) {
            Some(kept) => trail[..kept].to_vec(),
            None => self.implied(next),
        }
    }
}
