import CittadiniCore
import Foundation
import Support
import Testing

@testable import CittadiniKit

@MainActor
@Suite(.timeLimit(.minutes(1))) struct SearchTests {
    @Test(arguments: [("it", "permeso sogiorno"), ("ar", "تجديد الاقامة"), ("ar", "permesso di soggiorno")])
    func aFewWordsLeadToWhatToDo(language: String, words: String) async throws {
        let app = AppCore(try Phone().config(languages: [language], municipality: "Bollate"))
        let core = try await app.opened()
        let model = SearchModel(app)
        await model.prepare()
        let before = await core.calls
        model.type(words)
        await model.load()
        #expect(await core.calls == before + 1, "a letter is one call into the core")
        let page = try #require(model.reading.page)
        #expect(page.language == language)
        try keep(page, "search-\(words.prefix(8)).\(language).txt")
        let screen = try await core.search(words)
        #expect(!screen.hits.isEmpty)
        mustSay(sentences(of: screen), page, words)
        for hit in screen.hits {
            for text in [hit.title, hit.titleIt] + [hit.snippet].compactMap({ $0 }) {
                #expect(page.words.contains(text.text), "\(text.text)")
                #expect(text.sentence.words == text.text)
                #expect(text.sentence.direction == text.direction)
            }
        }
        let marked = page.lines.filter(\.isFound).flatMap(\.texts).flatMap(\.pieces).filter(\.isStrong)
        #expect(!marked.isEmpty, "what was found is seen")
        let first = try #require(screen.hits.first { $0.kind == .procedure })
        #expect(page.actions.contains(.open(.procedure(id: first.id))))
        try await app.close()
    }

    @Test func ofManyLettersOnlyTheLastAnswerIsShown() async throws {
        let app = AppCore(try Phone().config())
        let core = try await app.opened()
        let model = SearchModel(app)
        await model.prepare()
        let words = "permesso di soggiorno"
        let before = await core.calls
        var searches: [Task<Void, Never>] = []
        for end in 1...words.count {
            model.type(String(words.prefix(end)))
            searches.append(Task { await model.load() })
            await Task.yield()
        }
        for search in searches {
            await search.value
            #expect(model.reading.trouble == nil, "that it was interrupted is nobody's business")
        }
        #expect(await core.calls == before + words.count, "a letter is one call into the core")
        let labels = try #require(app.labels)
        let last = Page(try await core.search(words), labels)
        #expect(model.reading.page == last)
        try await app.close()
    }

    @Test func anAnswerThatComesLateIsNotShown() async throws {
        let app = AppCore(try Phone().config())
        let model = SearchModel(app)
        let words = try #require(try await app.opened().search("qzxwv").nothing).words
        for _ in 0..<20 {
            model.type("questura")
            let older = Task { await model.load() }
            await Task.yield()
            model.type("qzxwv")
            await model.load()
            await older.value
            #expect(model.reading.page?.words.contains(words) == true)
            #expect(model.found == words)
        }
        model.type("questura")
        let older = Task { await model.load() }
        await Task.yield()
        model.type(" ")
        await model.load()
        await older.value
        #expect(model.reading.page == nil && model.found == nil, "an empty field has no results")
        #expect(!model.isSearching)
        try await app.close()
    }

    @Test func howMuchWasFoundIsSaid() async throws {
        let app = AppCore(try Phone().config())
        let model = SearchModel(app)
        model.type("permeso sogiorno")
        await model.load()
        let screen = try await app.opened().search("permeso sogiorno")
        let showing = try #require(screen.showing)
        let results = try #require(app.labels).headings.results.words
        #expect(model.found == "\(showing.words). \(results): \(screen.hits.count)")
        #expect(model.reading.page?.words.contains(showing.words) == true)
        model.type("codice fiscale")
        await model.load()
        let count = try await app.opened().search("codice fiscale").hits.count
        #expect(model.found == "\(results): \(count)")
        try await app.close()
    }

    @Test func whatIsTypedIsWrittenNowhere() async throws {
        let phone = Phone()
        let app = AppCore(try phone.config())
        let model = SearchModel(app)
        let words = "qzxwviolenza marito"
        for end in 1...words.count {
            model.type(String(words.prefix(end)))
            await model.load()
        }
        try await app.close()
        #expect(try !isWritten(words, in: phone), "nothing is kept")
        #expect(try !isWritten("qzxwviolenza", in: phone), "not in the index either")
    }

    @Test func everyResultLeadsWhereItSaysAndNoneIsADeadEnd() async throws {
        let app = AppCore(try Phone().config(languages: ["ar"], municipality: "Bollate"))
        let core = try await app.opened()
        let labels = try #require(app.labels)
        var kinds: Set<String> = []
        let queries = [
            "permesso di soggiorno", "questura", "passaporto", "antiviolenza", "112", "avvocato", "prefettura",
        ]
        for words in queries {
            for hit in try await core.search(words).hits where kinds.insert("\(hit.kind)").inserted {
                let page = Page(try await core.search(words), labels)
                let passage = try #require(page.passage("hit-\(hit.kind)-\(hit.id)"))
                let way = passage.lines.first?.action
                switch hit.kind {
                case .procedure: #expect(way == .open(.procedure(id: hit.id)))
                case .office: try await leads(app, way, .office(id: hit.id), .office(id: hit.id))
                case .officeType:
                    if let office = hit.offices.first {
                        try await leads(app, way, .office(id: office), .office(id: office))
                    } else {
                        #expect(way == nil)
                    }
                case .contact:
                    #expect(way == nil)
                    let calls = passage.lines.compactMap(\.action)
                    let contact = try #require(hit.contact)
                    mustSay(sentences(of: hit), page, hit.id)
                    #expect(calls == [contact.value.action].compactMap { $0 }, "a tap calls it")
                case .term: try await leads(app, way, .term(id: hit.id), .term(id: hit.id))
                case .document:
                    #expect(way == nil)
                    let ways = (passage.lines + (page.passage("ways-\(hit.id)")?.lines ?? [])).compactMap(\.action)
                    #expect(ways == hit.procedures.map { .open(.procedure(id: $0.id)) })
                case .service: #expect(way == nil)
                }
            }
        }
        #expect(kinds.count > 3, "\(kinds)")
        try await app.close()
    }

    private func leads(
        _ app: AppCore, _ way: Line.Action?, _ destination: Destination, _ item: FoundModel.Item
    ) async throws {
        #expect(way == .open(destination))
        let model = FoundModel(app, item)
        let core = try await app.opened()
        let before = await core.calls
        await model.load()
        #expect(await core.calls == before + 1, "a screen is one call into the core")
        #expect(model.reading.trouble == nil)
        let page = try #require(model.reading.page)
        #expect(page.passages.contains { $0.form == .card }, "\(item)")
    }

    @Test func noSentenceOfAnyOfficeIsLeftOut() async throws {
        let core = try await Phone().open(languages: ["ar"])
        let labels = try await core.labels()
        for office in try await core.offices().offices.prefix(12) {
            let screen = try await core.office(office.id)
            mustSay(sentences(of: screen), Page(screen, labels), office.id)
        }
        try await core.close()
    }

    @Test func rangesAreThoseOfUTF16AndWrongOnesHarmNothing() {
        func sentence(_ text: String, _ ranges: [(UInt32, UInt32)]) -> [Run] {
            FoundText(
                text: text, language: "it", direction: .ltr, translation: .original,
                ranges: ranges.map { TextRange(start: $0.0, end: $0.1) }
            ).sentence.runs
        }
        #expect(sentence("😀 permesso", [(3, 11)]) == [.text(text: "😀 "), .strong(text: "permesso")])
        #expect(sentence("kit", []) == [.text(text: "kit")])
        #expect(sentence("kit", [(0, 3)]) == [.strong(text: "kit")])
        #expect(sentence("kit", [(2, 9)]) == [.text(text: "ki"), .text(text: "t")])
    }
}
