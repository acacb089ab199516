import CittadiniCore

extension Page {
    /// A procedure from the title to its sources.
    init(_ screen: ProcedureScreen) {
        let start = [Page.top(screen), Page.about(screen)]
        let rest = [Page.cost(screen), Page.rights(screen), Page.contact(screen), Page.glossary(screen)]
        self.init(screen.header, start + screen.steps.map(Page.step) + rest + [Page.sources(screen)])
    }

    private static func top(_ screen: ProcedureScreen) -> Passage {
        Passage("top") {
            Line(.title, screen.title)
            Line.official(screen.titleIt, beside: screen.title)
            Line(.warning, screen.needsUpdate, symbol: .warning)
            Line.translation(screen.translation)
            Line.freshness(screen.freshness)
        }
    }

    private static func about(_ screen: ProcedureScreen) -> Passage {
        Passage("about") {
            Line(.body, screen.short)
            Line(.body, screen.whoFor)
            Line(.body, screen.result)
            for requirement in screen.eligibility { Line(.body, requirement) }
        }
    }

    private static func step(_ step: StepView) -> Passage {
        Passage("step-\(step.id)") {
            Line.action(step)
            Line.place(step)
            for document in step.documents { Line.document(document) }
            for fee in step.fees { Line.fee(fee) }
            Line(.body, step.free, symbol: .fee)
            for deadline in step.deadlines { Line.deadline(deadline) }
            Line(.note, step.lawDuration, symbol: .time)
            Line(.note, step.usualDuration, symbol: .time)
            Line(.body, step.receive)
            Line(.warning, step.ifRefused)
        }
    }

    private static func cost(_ screen: ProcedureScreen) -> Passage {
        Passage("cost") {
            Line(.heading, screen.total.text, symbol: .fee)
            for deadline in screen.deadlines { Line.deadline(deadline) }
        }
    }

    private static func rights(_ screen: ProcedureScreen) -> Passage {
        Passage("rights") {
            for mistake in screen.mistakes { Line(.warning, mistake) }
            for right in screen.rights { Line(.body, right) }
            Line(.body, screen.appeal)
            Line(.warning, screen.scam, symbol: .warning)
        }
    }

    private static func contact(_ screen: ProcedureScreen) -> Passage {
        Passage("contact") {
            if let contact = screen.contact { Line.contact(contact) }
        }
    }

    private static func glossary(_ screen: ProcedureScreen) -> Passage {
        Passage("terms") {
            for term in screen.terms { Line.term(term) }
        }
    }

    private static func sources(_ screen: ProcedureScreen) -> Passage {
        Passage("sources") {
            Line.web(screen.officialUrl)
            for norm in screen.norms { Line(.note, italian: norm) }
            for source in screen.sources {
                Line(.note, italian: source.title, action: source.url.map(Line.Action.browse))
            }
        }
    }
}

extension Line {
    @LineBuilder
    fileprivate static func action(_ step: StepView) -> [Line] {
        Line(.heading, step.title.numbered(step.number))
        Line(.warning, step.needsUpdate, symbol: .warning)
        Line(.note, step.conditional)
        Line(.note, step.optional)
        Line(.note, step.actor)
        Line(.body, step.action)
    }

    @LineBuilder
    fileprivate static func place(_ step: StepView) -> [Line] {
        Line(.note, step.officeType)
        Line(.warning, step.chooseMunicipality, symbol: .office)
        for office in step.offices { Line.office(office) }
        for channel in step.channels { Line(.note, channel) }
        web(step.url)
        Line(.note, step.identity)
    }

    @LineBuilder
    fileprivate static func document(_ paper: DocumentView) -> [Line] {
        Line(.body, paper.title, symbol: .document)
        if paper.title.language != "it" { Line(.note, italian: paper.nameIt) }
        for badge in paper.badges { Line(.note, badge.text) }
        Line(.note, paper.note)
        Line(.note, paper.looksLike)
        Line(.note, paper.howToGet)
        web(paper.formUrl)
        freshness(paper.freshness)
    }

    @LineBuilder
    fileprivate static func fee(_ fee: FeeView) -> [Line] {
        Line(.body, fee.title, symbol: .fee)
        Line(.body, fee.amount)
        for reader in fee.exempt { Line(.note, reader) }
        Line(.note, fee.how)
        for way in fee.payHow { Line(.note, way) }
        Line(.note, italian: fee.payee)
        Line(.note, italian: fee.account)
        Line(.note, italian: fee.reasonIt)
        freshness(fee.freshness)
    }

    @LineBuilder
    fileprivate static func deadline(_ term: DeadlineView) -> [Line] {
        Line(.body, term.title, symbol: .time)
        Line(term.peremptory ? .warning : .body, term.when)
        Line(.note, term.usual)
        Line(term.peremptory ? .warning : .note, term.consequence)
        freshness(term.freshness)
    }

    @LineBuilder
    fileprivate static func term(_ term: TermView) -> [Line] {
        Line(.body, italian: term.acronym.map { "\(term.nameIt) (\($0))" } ?? term.nameIt, symbol: .term)
        if term.name.language != "it" { Line(.body, term.name) }
        Line(.note, term.definition)
        Line(.note, term.say)
        Line(.note, term.example)
    }
}

extension LocalizedText {
    fileprivate func numbered(_ number: UInt32) -> LocalizedText {
        LocalizedText(
            runs: [.text(text: "\(number). ")] + runs, language: language, direction: direction,
            translation: translation, stale: stale, fallback: fallback)
    }
}
