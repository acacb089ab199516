import CittadiniCore
import Foundation

/// One line: what it says, how much it weighs, and what a tap does.
public struct Line: Sendable, Equatable {
    /// How much a line weighs.
    public enum Role: Sendable, CaseIterable {
        /// The title of the screen.
        case title
        /// The official Italian beside a title or a name in the reader's language.
        case italian
        /// The heading of a section.
        case heading
        /// The heading of a part of a section.
        case subheading
        /// The name of a paper, a fee, a term, an office.
        case item
        /// What is to be paid.
        case amount
        /// What is to be read.
        case body
        /// One of a list.
        case bullet
        /// Short properties, each by itself.
        case chips
        /// What is good to know.
        case note
        /// How a translation came about. It cannot be put away.
        case translation
        /// What is to be known first, on a tinted ground.
        case notice
        /// What must not be overlooked.
        case warning
        /// What can cost a right.
        case alarm
        /// What is tapped as a whole: an answer, a way to another screen.
        case button
        /// The same where it is the way on.
        case primary
        /// Where the reader writes a day or a number; what it says stands on the button that hands it in.
        case field
    }

    /// What a line is about, for a pictogram.
    public enum Symbol: Sendable, CaseIterable {
        case appointment, document, fee, hours, language, office, phone, questions, receipt, term, time, translation
        case unknown, warning, web
        /// A day that is over.
        case passed
        /// Whether one of several is chosen.
        case chosen, unchosen
    }

    /// What a tap does.
    public enum Action: Sendable, Equatable {
        /// Opens another screen.
        case open(Destination)
        /// Does something on this screen.
        case tell(Command)
        /// Calls a number.
        case call(String)
        /// Opens an address on the web, or a mail.
        case browse(String)

        /// What the system opens. Nothing for a screen of the app, and for what is no address.
        public var url: URL? {
            switch self {
            case .open, .tell: nil
            case .call(let number): Run.telephone(number)
            case .browse(let address): Run.address(address)
            }
        }
    }

    /// How much it weighs.
    public let role: Role
    /// The number of a step, where it is the heading of one.
    public private(set) var number: UInt32?
    /// What the texts are: «Telephone».
    public let name: LocalizedText?
    /// What it says. More than one are short and of equal weight.
    public let texts: [LocalizedText]
    /// What it is about.
    public let symbol: Symbol?
    /// What a tap does.
    public let action: Action?
    /// Whether it is chosen, where it can be.
    public private(set) var isChosen: Bool?
    /// What the reader writes here.
    public private(set) var field: Field?
    /// Whether what matters in it is what was searched: it is underlined then, since weight alone is not seen in a title.
    public private(set) var isFound = false

    /// A line, if there is something to say.
    init?(
        _ role: Role, _ name: LocalizedText? = nil, _ texts: [LocalizedText], symbol: Symbol? = nil,
        action: Action? = nil
    ) {
        guard !texts.isEmpty else { return nil }
        self.role = role
        self.name = name
        self.texts = texts
        self.symbol = symbol
        self.action = action
    }

    /// A line of one sentence, if there is one.
    init?(_ role: Role, _ text: LocalizedText?, symbol: Symbol? = nil, action: Action? = nil) {
        self.init(role, nil, [text].compactMap { $0 }, symbol: symbol, action: action)
    }

    /// A name and what it is the name of, if there is any.
    init?(
        _ role: Role = .body, named name: LocalizedText, _ text: LocalizedText?, symbol: Symbol? = nil,
        action: Action? = nil
    ) {
        self.init(role, name, [text].compactMap { $0 }, symbol: symbol, action: action)
    }

    /// The same for official Italian, which stands from left to right on every screen.
    init?(
        _ role: Role, named name: LocalizedText? = nil, italian: String?, symbol: Symbol? = nil, action: Action? = nil
    ) {
        guard let italian, !italian.isEmpty else { return nil }
        self.init(role, name, [.italian(italian)], symbol: symbol, action: action)
    }

    /// The heading of a step.
    init?(step number: UInt32, _ title: LocalizedText) {
        self.init(.heading, title)
        self.number = number
    }

    /// One of several things that can be chosen together.
    init?(choice text: LocalizedText, isChosen: Bool, _ command: Command) {
        self.init(.button, text, symbol: isChosen ? .chosen : .unchosen, action: .tell(command))
        self.isChosen = isChosen
    }

    /// A text with what was found in it.
    init?(_ role: Role, found text: FoundText, action: Action? = nil) {
        guard !text.text.isEmpty else { return nil }
        self.init(role, text.sentence, action: action)
        isFound = true
    }

    /// Where the reader writes something, and what stands on the button that hands it in.
    init?(_ field: Field, handIn: LocalizedText) {
        self.init(.field, handIn)
        self.field = field
    }

    /// The plain words: what a test reads and a screen reader says.
    public var words: String {
        let number = number.map { "\($0). " } ?? ""
        let name = name.map { "\($0.words): " } ?? ""
        return number + name + texts.map(\.words).joined(separator: Self.between)
    }

    /// What stands between texts that are drawn one after the other.
    public static let between = " · "
}
