//! Pieces of the notation of hours, for tests that put them together by chance.

/// Whole and broken pieces of the notation. No span lies inside another.
pub const TOKENS: [&str; 24] = [
    "Mo",
    "We-Fr",
    "Sa-Mo",
    "PH",
    ",",
    ", ",
    " ",
    " ",
    " ",
    "; ",
    ";",
    "09:00-12:00",
    "11:00-14:00",
    "14:00-24:00",
    "00:00-09:00",
    "22:00-02:00",
    "off",
    "closed",
    "open",
    "24/7",
    "-",
    "09:00",
    ":",
    "+",
];
