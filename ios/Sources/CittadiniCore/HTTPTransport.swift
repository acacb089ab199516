import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Fetches files with `URLSession`: the system's proxies and trust store, and no TLS stack in the library of the core.
///
/// A request says nothing about the reader or the device: no cookie, no validator, no list of languages, no version of the
/// system. Nothing is cached. Use one for each sync.
public final class HTTPTransport: StoppableTransport {
    /// How long one file may take.
    public struct Patience: Sendable {
        /// Until the head of the answer, in seconds.
        public var answer: TimeInterval
        /// From one byte to the next, in seconds.
        public var nextByte: TimeInterval
        /// For the whole file, in seconds, however steadily it trickles.
        public var whole: TimeInterval

        /// What the core asks of a transport: 15, 20 and 300 seconds.
        public init(answer: TimeInterval = 15, nextByte: TimeInterval = 20, whole: TimeInterval = 300) {
            self.answer = answer
            self.nextByte = nextByte
            self.whole = whole
        }
    }

    private let session: URLSession
    private let exchanges = Exchanges()
    private let patience: Patience

    /// Makes a transport. No network yet.
    public init(patience: Patience = Patience()) {
        self.patience = patience
        session = URLSession(configuration: Self.configuration(), delegate: exchanges, delegateQueue: nil)
    }

    deinit {
        session.invalidateAndCancel()
    }

    /// Fetches one file. **Touches the network**, and blocks the thread that calls: never call it from a task or from the
    /// screen's thread. ``Cittadini`` calls it on the thread of the sync.
    ///
    /// Any status is an answer. Reads `cap` bytes at most. When the connection breaks in the middle of a body, the part
    /// that arrived comes back. A redirect to another host is not followed: it is the answer.
    ///
    /// - Throws: `TransportError.Connection` when nothing came back; `TransportError.Interrupted` after ``stop()``.
    public func get(request: Request) throws -> Response {
        guard let url = URL(string: request.url), let scheme = url.scheme, ["http", "https"].contains(scheme) else {
            throw TransportError.Connection(reason: "not an address of the web")
        }
        let exchange = Exchange(cap: request.cap, patience: patience)
        let task = session.dataTask(with: Self.plainGet(url, offset: request.offset))
        try exchanges.begin(exchange, as: task)
        defer { exchanges.end(task) }
        task.resume()
        return try exchange.wait(for: task)
    }

    public func stop() {
        exchanges.stop()
    }

    private static func configuration() -> URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.httpMaximumConnectionsPerHost = 1
        return configuration
    }

    /// The headers that `URLSession` would fill in with the device's languages and the version of its system are set to
    /// the same words for everybody. The bytes are wanted as they are stored: the core counts them.
    private static func plainGet(_ url: URL, offset: UInt64) -> URLRequest {
        var get = URLRequest(url: url)
        get.httpShouldHandleCookies = false
        get.setValue("cittadini", forHTTPHeaderField: "User-Agent")
        get.setValue("*", forHTTPHeaderField: "Accept-Language")
        get.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
        if offset > 0 {
            get.setValue("bytes=\(offset)-", forHTTPHeaderField: "Range")
        }
        return get
    }
}
