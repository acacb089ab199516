import CittadiniCore
import Foundation
import Support
import Testing

/// Fetches on a thread of its own, as a sync does.
private func get(
    _ url: String, offset: UInt64 = 0, cap: UInt64 = 1_000, by transport: HTTPTransport = HTTPTransport()
) async throws -> Response {
    try await withCheckedThrowingContinuation { waiting in
        Thread {
            waiting.resume(
                with: Result { try transport.get(request: Request(url: url, offset: offset, cap: cap)) })
        }.start()
    }
}

private func reason(of call: () async throws -> Response) async -> TransportError? {
    do {
        _ = try await call()
        return nil
    } catch {
        return error as? TransportError
    }
}

@Suite(.timeLimit(.minutes(1))) struct HTTPTransportTests {
    @Test func aRequestSaysNothingAboutTheReaderOrTheDevice() async throws {
        let server = try RawServer("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nETag: x\r\nSet-Cookie: a=b\r\n\r\nbody")
        let transport = HTTPTransport()
        let answer = try await get(server.url + "/a", by: transport)
        #expect(answer.status == 200)
        #expect(answer.body == Data("body".utf8))
        #expect(answer.announced == 4)
        _ = try await get(server.url + "/a", by: transport)

        let known = [
            "host": "127.0.0.1:\(server.port)", "user-agent": "cittadini", "accept": "*/*",
            "accept-language": "*", "accept-encoding": "identity", "connection": "keep-alive",
        ]
        #expect(server.requests.count == 2)
        for line in server.requests.flatMap({ $0.split(separator: "\r\n").dropFirst() }) {
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(known[parts[0].lowercased()]?.lowercased() == parts[1].lowercased(), "\(line)")
        }
    }

    @Test func anOffsetIsAskedForAsARangeAndABrokenBodyComesInPart() async throws {
        let server = try RawServer(
            "HTTP/1.1 206 Partial\r\nContent-Length: 6\r\nContent-Range: bytes 4-9/10\r\n\r\nab")
        let answer = try await get(server.url, offset: 4)
        #expect(answer.status == 206)
        #expect(answer.body == Data("ab".utf8))
        #expect(answer.announced == 6)
        #expect(answer.contentRange == "bytes 4-9/10")
        #expect(server.requests.first?.lowercased().contains("range: bytes=4-\r\n") == true)
    }

    @Test(arguments: ["120", "Mon, 23 Nov 2026 09:00:00 GMT", nil])
    func whenToComeBackIsHandedOverAsTheServerSaysIt(wish: String?) async throws {
        let header = wish.map { "Retry-After: \($0)\r\n" } ?? ""
        let server = try RawServer("HTTP/1.1 503 Busy\r\n\(header)Content-Length: 0\r\n\r\n")
        let answer = try await get(server.url)
        #expect(answer.status == 503)
        #expect(answer.retryAfter == wish)
    }

    @Test(arguments: ["HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n"])
    func noMoreThanTheCapIsRead(head: String) async throws {
        let server = try RawServer(Data(head.utf8) + Data(repeating: 0x78, count: 90_000))
        #expect(try await get(server.url, cap: 5).body == Data("xxxxx".utf8))
    }

    @Test func anAnswerThatIsLongerThanItSaysIsCutThere() async throws {
        let server = try RawServer("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef")
        #expect(try await get(server.url).body == Data("abc".utf8))
    }

    @Test(arguments: [404, 500, 304])
    func anyStatusIsAnAnswer(status: Int) async throws {
        let server = try RawServer("HTTP/1.1 \(status) X\r\nContent-Length: 0\r\n\r\n")
        #expect(try await get(server.url).status == UInt16(status))
    }

    @Test func anotherHostIsNotFollowed() async throws {
        let other = try RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        let server = try RawServer("HTTP/1.1 302 Found\r\nLocation: \(other.url)/portal\r\nContent-Length: 0\r\n\r\n")
        #expect(try await get(server.url).status == 302)
        #expect(other.requests.isEmpty)
    }

    @Test func nobodyThereAndNoAddressAreConnectionErrors() async throws {
        let server = try RawServer("")
        server.end()
        for url in [server.url, "file:///etc/passwd", "not an address", ""] {
            let error = await reason { try await get(url) }
            guard case .Connection(let words) = error else {
                Issue.record("\(url): \(String(describing: error))")
                continue
            }
            #expect(!words.isEmpty)
        }
    }

    @Test func aServerThatKeepsSilentIsNotWaitedForForEver() async throws {
        let server = try RawServer("", after: .keepSilent)
        let hasty = HTTPTransport(patience: .init(answer: 0.2, nextByte: 0.2))
        #expect(await reason { try await get(server.url, by: hasty) } == .Connection(reason: "no answer in time"))
        server.end()
    }

    @Test func aBodyThatStallsComesInPart() async throws {
        let server = try RawServer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", after: .keepSilent)
        let hasty = HTTPTransport(patience: .init(answer: 5, nextByte: 0.3))
        #expect(try await get(server.url, by: hasty).body == Data("abc".utf8))
        server.end()
    }

    @Test func aBodyThatTricklesEndsToo() async throws {
        let server = try RawServer("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n", after: .trickle(0.05))
        let hasty = HTTPTransport(patience: .init(answer: 5, nextByte: 5, whole: 0.5))
        let answer = try await get(server.url, by: hasty)
        #expect((1..<100).contains(answer.body.count))
        server.end()
    }

    @Test func whatIsStoppedStaysStopped() async throws {
        let server = try RawServer("", after: .keepSilent)
        let transport = HTTPTransport()
        async let stopped = reason { try await get(server.url, by: transport) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        transport.stop()
        #expect(await stopped == .Interrupted)
        #expect(await reason { try await get(server.url, by: transport) } == .Interrupted)
        server.end()
    }
}
