import CittadiniCore
import CittadiniKit
import Foundation
import Support
import Testing

/// The few words that the app says before there is a core.
@MainActor
@Suite struct OwnWordsTests {
    @Test func everyTroubleOfAnOpeningHasItsWordsInEveryLanguage() throws {
        let words = try Words.load()
        for trouble in Trouble.allCases {
            #expect(words.strings[trouble.openingKey] != nil, "\(trouble.openingKey)")
        }
        for (key, entry) in words.strings {
            for language in ["it", "en", "ar"] {
                #expect(entry.localizations[language]?.stringUnit.value.isEmpty == false, "\(key) in \(language)")
            }
        }
    }

    @Test func whatIsSaidWithoutACoreNamesTheWayOutAnd112() throws {
        let strings = try Words.load().strings
        for key in Trouble.allCases.map(\.openingKey) {
            for (language, words) in try #require(strings[key]).localizations {
                let sentences = words.stringUnit.value.split(separator: ".")
                #expect(sentences.count >= 3, "what happened, what to do, whom to call: \(key) in \(language)")
                #expect(sentences.last?.contains("112") == true, "\(key) in \(language)")
            }
        }
    }

    @Test func nothingIsKeptThatTheCoreSays() throws {
        let used = try Words.keysInViews().union(Trouble.allCases.map(\.openingKey))
        #expect(Set(try Words.load().strings.keys) == used)
    }

    @Test func aFailedOpeningIsSaidWithoutACore() async throws {
        let phone = Phone()
        let other = try await phone.open()
        let core = AppCore(try phone.config())
        let home = HomeModel(core)
        await home.load()
        await home.sync()
        #expect(core.labels == nil)
        #expect(home.updating.status == nil)
        #expect(home.reading.trouble?.openingKey == "opening.locked")
        try await other.close()
        await home.load()
        #expect(home.reading.trouble == nil)
        #expect(core.labels != nil)
        try await core.close()
    }
}

/// `App/Localizable.xcstrings`, as far as it matters here.
private struct Words: Decodable {
    struct Entry: Decodable {
        let localizations: [String: Localization]
    }
    struct Localization: Decodable {
        let stringUnit: Unit
    }
    struct Unit: Decodable {
        let value: String
    }
    let strings: [String: Entry]

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../App").standardizedFileURL

    static func load() throws -> Words {
        let file = folder.appendingPathComponent("Localizable.xcstrings")
        return try JSONDecoder().decode(Words.self, from: Data(contentsOf: file))
    }

    /// Every key that a view names. Keys begin with `opening.`, nothing else in the views does.
    static func keysInViews() throws -> Set<String> {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try files.reduce(into: []) { keys, file in
            let source = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            for match in source.matches(of: /"(opening\.[a-zA-Z]+)"/) {
                keys.insert(String(match.output.1))
            }
        }
    }
}
