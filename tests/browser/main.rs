//! Tests in a real browser: headless Chromium, driven over its DevTools protocol.
//!
//! `support` is the harness; `harness` proves on small pages of its own that the harness sees what it should.

mod harness;
mod support;
