import CittadiniCore

/// Writes the lines of one page, with the words of the frame. It remembers what the page has explained: the second time its
/// name is enough.
final class Writer {
    let headings: HeadingLabels
    let details: DetailLabels
    let actions: ActionLabels
    private var explained: Set<String> = []

    init(_ labels: Labels) {
        headings = labels.headings
        details = labels.details
        actions = labels.actions
    }

    func isFirst(_ id: String) -> Bool {
        explained.insert(id).inserted
    }

    /// A heading and what stands below it; nothing where nothing does.
    @LineBuilder
    func section(_ heading: LocalizedText, _ role: Line.Role = .heading, @LineBuilder _ lines: () -> [Line]) -> [Line] {
        let lines = lines()
        if !lines.isEmpty {
            Line(role, heading)
            lines
        }
    }

    func bullets(_ sentences: [LocalizedText]) -> [Line] {
        sentences.compactMap { Line(.bullet, $0) }
    }

    /// A number or an address that can be tapped.
    @LineBuilder
    func contact(_ contact: ContactView) -> [Line] {
        Line(.subheading, contact.title)
        reach(contact)
        Line(.note, contact.what)
        doubts(contact.freshness, of: contact.id)
    }

    /// The same below its name.
    func reach(_ contact: ContactView) -> Line? {
        Line(
            .item, nil, [contact.value] + (contact.free ? [details.callFree] : []), symbol: contact.value.symbol,
            action: contact.value.action)
    }

    /// Whether an item can be relied on, on the item's own screen.
    func freshness(_ freshness: Freshness) -> Line? {
        freshness.state == .fresh ? Line(.note, freshness.label) : age(freshness)
    }

    /// The same in a list, where what is fresh says nothing.
    func age(_ freshness: Freshness) -> Line? {
        switch freshness.state {
        case .fresh: nil
        case .check: Line(.warning, freshness.label, symbol: .warning)
        case .doNotRely: Line(.alarm, freshness.label, symbol: .warning)
        }
    }

    /// The same inside another item, and, once on a page, what is doubtful about it.
    @LineBuilder
    func doubts(_ freshness: Freshness, of id: String) -> [Line] {
        age(freshness)
        if isFirst("doubts of \(id)") { reservations(freshness) }
    }

    /// What is doubtful about an item.
    func reservations(_ freshness: Freshness) -> [Line] {
        freshness.reservations.compactMap { Line(.note, $0, symbol: .unknown) }
    }

    /// The Italian words, where the reader has others.
    func official(_ italian: LocalizedText, beside text: LocalizedText) -> Line? {
        text.language == "it" || text.words == italian.words ? nil : Line(.italian, italian)
    }

    /// The label of a translation, above what was translated.
    func translation(_ label: TranslationLabel?) -> Line? {
        Line(.translation, label?.label, symbol: .translation)
    }

    /// An address on the web, which opens when it is tapped.
    func web(_ name: LocalizedText, _ address: String?) -> Line? {
        Line(.body, named: name, italian: address, symbol: .web, action: address.map(Line.Action.browse))
    }
}

extension LocalizedText {
    /// What a tap on a value does, when it is a number or an address.
    var action: Line.Action? {
        for run in runs {
            switch run {
            case .phone(let number): return .call(number)
            case .link(let url, _): return .browse(url)
            default: continue
            }
        }
        return nil
    }

    fileprivate var symbol: Line.Symbol? {
        switch action {
        case .call: .phone
        case .browse: .web
        default: nil
        }
    }
}
