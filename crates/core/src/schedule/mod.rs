//! Opening hours over civil time: rules, public holidays, closed and additional days. The moment is an argument.
//!
//! `parser` reads the notation of the content into rules, `compact` writes them as numbers, which the program on the phone reads.

pub mod civil;
mod compact;
mod day_parser;
pub mod error;
mod exceptions;
mod notation;
mod parser;
mod rule;
mod scanner;
mod span;
mod table;

pub use civil::{Date, Moment, Time, Weekday};
pub use error::{Kind, Part, ScheduleError};
pub use rule::{Dates, Days, Effect, Rule, Weekdays, Weeks};
pub use span::Span;
pub use table::{Schedule, Status};
