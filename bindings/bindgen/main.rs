//! The `uniffi-bindgen` command at the exact version of the `uniffi` crate that [`cittadini-bindings`] links.

fn main() {
    uniffi::uniffi_bindgen_main();
}
