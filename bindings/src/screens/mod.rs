//! Mirrors of the screens of the core. The compiler refuses a mirror that lacks a field or a variant; the words above each
//! are repeated here because they become the documentation in Kotlin, Swift and Python.
//!
//! One name differs. The core's `Text` is `LocalizedText` outside: SwiftUI has a `Text` of its own.

mod changes;
mod home;
mod hours;
mod labels;
mod notice;
mod office;
mod procedure;
mod search;
mod service;
mod territories;
mod text;
mod timeline;
mod triage;
mod trust;
