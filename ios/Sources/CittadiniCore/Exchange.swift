import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request and what came back of it so far. One thread waits, the session's thread fills it.
final class Exchange: @unchecked Sendable {
    private static let mostRedirects = 3

    private let cap: Int
    private let patience: HTTPTransport.Patience
    private let started = Date()
    private let condition = NSCondition()
    private var head: HTTPURLResponse?
    private var body = Data()
    private var redirects = 0
    private var lastHeard = Date()
    private var ended = false
    private var stopped = false
    private var failure: String?

    init(cap: UInt64, patience: HTTPTransport.Patience) {
        self.cap = Int(clamping: cap)
        self.patience = patience
    }

    /// Blocks until the answer is there, or patience ends.
    func wait(for task: URLSessionTask) throws -> Response {
        let answer = condition.withLock {
            while !ended && !stopped {
                let deadline = self.deadline
                if !condition.wait(until: deadline) && Date() >= self.deadline {
                    failure = failure ?? "no answer in time"
                    break
                }
            }
            return Result { try self.answer() }
        }
        task.cancel()
        return try answer.get()
    }

    private var deadline: Date {
        let pause = head == nil ? patience.answer : patience.nextByte
        return min(lastHeard.addingTimeInterval(pause), started.addingTimeInterval(patience.whole))
    }

    private func answer() throws -> Response {
        if stopped {
            throw TransportError.Interrupted
        }
        guard let head, let status = UInt16(exactly: head.statusCode) else {
            throw TransportError.Connection(reason: failure ?? "no answer")
        }
        return Response(
            status: status, body: body,
            announced: head.value(forHTTPHeaderField: "Content-Length").flatMap { UInt64($0) },
            contentRange: head.value(forHTTPHeaderField: "Content-Range"),
            retryAfter: head.value(forHTTPHeaderField: "Retry-After"))
    }

    func stop() {
        condition.withLock {
            stopped = true
            condition.signal()
        }
    }

    func received(_ head: URLResponse) {
        condition.withLock {
            self.head = head as? HTTPURLResponse
            lastHeard = Date()
        }
    }

    /// Whether more is wanted.
    func received(_ data: Data) -> Bool {
        condition.withLock {
            lastHeard = Date()
            guard !ended else { return false }
            body.append(data.prefix(cap - body.count))
            ended = body.count >= cap
            condition.signal()
            return !ended
        }
    }

    func completed(_ error: (any Error)?) {
        condition.withLock {
            failure = error.map { ($0 as NSError).localizedDescription }
            ended = true
            condition.signal()
        }
    }

    /// Another host would learn what this phone reads, and a captive portal answers with one.
    func follows(from: URL?, to: URL?) -> Bool {
        condition.withLock {
            redirects += 1
            let same = from?.scheme == to?.scheme && from?.host == to?.host && from?.port == to?.port
            return same && redirects <= Self.mostRedirects
        }
    }
}

/// The exchange that runs, found by its task. The session holds on to this and not to the transport.
final class Exchanges: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    private let lock = NSLock()
    private var running: [Int: Exchange] = [:]
    private var stopped = false

    func begin(_ exchange: Exchange, as task: URLSessionTask) throws {
        try lock.withLock {
            if stopped {
                throw TransportError.Interrupted
            }
            running[task.taskIdentifier] = exchange
        }
    }

    func end(_ task: URLSessionTask) {
        lock.withLock { running[task.taskIdentifier] = nil }
    }

    func stop() {
        let exchanges = lock.withLock {
            stopped = true
            return Array(running.values)
        }
        for exchange in exchanges {
            exchange.stop()
        }
    }

    private func exchange(of task: URLSessionTask) -> Exchange? {
        lock.withLock { running[task.taskIdentifier] }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        exchange(of: dataTask)?.received(response)
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        if exchange(of: dataTask)?.received(data) != true {
            dataTask.cancel()
        }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        let follows = exchange(of: task)?.follows(from: response.url, to: request.url) == true
        completionHandler(follows ? request : nil)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        exchange(of: task)?.completed(error)
    }
}
