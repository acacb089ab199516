import CittadiniCore

extension Page {
    /// What was found, best first.
    init(_ screen: SearchScreen, _ labels: Labels) {
        let writer = Writer(labels)
        let top = Passage("top") {
            Line(.title, labels.actions.search)
            Line(.notice, screen.showing)
            Line(.body, screen.nothing)
        }
        self.init(screen.header, [top] + screen.hits.flatMap(writer.hit))
    }
}

extension Writer {
    /// As many procedures as stand below a paper unasked.
    private static let few = 2

    /// One result. Where many procedures ask for a paper, they do not push the other results off the screen.
    fileprivate func hit(_ hit: SearchHit) -> [Passage] {
        let id = "hit-\(hit.kind)-\(hit.id)"
        let ways = hit.procedures.compactMap { procedure in
            Line(.button, procedure.title, action: .open(.procedure(id: procedure.id)))
        }
        guard ways.count > Self.few else { return [Passage(id, .card) { lines(hit) + ways }] }
        return [
            Passage(id, .card) { lines(hit) },
            Passage("ways-\(hit.id)", .fold) { section(headings.whatToDo) { ways } },
        ]
    }

    /// Its title leads where it belongs, if anywhere.
    @LineBuilder
    private func lines(_ hit: SearchHit) -> [Line] {
        Line(.item, found: hit.title, action: hit.action)
        if hit.titleIt.text != hit.title.text { Line(.italian, found: hit.titleIt) }
        Line(.chips, hit.label)
        Line(.item, hit.step?.title)
        if let snippet = hit.snippet { Line(.body, found: snippet) }
        if let contact = hit.contact {
            reach(contact)
            if contact.what?.words != hit.snippet?.text { Line(.note, contact.what) }
            // It is called from here: there is no other screen that would say it first.
            reservations(contact.freshness)
        }
        Line(.note, hit.translation?.label, symbol: .translation)
        age(hit.freshness)
    }
}

extension SearchHit {
    /// Where its title leads. A paper leads to its procedures below, and to nothing of its own.
    fileprivate var action: Line.Action? {
        switch kind {
        case .procedure: .open(.procedure(id: id))
        case .office: .open(.office(id: id))
        case .officeType: offices.first.map { .open(.office(id: $0)) }
        case .term: .open(.term(id: id))
        case .document, .service, .contact: nil
        }
    }
}

extension FoundText {
    /// The text as a sentence in which what was found matters.
    var sentence: LocalizedText {
        var runs: [Run] = []
        var end = 0
        let units = Array(text.utf16)
        func add(_ to: Int, _ run: (String) -> Run) {
            guard end < to, to <= units.count else { return }
            runs.append(run(String(decoding: units[end..<to], as: UTF16.self)))
            end = to
        }
        for range in ranges {
            add(Int(range.start)) { .text(text: $0) }
            add(Int(range.end)) { .strong(text: $0) }
        }
        add(units.count) { .text(text: $0) }
        return LocalizedText(
            runs: runs, language: language, direction: direction, translation: translation, stale: false,
            fallback: false)
    }
}
