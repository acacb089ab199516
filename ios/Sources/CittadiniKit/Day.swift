import Foundation

/// A day of Italy's calendar between the core, which writes ISO 8601, and the system's field for dates. Both sides are reckoned
/// in universal time, so that the zone of the device cannot move a day.
public enum Day {
    private static let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()

    /// The zone and the calendar that a field for dates must have.
    public static let zone = TimeZone.gmt
    public static let calendar = Calendar(identifier: .gregorian)

    /// What a field shows for a day. Nothing where it is none.
    public static func date(_ iso: String) -> Date? {
        try? style.parse(iso)
    }

    /// The day that a field shows.
    public static func iso(_ date: Date) -> String {
        date.formatted(style)
    }

    /// Today in Italy, as a field shows it.
    public static func today(_ now: Date = .now) -> Date {
        var italian = style
        italian.timeZone = TimeZone(identifier: "Europe/Rome") ?? zone
        return date(now.formatted(italian)) ?? now
    }
}
