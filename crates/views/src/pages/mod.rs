//! The pages, prerendered only: their heads and bodies, and the components that they are made of, one a file.

mod accessibility;
pub mod address_text;
mod advice;
pub mod answer_html;
mod answers;
pub mod body;
mod changes;
mod contact_card;
mod contacts;
pub mod embed;
pub mod head;
mod institution;
mod ladder;
mod map;
mod newer_sheet;
mod not_covered;
mod outline;
mod picture;
mod poster;
mod poster_plan;
mod print;
mod print_toolbar;
pub mod qr;
mod situations;
mod space_budget;
mod step;
mod update_notice;
