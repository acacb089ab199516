import CittadiniCore
import Foundation

/// What stands on a screen, line by line: all that a view has to draw, and all that a test can read.
///
/// The core decides what is said and in which words; a page decides the order. Views draw lines and know no record.
public struct Page: Sendable, Equatable {
    /// The reader's first language, BCP 47.
    public let language: String
    /// What must be said above the screen: how old it is, and whether it may be used. Never left out.
    public let banners: [Line]
    /// The lines, in groups that belong together.
    public let passages: [Passage]

    init(_ header: Header, _ passages: [Passage]) {
        language = header.language
        banners = header.banners.compactMap { Line(.warning, $0.text, symbol: .warning) }
        self.passages = passages.filter { !$0.lines.isEmpty }
    }

    /// All lines from the first to the last.
    public var lines: [Line] { banners + passages.flatMap(\.lines) }

    /// Whether the screen runs from right to left. Single sentences know their own direction.
    public var isRightToLeft: Bool {
        Locale.Language(identifier: language).characterDirection == .rightToLeft
    }

    /// The words of the page, a line of text each.
    public var words: String { lines.map(\.text.words).joined(separator: "\n") }
}

/// Lines that belong together. The first may be a heading.
public struct Passage: Sendable, Equatable, Identifiable {
    /// Unique on its page.
    public let id: String
    /// The lines, in reading order.
    public let lines: [Line]

    init(_ id: String, @LineBuilder _ lines: () -> [Line]) {
        self.id = id
        self.lines = lines()
    }
}

/// One line: a sentence, how much it weighs, and what a tap does.
public struct Line: Sendable, Equatable {
    /// How much a line weighs.
    public enum Role: Sendable, CaseIterable {
        /// The title of the screen.
        case title
        /// The heading of a section.
        case heading
        /// What is to be read.
        case body
        /// What is good to know.
        case note
        /// What must not be overlooked.
        case warning
    }

    /// What a line is about, for a pictogram.
    public enum Symbol: Sendable, CaseIterable {
        case appointment, document, fee, hours, language, office, phone, term, time, translation, warning, web
    }

    /// What a tap does.
    public enum Action: Sendable, Equatable {
        /// Opens a procedure.
        case procedure(id: String)
        /// Calls a number.
        case call(String)
        /// Opens an address on the web, or a mail.
        case browse(String)

        /// What the system opens. Nothing for a screen of the app, and for what is no address.
        public var url: URL? {
            switch self {
            case .procedure: nil
            case .call(let number): Run.telephone(number)
            case .browse(let address): Run.address(address)
            }
        }
    }

    /// How much it weighs.
    public let role: Role
    /// What it says.
    public let text: LocalizedText
    /// What it is about.
    public let symbol: Symbol?
    /// What a tap does.
    public let action: Action?

    /// A line, if there is something to say.
    init?(_ role: Role, _ text: LocalizedText?, symbol: Symbol? = nil, action: Action? = nil) {
        guard let text else { return nil }
        self.role = role
        self.text = text
        self.symbol = symbol
        self.action = action
    }

    /// A line of official Italian, which stands from left to right on every screen.
    init?(_ role: Role, italian: String?, symbol: Symbol? = nil, action: Action? = nil) {
        guard let italian, !italian.isEmpty else { return nil }
        self.init(role, .italian(italian), symbol: symbol, action: action)
    }
}

/// Lines one after the other, and none where there is nothing to say.
@resultBuilder
enum LineBuilder {
    static func buildExpression(_ line: Line?) -> [Line] { line.map { [$0] } ?? [] }
    static func buildExpression(_ lines: [Line]) -> [Line] { lines }
    static func buildBlock(_ parts: [Line]...) -> [Line] { parts.flatMap { $0 } }
    static func buildOptional(_ lines: [Line]?) -> [Line] { lines ?? [] }
    static func buildArray(_ parts: [[Line]]) -> [Line] { parts.flatMap { $0 } }
}
