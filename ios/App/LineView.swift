import CittadiniCore
import CittadiniKit
import SwiftUI

/// One line, and what a tap on it does.
struct LineView: View {
    let line: Line
    @Environment(\.tell) private var tell

    var body: some View {
        if let field = line.field {
            FieldView(field: field, handIn: line)
        } else if case .open(let destination) = line.action {
            NavigationLink(value: destination) { drawn.frame(minHeight: Theme.touch, alignment: .leading) }
        } else if case .tell(let command) = line.action {
            Button {
                Task { await tell(command) }
            } label: {
                drawn
            }
            .accessibilityAddTraits(line.isChosen == true ? .isSelected : [])
        } else if let url = line.action?.url {
            Link(destination: url) { drawn }
                .frame(minHeight: Theme.touch, alignment: .leading)
        } else {
            drawn
        }
    }

    @ViewBuilder private var drawn: some View {
        switch line.role {
        case .title: words.font(.title).bold().accessibilityAddTraits(.isHeader)
        case .heading: heading
        case .subheading: pictured.font(.headline).accessibilityAddTraits(.isHeader)
        case .item: pictured.bold()
        case .amount: words.font(.title3).bold()
        case .body: pictured
        case .bullet: bullet
        case .chips: chips
        case .italian: words.font(.subheadline).foregroundStyle(Theme.quiet)
        case .note: pictured.font(.subheadline).foregroundStyle(Theme.quiet)
        case .translation: Notice(ground: Theme.tint, ink: Theme.quiet) { pictured }
        case .notice: Notice(ground: Theme.tint, ink: Theme.ink) { pictured }
        case .warning: Notice(ground: Theme.warn, ink: Theme.warnInk) { pictured }
        case .alarm: Notice(ground: Theme.alarm, ink: Theme.alarmInk) { pictured.bold() }
        case .button: Target(ground: Theme.tint, edge: Theme.edge, ink: Theme.link) { pictured }
        case .primary, .field: Target(ground: Theme.link, edge: Theme.link, ink: Theme.onLink) { pictured.bold() }
        }
    }

    /// The heading of a section; that of a step has its number before it.
    private var heading: some View {
        HStack(alignment: .firstTextBaseline, spacing: Theme.Space.two) {
            if let number = line.number {
                Text(verbatim: "\(number)")
                    .bold()
                    .foregroundStyle(Theme.onLink)
                    .padding(.horizontal, Theme.Space.two)
                    .padding(.vertical, Theme.Space.one)
                    .background(Theme.link, in: Capsule())
            }
            pictured.font(.title2).bold()
        }
        .accessibilityElement(children: .combine)
        .accessibilityAddTraits(.isHeader)
    }

    private var bullet: some View {
        HStack(alignment: .firstTextBaseline, spacing: Theme.Space.two) {
            Text(verbatim: "•").accessibilityHidden(true)
            words
        }
    }

    private var chips: some View {
        ChipFlow {
            ForEach(Array(line.texts.enumerated()), id: \.offset) { chip in
                Text(chip.element.drawn)
                    .font(.subheadline)
                    .foregroundStyle(Theme.quiet)
                    .padding(.horizontal, Theme.Space.three)
                    .padding(.vertical, Theme.Space.one)
                    .background(Theme.paper, in: RoundedRectangle(cornerRadius: Theme.Radius.chip))
                    .overlay { RoundedRectangle(cornerRadius: Theme.Radius.chip).stroke(Theme.line) }
            }
        }
    }

    private var pictured: some View {
        HStack(alignment: .firstTextBaseline, spacing: Theme.Space.two) {
            if let symbol = line.symbol {
                Image(systemName: symbol.systemName).accessibilityHidden(true)
            }
            words
        }
        .accessibilityElement(children: .combine)
    }

    private var words: Text { Text(line.drawn) }
}

/// A tinted ground for what is to be known first.
struct Notice<Content: View>: View {
    let ground: Color
    let ink: Color
    @ViewBuilder let content: () -> Content

    var body: some View {
        content()
            .foregroundStyle(ink)
            .frame(maxWidth: .infinity, alignment: .leading)
            .padding(.horizontal, Theme.Space.three)
            .padding(.vertical, Theme.Space.two)
            .background(ground, in: RoundedRectangle(cornerRadius: Theme.Radius.small))
    }
}

/// What is tapped as a whole, large enough for any finger.
struct Target<Content: View>: View {
    let ground: Color
    let edge: Color
    let ink: Color
    @ViewBuilder let content: () -> Content

    var body: some View {
        content()
            .foregroundStyle(ink)
            .multilineTextAlignment(.leading)
            .padding(.horizontal, Theme.Space.three)
            .padding(.vertical, Theme.Space.two)
            .frame(maxWidth: .infinity, minHeight: Theme.touch, alignment: .leading)
            .background(ground, in: RoundedRectangle(cornerRadius: Theme.Radius.small))
            .overlay { RoundedRectangle(cornerRadius: Theme.Radius.small).stroke(edge) }
    }
}

extension Line {
    /// The name of what is said, and what is said.
    fileprivate var drawn: AttributedString {
        var whole = AttributedString()
        if let name {
            var part = name.drawn
            part += AttributedString(": ")
            part.inlinePresentationIntent = .stronglyEmphasized
            whole += part
        }
        for (place, text) in texts.enumerated() {
            if place > 0 { whole += AttributedString(Line.between) }
            whole += text.drawn(underlining: isFound)
        }
        return whole
    }
}

extension LocalizedText {
    /// The sentence with its emphasis and links, in its own direction, and in its language, so that VoiceOver speaks it
    /// rightly.
    var drawn: AttributedString { drawn(underlining: false) }

    /// The same with what matters underlined, where weight alone would not be seen.
    func drawn(underlining isUnderlined: Bool) -> AttributedString {
        var whole = AttributedString(isolates.before)
        for piece in pieces {
            var part = AttributedString(piece.words)
            part.link = piece.url
            part.inlinePresentationIntent = piece.isStrong ? .stronglyEmphasized : nil
            if isUnderlined && piece.isStrong { part.underlineStyle = Text.LineStyle.single }
            whole += part
        }
        whole += AttributedString(isolates.after)
        whole.languageIdentifier = language
        return whole
    }
}

extension Line.Symbol {
    fileprivate var systemName: String {
        switch self {
        case .appointment: "calendar"
        case .document: "doc.text"
        case .fee: "eurosign.circle"
        case .hours: "clock"
        case .language: "character.bubble"
        case .office: "building.2"
        case .passed: "calendar.badge.exclamationmark"
        case .phone: "phone"
        case .questions: "questionmark.bubble"
        case .receipt: "checkmark.circle"
        case .term: "book"
        case .time: "hourglass"
        case .translation: "globe"
        case .chosen: "checkmark.square"
        case .unchosen: "square"
        case .unknown: "questionmark.circle"
        case .warning: "exclamationmark.triangle"
        case .web: "safari"
        }
    }
}
