//! What the tool, the views and the browser agree upon: the pages, the names of hooks, how texts are set.

pub mod hooks;
pub mod pages;
pub mod typography;
