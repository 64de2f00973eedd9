//! Tests in a real browser: headless Chromium, driven over its DevTools protocol.
//!
//! `support` is the harness and knows nothing of the guide; `harness` proves on small pages of its own that it sees what it should.
//! `guide` is what the tests of the guide share. The rest is named by what it tests.

mod announced;
mod assets;
mod axe;
mod calm;
mod embed_page;
mod embed_script;
mod faults;
mod find;
mod find_noise;
mod framed;
mod framed_leave;
mod guide;
mod harness;
mod institution;
mod keyboard;
mod map;
mod message;
mod notice;
mod offline;
mod phone;
mod random;
mod remind;
mod share;
mod status;
mod support;
mod walk;
