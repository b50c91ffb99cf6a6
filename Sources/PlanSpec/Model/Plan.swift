public import CivilDates
public import Diagnostics
public import Workouts

/// A training plan as its file says it, with its templates.
public struct Plan: Sendable {
    /// The path of the plan file.
    public var file: String
    /// The owner of its events on every calendar, `[a-z0-9-]`, 1 to 24 characters.
    public var id: Located<String>
    /// What people call it.
    public var name: String
    /// The sport of what names none.
    public var sport: Sport
    /// The first week's first day.
    public var start: Located<CivilDate>
    /// The last day on which anything is placed, where the file or the caller says so.
    public var finish: CivilDate?
    /// The day on which its weeks begin.
    public var weekStarts: Weekday
    /// Zone, thresholds and fitness.
    public var athlete: AthleteSpec
    /// What each weekday allows.
    public var availability: Availability
    /// Limits on what the engine builds.
    public var limits: Limits
    /// Races in the order of the file.
    public var races: [Race]
    /// Consecutive phases.
    public var phases: [Phase]
    /// Workouts and notes pinned to a day.
    public var events: [PinnedEvent]
    /// Holidays, sick days, travel and camps in the order of the file.
    public var life: [LifeOverlay] = []
    /// Sessions that happen anyway.
    public var fixed: [FixedSession] = []
    /// What reaches the calendar, and how.
    public var publish: PublishOptions
    /// Shares and counts at which apply stops.
    public var rails: Rails
    /// Days from today that apply reaches; nil for the whole plan.
    public var rolloutDays: Int?
    /// Keys that the author renamed.
    public var moved: [KeyRenaming]
    /// Templates by name.
    public var templates: [String: WorkoutTemplate]
    /// What it says of the coach's rules.
    public var lint: [CoachRule: LintSetting] = [:]
    /// What comments in its files allow.
    public var allowances: [LintAllowance] = []

    /// Weeks of all phases together.
    public var weekCount: Int { phases.reduce(0) { $0 + $1.weeks } }
    /// The last day of the last week.
    public var end: CivilDate { start.value + (7 * weekCount - 1) }
    /// The last day on which anything is placed.
    public var lastDay: CivilDate { finish ?? end }
}

/// What the file knows about the athlete.
public struct AthleteSpec: Sendable {
    /// The IANA zone, such as `Europe/Rome`.
    public var timezone: String?
    /// Where the zone is written.
    public var timezoneRange: SourceRange?
    /// Sex, for heart-rate load only.
    public var sex: Sex?
    /// Thresholds by sport; a family's name stands for its members.
    public var thresholds: [Sport: Thresholds]
    /// CTL and ATL on the evening before the plan's start.
    public var fitness: (ctl: Double, atl: Double)?

    /// Thresholds of the sport itself, else of its family.
    public func thresholds(for sport: Sport) -> Thresholds? {
        thresholds[sport] ?? thresholds[sport.family]
    }
}

/// What an athlete's weekdays allow.
public struct Availability: Hashable, Sendable {
    /// One weekday's room.
    public struct Day: Hashable, Sendable {
        /// Most seconds in total; nil means no limit, 0 a day off.
        public var max: Int?
        /// Most sessions; strength and technique don't count.
        public var sessions = 1
        /// The sports that fit; nil means any.
        public var sports: Set<Sport>?

        /// Makes a day's room.
        public init(max: Int? = nil, sessions: Int = 1, sports: Set<Sport>? = nil) {
            self.max = max
            self.sessions = sessions
            self.sports = sports
        }

        /// Whether nothing can be placed.
        public var isOff: Bool { max == 0 || sessions == 0 }

        /// Whether the day takes the sport; a family's name stands for its members.
        public func takes(_ sport: Sport) -> Bool {
            sports.map { $0.contains(sport) || $0.contains(sport.family) } ?? true
        }
    }

    /// The room of each weekday that the file names.
    public var days: [Weekday: Day]
    /// The room of the others.
    public var standard: Day

    /// Whether the athlete's own holidays, sick days and injuries on the calendar act as overlays on diff and apply.
    public var fromCalendar = false

    /// Makes an availability.
    public init(days: [Weekday: Day] = [:], standard: Day = Day()) {
        self.days = days
        self.standard = standard
    }

    /// The room of a weekday.
    public func day(_ weekday: Weekday) -> Day {
        days[weekday] ?? standard
    }

    /// This availability with the days, and the default if given, that `other` names.
    public func merged(with other: AvailabilityOverride) -> Availability {
        var result = self
        if let standard = other.standard { result.standard = standard }
        for (weekday, day) in other.days { result.days[weekday] = day }
        return result
    }
}

/// An availability that says only what it changes.
public struct AvailabilityOverride: Hashable, Sendable {
    /// The days that it names.
    public var days: [Weekday: Availability.Day]
    /// The new default, if it names one.
    public var standard: Availability.Day?

    /// Makes an override.
    public init(days: [Weekday: Availability.Day] = [:], standard: Availability.Day? = nil) {
        self.days = days
        self.standard = standard
    }
}

/// Hard limits on what the engine builds.
public struct Limits: Sendable {
    /// Most CTL points from one plan week's last evening to the next.
    public var ramp: Located<Double>?
    /// Most training load a week, without A and B races.
    public var load: Located<Double>?
    /// Most seconds a week, without A and B races.
    public var hours: Located<Int>?
    /// Most growth of a loading week against the largest loading target before it, 0.2 for 20 %.
    public var growth: Located<Double>?
    /// Lowest same-day form; race days and the day after excepted.
    public var form: Located<Double>?
    /// Most quality and test sessions a week.
    public var hardPerWeek = 3
    /// Where the file says so, if it does.
    public var hardPerWeekRange: SourceRange?
    /// Hours that two hard sessions keep between them.
    public var hardSpacingHours = 48

    /// Days between the dates of two hard sessions.
    public var hardSpacingDays: Int { (hardSpacingHours + 23) / 24 }
}
