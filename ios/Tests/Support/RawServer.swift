import Foundation

/// A server that says exactly these bytes, however wrong, to each one that connects; and then hangs up, or keeps silent.
public final class RawServer: @unchecked Sendable {
    /// What it does after its last byte.
    public enum After: Sendable {
        case hangUp
        case keepSilent
        /// One byte each so many seconds.
        case trickle(TimeInterval)
    }

    public let port: UInt16
    private let listener: Int32
    private let lock = NSLock()
    private var asked: [String] = []
    private var connections: [Int32] = []

    /// The heads of the requests that came in.
    public var requests: [String] { lock.withLock { asked } }

    public var url: String { "http://127.0.0.1:\(port)" }

    public convenience init(_ answer: String, after: After = .hangUp) throws {
        try self.init(Data(answer.utf8), after: after)
    }

    public init(_ answer: Data, after: After = .hangUp) throws {
        listener = socket(AF_INET, streamType, 0)
        port = try listenOnLoopback(listener)
        startThread { [listener, weak self] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                guard let self else { return }
                self.lock.withLock { self.connections.append(connection) }
                startThread { self.serve(connection, answer, after) }
            }
        }
    }

    /// Closes the port and every connection.
    public func end() {
        _ = shutdown(listener, both)
        lock.withLock {
            for connection in connections {
                _ = shutdown(connection, both)
            }
        }
    }

    private func serve(_ connection: Int32, _ answer: Data, _ after: After) {
        let head = readHead(connection)
        lock.withLock { asked.append(head) }
        var open = write(answer, to: connection)
        switch after {
        case .hangUp: _ = shutdown(connection, both)
        case .keepSilent: _ = readHead(connection)
        case .trickle(let pause):
            while open {
                Thread.sleep(forTimeInterval: pause)
                open = write(Data("x".utf8), to: connection)
            }
        }
    }
}

#if canImport(Glibc)
    import Glibc
    private let streamType = Int32(SOCK_STREAM.rawValue)
    private let both = Int32(SHUT_RDWR)
    private let noSignal = Int32(MSG_NOSIGNAL)
#else
    import Darwin
    private let streamType = SOCK_STREAM
    private let both = SHUT_RDWR
    private let noSignal: Int32 = 0
#endif

private func startThread(_ body: @escaping @Sendable () -> Void) {
    Thread(block: body).start()
}

private func listenOnLoopback(_ listener: Int32) throws -> UInt16 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(listener, $0, size) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &size) == 0
        }
    }
    guard bound else { throw ServerError.noAddress("no free port") }
    return UInt16(bigEndian: address.sin_port)
}

/// The head of a request; an empty one when the other side hangs up.
private func readHead(_ connection: Int32) -> String {
    var head = Data()
    var byte: UInt8 = 0
    while !head.suffix(4).elementsEqual(Data("\r\n\r\n".utf8)), recv(connection, &byte, 1, 0) == 1 {
        head.append(byte)
    }
    return String(decoding: head, as: UTF8.self)
}

private func write(_ data: Data, to connection: Int32) -> Bool {
    var rest = data[...]
    while !rest.isEmpty {
        let sent = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, noSignal) }
        if sent <= 0 {
            return false
        }
        rest = rest.dropFirst(sent)
    }
    return true
}
