//! The arithmetic that the search engine and its training share, with the same results on every machine.

/// What a feature counts in a text of so many features. It falls with their number, so that a long text does not outweigh the biases.
pub fn feature_value(features: usize) -> f32 {
    1.0 / (features.max(1) as f32).sqrt()
}

/// The exponential function of a number that is not positive, approximately.
pub fn exp_of_negative(x: f32) -> f32 {
    let mut power = (1.0 + x.max(-200.0) / 256.0).max(0.0);
    for _ in 0..8 {
        power *= power;
    }
    power
}
