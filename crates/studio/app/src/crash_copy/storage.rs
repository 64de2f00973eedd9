//! The browser's storage, which may be missing, forbidden or full.

use gloo_storage::{LocalStorage, Storage};
use gloo_utils::window;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Why nothing can be stored.
pub enum Fault {
    /// There is no storage, or the browser forbids it.
    Missing,
    /// What was to be stored does not fit.
    Full,
}

/// Stores a value under a name.
pub fn set(name: &str, value: &impl Serialize) -> Result<(), Fault> {
    storage().ok_or(Fault::Missing)?;
    LocalStorage::set(name, value).map_err(|_| Fault::Full)
}

/// The value under a name; `None` where there is none, or one of another kind.
pub fn get<T: DeserializeOwned>(name: &str) -> Option<T> {
    storage()?;
    LocalStorage::get(name).ok()
}

/// Removes what is stored under a name.
pub fn remove(name: &str) {
    if let Some(storage) = storage() {
        _ = storage.remove_item(name);
    }
}

/// The names that begin with this text.
pub fn names(prefix: &str) -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let names = (0..storage.length().unwrap_or_default()).filter_map(|index| storage.key(index).ok().flatten());
    names.filter(|name| name.starts_with(prefix)).collect()
}

/// The storage. Gloo's functions would stop the program where there is none.
fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
