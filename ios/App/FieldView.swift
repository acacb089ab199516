import CittadiniCore
import CittadiniKit
import SwiftUI

/// Does what a tap on a line says: the screen's model knows how.
struct Tell: Sendable {
    let perform: @MainActor @Sendable (Command) async -> Void

    @MainActor func callAsFunction(_ command: Command) async {
        await perform(command)
    }
}

private struct TellKey: EnvironmentKey {
    static let defaultValue = Tell { _ in }
}

extension EnvironmentValues {
    /// What carries out the commands of the page.
    var tell: Tell {
        get { self[TellKey.self] }
        set { self[TellKey.self] = newValue }
    }
}

/// Where the reader writes a day or a number. What she writes is held by this view and its model, and nowhere else.
struct FieldView: View {
    let field: Field
    /// What stands on the button that hands it in.
    let handIn: Line
    @Environment(\.tell) private var tell
    @State private var day: Date
    @State private var number = ""

    init(field: Field, handIn: Line) {
        self.field = field
        self.handIn = handIn
        _day = State(initialValue: field.value.flatMap(Day.date) ?? Day.today())
    }

    var body: some View {
        VStack(alignment: .leading, spacing: Theme.Space.two) {
            switch field.kind {
            case .day: dayField
            case .number: numberField
            }
        }
    }

    @ViewBuilder private var dayField: some View {
        DatePicker(field.name.words, selection: $day, displayedComponents: .date)
            // What the day is for stands above it; the label is for screen readers.
            .labelsHidden()
            .frame(minHeight: Theme.touch, alignment: .leading)
            .environment(\.calendar, Day.calendar)
            .environment(\.timeZone, Day.zone)
            .onChange(of: day) { _, day in
                if field.handsInChanges { enter(Day.iso(day)) }
            }
        if field.value == nil {
            button { enter(Day.iso(day)) }
        }
    }

    @ViewBuilder private var numberField: some View {
        TextField(String(), text: $number)
            .accessibilityLabel(Text(field.name.drawn))
            .keyboardType(.numberPad)
            .textFieldStyle(.roundedBorder)
            .frame(minHeight: Theme.touch)
        button { enter(Field.number(typed: number)) }
            .disabled(number.isEmpty)
    }

    private func button(_ action: @escaping @MainActor () -> Void) -> some View {
        Button {
            action()
        } label: {
            Target(ground: Theme.link, edge: Theme.link, ink: Theme.onLink) {
                ForEach(Array(handIn.texts.enumerated()), id: \.offset) { Text($0.element.drawn).bold() }
            }
        }
    }

    private func enter(_ value: String) {
        Task { await tell(.enter(field: field.id, value: value)) }
    }
}
