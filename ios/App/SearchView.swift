import CittadiniCore
import CittadiniKit
import SwiftUI

/// The field above the first screen. Nothing suggests or corrects what is typed, and nothing keeps it.
struct SearchField: ViewModifier {
    let model: SearchModel
    /// None before there is a core.
    let actions: ActionLabels?

    func body(content: Content) -> some View {
        if let actions {
            content
                .searchable(
                    text: Binding(get: { model.typed }, set: { type($0) }),
                    placement: .navigationBarDrawer(displayMode: .always), prompt: Text(actions.searchHint.drawn)
                )
                .autocorrectionDisabled()
                .textInputAutocapitalization(.never)
                .keyboardType(.webSearch)
        } else {
            content
        }
    }

    /// Each letter is a search, which ends the one before it.
    private func type(_ words: String) {
        guard words != model.typed else { return }
        model.type(words)
        Task { await model.load() }
    }
}

/// What was found, and how much of it, said politely.
struct FoundView: View {
    let core: AppCore
    let model: SearchModel

    var body: some View {
        PageView(core: core, reading: model.reading) { await model.load() }
            .onChange(of: core.revision) { Task { await model.load() } }
            .onChange(of: model.found) {
                if let found = model.found { AccessibilityNotification.Announcement(found).post() }
            }
    }
}

/// An office or a word that the search led to.
struct FoundItemView: View {
    private let core: AppCore
    @State private var model: FoundModel

    init(_ core: AppCore, _ item: FoundModel.Item) {
        self.core = core
        _model = State(initialValue: FoundModel(core, item))
    }

    var body: some View {
        PageView(core: core, reading: model.reading) { await model.load() }
            .task(id: core.revision) { await model.load() }
    }
}
