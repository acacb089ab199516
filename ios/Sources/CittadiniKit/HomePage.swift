import CittadiniCore

extension Page {
    /// The first screen: the question, what there is to do, whom to talk to, and the numbers that are always there.
    init(_ home: Home, _ labels: Labels) {
        let writer = Writer(labels)
        let top = Passage("top") {
            Line(.title, home.title)
            Line(.note, italian: home.territory)
            writer.municipality(home.header)
        }
        let rest = writer.desks(home.desks) + writer.emergency(home.emergency)
        self.init(home.header, [top] + writer.trees(home.trees) + writer.groups(home.groups) + rest)
    }

    /// The offices of the reader's municipality.
    init(_ offices: Offices, _ labels: Labels) {
        let writer = Writer(labels)
        let each = offices.offices.map { office in Passage("office-\(office.id)", .card) { writer.office(office) } }
        self.init(offices.header, [writer.officesTop(offices.municipality), writer.switches([])] + each)
    }
}

extension Writer {
    /// The municipality that the screen is written for.
    func municipality(_ header: Header) -> Line? {
        Line(.note, named: actions.municipality, italian: header.municipality)
    }

    /// The question trees: the first is the way in for everybody, the others stand below it.
    fileprivate func trees(_ trees: [TreeCard]) -> [Passage] {
        let entrance = trees.prefix(1).map { tree in
            Passage("tree-\(tree.id)", .entrance) { self.tree(tree, .heading) }
        }
        let others = trees.dropFirst().map { tree in Passage("tree-\(tree.id)", .card) { self.tree(tree, .item) } }
        return entrance + headed(headings.questions, "questions", others)
    }

    @LineBuilder
    private func tree(_ tree: TreeCard, _ role: Line.Role) -> [Line] {
        Line(role, tree.title, symbol: .questions, action: .open(.tree(id: tree.id)))
        age(tree.freshness)
        Line(.note, tree.translation?.label, symbol: .translation)
    }

    fileprivate func groups(_ groups: [ProcedureGroup]) -> [Passage] {
        groups.flatMap { group in
            [Passage("group-\(group.id)") { Line(.heading, group.title) }]
                + group.procedures.map { card in Passage("card-\(group.id)-\(card.id)", .card) { self.card(card) } }
        }
    }

    /// A procedure in a list: its title opens it. How old it is and how it was translated is said here already; what is
    /// doubtful about it is said on its own screen.
    @LineBuilder
    func card(_ card: ProcedureCard) -> [Line] {
        Line(.item, card.title, action: .open(.procedure(id: card.id)))
        official(card.titleIt, beside: card.title)
        Line(.body, card.short)
        age(card.freshness)
        Line(.note, card.translation?.label, symbol: .translation)
        Line(.warning, card.needsUpdate, symbol: .warning)
    }

    fileprivate func desks(_ desks: [OfficeView]) -> [Passage] {
        headed(headings.desks, "desk", desks.map { desk in Passage("desk-\(desk.id)", .card) { office(desk) } })
    }

    fileprivate func emergency(_ contacts: [ContactView]) -> [Passage] {
        headed(
            headings.emergency, "emergency",
            contacts.map { found in Passage("emergency-\(found.id)", .card) { contact(found) } })
    }

    /// A heading above cards; nothing where there are none.
    func headed(_ heading: LocalizedText, _ id: String, _ cards: [Passage]) -> [Passage] {
        cards.isEmpty ? [] : [Passage(id) { Line(.heading, heading) }] + cards
    }
}
