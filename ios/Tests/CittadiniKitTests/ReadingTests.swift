import CittadiniCore
import Foundation
import Support
import Testing

@testable import CittadiniKit

/// Pages as a person meets them, line by line. `cargo xtask ios core` leaves them in `target/ios/pages`, to be read.
@MainActor
@Suite(.timeLimit(.minutes(1))) struct ReadingTests {
    @Test(arguments: ["ar", "it"]) func aPageSaysNothingTwiceInARow(language: String) async throws {
        for (name, page) in try await pages(language) {
            try keep(page, "\(name).\(language).txt")
            for (line, next) in zip(page.lines, page.lines.dropFirst()) {
                #expect(line.words != next.words, "\(name): \(line.words)")
            }
        }
    }

    @Test func aProcedureExplainsNothingTwice() async throws {
        let pages = try await pages("ar")
        let page = try #require(pages["procedure"])
        let named = page.lines.filter { $0.name != nil && $0.role == .note && $0.texts[0].words.count > 40 }
        let looks = named.filter { ["شكله", "كيف تحصل عليه"].contains($0.name?.words) }
        #expect(!looks.isEmpty)
        #expect(Set(looks.map(\.words)).count == looks.count)
    }

    @Test func everyHeadingHasSomethingBelowItAndTheOrderIsThatOfTheWay() async throws {
        let pages = try await pages("it")
        let page = try #require(pages["procedure"])
        let order = page.passages.map(\.id)
        let steps = page.passages.filter { $0.id.hasPrefix("step-") }
        #expect(steps.map { $0.lines.first?.number } == (1...UInt32(steps.count)).map { $0 })
        #expect(order.first == "top")
        #expect(order.last == "sources")
        let pairs = [("about", "costs"), ("deadlines", "steps"), ("rights", "appeal"), ("scam", "contact")]
        for (earlier, later) in pairs {
            let first = try #require(order.firstIndex(of: earlier))
            let second = try #require(order.firstIndex(of: later))
            #expect(first < second, "\(earlier), then \(later)")
        }
        for passage in page.passages where passage.form != .plain {
            #expect(passage.lines.count > 1, "\(passage.id)")
        }
        for (line, next) in zip(page.lines, page.lines.dropFirst()) where line.role == .subheading {
            #expect(next.role != .subheading && next.role != .heading, "\(line.words)")
        }
    }

    @Test func whatIsDoubtfulIsSaidOnceForEachItem() async throws {
        let pages = try await pages("ar")
        let page = try #require(pages["procedure"])
        let office = "Questura di Milano - Ufficio Immigrazione"
        let named = page.passages.filter { $0.lines.contains { $0.words == office } }
        #expect(named.count > 1, "several steps lead there")
        let doubts = named.map { passage in
            let place = passage.lines.drop { $0.words != office }.dropFirst()
            return place.prefix { $0.role != .subheading && $0.role != .item }.filter { $0.symbol == .unknown }.count
        }
        #expect(doubts.first ?? 0 > 0)
        #expect(doubts.dropFirst().allSatisfy { $0 == 0 })
    }

    @Test func feesOfWhichOneIsPaidSaySo() async throws {
        let pages = try await pages("it")
        let page = try #require(pages["procedure"])
        let amounts = page.lines.enumerated().filter { $0.element.words.contains("Ne paghi una sola") }
        #expect(amounts.count == 1)
    }

    private func pages(_ language: String) async throws -> [String: Page] {
        let app = AppCore(try Phone().config(languages: [language], municipality: "Bollate"))
        let home = HomeModel(app)
        let procedure = ProcedureModel(app, id: "rinnovo-permesso")
        let offices = OfficesModel(app)
        await home.load()
        await procedure.load()
        await offices.load()
        let question = TriageModel(app, tree: "tree-che-cosa-mi-serve")
        await question.load()
        let outcome = TriageModel(app, tree: "tree-che-cosa-mi-serve")
        await outcome.load()
        await outcome.give([("bisogno", "permesso"), ("permesso", "rinnovo"), ("scadenza", "vicino")])
        let urgent = TriageModel(app, tree: "tree-che-cosa-mi-serve")
        await urgent.load()
        await urgent.give([("bisogno", "aiuto-subito"), ("aiuto", "violenza")])
        let dates = DatesModel(app, procedure: "rinnovo-permesso")
        await dates.load()
        await dates.perform(.enter(field: "permit_expiry", value: "2027-01-19"))
        let hours = HoursModel(app, office: "servizi-sociali-bollate")
        await hours.load()
        let readings = [
            "home": home.reading, "procedure": procedure.reading, "offices": offices.reading, "dates": dates.reading,
            "question": question.reading, "outcome": outcome.reading, "urgent": urgent.reading, "hours": hours.reading,
        ]
        var pages = try readings.mapValues { try #require($0.page) }
        await offices.perform(.choose(OfficeSwitch.evening.rawValue))
        pages["evening"] = try #require(offices.reading.page)
        try await app.close()
        return pages
    }
}

@Suite struct FlowTests {
    private func flow(_ widths: [CGFloat], in width: CGFloat) -> Flow {
        Flow(widths.map { CGSize(width: $0, height: 10) }, width: width, gap: 5)
    }

    @Test func whatFitsStandsOnOneRowAndTheNextBeginsBelow() {
        let chips = flow([40, 40, 40], in: 90)
        #expect(chips.frames.map(\.minX) == [0, 45, 0])
        #expect(chips.frames.map(\.minY) == [0, 0, 15])
        #expect(chips.size == CGSize(width: 85, height: 25))
    }

    @Test func whatIsTooWideKeepsToTheWidth() {
        let chips = flow([10, 400], in: 100)
        #expect(chips.frames[1] == CGRect(x: 0, y: 15, width: 100, height: 10))
        #expect(flow([], in: 100).size == .zero)
    }
}
