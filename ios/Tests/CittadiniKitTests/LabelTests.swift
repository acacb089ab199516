import CittadiniCore
import CittadiniKit
import Foundation
import Support
import Testing

/// The words of the frame come from the core, and are read no more often than they can change.
@MainActor
@Suite(.timeLimit(.minutes(1))) struct LabelTests {
    private let renewal = "rinnovo-permesso"

    @Test func headingsInArabicComeFromThePack() async throws {
        let core = AppCore(try Phone().config(languages: ["ar"]))
        let model = ProcedureModel(core, id: renewal)
        await model.load()
        let page = try #require(model.reading.page)
        let headings = page.lines.filter { $0.role == .heading }.flatMap(\.texts)
        let expected = ["لمن", "ما الذي تحصل عليه", "الشروط", "المصاريف", "المدد والمواعيد", "الخطوات", "المصادر"]
        for words in expected {
            #expect(headings.contains { $0.words == words && $0.language == "ar" }, "\(words)")
        }
        #expect(page.lines.contains { $0.role == .subheading && $0.words == "الوثائق" })
        #expect(page.lines.contains { $0.name?.words == "كيف تحصل عليه" })
        try await core.close()
    }

    @Test func aScreenIsOneCallAndLabelsAreReadOnceAfterOpening() async throws {
        let app = AppCore(try Phone().config(languages: ["ar"]))
        let home = HomeModel(app)
        await home.load()
        let core = try await app.opened()
        #expect(await core.calls == 2, "the labels and the screen")
        await home.load()
        await ProcedureModel(app, id: renewal).load()
        await OfficesModel(app).load()
        #expect(await core.calls == 5, "three screens more")
        try await app.close()
    }

    @Test func labelsFollowTheLanguageAndWhoShowsAPageIsTold() async throws {
        let app = AppCore(try Phone().config())
        let home = HomeModel(app)
        await home.load()
        #expect(app.labels?.headings.steps.words == "Passi")
        let before = app.revision
        let arabic = try #require(home.languages.first { $0.tag == "ar" })
        await home.choose(language: arabic)
        #expect(app.labels?.headings.steps.words == "الخطوات")
        #expect(app.revision == before + 1)
        #expect(home.reading.page?.language == "ar")
        try await app.close()
    }

    @Test func allMunicipalitiesCanBeChosenAgain() async throws {
        let app = AppCore(try Phone().config())
        let home = HomeModel(app)
        let offices = OfficesModel(app)
        await home.load()
        await offices.load()
        let all = try #require(offices.reading.page?.passages.count)
        await home.choose(municipality: try #require(home.municipalities.first { $0.name == "Bollate" }))
        await offices.load()
        #expect(try #require(offices.reading.page?.passages.count) < all)
        await home.choose(municipality: nil)
        await offices.load()
        #expect(offices.reading.page?.passages.count == all)
        try await app.close()
    }

    @Test func emergencyNumbersAreOneTapAway() async throws {
        let app = AppCore(try Phone().config(languages: ["ar"]))
        let home = HomeModel(app)
        await home.load()
        #expect(home.emergency.contains { $0.url == URL(string: "tel:112") })
        #expect(home.emergency.contains { $0.words.contains("1522") })
        try await app.close()
    }

    @Test func theFirstLanguageIsThatOfTheDevice() async throws {
        for (device, expected) in [(["ar-EG", "it-IT"], "ar"), (["en-GB"], "en"), (["xx"], "it"), ([], "it")] {
            let phone = Phone()
            let app = AppCore(try phone.config(), preferred: device)
            let home = HomeModel(app)
            await home.load()
            #expect(home.reading.page?.language == expected, "\(device)")
            await home.choose(language: try #require(home.languages.first { $0.tag == "it" }))
            try await app.close()

            let again = AppCore(try phone.config(), preferred: device)
            let second = HomeModel(again)
            await second.load()
            #expect(second.reading.page?.language == "it", "what she chose stays, whatever the device says")
            try await again.close()
        }
    }

    @Test func whatASyncDoesIsSaidInHerLanguage() async throws {
        let server = try Server()
        let app = AppCore(try Phone().config(repository: server.url, languages: ["ar"]))
        let home = HomeModel(app)
        await home.load()
        #expect(home.updating.status == nil)
        let sync = Task { await home.sync() }
        while !home.updating.isRunning { await Task.yield() }
        #expect(home.updating.status?.words == "جارٍ التحديث…")
        await sync.value
        #expect(home.updating.status?.words == "تم التحديث.")
        let before = app.revision
        server.end()
        await home.sync()
        #expect(home.updating.status == nil)
        #expect(app.revision == before + 1)
        let labels = try #require(app.labels)
        #expect(home.reading.trouble?.sentence(in: labels).words.hasPrefix("لا يوجد اتصال") == true)
        try await app.close()
    }

    @Test func stoppingEndsASyncThatHangs() async throws {
        let silent = try RawServer("", after: .keepSilent)
        let app = AppCore(try Phone().config(repository: silent.url))
        let home = HomeModel(app)
        await home.load()
        let sync = Task { await home.sync() }
        while silent.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        home.updating.stop()
        await sync.value
        #expect(!home.updating.isRunning)
        #expect(home.reading.trouble == .interrupted)
        #expect(home.reading.page != nil)
        try await app.close()
        silent.end()
    }

    @Test func aDamagedSeedIsNoReasonToShowNothing() async throws {
        let damaged = Release.folder.appendingPathComponent("damaged-\(UUID().uuidString).tar")
        var seed = try Data(contentsOf: URL(fileURLWithPath: Release.seed))
        for place in stride(from: 0, to: seed.count, by: 97) { seed[place] ^= 0x55 }
        try seed.write(to: damaged)
        let server = try Server()
        let app = AppCore(try Phone().config(seed: damaged.path, repository: server.url))
        let home = HomeModel(app)
        await home.load()
        #expect(home.reading.page?.banners.isEmpty == false)
        await home.sync()
        #expect(home.reading.trouble == nil)
        #expect(home.reading.page?.words.contains("Rinnovare il permesso di soggiorno") == true)
        try await app.close()
    }
}
