//! «Навигатор: что делать, если…»: a flowchart that is one prerendered page.
//!
//! The modules are the house's floors; arrows run one way, downwards (`tests/house.rs` holds them to it):
//! `bin → view → site → guide` and `browser → view → site → guide`.

#[cfg(all(feature = "ssr", feature = "browser"))]
compile_error!(
    "`ssr` (the native tool) and `browser` (the islands) are two different builds: choose one, e.g. `--no-default-features --features browser`"
);

pub mod guide;
pub mod site;

#[cfg(any(feature = "ssr", feature = "browser"))]
pub mod view;

#[cfg(feature = "browser")]
pub mod browser;
