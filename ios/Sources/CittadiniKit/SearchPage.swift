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
        let each = screen.hits.map { hit in
            Passage("hit-\(hit.kind)-\(hit.id)", .card) { writer.hit(hit) }
        }
        self.init(screen.header, [top] + each)
    }
}

extension Writer {
    /// One result: its title leads where it belongs, if anywhere.
    @LineBuilder
    fileprivate func hit(_ hit: SearchHit) -> [Line] {
        Line(.item, found: hit.title, action: hit.action)
        if hit.titleIt.text != hit.title.text { Line(.italian, found: hit.titleIt) }
        Line(.chips, hit.label)
        Line(.item, hit.step?.title)
        if let snippet = hit.snippet { Line(.body, found: snippet) }
        Line(.note, hit.translation?.label, symbol: .translation)
        age(hit.freshness)
        for procedure in hit.procedures {
            Line(.button, procedure.title, action: .open(.procedure(id: procedure.id)))
        }
    }
}

extension SearchHit {
    /// Where its title leads. A paper leads to its procedures below, and to nothing of its own.
    fileprivate var action: Line.Action? {
        switch kind {
        case .procedure: .open(.procedure(id: id))
        case .office: .open(.office(id: id))
        case .officeType: offices.first.map { .open(.office(id: $0)) }
        case .contact: .open(.emergency)
        case .term: .open(.term(id: id))
        case .document, .service: nil
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
