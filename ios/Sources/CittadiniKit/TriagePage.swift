import CittadiniCore

extension Page {
    /// A step through a question tree: the question to answer now, or what the answers come to.
    ///
    /// - Parameter chosen: the options that are chosen so far, of a question that takes several.
    init(_ screen: TriageScreen, _ labels: Labels, chosen: Set<String> = []) {
        let writer = Writer(labels)
        let question = screen.question.map { writer.question($0, chosen) } ?? []
        let outcome = screen.outcome.map(writer.outcome) ?? []
        self.init(
            screen.header,
            [writer.top(screen)] + question + outcome + writer.background(screen))
    }
}

extension Writer {
    fileprivate func top(_ screen: TriageScreen) -> Passage {
        Passage("top") {
            Line(.title, screen.title)
            translation(screen.translation)
            freshness(screen.freshness)
            municipality(screen.header)
        }
    }

    fileprivate func question(_ question: TriageQuestion, _ chosen: Set<String>) -> [Passage] {
        [
            Passage("question") {
                Line(.note, question.progress)
                Line(.heading, question.text)
                Line(.body, question.help)
            },
            Passage("answer-\(question.id)") {
                answering(question, chosen)
                Line(.button, question.skip, action: .tell(.answer(question: question.id, value: "skip")))
            },
            Passage("kept") { Line(.note, details.nothingKept) },
        ]
    }

    /// How a question is answered. One tap is enough where one answer is wanted.
    @LineBuilder
    private func answering(_ question: TriageQuestion, _ chosen: Set<String>) -> [Line] {
        switch question.kind {
        case "date": field(.day, question)
        case "number": field(.number, question)
        case "multi":
            for option in question.options {
                Line(choice: option.text, isChosen: chosen.contains(option.id), .choose(option.id))
            }
            if !chosen.isEmpty { Line(.primary, actions.goOn, action: .tell(.goOn)) }
        default:
            for option in question.options {
                Line(.button, option.text, action: .tell(.answer(question: question.id, value: option.id)))
            }
        }
    }

    private func field(_ kind: Field.Kind, _ question: TriageQuestion) -> Line? {
        let field = Field(id: question.id, kind: kind, name: question.text, value: nil, handsInChanges: false)
        return Line(field, handIn: actions.goOn)
    }

    /// What the answers come to. Whoever is in danger reads first whom to call; everybody else what there is to do.
    fileprivate func outcome(_ outcome: TriageOutcome) -> [Passage] {
        let verdict = Passage("verdict") {
            Line(outcome.verdictRole, outcome.verdictText, symbol: outcome.verdictRole == .notice ? nil : .warning)
            Line(.body, outcome.text)
            Line(.notice, outcome.caution)
            Line(.warning, outcome.needsUpdate, symbol: .warning)
        }
        let ways = headed(headings.whatToDo, "what-to-do", procedures(outcome) + outcome.services.map(service))
        let people = headed(headings.contact, "people", people(outcome))
        return [verdict] + (outcome.isUrgent ? people + ways : ways + people)
    }

    private func procedures(_ outcome: TriageOutcome) -> [Passage] {
        outcome.procedures.map { found in Passage("procedure-\(found.id)", .card) { card(found) } }
    }

    private func people(_ outcome: TriageOutcome) -> [Passage] {
        let first = outcome.contact
        let numbers = [first?.contact].compactMap { $0 }.map(number)
        let doors = [first?.office].compactMap { $0 }.map(door)
        let choice = choice(first?.chooseMunicipality)
        return numbers + [choice] + doors + outcome.contacts.map(number) + outcome.offices.map(door)
    }

    /// Asks for the municipality where another office may be nearer.
    private func choice(_ sentence: LocalizedText?) -> Passage {
        Passage("choose-municipality", .card) {
            Line(.body, sentence, symbol: .office)
            if sentence != nil {
                Line(.button, actions.chooseMunicipality, action: .open(.municipalities))
            }
        }
    }

    private func number(_ found: ContactView) -> Passage {
        Passage("contact-\(found.id)", .card) { contact(found) }
    }

    private func door(_ found: OfficeView) -> Passage {
        Passage("office-\(found.id)", .card) { office(found) }
    }

    /// What an organisation offers. Its offices and contacts stand among those of the outcome.
    private func service(_ service: ServiceView) -> Passage {
        Passage("service-\(service.id)", .card) {
            Line(.item, service.title)
            Line(.italian, italian: service.organisation)
            Line(.chips, nil, [service.free].compactMap { $0 })
            Line(.body, service.what)
            Line(.body, named: headings.whoFor, service.forWhom)
            Line(.body, service.how)
            Line(.amount, service.cost, symbol: .fee)
            Line(
                .note, details.languagesSpoken, service.languages.map(LocalizedText.italian), symbol: .language)
            doubts(service.freshness, of: service.id)
        }
    }

    /// Her answers stand below what they come to, or below the next question.
    fileprivate func background(_ screen: TriageScreen) -> [Passage] {
        [
            Passage("again") {
                if !screen.trace.isEmpty { Line(.button, actions.startAgain, action: .tell(.startAgain)) }
            },
            Passage("answers") { section(headings.answers) { screen.trace.flatMap(answered) } },
            Passage("doubts") { reservations(screen.freshness) },
            Passage("terms", .fold) { section(headings.glossary) { screen.terms.flatMap(term) } },
            Passage("sources", .fold) { section(headings.sources) { screen.sources.compactMap(source) } },
        ]
    }

    @LineBuilder
    private func answered(_ trace: TriageTrace) -> [Line] {
        Line(.item, trace.text)
        Line(.body, nil, trace.answers)
    }
}

extension TriageOutcome {
    fileprivate var isUrgent: Bool { verdict == "urgent" }

    /// How much the verdict weighs, as `docs/design-system.md` has it.
    fileprivate var verdictRole: Line.Role {
        switch verdict {
        case "urgent": .alarm
        case "likely_yes": .notice
        default: .warning
        }
    }
}
