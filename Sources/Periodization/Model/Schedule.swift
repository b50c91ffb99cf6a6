public import CivilDates
public import Diagnostics
public import LoadSimulation
public import PlanSpec
public import Workouts

/// A plan expanded into dated entries.
public struct Schedule: Sendable {
    /// The plan's id.
    public var plan: String
    /// The plan's first day.
    public var start: CivilDate
    /// The plan's last day.
    public var end: CivilDate
    /// CTL and ATL on the evening before the start.
    public var fitness: Fitness
    /// Every week in order.
    public var weeks: [PlannedWeek]
    /// Every entry by date, then time, then place in the file.
    public var entries: [PlannedEntry]
    /// What the engine has to say.
    public var diagnostics: [Diagnostic]
    /// Whether the athlete can't edit the events.
    public var lock = false
    /// The tag that every event carries.
    public var tag: String?
    /// The first day of the curve, where it isn't the plan's.
    public var curveStart: CivilDate?
    /// The evening that the curve starts from, where it isn't the one before the plan.
    public var fitnessDay: CivilDate?
    /// Whether the curve starts from the service's own figures.
    public var isLive = false
    /// What stands on a live calendar beside the plan.
    public var calendar: CalendarLoads?
    /// How much of a sport's load each average takes, where a service says so; 1 for all of it.
    public var weights: [Sport: DailyLoad] = [:]
    /// What became of the tapers.
    public var tapers: [TaperOutcome] = []
    /// How the weeks were made, for reasons.
    var built: [BuiltWeek] = []
}

/// A week of the plan.
public struct PlannedWeek: Sendable {
    /// Its number in the plan, from 1.
    public var number: Int
    /// Its first day.
    public var start: CivilDate
    /// The id of its phase.
    public var phase: String
    /// Its number in the phase, from 1.
    public var phaseWeek: Int
    /// The name that the plan gives it.
    public var name: String?
    /// Whether it is a recovery week.
    public var recovery: Bool
    /// The target in points of load, seconds or metres, unrounded; nil where the phase has none.
    public var target: Double?
    /// What the target counts.
    public var measure = TargetMeasure.load
    /// How the target came about.
    public var reason: WeekReason
    /// What held the target or the sessions down.
    public var binding: [String]
    /// Training load of its entries; unknown loads count 0.
    public var load: Int
    /// Seconds of its entries.
    public var duration: Int
    /// Metres of its entries, where any has a distance.
    public var distance: Double?
    /// How many workouts and races it has.
    public var sessions: Int
}

/// The service's kinds of calendar entries that a plan makes.
public enum EntryCategory: String, Hashable, Sendable, CaseIterable {
    case workout = "WORKOUT"
    case raceA = "RACE_A"
    case raceB = "RACE_B"
    case raceC = "RACE_C"
    case note = "NOTE"
    case phase = "PLAN"
    case target = "TARGET"
    case seasonStart = "SEASON_START"
    case holiday = "HOLIDAY"
    case sick = "SICK"
    case injured = "INJURED"

    /// Whether it is a workout or a race, and so adds load.
    public var isSession: Bool {
        switch self {
        case .workout, .raceA, .raceB, .raceC: true
        case .note, .phase, .target, .seasonStart, .holiday, .sick, .injured: false
        }
    }
}

/// One dated entry of the plan.
public struct PlannedEntry: Sendable {
    /// Its key, which survives re-planning, such as `base.w1.long`.
    public var key: String
    /// What kind of entry it is.
    public var category: EntryCategory
    /// Its day.
    public var date: CivilDate
    /// Its last day, where it lasts several.
    public var lastDate: CivilDate?
    /// The time of day, where the plan gives one.
    public var time: ClockTime?
    /// The sport; nil for notes and phases.
    public var sport: Sport?
    /// The name on the calendar.
    public var name: String
    /// The whole text on the calendar, ending in a newline; empty for none.
    public var description: String
    /// Its role; nil for what is no session.
    public var role: Role?
    /// The template that it was made from.
    public var template: String?
    /// The text that made it.
    public var source: SourceRange
    /// The metric that the event tells devices to follow.
    public var target: EventTarget?
    /// Whether it is indoors.
    public var indoor = false
    /// Whether it is the first to be left out of a week that is too full.
    public var optional = false
    /// Its place in a brick, from 1; nil for what is none.
    public var brickPart: Int?
    /// The id of its phase.
    public var phase: String
    /// The number of its week in the plan.
    public var week: Int
    /// Its steps; nil where it has none.
    public var workout: Workout?
    /// Duration, distance and load.
    public var planned: PlannedLoad
    /// The load that is sent with it, where it has no steps.
    public var sentLoad: Int?
    /// The seconds that are sent with it, where it has no steps.
    public var sentDuration: Int?
    /// The metres that are sent with it, where it has no steps.
    public var sentDistance: Double?
    /// Whether it stands for its whole week.
    public var forWeek = false
    /// Whether apply never deletes it.
    public var protect = false
    /// Whether it reaches the calendar.
    public var publish = true
}

extension PlannedEntry {
    /// The metric that devices follow, by the service's name.
    public var targetName: String? { target?.rawValue }
    /// Where the plan says so, as `file:line`.
    public var sourceLine: String { "\(source.file):\(source.start.line)" }
}
