#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cittadini_fuzz::search(bytes));
