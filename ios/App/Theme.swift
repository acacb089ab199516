import SwiftUI

/// The tokens of `docs/design-system.md`, once. Type follows Dynamic Type: the styles of the system, never a size in points.
enum Theme {
    static let ink = Color(light: 0x1b1f24, dark: 0xe6edf3)
    static let paper = Color(light: 0xffffff, dark: 0x0f1419)
    static let quiet = Color(light: 0x57606a, dark: 0x9aa5b1)
    static let line = Color(light: 0xd0d7de, dark: 0x30363d)
    static let edge = Color(light: 0x7d8590, dark: 0x768390)
    static let link = Color(light: 0x0b5cad, dark: 0x79b8ff)
    static let onLink = Color(light: 0xffffff, dark: 0x0f1419)
    static let tint = Color(light: 0xf3f6fa, dark: 0x18202a)
    static let warn = Color(light: 0xfff3cd, dark: 0x3d3000)
    static let warnInk = Color(light: 0x5c4200, dark: 0xffe08a)
    static let alarm = Color(light: 0xfde2e1, dark: 0x4c1513)
    static let alarmInk = Color(light: 0x7a1512, dark: 0xffc9c7)

    /// Steps of distance.
    enum Space {
        static let one: CGFloat = 4
        static let two: CGFloat = 8
        static let three: CGFloat = 12
        static let four: CGFloat = 16
        static let six: CGFloat = 24
    }

    /// Radii of corners.
    enum Radius {
        static let small: CGFloat = 8
        static let card: CGFloat = 12
        static let chip: CGFloat = 16
    }

    /// The least height of what is tapped. The design system says 48.
    static let touch: CGFloat = 48
    /// Longer lines are hard to read.
    static let readingWidth: CGFloat = 720
}

extension Color {
    /// A colour of both appearances, as `0xRRGGBB`.
    fileprivate init(light: Int, dark: Int) {
        self.init(
            uiColor: UIColor { traits in
                let value = traits.userInterfaceStyle == .dark ? dark : light
                return UIColor(
                    red: CGFloat(value >> 16 & 0xff) / 255, green: CGFloat(value >> 8 & 0xff) / 255,
                    blue: CGFloat(value & 0xff) / 255, alpha: 1)
            })
    }
}
