//! Tests in real browsers: headless Chromium, driven over its DevTools protocol; in `engines` and `leaving` Firefox and WebKitGTK
//! as well, in `old_engines` Chromiums of earlier years.
//!
//! `support` is the harness and knows nothing of the guide; `harness` proves on small pages of its own that it sees what it should.
//! `guide` is what the tests of the guide share. The rest is named by what it tests.

mod advice;
mod announced;
mod assets;
mod axe;
mod calm;
mod column;
mod dear;
mod dev_server;
mod early;
mod embed_checker;
mod embed_page;
mod embed_script;
mod embedding;
mod engines;
mod faults;
mod find;
mod find_noise;
mod framed;
mod framed_leave;
mod framed_scheme;
mod guide;
mod harness;
mod hosts;
mod institution;
mod keyboard;
mod late;
mod leaving;
mod live_regions;
mod map;
mod message;
mod nginx;
mod notice;
mod offline;
mod old_engines;
mod own_words;
mod paper;
mod phone;
mod random;
mod remind;
mod share;
mod sign;
mod status;
mod support;
mod walk;
mod wordpress;
