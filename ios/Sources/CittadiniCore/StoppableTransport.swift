import Foundation

/// A transport whose running request can be ended from another thread.
///
/// ``Cittadini`` calls ``stop()`` when the task that syncs is cancelled, and when it is closed. With a transport that is
/// not stoppable both wait until the running request ends by itself.
public protocol StoppableTransport: Transport {
    /// Ends the running request and every later one: they throw `TransportError.Interrupted`. May be called from any
    /// thread and more than once. Does not block; no network. What was stopped stays stopped: make one for each sync.
    func stop()
}

/// What a sync is given instead of the shell's transport: it can be told to stop whatever that transport is.
///
/// Stopping goes this way and not through `Core.interrupt`, which would also end the readings of another screen.
final class SyncTransport: Transport, @unchecked Sendable {
    private let transport: any Transport
    private let lock = NSLock()
    private var stopped = false

    init(_ transport: any Transport) {
        self.transport = transport
    }

    func stop() {
        lock.withLock { stopped = true }
        (transport as? StoppableTransport)?.stop()
    }

    func get(request: Request) throws -> Response {
        try mustGoOn()
        let response = Result { try transport.get(request: request) }
        try mustGoOn()
        return try response.get()
    }

    private func mustGoOn() throws {
        if lock.withLock({ stopped }) {
            throw TransportError.Interrupted
        }
    }
}

/// The syncs that run, so that closing can stop them.
final class RunningSyncs: @unchecked Sendable {
    private let lock = NSLock()
    private var transports: [ObjectIdentifier: SyncTransport] = [:]
    private var closed = false

    func add(_ transport: SyncTransport) {
        let tooLate = lock.withLock {
            transports[ObjectIdentifier(transport)] = transport
            return closed
        }
        if tooLate {
            transport.stop()
        }
    }

    func remove(_ transport: SyncTransport) {
        _ = lock.withLock { transports.removeValue(forKey: ObjectIdentifier(transport)) }
    }

    func stopForGood() {
        let running = lock.withLock {
            closed = true
            return Array(transports.values)
        }
        for transport in running {
            transport.stop()
        }
    }
}
