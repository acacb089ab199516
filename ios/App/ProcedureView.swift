import CittadiniKit
import SwiftUI

/// One procedure, from the title to its sources.
struct ProcedureView: View {
    private let core: AppCore
    @State private var model: ProcedureModel

    init(_ core: AppCore, id: String) {
        self.core = core
        _model = State(initialValue: ProcedureModel(core, id: id))
    }

    var body: some View {
        PageView(core: core, reading: model.reading) { await model.load() }
            .task(id: core.revision) { await model.load() }
    }
}

/// The reader's own dates for a procedure. Its model dies with it, and the dates with the model.
struct DatesView: View {
    private let core: AppCore
    @State private var model: DatesModel

    init(_ core: AppCore, procedure: String) {
        self.core = core
        _model = State(initialValue: DatesModel(core, procedure: procedure))
    }

    var body: some View {
        let model = model
        PageView(core: core, reading: model.reading) { await model.load() }
            .environment(\.tell, Tell { await model.perform($0) })
            .task(id: core.revision) { await model.load() }
    }
}
