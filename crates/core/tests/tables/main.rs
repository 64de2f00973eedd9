//! The pure core: tables of cases, and properties.
#![cfg(feature = "ssr")]

mod calendar;
mod calendar_times;
mod civil;
mod content;
mod graph;
mod notice;
mod picture;
mod refusals_flow;
mod refusals_institutions;
mod refusals_search;
mod refusals_texts;
mod reminder;
mod say;
mod schedule;
mod schedule_compact;
mod schedule_dates;
mod schedule_errors;
mod schedule_noise;
mod schedule_properties;
mod step_order;
mod texts;
mod walk;
