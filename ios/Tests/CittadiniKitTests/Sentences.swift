import CittadiniCore
import CittadiniKit
import Testing

/// A page says every one of these sentences.
func mustSay(_ sentences: [LocalizedText], _ page: Page, _ what: String) {
    let words = page.words
    for sentence in sentences {
        #expect(words.contains(sentence.words), "\(what): \(sentence.words)")
    }
}

/// Every sentence in a record, however deep, save four that a person would read again and again: that what stands
/// inside a screen is fresh (the screen says so of its own item); in a list, what is doubtful (the item's screen says
/// it); that hours are not known, where the office says what all is not known;
/// offices and numbers of a service, which stand among those of the outcome it belongs to.
func sentences(of value: Any) -> [LocalizedText] {
    switch value {
    case let sentence as LocalizedText: [sentence]
    case let freshness as Freshness where freshness.state == .fresh: freshness.reservations
    case let card as TreeCard: inside(card, save: ["freshness"]) + age(card.freshness)
    case let card as ProcedureCard: inside(card, save: ["freshness"]) + age(card.freshness)
    case let hit as SearchHit:
        inside(hit, save: ["freshness", "contact"]) + age(hit.freshness)
            + (hit.contact.map { inside($0, save: ["freshness"]) + $0.freshness.reservations } ?? [])
    case let office as OfficeView where office.unknown != nil: inside(office, save: ["hoursUnknown"])
    case let service as ServiceView: inside(service, save: ["offices", "contacts"])
    default: inside(value)
    }
}

private func inside(_ value: Any, save left: Set<String> = []) -> [LocalizedText] {
    let children = Mirror(reflecting: value).children
    return children.filter { !left.contains($0.label ?? "") }.flatMap { sentences(of: $0.value) }
}

private func age(_ freshness: Freshness) -> [LocalizedText] {
    freshness.state == .fresh ? [] : [freshness.label]
}
