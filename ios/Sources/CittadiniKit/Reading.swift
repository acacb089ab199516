import CittadiniCore
import Observation

/// What the models of all screens have in common: the page, and what is to be said when there is no newer one.
///
/// A page that was read stays until another is there, so that no error empties a screen.
@MainActor
@Observable
public final class Reading {
    /// What stands on the screen; nothing until the first reading has ended.
    public private(set) var page: Page?
    /// Why the last reading or sync did not succeed.
    public internal(set) var trouble: Trouble?

    init() {}

    /// Reads a page. One call into the core.
    func read(_ core: AppCore, _ call: @Sendable (Cittadini) async throws -> Page) async {
        do {
            page = try await call(try await core.opened())
            trouble = nil
        } catch is CancellationError {
            // The view is gone; nobody looks.
        } catch {
            trouble = Trouble(error)
        }
    }
}
