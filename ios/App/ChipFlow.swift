import CittadiniKit
import SwiftUI

/// Short properties one after the other, on as many rows as they need. Where each stands is reckoned by `Flow`.
struct ChipFlow: Layout {
    private let gap = Theme.Space.two

    func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout ()) -> CGSize {
        flow(proposal.width, subviews).size
    }

    /// SwiftUI itself turns what is placed around on a page from right to left.
    func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout ()) {
        for (subview, frame) in zip(subviews, flow(bounds.width, subviews).frames) {
            subview.place(
                at: CGPoint(x: bounds.minX + frame.minX, y: bounds.minY + frame.minY), anchor: .topLeading,
                proposal: ProposedViewSize(frame.size))
        }
    }

    private func flow(_ width: CGFloat?, _ subviews: Subviews) -> Flow {
        let width = width ?? .infinity
        let narrow = ProposedViewSize(width: width, height: nil)
        let sizes = subviews.map { subview in
            let size = subview.sizeThatFits(.unspecified)
            return size.width > width ? subview.sizeThatFits(narrow) : size
        }
        return Flow(sizes, width: width, gap: gap)
    }
}
