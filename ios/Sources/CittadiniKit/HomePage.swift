import CittadiniCore

extension Page {
    /// The first screen: the question, the numbers that are always there, what there is to do, and whom to talk to.
    init(_ home: Home) {
        let top = Passage("top") {
            Line(.title, home.title)
            Line(.note, italian: home.territory)
        }
        let emergency = Passage("emergency") {
            for contact in home.emergency { Line.contact(contact) }
        }
        let groups = home.groups.map { group in
            Passage("group-\(group.id)") {
                Line(.heading, group.title)
                for card in group.procedures { Line.card(card) }
            }
        }
        let desks = home.desks.map { desk in Passage("desk-\(desk.id)") { Line.office(desk) } }
        self.init(home.header, [top, emergency] + groups + desks)
    }

    /// The offices of the reader's municipality.
    init(_ offices: Offices) {
        let top = Passage("top") { Line(.title, italian: offices.municipality) }
        let each = offices.offices.map { office in Passage("office-\(office.id)") { Line.office(office) } }
        self.init(offices.header, [top] + each)
    }
}

extension Line {
    /// A procedure in a list: its title opens it, and nothing that warns about it is left out.
    @LineBuilder
    static func card(_ card: ProcedureCard) -> [Line] {
        Line(.body, card.title, action: .procedure(id: card.id))
        official(card.titleIt, beside: card.title)
        Line(.note, card.short)
        translation(card.translation)
        freshness(card.freshness)
        Line(.warning, card.needsUpdate, symbol: .warning)
    }

    /// A number or an address that can be tapped.
    @LineBuilder
    static func contact(_ contact: ContactView) -> [Line] {
        Line(.heading, contact.title)
        Line(.body, contact.value, symbol: contact.value.symbol, action: contact.value.action)
        Line(.note, contact.what)
        freshness(contact.freshness)
    }

    /// An office with all that is known of it, and what is not.
    @LineBuilder
    static func office(_ office: OfficeView) -> [Line] {
        Line(.heading, italian: office.nameIt, symbol: .office)
        for type in office.types { Line(.note, type) }
        reach(office)
        for day in office.hours { hours(day) }
        Line(.warning, office.hoursUnknown, symbol: .hours)
        for way in office.appointment { Line(.body, way, symbol: .appointment) }
        for language in office.languages { Line(.note, language, symbol: .language) }
        Line(.warning, office.unknown, symbol: .warning)
        freshness(office.freshness)
    }

    @LineBuilder
    private static func reach(_ office: OfficeView) -> [Line] {
        Line(.body, italian: office.address)
        Line(.body, italian: office.phone, symbol: .phone, action: office.phone.map(Action.call))
        mail(office.email)
        mail(office.pec)
        web(office.url)
    }

    private static func mail(_ address: String?) -> Line? {
        Line(.body, italian: address, symbol: .web, action: address.map { .browse("mailto:\($0)") })
    }

    /// An address on the web, which opens when it is tapped.
    static func web(_ address: String?) -> Line? {
        Line(.body, italian: address, symbol: .web, action: address.map(Action.browse))
    }

    /// A day and its spans. A day without any is closed and not listed.
    private static func hours(_ day: DayHours) -> [Line] {
        day.spans.compactMap { Line(.body, day.day.followed(by: $0), symbol: .hours) }
    }

    /// The Italian words, where the reader has others.
    static func official(_ italian: LocalizedText, beside text: LocalizedText) -> Line? {
        text.language == "it" ? nil : Line(.note, italian)
    }

    /// The label of a translation.
    static func translation(_ label: TranslationLabel?) -> Line? {
        Line(.note, label?.label, symbol: .translation)
    }

    /// How far an item can be relied on: a note when it can, a warning when it cannot.
    @LineBuilder
    static func freshness(_ freshness: Freshness) -> [Line] {
        if freshness.state == .fresh { Line(.note, freshness.label) }
        if freshness.state != .fresh { Line(.warning, freshness.label, symbol: .warning) }
        for reservation in freshness.reservations { Line(.warning, reservation, symbol: .warning) }
    }
}

extension LocalizedText {
    /// What a tap on a value does, when it is a number or an address.
    fileprivate var action: Line.Action? {
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

    /// Two pieces of the same language on one line.
    fileprivate func followed(by other: LocalizedText) -> LocalizedText {
        LocalizedText(
            runs: runs + [.text(text: " ")] + other.runs, language: language, direction: direction,
            translation: translation, stale: stale || other.stale, fallback: fallback || other.fallback)
    }
}
