//! Training: from phrases to the search model file.
//!
//! One linear support vector machine for each label, over hashed features; then their weights are rounded to those that the file can hold.
//! Every number is made by additions, multiplications, divisions and square roots in one order, so any machine makes the same file.

use guide_core::search::model::{BUCKETS, MAX_WEIGHT};

use super::bigrams::bigrams;
use super::examples::Examples;
use super::pack::{Table, pack};
use super::phrases::Phrases;
use super::svm::Separator;

/// By how much "nothing fits" must beat a step's score to be the answer: a parent sent away is worse than a useless suggestion.
const NONE_MARGIN: f32 = 0.2;
/// The unit of the weights in the file, in root mean squares of them: with a smaller one the file is larger, with a greater one the search
/// is worse.
const UNIT: f32 = 1.2;
/// The file holds about so many weights at most, about 100 kB, as it is a phone that waits for it. Where many labels would need
/// more, the unit is greater, and the smallest weights become zero.
const MOST_WEIGHTS: usize = 80_000;

/// Learns the phrases and gives the search model file.
pub fn train(phrases: &Phrases) -> Vec<u8> {
    let all: Vec<usize> = (0..phrases.phrases.len()).collect();
    train_on(phrases, &all)
}

/// Learns only the phrases with these indices; the others are for testing.
pub fn train_on(phrases: &Phrases, indices: &[usize]) -> Vec<u8> {
    let bigrams = bigrams(phrases);
    let examples = Examples::make(phrases, indices, &bigrams);
    let labels = phrases.labels.len();
    let separators = in_parallel(labels, &|label| Separator::learn(&examples, label, labels));

    let mut biases: Vec<f32> = separators.iter().map(|separator| separator.bias).collect();
    biases[labels - 1] -= NONE_MARGIN;
    let weights = feature_weights(&examples, &separators);
    let unit = unit(&weights);
    let most = f32::from(MAX_WEIGHT);
    let weights: Vec<i8> = weights.iter().map(|weight| (weight / unit).round().clamp(-most, most) as i8).collect();
    pack(&Table { labels: &phrases.labels, biases: &biases, unit, bigrams: &bigrams, weights: &weights })
}

/// The results for all numbers below `count`, in their order, from all processors: what one label learns does not depend on the others.
#[cfg(not(target_family = "wasm"))]
fn in_parallel<R: Send>(count: usize, result: &(dyn Fn(usize) -> R + Sync)) -> Vec<R> {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    let next = AtomicUsize::new(0);
    let work = || {
        let numbers =
            std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed)).take_while(|number| *number < count);
        // The last label, for what is about nothing of the guide, has the most examples: nobody waits for it alone if it is the first.
        numbers.map(|number| count - 1 - number).map(|number| (number, result(number))).collect::<Vec<_>>()
    };
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let mut results: Vec<(usize, R)> = thread::scope(|scope| {
        let workers: Vec<_> = (1..processors).map(|_| scope.spawn(work)).collect();
        let own = work();
        let join = |worker: thread::ScopedJoinHandle<'_, Vec<(usize, R)>>| {
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        own.into_iter().chain(workers.into_iter().flat_map(join)).collect()
    });
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}

/// The results for all numbers below `count`, in their order: a browser's worker has one processor.
#[cfg(target_family = "wasm")]
fn in_parallel<R>(count: usize, result: &dyn Fn(usize) -> R) -> Vec<R> {
    (0..count).map(result).collect()
}

/// Bucket by bucket, what a feature that falls into it counts for each label. A difference that all labels share decides nothing, so the
/// median of a bucket becomes zero: zeros cost least.
fn feature_weights(examples: &Examples, separators: &[Separator]) -> Vec<f32> {
    let mut weights = Vec::with_capacity(BUCKETS * separators.len());
    for bucket in 0..BUCKETS {
        let row: Vec<f32> = separators.iter().map(|separator| separator.weights[bucket]).collect();
        let mut sorted = row.clone();
        let median = *sorted.select_nth_unstable_by(row.len() / 2, f32::total_cmp).1;
        weights.extend(row.iter().map(|weight| (weight - median) * examples.feature_factor(bucket)));
    }
    weights
}

/// What a weight of 1 in the file is worth. Weights of less than half of it are zero there.
fn unit(weights: &[f32]) -> f32 {
    let mean_square = weights.iter().map(|weight| weight * weight).sum::<f32>() / weights.len() as f32;
    let unit = (mean_square.sqrt() * UNIT).max(f32::MIN_POSITIVE);
    let mut kept: Vec<f32> = weights.iter().map(|weight| weight.abs()).filter(|size| *size >= unit / 2.0).collect();
    if kept.len() <= MOST_WEIGHTS {
        return unit;
    }
    let least_kept = kept.len() - MOST_WEIGHTS;
    *kept.select_nth_unstable_by(least_kept, f32::total_cmp).1 * 2.0
}
