import CittadiniCore
import Foundation
import Observation

/// The first screen: what there is to do, the choice of language and municipality, and the sync.
@MainActor
@Observable
public final class HomeModel {
    /// The page, and what went wrong.
    public let reading = Reading()
    /// The sync that runs.
    public let updating: Updating
    /// Numbers that are always there, those that can be dialled.
    public private(set) var emergency: [EmergencyNumber] = []
    /// Languages to choose from.
    public private(set) var languages: [LanguageChoice] = []
    /// Municipalities to choose from.
    public private(set) var municipalities: [MunicipalityChoice] = []

    @ObservationIgnored private let core: AppCore

    /// Does nothing yet. Each sync gets a new transport.
    public init(_ core: AppCore, transport: @escaping @Sendable () -> any Transport = { HTTPTransport() }) {
        self.core = core
        updating = Updating(core, transport: transport)
    }

    /// Reads the screen. One call into the core; no network.
    public func load() async {
        await reading.read(core) { core, labels in
            let home = try await core.home()
            await self.take(home)
            return Page(home, labels)
        }
    }

    /// Fetches what is new, then reads the screen again: what the reader asks for. **Touches the network.** Cancel the task,
    /// or call `stop` of ``updating``, to stop it.
    public func sync() async {
        // Also when it is not due: she is told why it does not work.
        await sync(await due(.asked)?.mode ?? .all)
    }

    /// The same when the app is opened, if the core says that it is due. **Touches the network.**
    public func syncIfDue() async {
        guard let due = await due(.opened), due.due else { return }
        await sync(due.mode)
    }

    /// Nothing where there is no core to ask.
    private func due(_ occasion: Occasion) async -> SyncDue? {
        // What the phone is connected to is not known here, and counts as paid by the byte.
        try? await core.opened().syncDue(network: .metered, occasion: occasion)
    }

    private func sync(_ mode: SyncMode) async {
        guard let outcome = await updating.run(mode) else { return }
        // Also after a failure: what was applied before it stays applied.
        await load()
        if let trouble = outcome.trouble {
            reading.trouble = trouble
        }
    }

    /// Keeps the choice of a language and reads the screen again. Italian stays the last resort. No network.
    public func choose(language: LanguageChoice) async {
        await change { $0.speaking([language.tag]) }
    }

    /// Keeps the choice of a municipality, or of none, and reads the screen again. No network.
    public func choose(municipality: MunicipalityChoice?) async {
        await change { $0.living(in: municipality?.istat) }
    }

    private func change(_ changed: (ReaderSettings) -> ReaderSettings) async {
        do {
            try await core.change(changed)
            // What it says is of the language before.
            updating.forget()
            await load()
        } catch {
            reading.trouble = Trouble(error)
        }
    }

    private func take(_ home: Home) {
        emergency = home.emergency.compactMap(EmergencyNumber.init)
        languages = home.languages
        municipalities = home.municipalities
    }
}

/// A free number for emergencies.
public struct EmergencyNumber: Sendable, Equatable, Identifiable {
    /// The contact's id.
    public let id: String
    /// What it is, and the number.
    public let words: String
    /// What a tap dials.
    public let url: URL

    init?(_ contact: ContactView) {
        guard let url = contact.value.action?.url else { return nil }
        id = contact.id
        let number = contact.value
        words = "\(contact.title.words): \(number.isolates.before)\(number.words)\(number.isolates.after)"
        self.url = url
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
        await reading.read(core) { [id] core, labels in Page(try await core.procedure(id), labels) }
    }
}

/// The offices of the reader's municipality, all of them or those that the switches ask for.
@MainActor
@Observable
public final class OfficesModel {
    /// The page, and what went wrong.
    public let reading = Reading()
    @ObservationIgnored private let core: AppCore
    @ObservationIgnored private var switches: Set<OfficeSwitch> = []

    /// Does nothing yet.
    public init(_ core: AppCore) {
        self.core = core
    }

    /// Reads the screen. One call into the core; no network.
    public func load() async {
        await ask(switches)
    }

    /// Turns a switch, and reads the screen again. One call into the core; no network.
    public func perform(_ command: Command) async {
        guard case .choose(let name) = command, let one = OfficeSwitch(rawValue: name) else { return }
        await ask(switches.symmetricDifference([one]))
    }

    private func ask(_ switches: Set<OfficeSwitch>) async {
        // The language that the page is written in is the reader's first.
        let filter = switches.filter(language: reading.page?.language)
        await reading.read(core) { core, labels in
            let page =
                switches.isEmpty
                ? Page(try await core.offices(), labels) : Page(try await core.openNow(filter), labels, switches)
            await self.take(switches)
            return page
        }
    }

    private func take(_ switches: Set<OfficeSwitch>) {
        self.switches = switches
    }
}
