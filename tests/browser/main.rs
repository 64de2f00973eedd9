//! Tests in real browsers: headless Chromium, driven by the DevTools protocol; `engine_smoke`, `external_links` and some
//! others also in Firefox and WebKitGTK, `old_chromium` in Chromiums of earlier years.
//!
//! `support` is the test harness and knows nothing of the guide; `harness` tests the harness itself on small pages. `guide`
//! is what the tests of the guide share. Every other module is named after what it tests.

mod accessibility_tree;
mod answer_groups;
mod asset_faults;
mod axe;
mod call_script;
mod column_alignment;
mod data_saver;
mod dev_server;
mod early_fetch;
mod early_navigation;
mod editor;
mod embed_advice;
mod embed_checker;
mod embed_page;
mod embedding;
mod engine_smoke;
mod examples;
mod external_links;
mod fault_tolerance;
mod frame_color_scheme;
mod frame_restrictions;
mod framed;
#[path = "../shared/generated_guide.rs"]
#[allow(dead_code)]
mod generated_guide;
mod guide;
mod harness;
mod header_sign;
mod host_settings;
mod institution;
mod keyboard;
mod large_guides;
mod layout_shift;
mod legacy_embed_script;
mod live_regions;
mod map;
mod message;
mod navigation;
mod newer_sheet;
mod notice;
mod offline;
mod old_chromium;
mod printing;
mod random_walks;
mod reminder;
mod search;
mod search_robustness;
mod share;
mod slow_files;
mod status;
mod support;
mod typed_situation;
mod verify;
mod web_servers;
mod wordpress;
