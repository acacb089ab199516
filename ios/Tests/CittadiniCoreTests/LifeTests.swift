import CittadiniCore
import Foundation
import Support
import Testing

@Suite(.timeLimit(.minutes(1))) struct LifeTests {
    @Test func aClosedCoreSaysSoAndLetsGoOfItsFolder() async throws {
        let phone = Phone()
        let core = try await phone.open()
        #expect(await failure { try await phone.open() } == "Locked")
        try await core.close()
        try await core.close()
        #expect(await failure { try await core.home() } == "InvalidInput")
        #expect(await failure { try await core.settings() } == "InvalidInput")
        #expect(await failure { try await core.sync() } == "InvalidInput")
        let again = try await phone.open()
        #expect(try await again.home().empty == false)
        try await again.close()
    }

    @Test func aCoreThatNobodyHoldsLetsGoOfItsFolder() async throws {
        let phone = Phone()
        for _ in 0..<3 {
            _ = try await phone.open().home()
        }
        #expect(await failure { try await phone.open().home() } == nil)
    }

    @Test func closingEndsASyncThatHangs() async throws {
        let silent = try RawServer("", after: .keepSilent)
        let phone = Phone()
        let core = try await phone.open(repository: silent.url)
        let sync = Task { try await core.sync() }
        while silent.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        try await core.close()
        #expect(await failure { try await sync.value } == "Interrupted")
        #expect(await failure { try await phone.open().home() } == nil)
        silent.end()
    }

    @Test func manyThreadsAtOnceAndACloseAmongThemGiveTypedErrors() async throws {
        let server = try Server()
        let phone = Phone()
        let core = try await phone.open(repository: server.url)
        try await withThrowingTaskGroup(of: String?.self) { group in
            for number in 0..<60 {
                group.addTask {
                    await failure {
                        switch number % 4 {
                        case 0: _ = try await core.home()
                        case 1: _ = try await core.procedure("rinnovo-permesso")
                        case 2: _ = try await core.offices()
                        default: _ = try await core.sync()
                        }
                    }
                }
            }
            group.addTask { await failure { try await core.close() } }
            for try await kind in group {
                #expect([nil, "Interrupted", "InvalidInput"].contains(kind))
            }
        }
        #expect(await failure { try await core.home() } == "InvalidInput")
        #expect(await failure { try await phone.open().home() } == nil)
    }

    @Test func theGeneratedCoreMayBeCalledFromManyThreadsToo() async throws {
        let phone = Phone()
        let core = try Core.open(config: phone.config())
        await withTaskGroup(of: String?.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    await withCheckedContinuation { done in
                        Thread {
                            var kinds: String?
                            for _ in 0..<20 {
                                do { _ = try core.home() } catch { kinds = kind(error) }
                            }
                            done.resume(returning: kinds)
                        }.start()
                    }
                }
            }
            for await kind in group { #expect(kind == nil) }
        }
        try core.close()
    }

    @Test func eachErrorArrivesAsWhatItIs() async throws {
        let phone = Phone()
        let core = try await phone.open()
        #expect(await failure { try await core.procedure("no-such-procedure") } == "InvalidInput")
        #expect(await failure { try await core.changes(since: .day(iso: "yesterday")) } == "InvalidInput")
        #expect(
            await failure {
                try await core.setSettings(ReaderSettings(languages: [], municipality: nil, audience: .person))
            } == "InvalidInput")
        #expect(await failure { try await core.sync() } == "InvalidInput")
        try await core.close()

        let noSeed = Phone()
        #expect(await failure { try await noSeed.open(seed: "/no/such/seed.tar") } == "InvalidInput")
        let full = Phone(in: Release.variable("CITTADINI_SMALL_DISK"))
        #expect(await failure { try await full.open() } == "StorageFull")
        #expect(await failure { try await openedByANewerApp() } == "Outdated")
        #expect(await failure { try await withAForgedSeed() } == "Untrusted")
    }

    /// The version that a database notes in its head, set to one that is not yet thought of.
    private func openedByANewerApp() async throws {
        let phone = Phone()
        try await phone.open().close()
        let file = URL(fileURLWithPath: phone.folder).appendingPathComponent("personal.db")
        let handle = try FileHandle(forUpdating: file)
        try handle.seek(toOffset: 60)
        try handle.write(contentsOf: Data([0, 0, 0x70, 0]))
        try handle.close()
        try await phone.open().close()
    }

    private func withAForgedSeed() async throws {
        let phone = Phone()
        let forged = phone.folder + ".tar"
        var seed = try Data(contentsOf: URL(fileURLWithPath: Release.seed))
        let timestamp = try #require(seed.range(of: Data("metadata/timestamp.json".utf8)))
        let rest = timestamp.upperBound..<seed.endIndex
        let signature = try #require(seed.range(of: Data("\"sig\":\"".utf8), in: rest))
        seed[signature.upperBound] = seed[signature.upperBound] == 0x30 ? 0x31 : 0x30
        try seed.write(to: URL(fileURLWithPath: forged))
        try await phone.open(seed: forged).close()
    }
}
