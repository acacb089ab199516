import CittadiniCore

/// What went wrong, as far as the reader can do something about it; what was on the screen before stays there.
public enum Trouble: String, Sendable, CaseIterable {
    /// No connection. What is stored stays readable.
    case offline
    /// What the server sent is not what the content team signed.
    case untrusted
    /// The app is too old.
    case outdated
    /// The data is locked.
    case locked
    /// The platform's key is gone.
    case keyLost
    /// The disk is full.
    case storageFull
    /// It was stopped.
    case interrupted
    /// It is not there, or the core was closed.
    case notFound
    /// A fault of the core, or something that it does not know.
    case fault

    /// What to do, in the reader's language.
    public func sentence(in labels: Labels) -> LocalizedText {
        let troubles = labels.troubles
        return switch self {
        case .offline: troubles.offline
        case .untrusted: troubles.untrusted
        case .outdated: troubles.outdated
        case .locked: troubles.locked
        case .keyLost: troubles.keyLost
        case .storageFull: troubles.storageFull
        case .interrupted: troubles.interrupted
        case .notFound: troubles.notFound
        case .fault: troubles.internal
        }
    }

    /// The key in `Localizable.xcstrings` of what to do when there is no core to ask. What an opening cannot meet is a fault.
    public var openingKey: String {
        switch self {
        case .untrusted, .outdated, .locked, .keyLost, .storageFull: "opening.\(rawValue)"
        case .offline, .interrupted, .notFound, .fault: "opening.fault"
        }
    }

    init(_ error: any Error) {
        switch error {
        case ApiError.Offline: self = .offline
        case ApiError.Untrusted: self = .untrusted
        case ApiError.Outdated: self = .outdated
        case ApiError.Locked: self = .locked
        case ApiError.KeyLost: self = .keyLost
        case ApiError.StorageFull: self = .storageFull
        case ApiError.Interrupted: self = .interrupted
        case ApiError.InvalidInput: self = .notFound
        default: self = .fault
        }
    }

    /// What befell single packs of a sync.
    init(_ problem: Problem) {
        self =
            switch problem.kind {
            case .offline: .offline
            case .storageFull: .storageFull
            case .outdated: .outdated
            case .untrusted: .untrusted
            }
    }
}
