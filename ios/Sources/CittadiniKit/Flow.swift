import Foundation

/// Boxes one after the other, from the left, on as many rows as a width needs.
public struct Flow: Sendable, Equatable {
    /// Where each box stands.
    public let frames: [CGRect]
    /// What all of them need.
    public let size: CGSize

    /// Sets boxes of these sizes. A box that is wider than the width gets a row of its own and keeps to it.
    public init(_ sizes: [CGSize], width: CGFloat, gap: CGFloat) {
        var frames: [CGRect] = []
        var corner = CGPoint.zero
        var rowHeight: CGFloat = 0
        for size in sizes {
            let size = CGSize(width: min(size.width, width), height: size.height)
            if corner.x > 0 && corner.x + size.width > width {
                corner = CGPoint(x: 0, y: corner.y + rowHeight + gap)
                rowHeight = 0
            }
            frames.append(CGRect(origin: corner, size: size))
            corner.x += size.width + gap
            rowHeight = max(rowHeight, size.height)
        }
        self.frames = frames
        size = CGSize(width: frames.map(\.maxX).max() ?? 0, height: frames.map(\.maxY).max() ?? 0)
    }
}
