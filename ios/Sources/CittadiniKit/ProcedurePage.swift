import CittadiniCore

extension Page {
    /// A procedure from the title to its sources.
    init(_ screen: ProcedureScreen, _ labels: Labels) {
        let writer = Writer(labels)
        let before = [
            writer.top(screen), writer.about(screen), writer.costs(screen), writer.deadlines(screen),
            writer.dates(screen),
        ]
        let steps = screen.steps.map { step in Passage("step-\(step.id)", .card) { writer.step(step) } }
        self.init(
            screen.header,
            before + writer.headed(labels.headings.steps, "steps", steps) + writer.advice(screen)
                + writer.background(screen))
    }
}

extension Writer {
    fileprivate func top(_ screen: ProcedureScreen) -> Passage {
        Passage("top") {
            Line(.title, screen.title)
            official(screen.titleIt, beside: screen.title)
            translation(screen.translation)
            successor(screen.replacedBy)
            Line(.warning, screen.needsUpdate, symbol: .warning)
            freshness(screen.freshness)
            municipality(screen.header)
            questions(screen.tree)
        }
    }

    /// The way to the questions whether it is for the reader.
    @LineBuilder
    private func questions(_ tree: TreeCard?) -> [Line] {
        if let tree {
            Line(.button, actions.isItForMe, symbol: .questions, action: .open(.tree(id: tree.id)))
            Line(.note, tree.title)
            age(tree.freshness)
            Line(.note, tree.translation?.label, symbol: .translation)
        }
    }

    /// The procedure to read instead. The core gives its id.
    private func successor(_ id: String?) -> Line? {
        Line(
            .alarm, named: details.replacedBy, italian: id, symbol: .warning,
            action: id.map { .open(.procedure(id: $0)) })
    }

    fileprivate func about(_ screen: ProcedureScreen) -> Passage {
        Passage("about") {
            Line(.body, screen.short)
            section(headings.whoFor) { Line(.body, screen.whoFor) }
            section(headings.result) { Line(.body, screen.result) }
            section(headings.eligibility) { bullets(screen.eligibility) }
        }
    }

    fileprivate func costs(_ screen: ProcedureScreen) -> Passage {
        Passage("costs") { section(headings.costs) { Line(.amount, screen.total.text, symbol: .fee) } }
    }

    fileprivate func deadlines(_ screen: ProcedureScreen) -> Passage {
        Passage("deadlines") {
            section(headings.deadlines) { for term in screen.deadlines { deadline(term) } }
        }
    }

    /// The way to the reader's own dates, where there is a term to count from them.
    fileprivate func dates(_ screen: ProcedureScreen) -> Passage {
        let hasTerms = !screen.deadlines.isEmpty || screen.steps.contains { !$0.deadlines.isEmpty }
        return Passage("dates") {
            if hasTerms {
                Line(
                    .button, actions.enterDates, symbol: .appointment, action: .open(.dates(procedure: screen.id)))
            }
        }
    }

    fileprivate func advice(_ screen: ProcedureScreen) -> [Passage] {
        [
            Passage("mistakes") { section(headings.mistakes) { bullets(screen.mistakes) } },
            Passage("rights") { section(headings.rights) { bullets(screen.rights) } },
            Passage("appeal") { section(headings.appeal) { Line(.body, screen.appeal) } },
            Passage("scam") { section(headings.scam) { Line(.warning, screen.scam, symbol: .warning) } },
            Passage("contact") { section(headings.contact) { if let found = screen.contact { contact(found) } } },
        ]
    }

    fileprivate func background(_ screen: ProcedureScreen) -> [Passage] {
        [
            Passage("doubts") { reservations(screen.freshness) },
            Passage("official") { web(details.officialPage, screen.officialUrl) },
            Passage("terms", .fold) { section(headings.glossary) { screen.terms.flatMap(term) } },
            Passage("norms", .fold) { section(headings.norms) { screen.norms.compactMap(norm) } },
            Passage("sources", .fold) { section(headings.sources) { screen.sources.compactMap(source) } },
        ]
    }

    private func norm(_ norm: String) -> Line? {
        Line(.bullet, italian: norm)
    }

    func source(_ source: SourceView) -> Line? {
        Line(.bullet, italian: source.title, action: source.url.map(Line.Action.browse))
    }

    /// A term of time. What can cost a right stands on the ground of an alarm.
    @LineBuilder
    func deadline(_ term: DeadlineView) -> [Line] {
        Line(.item, term.title, symbol: .time)
        Line(term.peremptory ? .alarm : .body, term.when)
        Line(.note, term.usual)
        if isFirst(term.id) { Line(.body, term.consequence) }
        doubts(term.freshness, of: term.id)
    }

    @LineBuilder
    func term(_ term: TermView) -> [Line] {
        Line(.item, term.name, symbol: .term)
        Line(.italian, italian: term.inItalian)
        Line(.body, term.definition)
        Line(.note, named: details.sayIt, term.say)
        Line(.note, named: details.example, term.example)
    }
}

extension TermView {
    /// The Italian word with its acronym, where the word above does not say the same.
    fileprivate var inItalian: String? {
        let new = acronym.flatMap { nameIt.contains($0) ? nil : $0 }
        let whole = new.map { "\(nameIt) (\($0))" } ?? nameIt
        return whole == name.words ? nil : whole
    }
}
