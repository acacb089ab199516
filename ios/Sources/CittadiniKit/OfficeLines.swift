import CittadiniCore

extension Writer {
    /// An office with all that is known of it, and what is not.
    @LineBuilder
    func office(_ office: OfficeView) -> [Line] {
        Line(.subheading, italian: office.nameIt, symbol: .office)
        Line(.chips, nil, office.types)
        details(of: office)
    }

    /// The same for a step, whose kind of office is said above. The second time on a page its name is enough.
    @LineBuilder
    func officeOfStep(_ office: OfficeView) -> [Line] {
        Line(.item, italian: office.nameIt, symbol: .office)
        if isFirst(office.id) {
            details(of: office)
        }
    }

    /// The same below its hours day by day, where its name is the title.
    @LineBuilder
    func officeOfHours(_ office: OfficeView) -> [Line] {
        Line(.chips, nil, office.types)
        details(of: office, leadsToHours: false)
    }

    /// The same on its own screen, where its name is the title.
    @LineBuilder
    func officeAlone(_ office: OfficeView) -> [Line] {
        Line(.chips, nil, office.types)
        details(of: office)
    }

    /// The way to the hours day by day.
    func allHours(of office: String) -> Line? {
        Line(.button, actions.allHours, symbol: .hours, action: .open(.hours(office: office)))
    }

    @LineBuilder
    private func details(of office: OfficeView, leadsToHours: Bool = true) -> [Line] {
        reach(office)
        section(headings.hours, .subheading) { hours(office.hours) }
        if leadsToHours && !office.hours.isEmpty { allHours(of: office.id) }
        // Hours are among what is not known; where the core names them there, once is enough.
        if office.unknown == nil { Line(.note, office.hoursUnknown, symbol: .hours) }
        Line(.note, office.unknown, symbol: .unknown)
        for way in office.appointment { Line(.body, way, symbol: .appointment) }
        Line(.note, details.languagesSpoken, office.languages, symbol: .language)
        if let isStepFree = office.stepFree {
            Line(.note, isStepFree ? details.stepFree : details.stepsAtEntrance)
        }
        doubts(office.freshness, of: office.id)
    }

    @LineBuilder
    private func reach(_ office: OfficeView) -> [Line] {
        Line(.body, italian: office.address)
        dial(office.phone)
        mail(details.email, office.email)
        mail(details.pec, office.pec)
        web(details.website, office.url)
    }

    /// A number that a tap dials.
    func dial(_ phone: String?) -> Line? {
        Line(
            .body, named: details.phone, phone.map(LocalizedText.number), symbol: .phone,
            action: phone.map(Line.Action.call))
    }

    private func mail(_ name: LocalizedText, _ address: String?) -> Line? {
        Line(.body, named: name, italian: address, symbol: .web, action: address.map { .browse("mailto:\($0)") })
    }

    /// The week, days with the same hours together. A day without any says nothing.
    func hours(_ week: [DayHours]) -> [Line] {
        var rows: [(first: DayHours, last: DayHours)] = []
        for day in week {
            if let row = rows.last, row.first.spans == day.spans {
                rows[rows.count - 1].last = day
            } else {
                rows.append((day, day))
            }
        }
        return rows.compactMap { first, last in
            Line(.body, first.day.upTo(last.day), first.spans)
        }
    }
}

extension LocalizedText {
    /// The first and the last of a row of days.
    fileprivate func upTo(_ last: LocalizedText) -> LocalizedText {
        guard last != self else { return self }
        return LocalizedText(
            runs: runs + [.text(text: "–")] + last.runs, language: language, direction: direction,
            translation: translation, stale: stale || last.stale, fallback: fallback || last.fallback)
    }
}
