//! The clock: what the phone says of the time, in UTC. Its own zone is never asked.

/// Seconds since 1970.
pub fn now() -> i64 {
    (js_sys::Date::now() / 1000.0).floor() as i64
}
