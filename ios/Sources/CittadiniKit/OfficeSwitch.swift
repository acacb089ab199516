import CittadiniCore

/// What the reader may look for among the offices.
public enum OfficeSwitch: String, Sendable, CaseIterable {
    /// Those that are open now.
    case openNow
    /// Those that are open after work.
    case evening
    /// Those that are open on Saturdays.
    case saturday
    /// Those where her language is spoken.
    case myLanguage

    func words(in actions: ActionLabels) -> LocalizedText {
        switch self {
        case .openNow: actions.openNow
        case .evening: actions.evening
        case .saturday: actions.saturday
        case .myLanguage: actions.myLanguage
        }
    }
}

extension Set<OfficeSwitch> {
    /// What the core is asked for.
    func filter(language: String?) -> OfficeFilter {
        OfficeFilter(
            at: nil, open: contains(.openNow), evening: contains(.evening), saturday: contains(.saturday),
            language: contains(.myLanguage) ? language : nil, officeType: nil)
    }
}
