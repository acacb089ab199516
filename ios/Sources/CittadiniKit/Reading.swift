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

    /// Shows the same reading in another way.
    func show(_ page: Page) {
        self.page = page
    }

    /// Nothing is to be shown any more, not even for the moment until there is another page.
    func clear() {
        page = nil
        trouble = nil
    }

    /// Reads a page. One call into the core, which is opened if need be. What comes when it is no longer wanted is not shown,
    /// an error no more than a page.
    func read(
        _ app: AppCore, ifStill isWanted: () -> Bool = { true },
        _ call: @Sendable (Cittadini, Labels) async throws -> Page
    ) async {
        do {
            let core = try await app.opened()
            guard let labels = app.labels else { return }
            let page = try await call(core, labels)
            guard isWanted() else { return }
            self.page = page
            trouble = nil
        } catch is CancellationError {
            // The view is gone; nobody looks.
        } catch {
            guard isWanted() else { return }
            trouble = Trouble(error)
        }
    }
}
