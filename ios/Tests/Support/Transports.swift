import CittadiniCore
import Foundation

/// Gives the same answer whatever is asked, or throws it.
public final class Answering: Transport {
    private let answer: Result<Response, any Error>

    public init(_ answer: Result<Response, any Error>) {
        self.answer = answer
    }

    public convenience init(
        status: UInt16 = 200, _ body: Data, announced: UInt64? = nil, contentRange: String? = nil
    ) {
        self.init(
            .success(Response(status: status, body: body, announced: announced, contentRange: contentRange)))
    }

    public func get(request: Request) throws -> Response {
        try answer.get()
    }
}

/// Changes what comes over HTTP.
public final class Changing: Transport {
    private let http = HTTPTransport()
    private let change: @Sendable (Request, Response) throws -> Response

    public init(_ change: @escaping @Sendable (Request, Response) throws -> Response) {
        self.change = change
    }

    public func get(request: Request) throws -> Response {
        try change(request, try http.get(request: request))
    }
}

/// Hangs at the nth request until it is told to go on, and cannot be stopped.
public final class Hanging: Transport, @unchecked Sendable {
    private let http = HTTPTransport()
    private let condition = NSCondition()
    private let last: Int
    private var requests = 0
    private var hangs = false
    private var goesOn = false

    public init(at last: Int) {
        self.last = last
    }

    /// Whether a request hangs.
    public var isHanging: Bool { condition.withLock { hangs } }

    public func goOn() {
        condition.withLock {
            goesOn = true
            condition.broadcast()
        }
    }

    public func get(request: Request) throws -> Response {
        condition.withLock {
            requests += 1
            hangs = requests >= last
            while hangs && !goesOn {
                condition.wait()
            }
        }
        return try http.get(request: request)
    }
}
