import CittadiniKit
import SwiftUI

/// One procedure, from the title to its sources.
struct ProcedureView: View {
    @State private var model: ProcedureModel

    init(_ core: AppCore, id: String) {
        _model = State(initialValue: ProcedureModel(core, id: id))
    }

    var body: some View {
        PageView(reading: model.reading) { await model.load() }
            .task { await model.load() }
    }
}
