import CittadiniCore
import Observation

/// The choice of a municipality, where a screen needs it.
@MainActor
@Observable
public final class MunicipalitiesModel {
    /// The page, and what went wrong.
    public let reading = Reading()

    @ObservationIgnored private let core: AppCore

    /// Does nothing yet.
    public init(_ core: AppCore) {
        self.core = core
    }

    /// Reads the screen. One call into the core; no network.
    public func load() async {
        await reading.read(core) { core, labels in Page(choiceIn: try await core.home(), labels) }
    }

    /// Keeps the municipality that a tap chose, and tells whether that went well. No network.
    public func perform(_ command: Command) async -> Bool {
        guard case .choose(let istat) = command else { return false }
        do {
            try await core.change { $0.living(in: istat) }
            return true
        } catch {
            reading.trouble = Trouble(error)
            return false
        }
    }
}

extension Page {
    init(choiceIn home: Home, _ labels: Labels) {
        let top = Passage("top") { Line(.title, labels.actions.chooseMunicipality) }
        let each = Passage("municipalities") {
            for municipality in home.municipalities {
                Line(.button, italian: municipality.name, action: .tell(.choose(municipality.istat)))
            }
        }
        self.init(home.header, [top, each])
    }
}
