import CittadiniCore
import Foundation

/// The project's own content, published with development keys. `cargo xtask ios core` makes it and says where it is.
public enum Release {
    /// The folder with `repository/`, `root.json`, `seed.tar` and `journey.json`.
    public static let folder = URL(fileURLWithPath: variable("CITTADINI_RELEASE"), isDirectory: true)

    /// What a server hands out.
    public static let repository = folder.appendingPathComponent("repository").path

    /// The newest release in one file.
    public static let seed = folder.appendingPathComponent("seed.tar").path

    /// The root that comes with an app.
    public static func root() throws -> Data {
        try Data(contentsOf: folder.appendingPathComponent("root.json"))
    }

    /// What xtask says. Without it nothing here can be tested, so nothing passes.
    public static func variable(_ name: String) -> String {
        guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else {
            fatalError("\(name) is not set: run «cargo xtask ios core»")
        }
        return value
    }
}

/// A data folder of its own, beside the release: xtask deletes both.
public struct Phone: Sendable {
    public let folder: String

    public init(in parent: String = Release.folder.path) {
        folder = (parent as NSString).appendingPathComponent("phone-\(UUID().uuidString)")
    }

    public func config(
        seed: String? = Release.seed, repository: String? = nil, languages: [String]? = nil,
        municipality: String? = nil
    ) throws -> Config {
        let settings = languages.map {
            ReaderSettings(languages: $0, municipality: municipality, audience: .person)
        }
        return Config(
            dataDir: folder, root: try Release.root(), repository: repository, seed: seed, settings: settings)
    }

    public func open(
        seed: String? = Release.seed, repository: String? = nil, languages: [String]? = nil
    ) async throws -> Cittadini {
        try await Cittadini.open(config(seed: seed, repository: repository, languages: languages))
    }
}

/// The kind of an error of the core, and whatever else was thrown in words.
public func kind(_ error: any Error) -> String {
    switch error {
    case ApiError.Offline: "Offline"
    case ApiError.Untrusted: "Untrusted"
    case ApiError.Outdated: "Outdated"
    case ApiError.Locked: "Locked"
    case ApiError.KeyLost: "KeyLost"
    case ApiError.StorageFull: "StorageFull"
    case ApiError.Interrupted: "Interrupted"
    case ApiError.InvalidInput: "InvalidInput"
    case ApiError.Internal: "Internal"
    default: String(describing: error)
    }
}

/// How a call failed; nothing when it did not.
public func failure<Value>(of call: () async throws -> Value) async -> String? {
    do {
        _ = try await call()
        return nil
    } catch {
        return kind(error)
    }
}
