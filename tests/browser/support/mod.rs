//! The test harness: browsers, their pages, and servers for them. It knows nothing of the guide except how to build it.

pub mod built_site;
pub mod capture;
pub mod child_guard;
pub mod chromium;
pub mod connection;
pub mod embedder;
pub mod embedding_site;
pub mod engine;
pub mod external_apps;
pub mod files;
pub mod firefox;
pub mod frame;
pub mod host;
pub mod http;
pub mod input;
pub mod page;
pub mod page_events;
pub mod programs;
pub mod server;
pub mod setup;
pub mod tabs;
pub mod webkit;

pub use chromium::Chromium;
pub use embedder::Embedder;
pub use embedding_site::EmbeddingSite;
pub use external_apps::ExternalApps;
pub use firefox::Firefox;
pub use frame::Frame;
pub use host::{Fault, Host};
pub use page::Page;
pub use server::Server;
pub use setup::Setup;
pub use webkit::WebKit;
