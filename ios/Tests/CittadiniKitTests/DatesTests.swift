import CittadiniCore
import Foundation
import Support
import Testing

@testable import CittadiniKit

@MainActor
@Suite(.timeLimit(.minutes(1))) struct DatesTests {
    private let renewal = "rinnovo-permesso"
    private let expiry = "permit_expiry"

    /// A day so many days from today, in Italy.
    private func day(_ days: Double) -> String { Day.iso(Day.today().addingTimeInterval(days * 86_400)) }

    /// The content has days of its own (checked on, to be checked by): one of them would be found on disk.
    private func dayThatNoContentCarries(in phone: Phone) throws -> String {
        try #require(try stride(from: 100.0, to: 200, by: 1).map(day).first { try !isWritten($0, in: phone) })
    }

    private func page(_ model: DatesModel) throws -> Page {
        #expect(model.reading.trouble == nil)
        return try #require(model.reading.page)
    }

    @Test(arguments: ["it", "ar"]) func aProcedureLeadsToTheDatesAndADateToItsDays(language: String) async throws {
        let phone = Phone()
        let app = AppCore(try phone.config(languages: [language]))
        let procedure = ProcedureModel(app, id: renewal)
        await procedure.load()
        let taps = try #require(procedure.reading.page).actions
        #expect(taps.contains(.open(.dates(procedure: renewal))))

        let model = DatesModel(app, procedure: renewal)
        await model.load()
        let empty = try page(model)
        #expect(empty.words.contains(try #require(app.labels).details.nothingKept.words))
        #expect(empty.lines.compactMap(\.field).contains { $0.id == expiry && $0.value == nil })
        #expect(!empty.passages.flatMap(\.lines).contains { $0.role == .alarm || $0.role == .warning })

        let core = try await app.opened()
        let before = await core.calls
        let ends = try dayThatNoContentCarries(in: phone)
        await model.perform(.enter(field: expiry, value: ends))
        #expect(await core.calls == before + 1, "a screen is one call into the core")
        let filled = try page(model)
        #expect(filled.lines.compactMap(\.field).first { $0.id == expiry }?.value == ends)
        let query = TimelineQuery(procedure: renewal, events: [EventDate(event: expiry, date: ends)], papers: [])
        let screen = try await core.timeline(query)
        let counted = screen.entries.filter { !$0.explanation.isEmpty }
        #expect(!counted.isEmpty)
        for entry in counted {
            let lines = try #require(filled.passage("term-\(entry.deadline.id)")?.lines)
            let first = try #require(lines.first { $0.words == entry.explanation[0].words })
            #expect(first.symbol != nil, "never by colour alone")
        }
        try await app.close()
        #expect(try !isWritten(ends, in: phone), "nothing is kept")
    }

    @Test(arguments: ["it", "ar"]) func noSentenceOfAnyTimelineIsLeftOut(language: String) async throws {
        let core = try await Phone().open(languages: [language])
        let labels = try await core.labels()
        for card in try await core.procedures().groups.flatMap(\.procedures) {
            let bare = TimelineQuery(procedure: card.id, events: [], papers: [])
            let events = try await core.timeline(bare).events
            for days in [-400.0, 0, 40] {
                let dates = events.map { EventDate(event: $0.event, date: day(days)) }
                let query = TimelineQuery(procedure: card.id, events: dates, papers: [])
                let screen = try await core.timeline(query)
                mustSay(sentences(of: screen), Page(screen, labels), "\(card.id) \(days)")
            }
        }
        try await core.close()
    }

    @Test func aTermAfterWhichARightIsLostIsAnAlarmOnItsLastDayAndAfter() async throws {
        let app = AppCore(try Phone().config())
        let model = DatesModel(app, procedure: renewal)
        await model.load()
        let term = "term-d-rinnovo-ultimo-giorno"
        await model.perform(.enter(field: expiry, value: day(200)))
        #expect(try page(model).passage(term)?.lines.contains { $0.role == .alarm } == false)
        await model.perform(.enter(field: expiry, value: day(-200)))
        #expect(try page(model).passage(term)?.lines.contains { $0.role == .alarm } == true)
        try await app.close()
    }

    @Test func twoChangesInARowEndWithBoth() async throws {
        let app = AppCore(try Phone().config())
        let model = DatesModel(app, procedure: renewal)
        await model.load()
        let (first, second) = (day(100), day(-3))
        async let one: Void = model.perform(.enter(field: expiry, value: first))
        async let other: Void = model.perform(.enter(field: "application", value: second))
        _ = await (one, other)
        let fields = try page(model).lines.compactMap(\.field)
        #expect(fields.first { $0.id == expiry }?.value == first)
        #expect(fields.first { $0.id == "application" }?.value == second)
        try await app.close()
    }

    @Test func aWrongDateIsSaidAndTheOthersAreReckoned() async throws {
        let app = AppCore(try Phone().config())
        let model = DatesModel(app, procedure: renewal)
        await model.load()
        await model.perform(.enter(field: "application", value: "2026-13-45"))
        await model.perform(.enter(field: expiry, value: day(100)))
        let page = try page(model)
        #expect(page.passage("event-application")?.lines.last?.role == .warning)
        #expect(page.lines.compactMap(\.field).first { $0.id == expiry }?.value == day(100))
        try await app.close()
    }

    @Test func aProcedureThatIsGoneIsSaid() async throws {
        let app = AppCore(try Phone().config())
        let model = DatesModel(app, procedure: "no-such-procedure")
        await model.load()
        #expect(model.reading.trouble == .notFound)
        try await app.close()
    }
}
