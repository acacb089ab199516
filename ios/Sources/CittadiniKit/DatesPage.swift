import CittadiniCore

extension Page {
    /// The dates that the terms of a procedure are counted from, and by which day each of them is.
    ///
    /// - Parameter given: the events for which a date was written, which may be wrong. Of the others it is only missing.
    init(_ screen: TimelineScreen, _ labels: Labels, given: Set<String> = []) {
        let writer = Writer(labels)
        let top = Passage("top") {
            Line(.title, screen.title)
            Line(.note, labels.details.nothingKept)
        }
        let events = screen.events.map { event in Passage("event-\(event.event)", .card) { writer.event(event, given) }
        }
        let terms = screen.entries.map { entry in
            Passage("term-\(entry.deadline.id)", .card) { writer.entry(entry, given) }
        }
        let papers = screen.papers.map { paper in Passage("paper-\(paper.document)", .card) { writer.paper(paper) } }
        self.init(
            screen.header,
            [top] + writer.headed(labels.headings.yourDates, "your-dates", events)
                + writer.headed(labels.headings.byWhichDay, "by-which-day", terms + papers))
    }
}

extension Writer {
    @LineBuilder
    fileprivate func event(_ event: TimelineEvent, _ given: Set<String>) -> [Line] {
        Line(.item, event.name, symbol: .appointment)
        Line(
            Field(id: event.event, kind: .day, name: event.name, value: event.date, handsInChanges: true),
            handIn: actions.goOn)
        Line(given.contains(event.event) ? .warning : .note, event.problem, symbol: .unknown)
    }

    /// A term: what it is, the day in words on the ground of its state and with its sign, how the day was found, and what
    /// happens when it passes.
    @LineBuilder
    fileprivate func entry(_ entry: TimelineEntry, _ given: Set<String>) -> [Line] {
        Line(.item, entry.deadline.title, symbol: .time)
        Line(entry.role, entry.explanation.first, symbol: entry.state.symbol)
        Line(given.contains(entry.event) ? .warning : .note, entry.problem, symbol: .unknown)
        for sentence in entry.explanation.dropFirst() { Line(.note, sentence) }
        Line(.note, entry.deadline.when)
        Line(.note, entry.deadline.usual)
        if isFirst(entry.deadline.id) { Line(.body, entry.deadline.consequence) }
        doubts(entry.deadline.freshness, of: entry.deadline.id)
    }

    @LineBuilder
    fileprivate func paper(_ paper: TimelinePaper) -> [Line] {
        Line(.item, paper.title, symbol: .document)
        Line(paper.valid == true ? .notice : .warning, paper.text, symbol: paper.valid == true ? .receipt : .warning)
        doubts(paper.freshness, of: paper.document)
    }
}

extension TimelineEntry {
    /// How much the day weighs. What can cost a right does so on its last day and after it.
    fileprivate var role: Line.Role {
        switch state {
        case .today, .passed: deadline.peremptory ? .alarm : .warning
        case .unknown: .warning
        case .tooEarly, .open, .waiting, .mayAsk: .notice
        }
    }
}

extension TermState {
    /// The sign beside the words, since colour alone says nothing.
    fileprivate var symbol: Line.Symbol {
        switch self {
        case .tooEarly, .waiting: .time
        case .open: .appointment
        case .today: .warning
        case .passed: .passed
        case .mayAsk: .questions
        case .unknown: .unknown
        }
    }
}
