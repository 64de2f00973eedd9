//! The pure core: tables of cases, and properties.

mod calendar_events;
#[path = "../../../../tests/shared/calendar_times.rs"]
mod calendar_times;
mod civil_time;
mod next_opening;
mod notice_reading;
mod placeholders;
mod schedule_compact;
mod schedule_notations;
mod schedule_properties;
mod schedule_reference;
mod schedule_status;
#[path = "../../../../tests/shared/schedule_tokens.rs"]
mod schedule_tokens;
mod status_sentences;
mod trails;
