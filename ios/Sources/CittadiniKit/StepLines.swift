import CittadiniCore

extension Writer {
    /// One action: what to do, where, with which papers, for how much, by when.
    @LineBuilder
    func step(_ step: StepView) -> [Line] {
        Line(step: step.number, step.title)
        Line(.chips, nil, [step.actor] + step.channels + [step.free].compactMap { $0 })
        Line(.warning, step.needsUpdate, symbol: .warning)
        Line(.notice, step.conditional)
        Line(.notice, named: details.optional, step.optional)
        Line(.body, step.action)
        Line(.note, step.identity)
        web(details.website, step.url)
        place(step)
        section(headings.documents, .subheading) { for paper in step.documents { document(paper) } }
        section(headings.costs, .subheading) { fees(step.fees) }
        section(headings.deadlines, .subheading) { times(step) }
        section(headings.result, .subheading) { Line(.body, step.receive, symbol: .receipt) }
        section(headings.ifRefused, .subheading) { Line(.body, step.ifRefused) }
    }

    private func place(_ step: StepView) -> [Line] {
        section(headings.whereToGo, .subheading) {
            Line(.body, step.officeType)
            Line(.warning, step.chooseMunicipality, symbol: .office)
            for office in step.offices { officeOfStep(office) }
        }
    }

    /// A paper. What it looks like and how to get it is said once on a page.
    @LineBuilder
    private func document(_ paper: DocumentView) -> [Line] {
        Line(.item, paper.title, symbol: .document)
        if paper.title.words != paper.nameIt { Line(.italian, italian: paper.nameIt) }
        Line(.chips, nil, paper.badges.map(\.text))
        Line(.body, paper.note)
        if isFirst(paper.id) {
            Line(.note, named: details.looksLike, paper.looksLike)
            Line(.note, named: details.howToGet, paper.howToGet)
            web(details.form, paper.formUrl)
        }
        doubts(paper.freshness, of: paper.id)
    }

    /// The fees, those of which only one is paid below a line that says so. One alone is no choice.
    private func fees(_ fees: [FeeView]) -> [Line] {
        var choices: Set<String> = []
        return fees.flatMap { fee in
            let choice = fee.choice.flatMap { choice in fees.filter { $0.choice == choice }.count > 1 ? choice : nil }
            let begins = choice.map { choices.insert($0).inserted } ?? false
            return [begins ? Line(.notice, details.oneOf) : nil].compactMap { $0 }
                + self.fee(fee, isOnlySometimes: fee.conditional && choice == nil)
        }
    }

    @LineBuilder
    private func fee(_ fee: FeeView, isOnlySometimes: Bool) -> [Line] {
        Line(.item, fee.title, symbol: .fee)
        Line(.amount, fee.amount.times(fee.times))
        if isOnlySometimes { Line(.notice, details.onlySometimes) }
        Line(.body, fee.how)
        Line(.chips, nil, fee.payHow)
        Line(.note, named: details.feePayee, italian: fee.payee)
        Line(.note, named: details.feeAccount, italian: fee.account)
        Line(.note, named: details.feeReason, italian: fee.reasonIt)
        Line(.note, details.exempt, fee.exempt)
        doubts(fee.freshness, of: fee.id)
    }

    @LineBuilder
    private func times(_ step: StepView) -> [Line] {
        for term in step.deadlines { deadline(term) }
        Line(.note, step.lawDuration, symbol: .time)
        Line(.note, step.usualDuration, symbol: .time)
    }
}

extension LocalizedText {
    /// `2 × 16,00 €`, where it is paid more than once.
    fileprivate func times(_ count: UInt32) -> LocalizedText {
        guard count > 1 else { return self }
        return LocalizedText(
            runs: [.text(text: "\(count) × ")] + runs, language: language, direction: direction,
            translation: translation, stale: stale, fallback: fallback)
    }
}
