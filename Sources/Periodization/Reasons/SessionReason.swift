public import CivilDates

/// Why a session is on its day and has its size.
public struct SessionReason: Sendable {
    /// How the day came about.
    public enum Choice: Hashable, Sendable {
        /// The file gives the date: a race, a fixed session or a pinned workout.
        case given
        /// The one day that the file names.
        case named
        /// One of the days that the file prefers, by its place in the list from 1.
        case preferred(Int)
        /// The day of the list's pattern week.
        case pattern
        /// The days with the most even sizes, of those that were left.
        case even
    }

    /// A day that it could not, or should not, have.
    public struct OtherDay: Sendable {
        /// The day.
        public var date: CivilDate
        /// Why not.
        public var why: DayRefusal
    }

    /// Its key.
    public var key: String
    /// Its day.
    public var date: CivilDate
    /// How the day came about.
    public var choice: Choice
    /// The other days of its week, each with what spoke against it.
    public var others: [OtherDay] = []
    /// What the sizes count: `load`, `duration` in seconds or `distance` in metres.
    public var measure: String
    /// Its size in that measure.
    public var size: Double
    /// The slot that adding up gave it; nil for one with its own or its default size.
    public var slot: Double?
    /// Whether the file states its size.
    public var isOwnSized = false
    /// The share of the week's target that the file states, 0.38 for 38 %.
    public var share: Double?
    /// Its weight by role among the unsized sessions.
    public var weight: Double
    /// The least and the most that its template and its day allow.
    public var range: ClosedRange<Double>?
    /// The seconds that its day leaves it; nil without a limit.
    public var dayLimit: Int?
    /// The overlay that changed it, such as `life.flu`, and the size before.
    public var changedBy: (life: String, before: Double)?
}

/// What speaks against a day for a session.
public enum DayRefusal: Hashable, Sendable {
    /// The day is off.
    case off
    /// The day doesn't take the sport.
    case sport
    /// A race has the day to itself.
    case race
    /// A race near it wants an easy day.
    case nearRace
    /// So many seconds are left, the session needs at least so many.
    case time(left: Int, least: Int)
    /// No more sessions fit.
    case full
    /// A hard session on that date is too near.
    case nearHard(CivilDate)
    /// The file names another day.
    case notNamed
    /// The file prefers the day that it has.
    case lessPreferred
    /// The pattern week has it on the other day.
    case notPattern
    /// The week would be less even, or an earlier day was as good.
    case lessEven
}
