import CittadiniCore
import Foundation
import Observation

/// The one core of an app, opened when the first screen asks for it, off the screen's thread; and the words of the app's
/// frame, which come from it.
@MainActor
@Observable
public final class AppCore {
    /// What stands on buttons and above the parts of a page, in the reader's language. Nothing before there is a core: until
    /// then the app has a few words of its own.
    public private(set) var labels: Labels?
    /// Grows when what screens show may have changed: another language or municipality, a sync.
    public private(set) var revision = 0

    @ObservationIgnored private let config: Config
    @ObservationIgnored private let preferred: [String]
    @ObservationIgnored private let keyStore: (any KeyStore)?
    @ObservationIgnored private var opening: Task<Cittadini, any Error>?

    /// Opens nothing yet. On a phone where nothing was opened before, the first language is the best that content has of
    /// `preferred`, the languages of the device.
    public init(_ config: Config, preferred: [String] = [], keyStore: (any KeyStore)? = nil) {
        self.config = config
        self.preferred = preferred
        self.keyStore = keyStore
    }

    /// The open core. Whoever asks while it opens waits for the same one; after a failure the next to ask tries again.
    ///
    /// - Throws: what `Cittadini.open` throws.
    public func opened() async throws -> Cittadini {
        let opening = self.opening ?? Task { try await open() }
        self.opening = opening
        do {
            return try await opening.value
        } catch {
            if self.opening == opening {
                self.opening = nil
            }
            throw error
        }
    }

    /// Closes the core, if it is open. The next screen opens it again.
    public func close() async throws {
        let opening = self.opening
        self.opening = nil
        try await (try? opening?.value)?.close()
    }

    /// Keeps other settings, and reads the words of the frame again. No network.
    func change(_ changed: (ReaderSettings) -> ReaderSettings) async throws {
        let core = try await opened()
        try await core.setSettings(changed(try await core.settings()))
        try await renew()
    }

    /// Reads the words of the frame again, and tells whoever shows a page.
    func renew() async throws {
        labels = try await opened().labels()
        revision += 1
    }

    private func open() async throws -> Cittadini {
        let isFirst = (try? FileManager.default.contentsOfDirectory(atPath: config.dataDir).isEmpty) ?? true
        let core = try await openedWithSeed()
        if isFirst {
            try await chooseLanguage(core)
        }
        labels = try await core.labels()
        return core
    }

    /// What came with the app may be damaged. That is no reason to show nothing: what a sync brings can be read.
    private func openedWithSeed() async throws -> Cittadini {
        do {
            return try await Cittadini.open(config, keyStore: keyStore)
        } catch ApiError.Untrusted where config.seed != nil {
            let bare = Config(
                dataDir: config.dataDir, root: config.root, repository: config.repository, settings: config.settings,
                territories: config.territories)
            return try await Cittadini.open(bare, keyStore: keyStore)
        }
    }

    /// Italian stays the last resort.
    private func chooseLanguage(_ core: Cittadini) async throws {
        guard !preferred.isEmpty else { return }
        let known = try await core.home().languages.map(\.tag)
        let chain = preferred.compactMap { tag in known.first { isSame($0, as: tag) } }
        guard !chain.isEmpty else { return }
        try await core.setSettings(try await core.settings().speaking(chain))
    }

    /// As the platform has it: `ar-EG` is `ar`, `zh-CN` is `zh-Hans` and not `zh-Hant`.
    private func isSame(_ known: String, as tag: String) -> Bool {
        let known = Locale.Language(identifier: known)
        let device = Locale.Language(identifier: tag)
        return known.languageCode == device.languageCode && known.script == device.script
    }
}
