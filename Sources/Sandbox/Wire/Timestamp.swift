import CivilDates

/// Moments on the world's clock in milliseconds since 1970-01-01 UTC, as the service writes them.
enum Timestamp {
    /// Such as `2024-02-21T17:43:29.943+00:00`.
    static func text(milliseconds: Int) -> String {
        let (day, rest) = parts(milliseconds)
        return "\(day)T\(clock(rest / 1000)).\(digits(rest % 1000, 3))+00:00"
    }

    /// The value of a `Date` header, such as `Wed, 21 Feb 2024 17:43:29 GMT`.
    static func header(milliseconds: Int) -> String {
        let (day, rest) = parts(milliseconds)
        let (year, month, number) = day.components
        let weekday = String(day.weekday.name.prefix(3))
        return "\(weekday), \(digits(number, 2)) \(months[month - 1]) \(digits(year, 4)) \(clock(rest / 1000)) GMT"
    }

    /// The day at an offset from UTC.
    static func day(milliseconds: Int, offsetSeconds: Int) -> CivilDate {
        parts(milliseconds + offsetSeconds * 1000).day
    }

    private static func parts(_ milliseconds: Int) -> (day: CivilDate, rest: Int) {
        let rest = ((milliseconds % 86_400_000) + 86_400_000) % 86_400_000
        return (CivilDate(daysSinceEpoch: (milliseconds - rest) / 86_400_000), rest)
    }

    /// `HH:MM:SS`.
    static func clock(_ seconds: Int) -> String {
        "\(digits(seconds / 3600, 2)):\(digits(seconds / 60 % 60, 2)):\(digits(seconds % 60, 2))"
    }

    private static func digits(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
