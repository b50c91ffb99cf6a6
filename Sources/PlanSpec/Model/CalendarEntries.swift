public import CivilDates
public import Diagnostics
public import Workouts

/// A race.
public struct Race: Sendable {
    /// How much a race matters.
    public enum Priority: String, Hashable, Sendable, CaseIterable {
        case a = "A"
        case b = "B"
        case c = "C"
    }

    /// Its id.
    public var id: Located<String>
    /// Its day.
    public var date: Located<CivilDate>
    /// Its name on the calendar.
    public var name: String
    /// Its sport.
    public var sport: Sport
    /// How much it matters.
    public var priority: Priority
    /// How long it lasts, in seconds.
    public var duration: Int?
    /// Its training load.
    public var load: Double?
    /// What it consists of, where the file says so.
    public var content: SessionSpec.Content?
    /// What stands on the calendar beside the name.
    public var description: String?
    /// Days without hard sessions after an A race; nil takes the default of sport and duration.
    public var recovery: Int?
    /// The time of its start.
    public var time: ClockTime?
    /// Whether apply never deletes it.
    public var protect: Bool
    /// Whether it reaches the calendar.
    public var publish: Bool
    /// Where the entry is written.
    public var range: SourceRange
    /// Where each of its keys' values is written.
    public var ranges: [String: SourceRange]

    /// Days after the race without hard sessions: as stated, else by priority, sport and how many seconds it lasts; a
    /// race of unknown duration counts as a long one.
    public func recoveryDays(duration: Int?) -> Int {
        switch priority {
        case .b: return 2
        case .c: return 1
        case .a: break
        }
        if let recovery { return recovery }
        let minutes = duration.flatMap { $0 > 0 ? $0 / 60 : nil } ?? .max
        if sport.family == .run {
            return minutes < 30 ? 3 : minutes < 60 ? 5 : minutes < 150 ? 7 : 14
        }
        return minutes < 150 ? 3 : 7
    }

    /// Days before the race without hard or strength sessions.
    public var easyDaysBefore: Int { priority == .c ? 1 : 2 }
}

/// A workout or a note pinned to a day.
public struct PinnedEvent: Sendable {
    /// What it is.
    public enum Kind: Sendable {
        /// A workout.
        case workout(SessionSpec)
        /// A note for its day or its week.
        case note(forWeek: Bool)
        /// The start of a season.
        case seasonStart
    }

    /// Its id.
    public var id: Located<String>
    /// Its day.
    public var date: Located<CivilDate>
    /// What it is.
    public var kind: Kind
    /// The name on the calendar.
    public var name: String?
    /// The text beside the name.
    public var description: String?
    /// The role or session id that it stands in for in its week.
    public var instead: Located<String>?
    /// Whether apply never deletes it.
    public var protect: Bool
    /// Whether it reaches the calendar.
    public var publish: Bool
    /// Where the entry is written.
    public var range: SourceRange
}

/// What reaches the calendar, and how.
public struct PublishOptions: Sendable {
    /// Phases as PLAN blocks.
    public var phases = false
    /// Weekly targets as TARGET events.
    public var targets = false
    /// Notes.
    public var notes = true
    /// Holidays, sick days, travel and camps.
    public var life = true
    /// The plan's tag on every event.
    public var tag = true
    /// Whether the athlete can't edit the events.
    public var lock = false
    /// The time of day where nothing else is said.
    public var defaultTime: ClockTime?
    /// The time of day by weekday.
    public var times: [Weekday: ClockTime] = [:]
    /// The time of a day's second session.
    public var secondTime: ClockTime?

    /// Makes the default options.
    public init() {}
}

/// Shares and counts at which apply stops.
public struct Rails: Hashable, Sendable {
    /// Largest share of owned future events deleted in one run.
    public var deletes = 0.25
    /// Largest share of owned future events updated in one run.
    public var updates = 0.6
    /// Days after today that are not written either.
    public var freezeDays = 0
    /// Most writes in one run.
    public var operations = 500

    /// Makes the default rails.
    public init() {}
}
