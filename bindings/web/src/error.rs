//! What is thrown, and the JSON on both sides.

use cittadini_core::ApiError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn console_error(words: &str);
}

/// Why a call failed: becomes an `Error` with `name` "ApiError", `kind` and `reason`. The kind says what the screen does;
/// `reason` is English, for the log and not for the reader, and holds nothing about her.
pub struct Thrown(ApiError);

impl From<ApiError> for Thrown {
    fn from(error: ApiError) -> Self {
        Self(error)
    }
}

impl From<Thrown> for JsValue {
    fn from(Thrown(error): Thrown) -> Self {
        let thrown = js_sys::Error::new(&error.to_string());
        thrown.set_name("ApiError");
        let (kind, reason) = parts(error);
        for (name, value) in [("kind", kind), ("reason", reason.as_str())] {
            // Setting a property of an object made here cannot fail.
            drop(js_sys::Reflect::set(&thrown, &name.into(), &value.into()));
        }
        thrown.into()
    }
}

fn parts(error: ApiError) -> (&'static str, String) {
    match error {
        ApiError::Offline { reason } => ("Offline", reason),
        ApiError::Untrusted { reason } => ("Untrusted", reason),
        ApiError::Outdated { reason } => ("Outdated", reason),
        ApiError::Locked { reason } => ("Locked", reason),
        ApiError::KeyLost { reason } => ("KeyLost", reason),
        ApiError::StorageFull { reason } => ("StorageFull", reason),
        ApiError::Interrupted => ("Interrupted", String::new()),
        ApiError::InvalidInput { reason } => ("InvalidInput", reason),
        ApiError::Internal { reason } => ("Internal", reason),
    }
}

pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String, Thrown> {
    serde_json::to_string(value)
        .map_err(|error| Thrown(ApiError::Internal { reason: error.to_string() }))
}

pub(crate) fn from_json<T: DeserializeOwned>(json: &str) -> Result<T, Thrown> {
    serde_json::from_str(json)
        .map_err(|error| Thrown(ApiError::InvalidInput { reason: error.to_string() }))
}

/// A word as a record spells it.
pub(crate) fn from_word<T: DeserializeOwned>(word: &str) -> Result<T, Thrown> {
    serde_json::from_value(word.into())
        .map_err(|error| Thrown(ApiError::InvalidInput { reason: error.to_string() }))
}

/// A panic ends in a trap without words; they go to the console.
pub(crate) fn show_panics() {
    std::panic::set_hook(Box::new(|panic| console_error(&panic.to_string())));
}
