import CittadiniCore
import Foundation
import Support
import Testing

@testable import CittadiniKit

@MainActor
@Suite(.timeLimit(.minutes(1))) struct HoursTests {
    @Test(arguments: ["it", "ar"]) func anOfficeLeadsToItsHoursDayByDay(language: String) async throws {
        let app = AppCore(try Phone().config(languages: [language]))
        let offices = OfficesModel(app)
        await offices.load()
        let taps = try #require(offices.reading.page).actions
        let ids = taps.compactMap { if case .open(.hours(let office)) = $0 { office } else { nil } }
        let core = try await app.opened()
        let model = HoursModel(app, office: try #require(ids.first))
        let before = await core.calls
        await model.load()
        #expect(await core.calls == before + 1, "a screen is one call into the core")
        let page = try #require(model.reading.page)
        #expect(page.language == language)
        #expect(page.passage("days")?.lines.count ?? 0 > 14, "a heading and fourteen days")
        #expect(!page.actions.contains(.open(.hours(office: model.office))), "it leads not to itself")
        try await app.close()
    }

    @Test(arguments: ["it", "ar"]) func noSentenceOfAnyHoursIsLeftOut(language: String) async throws {
        let core = try await Phone().open(languages: [language])
        let labels = try await core.labels()
        for office in try await core.offices().offices {
            let screen = try await core.hours(office.id)
            mustSay(sentences(of: screen), Page(screen, labels), office.id)
        }
        for one in OfficeSwitch.allCases {
            let on: Set<OfficeSwitch> = [one]
            let screen = try await core.openNow(on.filter(language: language))
            mustSay(sentences(of: screen), Page(screen, labels, on), one.rawValue)
        }
        try await core.close()
    }

    @Test func aSwitchAsksForTheOfficesItNamesAndSaysHowManyMoreMayBeOpen() async throws {
        let app = AppCore(try Phone().config())
        let core = try await app.opened()
        let model = OfficesModel(app)
        await model.load()
        let all = try #require(model.reading.page)
        #expect(all.lines.filter { $0.isChosen == false }.count == OfficeSwitch.allCases.count)
        let before = await core.calls
        await model.perform(.choose(OfficeSwitch.saturday.rawValue))
        #expect(await core.calls == before + 1, "a screen is one call into the core")
        let saturday = try #require(model.reading.page)
        #expect(saturday.lines.filter { $0.isChosen == true }.count == 1)
        let on: Set<OfficeSwitch> = [.saturday]
        let screen = try await core.openNow(on.filter(language: nil))
        let unknown = try #require(screen.unknownText)
        #expect(saturday.words.contains(unknown.words), "nobody must believe that they are closed")
        #expect(saturday.passages.filter { $0.form == .card }.count == screen.offices.count)
        await model.perform(.choose(OfficeSwitch.saturday.rawValue))
        #expect(model.reading.page == all)
        try await app.close()
    }

    @Test func theSwitchOfHerLanguageAsksForTheLanguageOfThePage() {
        let on: Set<OfficeSwitch> = [.openNow, .myLanguage]
        let filter = on.filter(language: "ar")
        #expect(filter.language == "ar" && filter.open)
        #expect(!filter.evening && !filter.saturday)
        #expect(Set<OfficeSwitch>([.evening]).filter(language: "ar").language == nil)
    }

    @Test func anOfficeThatIsGoneIsSaid() async throws {
        let app = AppCore(try Phone().config())
        let model = HoursModel(app, office: "no-such-office")
        await model.load()
        #expect(model.reading.trouble == .notFound)
        try await app.close()
    }
}
