//! Opening hours over civil time: a weekly table, public holidays, single closed dates. The moment is an argument.

pub mod civil;
mod compact;
pub mod error;
mod holidays;
mod notation;
mod parser;
mod scanner;
mod table;
mod week;

pub use civil::{Date, Moment, Time, Weekday};
pub use error::{Kind, Part, ScheduleError};
pub use holidays::Holidays;
pub use table::{Schedule, Status};
pub use week::{Span, Week};
