import CittadiniKit
import SwiftUI

/// The offices of the reader's municipality.
struct OfficesView: View {
    @State private var model: OfficesModel

    init(_ core: AppCore) {
        _model = State(initialValue: OfficesModel(core))
    }

    var body: some View {
        PageView(reading: model.reading) { await model.load() }
            .task { await model.load() }
    }
}
