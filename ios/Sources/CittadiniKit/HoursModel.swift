import CittadiniCore
import Observation

/// The hours of an office, day by day.
@MainActor
@Observable
public final class HoursModel {
    /// The office's id.
    public let office: String
    /// The page, and what went wrong.
    public let reading = Reading()

    @ObservationIgnored private let core: AppCore

    /// Does nothing yet.
    public init(_ core: AppCore, office: String) {
        self.core = core
        self.office = office
    }

    /// Reads the screen. One call into the core; no network.
    public func load() async {
        await reading.read(core) { [office] core, labels in Page(try await core.hours(office), labels) }
    }
}
