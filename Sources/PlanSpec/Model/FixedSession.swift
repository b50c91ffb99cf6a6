public import CivilDates
public import Diagnostics

/// A session that happens anyway, week after week.
public struct FixedSession: Sendable {
    /// Its id.
    public var id: Located<String>
    /// The weekdays on which it happens.
    public var weekdays: [Weekday]
    /// The first day on which it may happen; nil means the plan's first.
    public var from: Located<CivilDate>?
    /// The last day on which it may happen; nil means the plan's last.
    public var to: Located<CivilDate>?
    /// The phases in which it happens; empty means all.
    public var phases: [Located<String>]
    /// Days on which it doesn't.
    public var except: [Located<CivilDate>]
    /// What it consists of, with its own time and load.
    public var session: SessionSpec
    /// Where the entry is written.
    public var range: SourceRange

    /// Whether it happens on a date of the phase with that id.
    public func happens(on date: CivilDate, phase: String) -> Bool {
        weekdays.contains(date.weekday) && from.map { $0.value <= date } ?? true && to.map { date <= $0.value } ?? true
            && (phases.isEmpty || phases.contains { $0.value == phase }) && !except.contains { $0.value == date }
    }
}
