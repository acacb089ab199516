import Foundation

/// The searches of a core: the newest is the only one that anybody waits for.
final class Searches: @unchecked Sendable {
    private let lock = NSLock()
    private var newest = 0

    /// How often one is asked again that was interrupted although it is the newest: an older one may have come to the core
    /// behind it.
    private static let again = 3

    /// Begins a search: from now on it is the newest.
    func begin() -> Int {
        lock.withLock {
            newest += 1
            return newest
        }
    }

    /// Asks the core, unless there is a newer search already.
    ///
    /// - Throws: `Interrupted` when there is one.
    func ask<Answer>(_ own: Int, _ call: () throws -> Answer) throws -> Answer {
        for _ in 0..<Self.again {
            guard isNewest(own) else { break }
            do {
                return try call()
            } catch ApiError.Interrupted {
                continue
            }
        }
        throw ApiError.Interrupted
    }

    private func isNewest(_ own: Int) -> Bool {
        lock.withLock { newest == own }
    }
}

/// Counts calls, from whichever thread they come.
final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var counted = 0

    var value: Int { lock.withLock { counted } }

    func add() {
        lock.withLock { counted += 1 }
    }
}
