import CittadiniKit
import SwiftUI

/// A walk through a question tree. Its model dies with it, and the answers with the model.
struct TriageView: View {
    private let core: AppCore
    @State private var model: TriageModel

    init(_ core: AppCore, tree: String) {
        self.core = core
        _model = State(initialValue: TriageModel(core, tree: tree))
    }

    var body: some View {
        let model = model
        PageView(core: core, reading: model.reading) { await model.load() }
            // Another step is another page, to be read from its top.
            .id(model.step)
            .environment(\.tell, Tell { await model.perform($0) })
            .task(id: core.revision) { await model.load() }
            // In the place of the way out stands the way to the question before.
            .navigationBarBackButtonHidden(model.canGoBack)
            .toolbar {
                if model.canGoBack, let actions = core.labels?.actions {
                    ToolbarItem(placement: .topBarLeading) {
                        Button {
                            Task { await model.back() }
                        } label: {
                            Label(actions.back.words, systemImage: "chevron.backward")
                        }
                    }
                }
            }
    }
}

/// The choice of a municipality, where a screen needs it.
struct MunicipalitiesView: View {
    private let core: AppCore
    @State private var model: MunicipalitiesModel
    @Environment(\.dismiss) private var dismiss

    init(_ core: AppCore) {
        self.core = core
        _model = State(initialValue: MunicipalitiesModel(core))
    }

    var body: some View {
        let model = model
        let dismiss = dismiss
        PageView(core: core, reading: model.reading) { await model.load() }
            .environment(\.tell, Tell { if await model.perform($0) { dismiss() } })
            .task(id: core.revision) { await model.load() }
    }
}
