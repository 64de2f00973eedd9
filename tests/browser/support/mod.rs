//! The harness: a browser, its pages, and a host for them. It knows nothing of the guide but how to build it.

pub mod capture;
pub mod cdp;
pub mod chromium;
pub mod embedder;
pub mod engine;
pub mod firefox;
pub mod frame;
pub mod host;
pub mod http;
pub mod input;
pub mod leash;
pub mod page;
pub mod school;
pub mod server;
pub mod setup;
pub mod site;
pub mod system;
pub mod tab;
pub mod tool;
pub mod watch;
pub mod webkit;

pub use chromium::Chromium;
pub use embedder::Embedder;
pub use firefox::Firefox;
pub use frame::Frame;
pub use host::{Fault, Host};
pub use page::Page;
pub use school::School;
pub use server::Server;
pub use setup::Setup;
pub use system::System;
pub use webkit::WebKit;
