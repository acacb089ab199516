import CittadiniCore
import Foundation
import Support
import Testing

private struct LiftIsStuck: Error {}

@Suite(.timeLimit(.minutes(1))) struct SyncTests {
    @Test func aReleaseIsSyncedAndReadInTwoLanguages() async throws {
        let server = try Server()
        let core = try await Phone().open(seed: nil, repository: server.url)
        #expect(try await core.home().empty)
        let report = try await core.sync()
        #expect(report.problem == nil && report.refused.isEmpty && !report.upToDate)
        #expect(report.applied.count >= 3)
        #expect(try core.syncProgress().stage == .done)

        for (language, direction) in [("ar", Direction.rtl), ("it", .ltr)] {
            try await core.setSettings(
                ReaderSettings(languages: [language], municipality: nil, audience: .person))
            let screen = try await core.procedure("rinnovo-permesso")
            #expect(screen.title.language == language)
            #expect(screen.title.direction == direction)
        }
        #expect(try await core.sync().upToDate)
        #expect(try await core.procedures().groups.isEmpty == false)
        #expect(try await core.terms().terms.isEmpty == false)
        #expect(try await core.notices().header.language == "it")
        #expect(try await core.changes().toRelease == 1)
        #expect(try await core.freshness().packs.isEmpty == false)
        let office = try #require(try await core.offices().offices.first)
        #expect(try await core.office(office.id).office.id == office.id)
        try await core.close()
    }

    @Test func aTransportThatThrowsOrTalksNonsenseIsOfflineAndTheContentStays() async throws {
        let core = try await Phone().open(repository: "http://127.0.0.1:1")
        let before = try await core.home()
        let html = Data("<html>portal</html>".utf8)
        let offline = [
            Answering(.failure(LiftIsStuck())), Answering(.failure(CancellationError())),
            Answering(.failure(TransportError.Connection(reason: "no route"))),
            Answering(.failure(URLError(.cannotFindHost))), Answering(html), Answering(html, announced: 3),
            Answering(html, announced: .max), Answering(status: 0, html), Answering(status: 404, Data()),
            Answering(status: 500, html), Answering(status: 302, html),
            Answering(status: 206, html, contentRange: "bytes 99-1/0"),
        ]
        let untrusted = [
            Answering(Data(), announced: 0), Answering(Data("{}".utf8), announced: .max),
            Answering(Data(repeating: 0, count: 40_000_000)),
        ]
        let all = offline.map { ($0, "Offline") } + untrusted.map { ($0, "Untrusted") }
        for (transport, expected) in all {
            let kind = await failure { try await core.sync(over: transport) }
            #expect(kind == expected)
            #expect(try await core.home().groups == before.groups)
        }
        try await core.close()
    }

    @Test func whatAForeignErrorSaysReachesTheLogInOneLine() async throws {
        let core = try await Phone().open(repository: "http://127.0.0.1:1")
        do {
            _ = try await core.sync(over: Answering(.failure(LiftIsStuck())))
            Issue.record("it should have thrown")
        } catch ApiError.Offline(let reason) {
            #expect(reason.contains("LiftIsStuck") && !reason.contains("\n"))
        }
        try await core.close()
    }

    @Test func aTransportThatLiesAboutTheLengthOrGivesTooMuchChangesNothingThatWasSigned() async throws {
        let server = try Server()
        let phone = Phone()
        let core = try await phone.open(seed: nil, repository: server.url)
        let lies: [@Sendable (Request, Response) -> Response] = [
            { $1.with(body: $1.body + Data(repeating: 0x20, count: Int(clamping: $0.cap) + 1)) },
            { $1.with(announced: 1) }, { $1.with(announced: .max) }, { $1.with(body: $1.body.dropLast()) },
            { $1.with(body: Data($1.body.reversed())) },
        ]
        for lie in lies {
            let kind = await failure { try await core.sync(over: Changing(lie)) }
            #expect([nil, "Offline", "Untrusted"].contains(kind))
            if kind == nil {
                #expect(try await core.home().groups.isEmpty == false)
            }
        }
        #expect(try await core.sync().problem == nil)
        #expect(try await core.home().empty == false)
        try await core.close()
    }

    @Test func aSyncIsCancelledInTheMiddleAndNoReadingIsDisturbed() async throws {
        let silent = try RawServer("", after: .keepSilent)
        let core = try await Phone().open(repository: silent.url)
        let sync = Task { try await core.sync() }
        while silent.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        let reading = Task { for _ in 0..<50 { _ = try await core.home() } }
        let start = ContinuousClock.now
        sync.cancel()
        #expect(await failure { try await sync.value } == "Interrupted")
        #expect(start.duration(to: .now) < .seconds(10))
        #expect(await failure { try await reading.value } == nil)
        try await core.close()
        silent.end()
    }

    @Test(arguments: 1...8) func aSyncThatIsCancelledAtAnyRequestIsMadeUpForLater(request: Int) async throws {
        let server = try Server()
        let core = try await Phone().open(seed: nil, repository: server.url)
        let hanging = Hanging(at: request)
        let sync = Task { try await core.sync(over: hanging) }
        while !hanging.isHanging { try await Task.sleep(for: .milliseconds(2)) }
        _ = try await core.home()
        sync.cancel()
        hanging.goOn()
        #expect(await failure { try await sync.value } == "Interrupted")
        #expect(try await core.sync().problem == nil)
        #expect(try await core.home().empty == false)
        try await core.close()
    }

    @Test func aReadingIsNotHeldUpByASyncThatHangs() async throws {
        let server = try Server()
        let core = try await Phone().open(repository: server.url)
        let hanging = Hanging(at: 1)
        let sync = Task { try await core.sync(over: hanging) }
        while !hanging.isHanging { try await Task.sleep(for: .milliseconds(2)) }
        for _ in 0..<20 { #expect(try await core.home().empty == false) }
        hanging.goOn()
        #expect(try await sync.value.problem == nil)
        try await core.close()
    }

    @Test func aTaskThatWasCancelledBeforeItBeganAsksNothing() async throws {
        let core = try await Phone().open()
        let before = await core.calls
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await core.home()
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(await core.calls == before)
        try await core.close()
    }
}

extension Response {
    fileprivate func with(body: Data? = nil, announced: UInt64? = nil) -> Response {
        Response(
            status: status, body: body ?? self.body, announced: announced ?? self.announced,
            contentRange: contentRange)
    }
}
