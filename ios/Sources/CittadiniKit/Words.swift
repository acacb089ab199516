import CittadiniCore
import Foundation

extension LocalizedText {
    /// The sentence as plain words: what a test reads and a screen reader says.
    public var words: String {
        runs.map { $0.words(in: locale) }.joined()
    }

    /// The sentence as it is drawn.
    public var pieces: [Piece] {
        runs.map { $0.piece(in: locale) }
    }

    /// The marks around it that let it run in its own direction wherever it stands, so that on a page of another direction
    /// it begins where the page does and still reads rightly.
    public var isolates: (before: String, after: String) {
        (direction == .rtl ? "\u{2067}" : "\u{2066}", "\u{2069}")
    }

    /// How amounts and days are written in this language: as the platform does, with Latin digits.
    public var locale: Locale {
        var components = Locale.Components(identifier: language)
        components.numberingSystem = Locale.NumberingSystem("latn")
        return Locale(components: components)
    }

    /// Official Italian that comes without runs: a name on a door, an address.
    static func italian(_ words: String) -> LocalizedText {
        LocalizedText(
            runs: [.text(text: words)], language: "it", direction: .ltr, translation: .original, stale: false,
            fallback: false)
    }

    /// A telephone number, in a line whose tap dials it.
    static func number(_ number: String) -> LocalizedText {
        LocalizedText(
            runs: [.phone(number: number)], language: "it", direction: .ltr, translation: .original, stale: false,
            fallback: false)
    }
}

/// A piece of a sentence, ready to be drawn. Numbers, amounts and addresses carry marks that keep them in their own
/// order, so that an Arabic sentence does not turn a telephone number around.
public struct Piece: Sendable, Equatable {
    /// The words, with their marks.
    public let words: String
    /// Whether they matter.
    public let isStrong: Bool
    /// What a tap opens: `tel:`, `mailto:` or a page.
    public let url: URL?

    init(words: String, isStrong: Bool = false, url: URL? = nil) {
        self.words = words
        self.isStrong = isStrong
        self.url = url
    }
}

extension Run {
    /// The plain words.
    func words(in locale: Locale) -> String {
        switch self {
        case .text(let text), .strong(let text), .term(_, let text), .link(_, let text): text
        case .money(let cents): Self.euros(cents, in: locale)
        case .date(let iso): Self.day(iso, in: locale)
        case .phone(let number): number
        }
    }

    func piece(in locale: Locale) -> Piece {
        let words = words(in: locale)
        switch self {
        case .text, .term: return Piece(words: words)
        case .strong: return Piece(words: words, isStrong: true)
        case .money, .date: return Piece(words: Self.isolated(words))
        case .phone(let number): return Piece(words: Self.isolatedLeftToRight(words), url: Self.telephone(number))
        case .link(let url, _): return Piece(words: Self.isolated(words), url: Self.address(url))
        }
    }

    /// What the system may open: pages and mails, and nothing else that content might name.
    static func address(_ address: String) -> URL? {
        guard let url = URL(string: address), let scheme = url.scheme?.lowercased() else { return nil }
        return ["http", "https", "mailto"].contains(scheme) ? url : nil
    }

    /// What the telephone dials: digits and a plus sign.
    static func telephone(_ number: String) -> URL? {
        let digits = number.filter { $0.isASCII && $0.isNumber || $0 == "+" }
        return digits.isEmpty ? nil : URL(string: "tel:\(digits)")
    }

    /// Between marks of Unicode that keep the order inside apart from that of the sentence.
    private static func isolated(_ words: String) -> String {
        "\u{2068}\(words)\u{2069}"
    }

    private static func isolatedLeftToRight(_ words: String) -> String {
        "\u{2066}\(words)\u{2069}"
    }

    private static func euros(_ cents: UInt64, in locale: Locale) -> String {
        let euros = Decimal(cents) / 100
        return euros.formatted(.currency(code: "EUR").locale(locale))
    }

    /// Reckoned in universal time from end to end, so that the zone of the device cannot move the day.
    private static func day(_ iso: String, in locale: Locale) -> String {
        let reading = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        guard let day = try? reading.parse(iso) else { return iso }
        var style = Date.FormatStyle(date: .long, time: .omitted, locale: locale)
        style.timeZone = .gmt
        return day.formatted(style)
    }
}
