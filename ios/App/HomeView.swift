import CittadiniCore
import CittadiniKit
import SwiftUI

/// The first screen, and the way to the others.
struct HomeView: View {
    private let core: AppCore
    @State private var model: HomeModel
    @State private var search: SearchModel

    init(_ core: AppCore) {
        self.core = core
        _model = State(initialValue: HomeModel(core))
        _search = State(initialValue: SearchModel(core))
    }

    var body: some View {
        NavigationStack {
            VStack(alignment: .leading, spacing: Theme.Space.two) {
                if search.isSearching {
                    FoundView(core: core, model: search)
                } else {
                    UpdatingView(updating: model.updating)
                    PageView(core: core, reading: model.reading) { await model.load() }
                        // A task of its own: SwiftUI cancels the one of the gesture when the view is drawn anew.
                        .refreshable { await Task { await model.sync() }.value }
                }
            }
            .modifier(SearchField(model: search, actions: core.labels?.actions))
            .toolbar {
                if let labels = core.labels {
                    EmergencyView(numbers: model.emergency, heading: labels.headings.emergency)
                    ChoicesView(model: model, actions: labels.actions)
                }
            }
            .navigationDestination(for: Destination.self) { screen($0) }
        }
        .task {
            await model.load()
            // Behind the screen that stands; it holds nothing up.
            async let prepared: Void = search.prepare()
            await model.syncIfDue()
            await prepared
        }
        .onChange(of: core.revision) { Task { await search.prepare() } }
    }

    @ViewBuilder private func screen(_ destination: Destination) -> some View {
        switch destination {
        case .procedure(let id): ProcedureView(core, id: id)
        case .offices: OfficesView(core)
        case .tree(let id): TriageView(core, tree: id)
        case .dates(let procedure): DatesView(core, procedure: procedure)
        case .hours(let office): HoursView(core, office: office)
        case .municipalities: MunicipalitiesView(core)
        case .office(let id): FoundItemView(core, .office(id: id))
        case .term(let id): FoundItemView(core, .term(id: id))
        }
    }
}

/// The choices of the first screen, in the words of the core.
private struct ChoicesView: View {
    let model: HomeModel
    let actions: ActionLabels

    var body: some View {
        Menu {
            ForEach(model.languages, id: \.tag) { language in
                Button(language.name) { Task { await model.choose(language: language) } }
            }
        } label: {
            Label(actions.language.words, systemImage: "globe")
        }
        Menu {
            Button(actions.allMunicipalities.words) { Task { await model.choose(municipality: nil) } }
            ForEach(model.municipalities, id: \.istat) { municipality in
                Button(municipality.name) { Task { await model.choose(municipality: municipality) } }
            }
        } label: {
            Label(actions.municipality.words, systemImage: "mappin.and.ellipse")
        }
        NavigationLink(value: Destination.offices) {
            Label(actions.offices.words, systemImage: "building.2")
        }
        if model.updating.isRunning {
            Button {
                model.updating.stop()
            } label: {
                Label(actions.stop.words, systemImage: "stop.circle")
            }
        } else {
            Button {
                Task { await model.sync() }
            } label: {
                Label(actions.update.words, systemImage: "arrow.clockwise")
            }
        }
    }
}

/// The free numbers, one tap away wherever the first screen is scrolled to.
private struct EmergencyView: View {
    let numbers: [EmergencyNumber]
    let heading: LocalizedText

    var body: some View {
        Menu {
            ForEach(numbers) { number in
                Link(destination: number.url) { Label(number.words, systemImage: "phone") }
            }
        } label: {
            Label(heading.words, systemImage: "sos")
        }
    }
}

/// How far a sync is, and that it ended well.
private struct UpdatingView: View {
    let updating: Updating

    var body: some View {
        if let status = updating.status {
            VStack(alignment: .leading, spacing: Theme.Space.one) {
                Text(status.drawn).font(.subheadline).foregroundStyle(Theme.quiet)
                if updating.isRunning {
                    ProgressView(value: updating.share)
                }
            }
            .padding(.horizontal, Theme.Space.four)
        }
    }
}
