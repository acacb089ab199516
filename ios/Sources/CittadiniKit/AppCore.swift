import CittadiniCore

/// The one core of an app, opened when the first screen asks for it, off the screen's thread.
@MainActor
public final class AppCore {
    private let config: Config
    private var opening: Task<Cittadini, any Error>?

    /// Opens nothing yet.
    public init(_ config: Config) {
        self.config = config
    }

    /// The open core. Whoever asks while it opens waits for the same one; after a failure the next to ask tries again.
    ///
    /// - Throws: what `Cittadini.open` throws.
    public func opened() async throws -> Cittadini {
        let opening = self.opening ?? Task { [config] in try await Cittadini.open(config) }
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
}
