//! Saving a file: by the browser's dialog where it has one, else as a download.
//!
//! A browser opens the dialog only as the first act of a click, so [`begin`] is called in the click itself and asks for nothing before.
//! A file that was chosen is emptied at once: so the archive is ready before.

use gloo_file::{Blob, ObjectUrl};
use gloo_timers::future::TimeoutFuture;
use gloo_utils::{document, window};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlAnchorElement;

use crate::words::{self, publish as text};

/// The type of an archive.
const ZIP: &str = "application/zip";
/// How long, in ms, the address of a download stays: browsers begin to read it after the click, some much later.
const DOWNLOADING: u32 = 120_000;

/// A file that is being saved.
pub enum Saving {
    /// The dialog is open: the promise of a file.
    Dialog(Promise),
    /// There is no dialog.
    Download,
}

/// Opens the dialog, where the browser has one.
pub fn begin(name: &str) -> Saving {
    match open_dialog(name) {
        Some(promise) => Saving::Dialog(promise),
        None => Saving::Download,
    }
}

impl Saving {
    /// Writes the file. Both what it gives and the error are sentences for people.
    pub async fn finish(self, name: &str, bytes: &Uint8Array) -> Result<String, String> {
        match self {
            Saving::Dialog(promise) => match JsFuture::from(promise).await {
                Ok(file) => {
                    let name = get(&file, "name").as_string().unwrap_or_else(|| name.to_owned());
                    write(&file, bytes).await.map_err(|why| sentence(&why))?;
                    Ok(words::fill(text::SAVED, &[("name", &name)]))
                }
                Err(why) if name_of(&why) == "AbortError" => Err(text::CANCELLED.to_owned()),
                // Policies of an office may forbid the dialog while downloads are allowed.
                Err(_) => download(name, bytes),
            },
            Saving::Download => download(name, bytes),
        }
    }
}

fn open_dialog(name: &str) -> Option<Promise> {
    let show: Function = get(&window(), "showSaveFilePicker").dyn_into().ok()?;
    let accept = object(&[(ZIP, &Array::of1(&".zip".into()))]);
    let kind = object(&[("description", &text::ARCHIVE.into()), ("accept", &accept)]);
    let options = object(&[("suggestedName", &name.into()), ("types", &Array::of1(&kind))]);
    show.call1(&window(), &options).ok()?.dyn_into().ok()
}

/// Writes into the file that was chosen.
async fn write(file: &JsValue, bytes: &Uint8Array) -> Result<(), JsValue> {
    let stream = call(file, "createWritable", &JsValue::UNDEFINED).await?;
    let written = call(&stream, "write", bytes).await;
    if let Err(why) = written {
        _ = call(&stream, "abort", &JsValue::UNDEFINED).await;
        return Err(why);
    }
    call(&stream, "close", &JsValue::UNDEFINED).await?;
    Ok(())
}

/// Has the browser download the file into its usual folder.
fn download(name: &str, bytes: &Uint8Array) -> Result<String, String> {
    let failed = || text::NOT_SAVED.to_owned();
    let blob = Blob::new_with_options(bytes.buffer(), Some(ZIP));
    let address = ObjectUrl::from(blob);
    let link: HtmlAnchorElement =
        document().create_element("a").ok().and_then(|link| link.dyn_into().ok()).ok_or_else(failed)?;
    link.set_href(&address);
    link.set_download(name);
    let body = document().body().ok_or_else(failed)?;
    _ = body.append_child(&link);
    link.click();
    link.remove();
    leptos::task::spawn_local(async move {
        TimeoutFuture::new(DOWNLOADING).await;
        drop(address);
    });
    Ok(words::fill(text::DOWNLOADED, &[("name", name)]))
}

/// Why a file could not be written, for people.
fn sentence(why: &JsValue) -> String {
    match &*name_of(why) {
        "QuotaExceededError" => text::DISK_FULL.to_owned(),
        "NotAllowedError" | "SecurityError" | "NoModificationAllowedError" => text::NOT_ALLOWED.to_owned(),
        _ => text::NOT_SAVED.to_owned(),
    }
}

fn name_of(why: &JsValue) -> String {
    get(why, "name").as_string().unwrap_or_default()
}

async fn call(object: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    JsFuture::from(Promise::resolve(&method.call1(object, argument)?)).await
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

fn object(entries: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in entries {
        _ = Reflect::set(&object, &(*key).into(), value);
    }
    object.into()
}
