import CittadiniCore
import CittadiniKit
import Foundation
import Observation
import Support
import Testing

@MainActor
@Suite(.timeLimit(.minutes(1))) struct ModelTests {
    @Test func noErrorEmptiesAScreen() async throws {
        let phone = Phone()
        let core = AppCore(try phone.config(repository: "http://127.0.0.1:1"))
        let home = HomeModel(core)
        await home.load()
        let before = try #require(home.reading.page)
        await home.sync()
        #expect(home.reading.trouble == .offline)
        #expect(home.reading.page?.passages == before.passages)
        await home.load()
        #expect(home.reading.trouble == nil)
        try await core.close()
    }

    @Test func whatIsDueIsTriedAtOpeningAndNotAgainWithinMinutes() async throws {
        let core = AppCore(try Phone().config(repository: "http://127.0.0.1:1"))
        let home = HomeModel(core)
        await home.load()
        await home.syncIfDue()
        #expect(home.reading.trouble == .offline)
        await home.load()
        await home.syncIfDue()
        #expect(home.reading.trouble == nil)
        try await core.close()
    }

    @Test func aChoiceLeavesTheOthersAsTheyWere() async throws {
        let core = AppCore(try Phone().config())
        let home = HomeModel(core)
        await home.load()
        let cittadini = try await core.opened()
        let saving = ReaderSettings(
            languages: ["it"], municipality: nil, audience: .operator, wifiOnly: true, dataSaver: true)
        try await cittadini.setSettings(saving)
        await home.choose(language: try #require(home.languages.first { $0.tag == "ar" }))
        await home.choose(municipality: nil)
        let kept = try await cittadini.settings()
        #expect(kept.languages == ["ar"])
        #expect(kept.wifiOnly && kept.dataSaver && kept.audience == .operator)
        try await core.close()
    }

    @Test func aCoreThatCannotBeOpenedIsSaidAndTriedAgain() async throws {
        let phone = Phone()
        let other = try await phone.open()
        let core = AppCore(try phone.config())
        let home = HomeModel(core)
        await home.load()
        #expect(home.reading.trouble == .locked)
        #expect(home.reading.page == nil)
        try await other.close()
        await home.load()
        #expect(home.reading.trouble == nil)
        #expect(home.reading.page?.lines.isEmpty == false)
        try await core.close()
    }

    @Test func aPhoneWithoutContentSaysSo() async throws {
        let core = AppCore(try Phone().config(seed: nil))
        let home = HomeModel(core)
        await home.load()
        #expect(home.reading.page?.banners.isEmpty == false)
        #expect(home.reading.page?.passages.isEmpty == false)
        try await core.close()
    }

    @Test func aProcedureThatIsGoneIsSaid() async throws {
        let core = AppCore(try Phone().config())
        let model = ProcedureModel(core, id: "no-such-procedure")
        await model.load()
        #expect(model.reading.trouble == .notFound)
        try await core.close()
    }

    @Test func aSyncThatIsCancelledIsSaidAndThePageStays() async throws {
        let silent = try RawServer("", after: .keepSilent)
        let core = AppCore(try Phone().config(repository: silent.url))
        let home = HomeModel(core)
        await home.load()
        let sync = Task { await home.sync() }
        while silent.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        #expect(home.updating.isRunning)
        sync.cancel()
        await sync.value
        #expect(!home.updating.isRunning)
        #expect(home.reading.trouble == .interrupted)
        #expect(home.reading.page != nil)
        try await core.close()
        silent.end()
    }

    @Test func aViewIsToldWhenAPageArrives() async throws {
        let core = AppCore(try Phone().config())
        let model = OfficesModel(core)
        await confirmation { told in
            withObservationTracking {
                _ = model.reading.page
            } onChange: {
                told()
            }
            await model.load()
        }
        try await core.close()
    }
}
