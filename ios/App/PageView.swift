import CittadiniCore
import CittadiniKit
import SwiftUI

/// Draws a page: what went wrong, what must be said, and the lines. It is never empty: without a page it says why, or
/// that it is coming.
struct PageView: View {
    let core: AppCore
    let reading: Reading
    let retry: () async -> Void
    @Environment(\.locale) private var deviceLocale
    @Environment(\.layoutDirection) private var deviceDirection

    var body: some View {
        ScrollView {
            LazyVStack(alignment: .leading, spacing: Theme.Space.four) {
                if let trouble = reading.trouble {
                    TroubleView(trouble: trouble, labels: core.labels, retry: retry)
                }
                if let page = reading.page {
                    LinesView(lines: page.banners)
                    ForEach(page.passages) { PassageView(passage: $0) }
                } else if reading.trouble == nil {
                    LoadingView(labels: core.labels)
                }
            }
            .padding(Theme.Space.four)
            .frame(maxWidth: Theme.readingWidth, alignment: .leading)
            .frame(maxWidth: .infinity)
        }
        .background(Theme.paper)
        .foregroundStyle(Theme.ink)
        .tint(Theme.link)
        .environment(\.locale, reading.page.map { Locale(identifier: $0.language) } ?? deviceLocale)
        .environment(\.layoutDirection, reading.page?.direction ?? deviceDirection)
    }
}

extension Page {
    fileprivate var direction: LayoutDirection { isRightToLeft ? .rightToLeft : .leftToRight }
}

/// Lines that belong together, as their passage stands on the page.
private struct PassageView: View {
    let passage: Passage

    var body: some View {
        switch passage.form {
        case .plain: LinesView(lines: passage.lines)
        case .card: card(edge: opensAPage ? Theme.edge : Theme.line, width: 1)
        case .entrance: card(edge: Theme.link, width: 2)
        case .fold: fold
        }
    }

    private func card(edge: Color, width: CGFloat) -> some View {
        LinesView(lines: passage.lines)
            .frame(maxWidth: .infinity, alignment: .leading)
            .padding(Theme.Space.four)
            .background(Theme.tint, in: RoundedRectangle(cornerRadius: Theme.Radius.card))
            .overlay { RoundedRectangle(cornerRadius: Theme.Radius.card).stroke(edge, lineWidth: width) }
    }

    private var opensAPage: Bool {
        if case .open = passage.lines.first?.action { true } else { false }
    }

    private var fold: some View {
        DisclosureGroup {
            LinesView(lines: Array(passage.lines.dropFirst()))
                .frame(maxWidth: .infinity, alignment: .leading)
        } label: {
            LinesView(lines: Array(passage.lines.prefix(1)))
                .frame(minHeight: Theme.touch)
        }
    }
}

private struct LinesView: View {
    let lines: [Line]

    var body: some View {
        VStack(alignment: .leading, spacing: Theme.Space.two) {
            ForEach(Array(lines.enumerated()), id: \.offset) { LineView(line: $0.element) }
        }
    }
}

/// A screen is being read. Before there is a core the app says so itself.
private struct LoadingView: View {
    let labels: Labels?

    var body: some View {
        ProgressView {
            if let labels {
                Text(labels.status.loading.drawn)
            } else {
                Text(LocalizedStringKey("opening.loading"))
            }
        }
        .frame(maxWidth: .infinity)
    }
}

/// Why there is nothing newer, and the way to try again. Without a core there are no numbers of the content either, and the
/// one for emergencies stands here.
private struct TroubleView: View {
    let trouble: Trouble
    let labels: Labels?
    let retry: () async -> Void

    var body: some View {
        VStack(alignment: .leading, spacing: Theme.Space.two) {
            Notice(ground: Theme.warn, ink: Theme.warnInk) { sentence }
            Button {
                Task { await retry() }
            } label: {
                again.frame(minHeight: Theme.touch)
            }
            if labels == nil, let emergency = URL(string: "tel:112") {
                Link(destination: emergency) {
                    Label("112", systemImage: "phone").frame(minHeight: Theme.touch)
                }
            }
        }
    }

    @ViewBuilder private var sentence: some View {
        if let labels {
            Text(trouble.sentence(in: labels).drawn)
        } else {
            Text(LocalizedStringKey(trouble.openingKey))
        }
    }

    private var again: Text {
        if let labels {
            Text(labels.actions.retry.drawn)
        } else {
            Text(LocalizedStringKey("opening.retry"))
        }
    }
}
