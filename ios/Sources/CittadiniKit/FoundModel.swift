import CittadiniCore
import Observation

/// What a result of the search leads to and that has a screen of its own: an office, a word of the offices.
@MainActor
@Observable
public final class FoundModel {
    /// What it shows.
    public enum Item: Sendable, Equatable {
        /// One office.
        case office(id: String)
        /// A word of the offices.
        case term(id: String)
    }

    /// What it shows.
    public let item: Item
    /// The page, and what went wrong.
    public let reading = Reading()

    @ObservationIgnored private let core: AppCore

    /// Does nothing yet.
    public init(_ core: AppCore, _ item: Item) {
        self.core = core
        self.item = item
    }

    /// Reads the screen. One call into the core; no network.
    public func load() async {
        await reading.read(core) { [item] core, labels in
            switch item {
            case .office(let id): Page(try await core.office(id), labels)
            case .term(let id): Page(term: id, in: try await core.terms(), labels)
            }
        }
    }
}

extension Page {
    /// One office, with what one does there.
    init(_ screen: OfficeScreen, _ labels: Labels) {
        let writer = Writer(labels)
        let contacts = screen.contacts.map { found in
            Passage("contact-\(found.id)", .card) { writer.contact(found) }
        }
        self.init(
            screen.header,
            [
                Passage("top") {
                    Line(.title, italian: screen.office.nameIt)
                    writer.freshness(screen.office.freshness)
                },
                Passage("what") { writer.bullets(screen.what) },
                Passage("office", .card) { writer.officeAlone(screen.office) },
            ] + writer.headed(labels.headings.contact, "contact", contacts) + [
                Passage("sources", .fold) {
                    writer.section(labels.headings.sources) { screen.sources.compactMap(writer.source) }
                }
            ])
    }

    /// A word of the offices.
    init(term id: String, in screen: Terms, _ labels: Labels) {
        let writer = Writer(labels)
        let found = screen.terms.filter { $0.id == id }
        self.init(
            screen.header,
            [Passage("top") { Line(.title, labels.headings.glossary) }]
                + found.map { term in Passage("term-\(term.id)", .card) { writer.term(term) } })
    }
}
