import CittadiniCore
import CittadiniKit
import SwiftUI

/// Draws a page: what went wrong, what must be said, and the lines. It is never empty: without a page it says why, or
/// that it is coming.
struct PageView: View {
    let reading: Reading
    let retry: () async -> Void

    var body: some View {
        List {
            if let trouble = reading.trouble {
                TroubleView(trouble: trouble, retry: retry)
            }
            if let page = reading.page {
                LinesView(lines: page.banners)
                ForEach(page.passages) { passage in
                    Section { LinesView(lines: passage.lines) }
                }
            } else if reading.trouble == nil {
                ProgressView("loading")
            }
        }
        .environment(\.locale, Locale(identifier: reading.page?.language ?? "it"))
        .environment(\.layoutDirection, reading.page?.isRightToLeft == true ? .rightToLeft : .leftToRight)
    }
}

/// Why there is nothing newer, and the way to try again.
private struct TroubleView: View {
    let trouble: Trouble
    let retry: () async -> Void

    var body: some View {
        Section {
            Label(LocalizedStringKey(trouble.key), systemImage: "exclamationmark.triangle")
                .foregroundStyle(.red)
            Button("action.retry") { Task { await retry() } }
        }
    }
}

private struct LinesView: View {
    let lines: [Line]

    var body: some View {
        ForEach(Array(lines.enumerated()), id: \.offset) { LineView(line: $0.element) }
    }
}

/// One line, and what a tap on it does. Each sentence runs in its own direction.
private struct LineView: View {
    let line: Line

    var body: some View {
        Group {
            if case .procedure(let id) = line.action {
                NavigationLink(value: Destination.procedure(id: id)) { label }
            } else if let url = line.action?.url {
                Link(destination: url) { label }
            } else {
                label
            }
        }
        .environment(\.layoutDirection, line.text.direction == .rtl ? .rightToLeft : .leftToRight)
    }

    private var label: some View {
        HStack(alignment: .firstTextBaseline) {
            if let symbol = line.symbol {
                Image(systemName: symbol.systemName)
                    .accessibilityHidden(true)
            }
            words
        }
    }

    @ViewBuilder private var words: some View {
        let text = Text(line.text.drawn)
        switch line.role {
        case .title: text.font(.title).accessibilityAddTraits(.isHeader)
        case .heading: text.font(.headline).accessibilityAddTraits(.isHeader)
        case .body: text.font(.body)
        case .note: text.font(.footnote).foregroundStyle(.secondary)
        case .warning: text.font(.body).bold().foregroundStyle(.red)
        }
    }
}

extension LocalizedText {
    /// The sentence with its emphasis and links, in its language, so that VoiceOver speaks it rightly.
    fileprivate var drawn: AttributedString {
        var whole = AttributedString()
        for piece in pieces {
            var part = AttributedString(piece.words)
            part.link = piece.url
            part.inlinePresentationIntent = piece.isStrong ? .stronglyEmphasized : nil
            whole += part
        }
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
        case .phone: "phone"
        case .term: "book"
        case .time: "hourglass"
        case .translation: "globe"
        case .warning: "exclamationmark.triangle"
        case .web: "safari"
        }
    }
}
