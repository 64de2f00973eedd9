//! The name that `server_fn` wants of the crate `wasm-streams`, and no streams.
//!
//! Leptos brings `server_fn` along, which talks to servers; ours has none, and nothing here is ever called. But the real
//! crate exports its classes to the page, an export is kept whoever needs it, and a phone would load 3 kB for nothing.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::{JsCast, JsValue};

/// A stream that has ended.
pub struct ReadableStream;

impl ReadableStream {
    /// Takes nothing of a stream.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> ReadableStream {
        ReadableStream
    }

    /// Takes nothing of the page's stream.
    pub fn from_raw(_: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream
    }

    /// No stream of the page's.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        JsValue::UNDEFINED.unchecked_into()
    }

    /// A stream that has ended.
    pub fn into_stream(self) -> ReadableStream {
        self
    }
}

impl Stream for ReadableStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
