import CittadiniKit
import SwiftUI

/// The offices of the reader's municipality.
struct OfficesView: View {
    private let core: AppCore
    @State private var model: OfficesModel

    init(_ core: AppCore) {
        self.core = core
        _model = State(initialValue: OfficesModel(core))
    }

    var body: some View {
        PageView(core: core, reading: model.reading) { await model.load() }
            .task(id: core.revision) { await model.load() }
    }
}
