public import CivilDates
public import Diagnostics
public import Workouts

/// Consecutive weeks with one purpose.
public struct Phase: Sendable {
    /// What a phase is for.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case base, build, peak, taper, race, recovery, transition

        /// Loading weeks before each recovery week when the file says nothing; nil means no recovery weeks.
        public var standardRhythm: Rhythm {
            switch self {
            case .base, .build, .peak: .ratio(loading: 3, recovery: 1)
            case .taper, .race, .recovery, .transition: .none
            }
        }
    }

    /// Which weeks of a phase are recovery weeks.
    public enum Rhythm: Hashable, Sendable {
        /// No recovery weeks.
        case none
        /// So many loading, then so many recovery weeks; a cycle cut by the phase's end has no recovery week.
        case ratio(loading: Int, recovery: Int)
        /// An explicit list that repeats, true for a recovery week.
        case pattern([Bool])
    }

    /// Its id.
    public var id: Located<String>
    /// What people call it.
    public var name: String
    /// Its purpose.
    public var kind: Kind
    /// How many weeks it has.
    public var weeks: Int
    /// Which of them are recovery weeks.
    public var rhythm: Rhythm
    /// A recovery week's target against the mean loading target, 0.65 for 65 %.
    public var recovery: Double
    /// The weekly targets in load; a phase has one of load, hours and distance, or none.
    public var load: Located<LoadTarget>?
    /// The weekly targets in seconds.
    public var hours: Located<LoadTarget>?
    /// The weekly targets in metres.
    public var distance: Located<LoadTarget>?
    /// The curve of a taper.
    public var taper: Taper?
    /// How the target is split between sports, in the order of the file; empty for one target.
    public var sports: [SportShare] = []
    /// The sessions of a week.
    public var week: [SessionSpec]
    /// The sessions of a recovery week, where they differ.
    public var recoveryWeek: [SessionSpec]?
    /// What the phase changes in the plan's availability.
    public var availability: AvailabilityOverride?
    /// What single weeks change, by week in the phase from 1.
    public var overrides: [Int: WeekOverride]
}

/// A sport's part of a phase's targets.
public struct SportShare: Hashable, Sendable {
    /// The sport; a family's name stands for its members.
    public var sport: Sport
    /// 0.8 for 80 %.
    public var share: Double
}

/// What one week of a phase changes.
public struct WeekOverride: Sendable {
    /// What happens to a session of the week's list.
    public enum SessionChange: Sendable {
        /// It is left out.
        case off
        /// The merged session.
        case replaced(SessionSpec)
    }

    /// Where the override is written.
    public var range: SourceRange
    /// The week's own target in load.
    public var load: Located<Double>?
    /// The week's own target in seconds.
    public var hours: Located<Double>?
    /// The week's own target in metres.
    public var distance: Located<Double>?
    /// Whether the week is a recovery week, whatever the rhythm says.
    public var recovery: Bool?
    /// What people call the week.
    public var name: String?
    /// What the week changes in availability.
    public var availability: AvailabilityOverride?
    /// The list that replaces the phase's.
    public var week: [SessionSpec]?
    /// Changes to sessions by their id, the merged session already made.
    public var sessions: [String: SessionChange]
    /// Sessions that only this week has.
    public var added: [SessionSpec]
}

/// What part a session plays in its week.
public enum Role: String, Hashable, Sendable, CaseIterable {
    case long, quality, easy, recovery, strength, technique, test, race

    /// Its weight when the rest of a week's load is shared out.
    public var weight: Double {
        switch self {
        case .long: 30
        case .quality, .test: 15
        case .easy: 13
        case .technique, .recovery: 8
        case .strength, .race: 0
        }
    }

    /// Whether it needs distance in time from other hard sessions.
    public var isHard: Bool { [.quality, .long, .test, .race].contains(self) }
    /// Whether it counts against `limits.hard.per_week`.
    public var countsAsHard: Bool { self == .quality || self == .test }
    /// Whether it counts against a day's number of sessions.
    public var countsAgainstDay: Bool { self != .strength && self != .technique }
}

/// One line of a week's list.
public struct SessionSpec: Sendable {
    /// What the session consists of.
    public enum Content: Sendable {
        /// Templates by name; a list of several rotates.
        case templates([Located<String>])
        /// Workout text in place, `${}` excluded.
        case text(WorkoutTemplate)
        /// Prose in place.
        case prose(WorkoutTemplate)
        /// Sessions one after the other without a rest, each with its own content and, where stated, its share.
        case brick([SessionSpec])
    }

    /// Its id, unique in the list.
    public var id: Located<String>
    /// Its role; nil takes the template's.
    public var role: Role?
    /// Its sport; nil takes the template's, else the plan's.
    public var sport: Sport?
    /// What it consists of.
    public var content: Content
    /// Days in the order of preference; empty means any.
    public var days: [Weekday]
    /// Its share of the week's target, one entry a loading week; empty means none.
    public var share: [Double]
    /// Its own load, one entry a loading week; empty means none.
    public var load: [Double]
    /// Its own duration in seconds, one entry a loading week; empty means none.
    public var duration: [Int]
    /// Its own distance in metres, one entry a loading week; empty means none.
    public var distance: [Double] = []
    /// How many there are in a week.
    public var count: Int
    /// Parameters that change from loading week to loading week.
    public var progress: [String: [ParameterValue]]
    /// Parameters that are set.
    public var parameters: [String: ParameterValue]
    /// Knobs in their order, where the session sets its own.
    public var scale: [String]?
    /// The time of day.
    public var time: ClockTime?
    /// Whether it is indoors, where the template's `indoor` applies.
    public var indoor = false
    /// Whether it is the first to be left out of a week that is too full.
    public var optional = false
    /// The name on the calendar, where the session sets its own; `${}` takes the template's parameters.
    public var name: TemplateText?
    /// More text, after the template's description; `${}` takes the template's parameters.
    public var description: TemplateText?
    /// The metric that devices follow.
    public var target: EventTarget?
    /// Whether apply never deletes it.
    public var protect: Bool
    /// Whether it reaches the calendar.
    public var publish: Bool
    /// Where the entry is written.
    public var range: SourceRange
    /// Where each of its keys' values is written.
    public var ranges: [String: SourceRange]

    /// Whether it has a size of its own.
    public var hasOwnSize: Bool { !load.isEmpty || !duration.isEmpty || !distance.isEmpty }
}

/// The metric that an event tells devices to follow.
public enum EventTarget: String, Hashable, Sendable, CaseIterable {
    case power = "POWER"
    case heartRate = "HR"
    case pace = "PACE"
    case auto = "AUTO"

    /// The load metric that it puts first.
    public var metric: LoadMetric? { LoadMetric(rawValue: rawValue) }
}
