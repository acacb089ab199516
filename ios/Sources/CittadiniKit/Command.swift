import CittadiniCore

/// Where a tap leads inside the app.
public enum Destination: Hashable, Sendable {
    /// A procedure.
    case procedure(id: String)
    /// The offices.
    case offices
    /// The first question of a tree.
    case tree(id: String)
    /// The reader's own dates for a procedure.
    case dates(procedure: String)
    /// The hours of an office, day by day.
    case hours(office: String)
    /// The choice of a municipality.
    case municipalities
    /// One office.
    case office(id: String)
    /// A word of the offices.
    case term(id: String)
}

/// What a tap does on the screen it is on. The screen's model carries it out.
public enum Command: Sendable, Equatable {
    /// Hands in an answer and goes on.
    case answer(question: String, value: String)
    /// Chooses one of several, or no longer.
    case choose(String)
    /// Hands in what was chosen, and goes on.
    case goOn
    /// Begins anew.
    case startAgain
    /// Hands in what was written in a field.
    case enter(field: String, value: String)
}

/// Where the reader writes a day or a number.
public struct Field: Sendable, Equatable, Identifiable {
    /// What is written.
    public enum Kind: Sendable {
        case day, number
    }

    /// The question or the event it is for: unique on its page.
    public let id: String
    /// What is written.
    public let kind: Kind
    /// What it is for, as a screen reader says it.
    public let name: LocalizedText
    /// What was written before: a day in ISO 8601.
    public let value: String?
    /// Whether a day is handed in as soon as another is chosen, so that nothing on the page is reckoned from the one before.
    public let handsInChanges: Bool

    /// What the core reads of what was typed: digits of any script are meant as the numbers they are.
    public static func number(typed: String) -> String {
        String(typed.map { digit in digit.wholeNumberValue.map { Character(String($0)) } ?? digit })
            .trimmingCharacters(in: .whitespaces)
    }
}
