//! The HTTP headers with which the files of a release are handed out, whoever hands them out (docs/hosting.md).

/// The one file that changes in place: asked for at every poll, and shown for a day when the origin is down.
pub const TIMESTAMP: &str = "public, max-age=60, stale-if-error=86400";

/// Everything else has its version or its hash in its name. A proxy that compressed it would break ranges and hashes.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable, no-transform";

/// The `Cache-Control` of a file of a release, by its path.
pub fn cache_control(path: &str) -> &'static str {
    match path.rsplit('/').next() {
        Some("timestamp.json") => TIMESTAMP,
        _ => IMMUTABLE,
    }
}

/// The `Content-Type` of a file of a release, by its path.
pub fn content_type(path: &str) -> &'static str {
    match path.ends_with(".json") {
        true => "application/json",
        false => "application/octet-stream",
    }
}
