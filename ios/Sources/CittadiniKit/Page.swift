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
        banners = header.banners.compactMap { Line($0.kind.role, $0.text, symbol: .warning) }
        self.passages = passages.filter { !$0.lines.isEmpty }
    }

    /// All lines from the first to the last.
    public var lines: [Line] { banners + passages.flatMap(\.lines) }

    /// Whether the screen runs from right to left. Single sentences know their own direction.
    public var isRightToLeft: Bool {
        Locale.Language(identifier: language).characterDirection == .rightToLeft
    }

    /// The words of the page, a line of text each.
    public var words: String { lines.map(\.words).joined(separator: "\n") }
}

/// Lines that belong together. The first is often a heading.
public struct Passage: Sendable, Equatable, Identifiable {
    /// How a passage stands on the page.
    public enum Form: Sendable, CaseIterable {
        /// Lines on the paper.
        case plain
        /// An item of its own, on a tinted ground.
        case card
        /// The way in, an item that is seen before all others.
        case entrance
        /// Background for those who want it: its heading opens it.
        case fold
    }

    /// Unique on its page.
    public let id: String
    /// How it stands on the page.
    public let form: Form
    /// The lines, in reading order.
    public let lines: [Line]

    init(_ id: String, _ form: Form = .plain, @LineBuilder _ lines: () -> [Line]) {
        self.id = id
        self.form = form
        self.lines = lines()
    }
}

/// Lines one after the other, and none where there is nothing to say.
@resultBuilder
enum LineBuilder {
    static func buildExpression(_ line: Line?) -> [Line] { line.map { [$0] } ?? [] }
    static func buildExpression(_ lines: [Line]) -> [Line] { lines }
    static func buildBlock(_ parts: [Line]...) -> [Line] { parts.flatMap { $0 } }
    static func buildOptional(_ lines: [Line]?) -> [Line] { lines ?? [] }
    static func buildEither(first lines: [Line]) -> [Line] { lines }
    static func buildEither(second lines: [Line]) -> [Line] { lines }
    static func buildArray(_ parts: [[Line]]) -> [Line] { parts.flatMap { $0 } }
}

extension BannerKind {
    /// How much it weighs, as `docs/design-system.md` has it.
    fileprivate var role: Line.Role {
        switch self {
        case .development, .notCheckedStrong: .alarm
        case .notCheckedQuiet: .notice
        case .empty, .notConfirmed, .notCheckedVisible, .settingsLost, .clock, .addedTerritory, .newLineage: .warning
        }
    }
}
