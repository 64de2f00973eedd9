//! The arithmetic that the search engine and its training share, with the same results on every machine.

/// What a weight of 1 adds to a score in a text of one feature. The greater it is, the fewer weights the file needs.
const WEIGHT_UNIT: f32 = 11.0;

/// What a weight of 1 adds to a score in a text of so many features, known or not. It falls with their number, so that a long text does
/// not outweigh the biases, and one with few known features is left to the bias of "nothing fits".
pub fn weight_unit(features: usize) -> f32 {
    // Features to the power of 3/4, by square roots, which are exact on every machine.
    let root = (features.max(1) as f32).sqrt();
    WEIGHT_UNIT / (root * root.sqrt())
}

/// The exponential function of a number that is not positive, approximately.
pub fn exp_of_negative(x: f32) -> f32 {
    let mut power = (1.0 + x.max(-200.0) / 256.0).max(0.0);
    for _ in 0..8 {
        power *= power;
    }
    power
}
