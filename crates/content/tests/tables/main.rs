//! Loading and checking: the small guide as it is, and everything that is refused, with its message and location.

mod borrowed_names;
mod changes;
mod files;
#[path = "../../../../tests/shared/generated_guide.rs"]
mod generated_guide;
mod hours_in_words;
mod large_guides;
mod loading;
mod markup;
mod markup_properties;
mod markup_refusals;
mod refusals_contacts;
mod refusals_files;
mod refusals_flow;
mod refusals_institutions;
mod refusals_markers;
mod refusals_not_covered;
mod refusals_search;
mod refusals_syntax;
mod refusals_texts;
mod schedule_dates;
mod schedule_noise;
mod schedule_refusals;
#[path = "../../../../tests/shared/schedule_tokens.rs"]
mod schedule_tokens;
#[path = "../../../../tests/shared/small_guide.rs"]
mod small_guide;
mod training;
mod upgrade;
mod words;
