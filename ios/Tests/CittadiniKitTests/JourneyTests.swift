import CittadiniCore
import CittadiniKit
import Foundation
import Support
import Testing

/// `tests/journey.json`: the journey that every shell makes.
struct Journey: Decodable {
    let municipality: String
    let steps: [Step]

    struct Step: Decodable {
        let `do`: String?
        let screen: String?
        let id: String?
        let language: String?
        let direction: String?
        let reads: [String]?
        let expects: String?
        let with: String?
    }

    static func load() throws -> Journey {
        let file = Release.folder.appendingPathComponent("journey.json")
        return try JSONDecoder().decode(Journey.self, from: Data(contentsOf: file))
    }
}

/// An app on a phone, with the three models and nothing else.
@MainActor
final class App {
    let phone = Phone()
    var core: AppCore
    var home: HomeModel

    init() throws {
        core = AppCore(try phone.config())
        home = HomeModel(core)
    }

    func open(repository: String) async throws {
        try await core.close()
        core = AppCore(try phone.config(repository: repository))
        home = HomeModel(core)
        await home.load()
        #expect(home.reading.trouble == nil)
    }

    func choose(municipality: String) async throws {
        let choice = try #require(home.municipalities.first { $0.name == municipality })
        await home.choose(municipality: choice)
        #expect(home.reading.trouble == nil)
    }

    func choose(language: String) async throws {
        let choice = try #require(home.languages.first { $0.tag == language })
        await home.choose(language: choice)
        #expect(home.reading.trouble == nil)
    }

    /// The page of a screen, and how many calls into the core it cost.
    func page(_ screen: String, id: String?) async throws -> (page: Page, calls: Int) {
        let core = try await self.core.opened()
        let before = await core.calls
        let reading =
            switch screen {
            case "home": await loaded(home.reading, home.load)
            case "procedure": await read(ProcedureModel(self.core, id: try #require(id)))
            case "offices": await read(OfficesModel(self.core))
            default: throw UnknownStep(what: screen)
            }
        #expect(reading.trouble == nil)
        return (try #require(reading.page), await core.calls - before)
    }

    private func loaded(_ reading: Reading, _ load: () async -> Void) async -> Reading {
        await load()
        return reading
    }

    private func read(_ model: ProcedureModel) async -> Reading { await loaded(model.reading, model.load) }
    private func read(_ model: OfficesModel) async -> Reading { await loaded(model.reading, model.load) }
}

struct UnknownStep: Error {
    let what: String
}

@MainActor
@Suite struct JourneyTests {
    @Test func theJourneyOfEveryShellIsWalked() async throws {
        let journey = try Journey.load()
        let server = try Server()
        let app = try App()
        for step in journey.steps {
            switch (step.do, step.with) {
            case ("open", _):
                try await app.open(repository: server.url)
                try await app.choose(municipality: journey.municipality)
            case ("sync", _): await sync(app, expecting: try #require(step.expects))
            case ("reopen", "the server gone"):
                server.end()
                try await app.open(repository: server.url)
            case (nil, _): try await look(at: step, in: app)
            default: throw UnknownStep(what: step.do ?? "")
            }
        }
        try await app.core.close()
    }

    private func sync(_ app: App, expecting: String) async {
        await app.home.sync()
        switch expecting {
        case "Offline": #expect(app.home.reading.trouble == .offline)
        default:
            #expect(app.home.reading.trouble == nil)
            #expect(app.home.updating.report?.refused == [])
        }
        #expect(app.home.reading.page?.lines.isEmpty == false)
    }

    private func look(at step: Journey.Step, in app: App) async throws {
        let language = try #require(step.language)
        if app.home.reading.page?.language != language {
            try await app.choose(language: language)
        }
        let (page, calls) = try await app.page(try #require(step.screen), id: step.id)
        #expect(calls == 1, "a screen is one call into the core")
        #expect(page.language == language)
        #expect(page.banners.contains { $0.role == .alarm }, "development keys say so on every screen")
        for words in step.reads ?? [] {
            #expect(page.words.contains(words))
        }
        if let direction = step.direction {
            let title = try #require(page.lines.first { $0.role == .title })
            #expect(title.texts.first?.direction == (direction == "rtl" ? .rtl : .ltr))
        }
    }
}
