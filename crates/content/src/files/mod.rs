//! Files of the content folder that the site gets: pictures, and forms to download.

mod kind;

pub use kind::FileKind;
