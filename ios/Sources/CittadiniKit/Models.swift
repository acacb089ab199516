import CittadiniCore
import Observation

/// The first screen: what there is to do, the choice of language and municipality, and the sync.
@MainActor
@Observable
public final class HomeModel {
    /// The page, and what went wrong.
    public let reading = Reading()
    /// Languages to choose from.
    public private(set) var languages: [LanguageChoice] = []
    /// Municipalities to choose from.
    public private(set) var municipalities: [MunicipalityChoice] = []
    /// Whether a sync runs.
    public private(set) var isSyncing = false
    /// What the last sync did.
    public private(set) var report: SyncReport?

    @ObservationIgnored private let core: AppCore
    @ObservationIgnored private let transport: @Sendable () -> any Transport

    /// Does nothing yet. Each sync gets a new transport.
    public init(_ core: AppCore, transport: @escaping @Sendable () -> any Transport = { HTTPTransport() }) {
        self.core = core
        self.transport = transport
    }

    /// Reads the screen. One call into the core; no network.
    public func load() async {
        await reading.read(core) { core in
            let home = try await core.home()
            await self.take(home)
            return Page(home)
        }
    }

    /// Fetches what is new, then reads the screen again. **Touches the network.** Cancel the task to stop it.
    public func sync() async {
        guard !isSyncing else { return }
        isSyncing = true
        defer { isSyncing = false }
        let outcome = await outcomeOfSync()
        // Also after a failure: what was applied before it stays applied.
        await load()
        switch outcome {
        case .success(let report):
            self.report = report
            reading.trouble = report.problem.map(Trouble.init) ?? reading.trouble
        case .failure(let error):
            reading.trouble = Trouble(error)
        }
    }

    private func outcomeOfSync() async -> Result<SyncReport, any Error> {
        do {
            return .success(try await core.opened().sync(over: transport()))
        } catch {
            return .failure(error)
        }
    }

    /// Keeps the choice of a language and reads the screen again. Italian stays the last resort. No network.
    public func choose(language: LanguageChoice) async {
        await change {
            ReaderSettings(languages: [language.tag], municipality: $0.municipality, audience: $0.audience)
        }
    }

    /// Keeps the choice of a municipality and reads the screen again. No network.
    public func choose(municipality: MunicipalityChoice) async {
        await change {
            ReaderSettings(languages: $0.languages, municipality: municipality.istat, audience: $0.audience)
        }
    }

    private func change(_ changed: (ReaderSettings) -> ReaderSettings) async {
        do {
            let core = try await core.opened()
            try await core.setSettings(changed(try await core.settings()))
            await load()
        } catch {
            reading.trouble = Trouble(error)
        }
    }

    private func take(_ home: Home) {
        languages = home.languages
        municipalities = home.municipalities
    }
}

/// One procedure.
@MainActor
@Observable
public final class ProcedureModel {
    /// Its id.
    public let id: String
    /// The page, and what went wrong.
    public let reading = Reading()
    @ObservationIgnored private let core: AppCore

    /// Does nothing yet.
    public init(_ core: AppCore, id: String) {
        self.core = core
        self.id = id
    }

    /// Reads the screen. One call into the core; no network.
    public func load() async {
        await reading.read(core) { [id] core in Page(try await core.procedure(id)) }
    }
}

/// The offices of the reader's municipality.
@MainActor
@Observable
public final class OfficesModel {
    /// The page, and what went wrong.
    public let reading = Reading()
    @ObservationIgnored private let core: AppCore

    /// Does nothing yet.
    public init(_ core: AppCore) {
        self.core = core
    }

    /// Reads the screen. One call into the core; no network.
    public func load() async {
        await reading.read(core) { core in Page(try await core.offices()) }
    }
}
