import CittadiniCore
import Foundation
import Support
import Testing

@testable import CittadiniKit

extension TriageModel {
    /// Answers one question after the other.
    func give(_ answers: [(question: String, value: String)]) async {
        for answer in answers {
            await perform(.answer(question: answer.question, value: answer.value))
        }
    }
}

extension Page {
    /// What taps on the page do, in reading order.
    var actions: [Line.Action] { lines.compactMap(\.action) }

    /// The answers that a tap hands in.
    var answers: [String] {
        actions.compactMap { if case .tell(.answer(_, let value)) = $0 { value } else { nil } }
    }

    func passage(_ id: String) -> Passage? { passages.first { $0.id == id } }
}

@MainActor
@Suite(.timeLimit(.minutes(1))) struct TriageTests {
    private let entrance = "tree-che-cosa-mi-serve"

    private func asked(_ app: AppCore, _ tree: String) async -> TriageModel {
        let model = TriageModel(app, tree: tree)
        await model.load()
        return model
    }

    private func page(_ model: TriageModel) throws -> Page {
        #expect(model.reading.trouble == nil)
        return try #require(model.reading.page)
    }

    @Test(arguments: ["it", "ar"]) func theEntranceLeadsToAnOutcomeAndToTheProcedure(language: String) async throws {
        let app = AppCore(try Phone().config(languages: [language], municipality: "Bollate"))
        let home = HomeModel(app)
        await home.load()
        let first = try #require(home.reading.page)
        #expect(first.passages.first { $0.form == .entrance }?.lines.first?.action == .open(.tree(id: entrance)))
        let order = first.passages.map(\.id)
        let group = try #require(order.firstIndex { $0.hasPrefix("group-") })
        #expect(try #require(order.firstIndex(of: "tree-\(entrance)")) < group)
        #expect(try #require(order.firstIndex(of: "questions")) < group)

        let core = try await app.opened()
        let before = await core.calls
        let model = await asked(app, entrance)
        #expect(try page(model).language == language)
        #expect(try page(model).answers.contains("permesso"))
        await model.give([("bisogno", "permesso"), ("permesso", "rinnovo"), ("scadenza", "vicino")])
        #expect(await core.calls - before == 4, "a step is one call into the core")
        let outcome = try page(model)
        #expect(outcome.answers.isEmpty)
        #expect(outcome.actions.contains(.open(.procedure(id: "rinnovo-permesso"))))
        #expect(outcome.passage("answers")?.lines.count == 7, "a heading, and three questions with their answers")
        #expect(outcome.banners.contains { $0.role == .alarm }, "development keys say so on every screen")

        let procedure = ProcedureModel(app, id: "rinnovo-permesso")
        await procedure.load()
        let questions = try #require(procedure.reading.page).actions.contains(.open(.tree(id: "tree-rinnovo")))
        #expect(questions, "a procedure leads to its questions")
        try await app.close()
    }

    @Test(arguments: ["it", "ar"]) func noSentenceOfAnyQuestionOrOutcomeIsLeftOut(language: String) async throws {
        let core = try await Phone().open(languages: [language])
        let labels = try await core.labels()
        for tree in try await core.trees().trees {
            var seen: Set<String> = []
            var open: [[TriageAnswer]] = [[]]
            while let answers = open.popLast() {
                let screen = try await core.triage(tree.id, answers: answers)
                let place = screen.question?.id ?? screen.outcome?.id ?? ""
                guard seen.insert(place).inserted else { continue }
                let page = Page(screen, labels)
                mustSay(sentences(of: screen) + [screen.freshness.label], page, "\(tree.id) \(place)")
                let ids = Set(page.passages.map { $0.id })
                #expect(ids.count == page.passages.count, "\(tree.id) \(place)")
                guard let question = screen.question else { continue }
                #expect(page.answers.last == "skip", "every question can be skipped")
                #expect(page.words.contains(labels.details.nothingKept.words))
                for value in question.options.map(\.id) + ["skip"] {
                    open.append(answers + [TriageAnswer(question: question.id, value: value)])
                }
            }
            #expect(seen.count > 4)
        }
        try await core.close()
    }

    @Test func backAsksTheQuestionBeforeAndStartingAgainAsksTheFirst() async throws {
        let app = AppCore(try Phone().config())
        let model = await asked(app, entrance)
        #expect(!model.canGoBack)
        let first = try page(model)
        await model.give([("bisogno", "permesso")])
        let second = try page(model)
        await model.give([("permesso", "skip")])
        #expect(model.step == 2)
        await model.back()
        #expect(try page(model) == second)
        #expect(second.actions.contains(.tell(.startAgain)))
        await model.perform(.startAgain)
        #expect(try page(model) == first)
        #expect(!model.canGoBack)
        try await app.close()
    }

    @Test func aSecondTapOnAnAnswerAnswersNothing() async throws {
        let app = AppCore(try Phone().config())
        let model = await asked(app, entrance)
        await model.give([("bisogno", "permesso"), ("bisogno", "famiglia")])
        #expect(model.step == 1)
        #expect(model.reading.trouble == nil)
        try await app.close()
    }

    @Test func dangerIsAnAlarmAndTheNumberToCallComesFirst() async throws {
        let app = AppCore(try Phone().config(languages: ["ar"]))
        let model = await asked(app, entrance)
        await model.give([("bisogno", "aiuto-subito"), ("aiuto", "violenza")])
        let outcome = try page(model)
        #expect(outcome.passage("verdict")?.lines.first?.role == .alarm)
        #expect(outcome.actions.first == .call("1522"))
        #expect(outcome.actions.contains(.open(.municipalities)), "no municipality is chosen")
        await model.perform(.startAgain)
        await model.give([("bisogno", "skip")])
        #expect(try page(model).passage("verdict")?.lines.first?.role == .warning)
        try await app.close()
    }

    @Test func theChoiceOfAMunicipalityIsKeptAndTheAnswersStay() async throws {
        let app = AppCore(try Phone().config())
        let model = await asked(app, entrance)
        await model.give([("bisogno", "lettera")])
        let choice = MunicipalitiesModel(app)
        await choice.load()
        let taps = try #require(choice.reading.page).actions
        let command = taps.compactMap { if case .tell(let command) = $0 { command } else { nil } }.first
        #expect(await choice.perform(try #require(command)))
        await model.load()
        #expect(model.step == 1)
        #expect(try !page(model).actions.contains(.open(.municipalities)))
        #expect(await !choice.perform(.choose("000000")))
        #expect(choice.reading.trouble == .notFound)
        try await app.close()
    }

    @Test func severalAnswersAreHandedInTogether() async throws {
        let app = AppCore(try Phone().config())
        let model = await asked(app, "tree-rinnovo")
        let page = try await first(model) { $0.lines.contains { $0.isChosen != nil } }
        let options = page.lines.filter { $0.isChosen != nil }
        #expect(options.count > 2)
        #expect(!options.contains { $0.isChosen == true })
        #expect(!page.actions.contains(.tell(.goOn)))
        for option in options.prefix(2) {
            guard case .tell(let command) = option.action else { continue }
            await model.perform(command)
        }
        let chosen = try #require(model.reading.page)
        let ticked = chosen.lines.filter { $0.isChosen == true }.map { $0.words }
        let tapped: [String] = options.prefix(2).map { $0.words }
        #expect(ticked == tapped)
        #expect(chosen.actions.contains(.tell(.goOn)))
        let step = model.step
        await model.perform(.goOn)
        #expect(model.reading.trouble == nil)
        #expect(model.step == step + 1)
        let both = tapped.joined(separator: Line.between)
        let next = try #require(model.reading.page)
        #expect(next.words.contains(both))
        try await app.close()
    }

    @Test func aDayIsWrittenInAFieldAndOneThatIsNoneIsNotKept() async throws {
        let phone = Phone()
        let app = AppCore(try phone.config())
        let model = await asked(app, "tree-rinnovo")
        let page = try await first(model) { $0.lines.contains { $0.field != nil } }
        let field = try #require(page.lines.compactMap(\.field).first)
        #expect(field.kind == .day && field.value == nil)
        let step = model.step
        await model.perform(.enter(field: field.id, value: "soon"))
        #expect(model.reading.trouble == .notFound)
        #expect(model.reading.page == page, "the question stays")
        #expect(model.step == step)
        await model.load()
        #expect(model.reading.trouble == nil)
        await model.perform(.enter(field: field.id, value: "2027-01-19"))
        #expect(model.reading.trouble == nil)
        #expect(model.step == step + 1)
        try await app.close()
        #expect(try !isWritten("2027-01-19", in: phone), "nothing is kept")
    }

    @Test func aTreeThatIsGoneIsSaid() async throws {
        let app = AppCore(try Phone().config())
        let model = await asked(app, "no-such-tree")
        #expect(model.reading.trouble == .notFound)
        try await app.close()
    }

    /// Goes on by first answers until a page of a kind is met.
    private func first(_ model: TriageModel, _ isMeant: (Page) -> Bool) async throws -> Page {
        for _ in 0..<20 {
            let page = try page(model)
            if isMeant(page) { return page }
            let next = page.actions.first { if case .tell(.answer) = $0 { true } else { false } }
            guard case .tell(let command) = next else { break }
            await model.perform(command)
        }
        throw UnknownStep(what: "no such question")
    }
}

/// Whether a phone's folder holds some words anywhere.
func isWritten(_ words: String, in phone: Phone) throws -> Bool {
    let files = FileManager.default
    let needle = Data(words.utf8)
    for name in try files.subpathsOfDirectory(atPath: phone.folder) {
        let file = URL(fileURLWithPath: phone.folder).appendingPathComponent(name)
        if let data = try? Data(contentsOf: file), data.range(of: needle) != nil { return true }
    }
    return false
}

@Suite struct FieldTests {
    @Test func digitsOfAnyScriptAreTheNumbersTheyMean() {
        #expect(Field.number(typed: " ٣٤ ") == "34")
        #expect(Field.number(typed: "12") == "12")
        #expect(Field.number(typed: "-3x") == "-3x")
    }

    @Test func aDayIsTheSameInEveryZone() throws {
        let day = try #require(Day.date("2026-11-23"))
        #expect(Day.iso(day) == "2026-11-23")
        #expect(Day.date("soon") == nil)
        let lateInGreenwich = try Date("2026-11-23T23:30:00Z", strategy: .iso8601)
        #expect(Day.iso(Day.today(lateInGreenwich)) == "2026-11-24", "it is past midnight in Italy")
    }
}
