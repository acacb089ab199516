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
        let model = model
        PageView(core: core, reading: model.reading) { await model.load() }
            .environment(\.tell, Tell { await model.perform($0) })
            .task(id: core.revision) { await model.load() }
    }
}

/// The hours of an office, day by day.
struct HoursView: View {
    private let core: AppCore
    @State private var model: HoursModel

    init(_ core: AppCore, office: String) {
        self.core = core
        _model = State(initialValue: HoursModel(core, office: office))
    }

    var body: some View {
        PageView(core: core, reading: model.reading) { await model.load() }
            .task(id: core.revision) { await model.load() }
    }
}
