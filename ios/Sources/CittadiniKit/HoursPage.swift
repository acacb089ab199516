import CittadiniCore

extension Page {
    /// When an office is open: now, in the next days, and who speaks which language when.
    init(_ screen: HoursScreen, _ labels: Labels) {
        let writer = Writer(labels)
        self.init(
            screen.header,
            [
                Passage("top") {
                    Line(.title, italian: screen.office.nameIt)
                    writer.now(screen.now)
                },
                Passage("days") {
                    writer.section(labels.headings.nextDays) { screen.days.flatMap(writer.day) }
                },
                Passage("closures") {
                    writer.section(labels.headings.closures) { screen.closures.flatMap(writer.closure) }
                },
                Passage("languages") {
                    writer.section(labels.details.languagesSpoken) { screen.languages.flatMap(writer.language) }
                },
                Passage("notes") { for note in screen.notes { Line(.note, note, symbol: .unknown) } },
                Passage("office", .card) { writer.officeOfHours(screen.office) },
            ])
    }

    /// The offices that the switches ask for, and how many more may be open.
    init(_ screen: OpenNow, _ labels: Labels, _ switches: Set<OfficeSwitch>) {
        let writer = Writer(labels)
        let top = Passage("found") {
            Line(.notice, screen.none, symbol: .unknown)
            Line(.warning, screen.unknownText, symbol: .unknown)
        }
        let each = screen.offices.map { office in
            Passage("office-\(office.id)", .card) { writer.openOffice(office) }
        }
        self.init(
            screen.header,
            [writer.officesTop(screen.municipality), writer.switches(switches), top] + each)
    }
}

extension Writer {
    /// The title of the offices.
    func officesTop(_ municipality: String?) -> Passage {
        Passage("top") {
            Line(.title, actions.offices)
            Line(.note, municipality.map(LocalizedText.italian) ?? actions.allMunicipalities)
        }
    }

    /// What the reader may look for.
    func switches(_ on: Set<OfficeSwitch>) -> Passage {
        Passage("switches") {
            for one in OfficeSwitch.allCases {
                Line(choice: one.words(in: actions), isChosen: on.contains(one), .choose(one.rawValue))
            }
        }
    }

    /// What an office is now. Unknown is not closed.
    @LineBuilder
    fileprivate func now(_ now: HoursNow) -> [Line] {
        Line(now.status.role, now.text, symbol: now.status == .unknown ? .unknown : .hours)
        Line(.body, now.because)
    }

    @LineBuilder
    fileprivate func day(_ day: HoursDay) -> [Line] {
        Line(.body, day.day, day.spans)
        Line(.note, day.closedBecause)
    }

    @LineBuilder
    fileprivate func closure(_ closure: HoursClosure) -> [Line] {
        Line(.warning, closure.text, symbol: .hours)
        Line(.note, closure.reason)
        hours(closure.hours)
    }

    @LineBuilder
    fileprivate func language(_ language: LanguageHours) -> [Line] {
        Line(.item, language.text, symbol: .language)
        Line(language.now ? .notice : .note, language.when, symbol: .hours)
        hours(language.hours)
    }

    @LineBuilder
    fileprivate func openOffice(_ office: OpenOffice) -> [Line] {
        Line(.subheading, italian: office.nameIt, symbol: .office)
        Line(.chips, nil, office.types)
        now(office.now)
        hours(office.fitting)
        Line(.body, italian: office.address)
        dial(office.phone)
        Line(.note, details.languagesSpoken, office.languages.map(\.text), symbol: .language)
        allHours(of: office.id)
        doubts(office.freshness, of: office.id)
    }
}

extension HoursStatus {
    fileprivate var role: Line.Role {
        switch self {
        case .open, .openForService, .openByAppointment: .notice
        case .closed, .closedToPublic: .body
        case .unknown: .warning
        }
    }
}
