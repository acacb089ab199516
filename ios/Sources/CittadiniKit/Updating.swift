import CittadiniCore
import Observation

/// A sync and how far it is.
@MainActor
@Observable
public final class Updating {
    /// Whether a sync runs.
    public private(set) var isRunning = false
    /// How much of what it fetches is there, from 0 to 1. Nothing until that is known.
    public private(set) var share: Double?
    /// What the last sync did; nothing while one runs, and after one that failed.
    public private(set) var report: SyncReport?

    @ObservationIgnored private let core: AppCore
    @ObservationIgnored private let transport: @Sendable () -> any Transport
    @ObservationIgnored private var task: Task<SyncReport, any Error>?

    init(_ core: AppCore, transport: @escaping @Sendable () -> any Transport) {
        self.core = core
        self.transport = transport
    }

    /// How a sync ended.
    struct Outcome {
        let trouble: Trouble?
    }

    /// What is to be said about it, and nothing where there is nothing to say. A trouble is said elsewhere.
    public var status: LocalizedText? {
        guard let status = core.labels?.status else { return nil }
        if isRunning { return status.updating }
        return report.flatMap { $0.problem == nil ? status.updated : nil }
    }

    /// Stops the sync that runs. Nothing is lost.
    public func stop() {
        task?.cancel()
    }

    /// Forgets what the last sync did.
    func forget() {
        report = nil
    }

    /// Syncs, and reads the words of the frame again, which may have come anew. Nothing when a sync runs already.
    func run(_ mode: SyncMode) async -> Outcome? {
        guard !isRunning else { return nil }
        isRunning = true
        report = nil
        let outcome = await outcome(mode)
        isRunning = false
        share = nil
        return outcome
    }

    private func outcome(_ mode: SyncMode) async -> Outcome {
        do {
            let core = try await self.core.opened()
            let outcome = await outcome(core, mode)
            // Also after a failure or a stop: what was applied before it stays applied.
            await Task { try? await self.core.renew() }.value
            return outcome
        } catch {
            return Outcome(trouble: Trouble(error))
        }
    }

    private func outcome(_ core: Cittadini, _ mode: SyncMode) async -> Outcome {
        do {
            let report = try await watched(core, mode)
            self.report = report
            return Outcome(trouble: report.problem.map(Trouble.init))
        } catch {
            return Outcome(trouble: Trouble(error))
        }
    }

    private func watched(_ core: Cittadini, _ mode: SyncMode) async throws -> SyncReport {
        let sync = Task { [transport] in try await core.sync(over: transport(), mode: mode) }
        let watch = Task { [weak self] in await self?.watch(core) }
        task = sync
        defer {
            watch.cancel()
            task = nil
        }
        return try await withTaskCancellationHandler {
            try await sync.value
        } onCancel: {
            sync.cancel()
        }
    }

    /// Five times a second: what a person sees as steady.
    private func watch(_ core: Cittadini) async {
        while !Task.isCancelled {
            if let progress = try? core.syncProgress(), progress.bytesTotal > 0 {
                share = min(1, Double(progress.bytesDone) / Double(progress.bytesTotal))
            }
            try? await Task.sleep(for: .milliseconds(200))
        }
    }
}
