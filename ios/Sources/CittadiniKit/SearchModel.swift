import CittadiniCore
import Observation

/// The search. What is typed is held here and nowhere else: it is gone with the screen.
@MainActor
@Observable
public final class SearchModel {
    /// The page, and what went wrong.
    public let reading = Reading()
    /// What stands in the field.
    public private(set) var typed = ""
    /// How much was found, as a screen reader says it; nothing while nothing is searched.
    public private(set) var found: String?

    @ObservationIgnored private let core: AppCore
    /// Counts the searches: of two, the later is the one that is waited for.
    @ObservationIgnored private var newest = 0

    /// Does nothing yet.
    public init(_ core: AppCore) {
        self.core = core
    }

    /// Whether there is anything to search: otherwise the screen stays what it is.
    public var isSearching: Bool { typed.contains { !$0.isWhitespace } }

    /// Another letter was typed. What is found comes with ``load()``.
    public func type(_ words: String) {
        typed = words
    }

    /// Searches what stands in the field. One call into the core, which ends the search before it; no network. An answer that
    /// comes after a newer search has begun is never shown.
    public func load() async {
        newest += 1
        let own = newest
        guard isSearching else {
            found = nil
            reading.clear()
            return
        }
        let words = typed
        func isNewest() -> Bool { own == newest }
        await reading.read(core, ifStill: isNewest) { core, labels in
            let screen = try await core.search(words)
            await self.take(screen, labels, own)
            return Page(screen, labels)
        }
    }

    /// Makes the search ready, once the first screen stands. That it fails is told by the first search. No network.
    public func prepare() async {
        try? await core.opened().prepareSearch()
    }

    private func take(_ screen: SearchScreen, _ labels: Labels, _ own: Int) {
        guard own == newest else { return }
        let count = screen.nothing?.words ?? "\(labels.headings.results.words): \(screen.hits.count)"
        found = screen.showing.map { "\($0.words). \(count)" } ?? count
    }
}
