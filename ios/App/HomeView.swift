import CittadiniCore
import CittadiniKit
import SwiftUI

/// The first screen, and the way to the others.
struct HomeView: View {
    private let core: AppCore
    @State private var model: HomeModel

    init(_ core: AppCore) {
        self.core = core
        _model = State(initialValue: HomeModel(core))
    }

    var body: some View {
        NavigationStack {
            PageView(reading: model.reading) { await model.load() }
                .refreshable { await model.sync() }
                .toolbar { choices }
                .navigationDestination(for: Destination.self) { destination in
                    switch destination {
                    case .procedure(let id): ProcedureView(core, id: id)
                    case .offices: OfficesView(core)
                    }
                }
        }
        .task {
            await model.load()
            await model.sync()
        }
    }

    @ViewBuilder private var choices: some View {
        if model.isSyncing {
            ProgressView()
        }
        Menu {
            ForEach(model.languages, id: \.tag) { language in
                Button(language.name) { Task { await model.choose(language: language) } }
            }
        } label: {
            Label("choice.language", systemImage: "globe")
        }
        Menu {
            ForEach(model.municipalities, id: \.istat) { municipality in
                Button(municipality.name) { Task { await model.choose(municipality: municipality) } }
            }
        } label: {
            Label("choice.municipality", systemImage: "mappin.and.ellipse")
        }
        NavigationLink(value: Destination.offices) {
            Label("title.offices", systemImage: "building.2")
        }
    }
}
