import CittadiniCore
import Foundation
import Support
import Testing

@testable import CittadiniKit

private func text(_ runs: [Run], _ language: String) -> LocalizedText {
    LocalizedText(
        runs: runs, language: language, direction: language == "ar" ? .rtl : .ltr, translation: .original,
        stale: false, fallback: false)
}

@Suite struct PageTests {
    @Test func amountsAndDaysAreWrittenAsThePlatformDoesWithLatinDigits() {
        let runs: [Run] = [.money(cents: 123_456), .text(text: " "), .date(iso: "2026-11-23")]
        let italian = text(runs, "it").words
        #expect(italian.contains("1234,56") || italian.contains("1.234,56"))
        #expect(italian.hasSuffix("23 novembre 2026"))
        let arabic = text(runs, "ar").words
        #expect(arabic.contains("23") && arabic.contains("2026") && arabic.contains("234"))
        #expect(!arabic.contains { ("\u{0660}"..."\u{0669}").contains($0) })
    }

    @Test func aDayThatIsNoneStaysAsItWasWritten() {
        #expect(text([.date(iso: "soon")], "it").words == "soon")
    }

    @Test func aNumberKeepsItsOrderInAnArabicSentenceAndCanBeDialled() throws {
        let pieces = text([.text(text: "اتصل "), .phone(number: "800 290 290")], "ar").pieces
        #expect(pieces.last?.words == "\u{2066}800 290 290\u{2069}")
        #expect(pieces.last?.url == URL(string: "tel:800290290"))
        #expect(pieces.first?.url == nil)
    }

    @Test func aLinkThatIsNoAddressIsStillRead() {
        for address in ["", "a b", "javascript:alert(1)", "file:///etc/passwd"] {
            let pieces = text([.link(url: address, text: "qui"), .strong(text: "!")], "it").pieces
            #expect(pieces.map(\.isStrong) == [false, true])
            #expect(pieces[0].url == nil && pieces[0].words.contains("qui"))
        }
        #expect(text([.link(url: "https://example.org", text: "qui")], "it").pieces[0].url != nil)
    }

    @Test(arguments: ["ar", "en", "it"])
    func noSentenceOfAScreenIsLeftOut(language: String) async throws {
        let core = try await Phone().open(languages: [language])
        let labels = try await core.labels()
        for card in try await core.procedures().groups.flatMap(\.procedures) {
            let screen = try await core.procedure(card.id)
            mustSay(sentences(of: screen) + [screen.freshness.label], Page(screen, labels), card.id)
        }
        let home = try await core.home()
        mustSay(sentences(of: home), Page(home, labels), "home")
        let offices = try await core.offices()
        mustSay(sentences(of: offices), Page(offices, labels), "offices")
        try await core.close()
    }
}
