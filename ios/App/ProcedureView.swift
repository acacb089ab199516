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
