// swift-tools-version: 6.0
import PackageDescription

// `cargo xtask ios core` writes what is generated, builds the library of the core, and runs the tests on Linux.
let package = Package(
    name: "Cittadini",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [
        .library(name: "CittadiniCore", targets: ["CittadiniCore"]),
        .library(name: "CittadiniKit", targets: ["CittadiniKit"]),
    ],
    targets: [
        .systemLibrary(name: "CittadiniCoreFFI"),
        .target(name: "CittadiniCore", dependencies: ["CittadiniCoreFFI"]),
        .target(name: "CittadiniKit", dependencies: ["CittadiniCore"]),
        .target(name: "Support", dependencies: ["CittadiniCore"], path: "Tests/Support"),
        .executableTarget(
            name: "killed-reader", dependencies: ["CittadiniCore"], path: "Tests/KilledReader"),
        .testTarget(name: "CittadiniCoreTests", dependencies: ["CittadiniCore", "Support", "killed-reader"]),
        .testTarget(name: "CittadiniKitTests", dependencies: ["CittadiniKit", "Support"]),
    ],
    swiftLanguageModes: [.v6]
)
