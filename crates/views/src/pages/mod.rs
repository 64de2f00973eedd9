//! The pages, prerendered only: their heads and bodies, and the components that these are made of, one a file.

mod accessibility;
pub mod address_text;
mod advice;
pub mod body;
mod choices;
mod contacts;
pub mod embed;
pub mod head;
mod hotline_card;
mod institution;
mod ladder;
mod map;
mod poster;
mod print;
pub mod qr;
mod sheet;
mod situations;
mod space_budget;
mod step;
mod update_notice;
