public import CivilDates
import Foundation

/// The clock the sandbox lives by; it has none of its own.
public struct SandboxClock: Sendable {
    private let milliseconds: @Sendable () -> Int
    private let fixedDay: CivilDate?

    /// A clock that says milliseconds since 1970-01-01 UTC.
    public init(milliseconds: @escaping @Sendable () -> Int) {
        self.milliseconds = milliseconds
        fixedDay = nil
    }

    /// A clock that stands at noon UTC of a day, which is today in every zone.
    public init(today: CivilDate) {
        let noon = (today.daysSinceEpoch * 86_400 + 43_200) * 1000
        milliseconds = { noon }
        fixedDay = today
    }

    /// Milliseconds since 1970-01-01 UTC.
    func now() -> Int {
        milliseconds()
    }

    /// Today in the zone of the sandbox's own athletes.
    public func day() -> CivilDate {
        today(zone: "Europe/Rome")
    }

    /// The day in a zone such as `Europe/Rome`; UTC where the name is unknown.
    func today(zone: String?) -> CivilDate {
        if let fixedDay { return fixedDay }
        let now = milliseconds()
        let moment = Date(timeIntervalSince1970: Double(now) / 1000)
        let offset = zone.flatMap { TimeZone(identifier: $0) }?.secondsFromGMT(for: moment) ?? 0
        return Timestamp.day(milliseconds: now, offsetSeconds: offset)
    }
}
