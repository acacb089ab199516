import CittadiniCore
import Foundation
import Support
import Testing

@Suite(.timeLimit(.minutes(1))) struct SearchTests {
    @Test func searchesDoNotQueueBehindEachOtherAndTheNewestAnswers() async throws {
        let core = try await Phone().open()
        try await core.prepareSearch()
        let words = "rinnovo del permesso di soggiorno"
        let kinds = await withTaskGroup(of: String?.self) { group in
            for end in 1..<words.count {
                group.addTask { await failure { try await core.search(String(words.prefix(end))) } }
            }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(kinds.allSatisfy { $0 == nil || $0 == "Interrupted" })
        #expect(kinds.contains { $0 == nil }, "the newest is never interrupted")
        #expect(try await core.search(words).hits.first?.kind == .procedure)
        try await core.close()
    }

    @Test func aReadingGoesOnBesideASearch() async throws {
        let core = try await Phone().open()
        async let found = core.search(String(repeating: "permesso di soggiorno ", count: 500))
        #expect(try await !core.home().empty)
        _ = try await found
        try await core.close()
    }

    @Test func noTextIsAnError() async throws {
        let core = try await Phone().open()
        for words in ["", "a", "\"*:^ OR NEAR(", "\u{0}\u{202e}", "😀😀", String(repeating: "x", count: 10_000)] {
            #expect(await failure { try await core.search(words) } == nil)
        }
        try await core.close()
        #expect(await failure { try await core.search("permesso") } == "InvalidInput")
        #expect(await failure { try await core.prepareSearch() } == "InvalidInput")
    }
}
