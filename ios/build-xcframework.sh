#!/bin/sh
# Builds the core for devices and simulators into ios/build/CittadiniCoreFFI.xcframework, and generates the Swift module from
# the very library that is packed. Needs a Mac with Xcode 16 and rustup. Written by the book; it has not been run yet.
set -eu
cd "$(dirname "$0")/.."

out=ios/build
library=libcittadini_bindings.a
simulators="aarch64-apple-ios-sim x86_64-apple-ios"
# What the package promises in Package.swift.
export IPHONEOS_DEPLOYMENT_TARGET=17.0
# The C in it small, as for Android: xtask/src/phone_build.rs says why.
CFLAGS=$(cat bindings/phone.cflags)
export CFLAGS

for target in aarch64-apple-ios $simulators; do
    rustup target add "$target"
    cargo rustc --package cittadini-bindings --profile mobile --target "$target" --crate-type staticlib
done

rm -rf "$out"
mkdir -p "$out/generated" "$out/headers" "$out/simulator"
cargo build --package uniffi-bindgen
target/debug/uniffi-bindgen generate "target/aarch64-apple-ios/mobile/$library" \
    --language swift --no-format --out-dir "$out/generated"
mkdir -p ios/Sources/CittadiniCore/Generated
cp "$out/generated/CittadiniCore.swift" ios/Sources/CittadiniCore/Generated/
for headers in "$out/headers" ios/Sources/CittadiniCoreFFI; do
    cp "$out/generated/CittadiniCoreFFI.h" "$headers/"
done
cp "$out/generated/CittadiniCoreFFI.modulemap" "$out/headers/module.modulemap"

# One simulator library for both kinds of Mac.
set --
for target in $simulators; do
    set -- "$@" "target/$target/mobile/$library"
done
lipo -create "$@" -output "$out/simulator/$library"

xcodebuild -create-xcframework \
    -library "target/aarch64-apple-ios/mobile/$library" -headers "$out/headers" \
    -library "$out/simulator/$library" -headers "$out/headers" \
    -output "$out/CittadiniCoreFFI.xcframework"
echo "$out/CittadiniCoreFFI.xcframework: in Package.swift it takes the place of the system library CittadiniCoreFFI"
