import CittadiniCore
import Observation

/// The reader's own dates for a procedure. They are held here and nowhere else: they are gone with the screen.
@MainActor
@Observable
public final class DatesModel {
    /// The procedure's id.
    public let procedure: String
    /// The page, and what went wrong.
    public let reading = Reading()

    @ObservationIgnored private let core: AppCore
    @ObservationIgnored private var dates: [String: String] = [:]

    /// Does nothing yet.
    public init(_ core: AppCore, procedure: String) {
        self.core = core
        self.procedure = procedure
    }

    /// Reads the screen for the dates that are written. One call into the core, and another if a date is changed meanwhile; no
    /// network.
    public func load() async {
        let asked = dates
        let query = TimelineQuery(
            procedure: procedure,
            events: asked.sorted { $0.key < $1.key }.map { EventDate(event: $0.key, date: $0.value) }, papers: [])
        let given = Set(asked.keys)
        await reading.read(core) { core, labels in Page(try await core.timeline(query), labels, given: given) }
        // Of two changes in a row either answer may come last: no day is shown that is reckoned from a date before.
        if asked != dates { await load() }
    }

    /// Takes the date that was written for an event, and asks again with all of them. No network.
    public func perform(_ command: Command) async {
        guard case .enter(let event, let day) = command else { return }
        dates[event] = day
        await load()
    }
}
