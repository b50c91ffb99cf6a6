import CivilDates
import Diagnostics
import PlanSpec

/// A session with its day and its content.
struct PlacedSession {
    /// The session.
    let draft: Draft
    /// Its day in the week, from 0.
    let day: Int
    /// Its workouts and figures.
    var content: SessionContent
    /// The size that adding up gave it, in the week's measure; nil for one that has its own or its default.
    var slot: Double?
    /// The seconds that its day leaves it; nil without a limit.
    var limit: Int?
    /// The least and the most that its template and its day allow, in the week's measure.
    var range: ClosedRange<Double>?
    /// What life made of it, where it did.
    var change: LifeChange?
}

/// What an overlay made of a session.
struct LifeChange {
    /// The overlay.
    let overlay: String
    /// The size before, in the week's measure.
    let before: Double
}

/// A week with everything placed and sized.
struct BuiltWeek {
    /// The frame that it fills.
    var frame: WeekFrame
    /// The id of its phase.
    let phase: String
    /// The sessions of its list, in the order of the list.
    var sessions: [PlacedSession] = []
    /// Its races, fixed sessions and pinned workouts.
    var commitments: [Commitment]
    /// How its sessions were placed.
    var record: PlacementRecord?
    /// The templates of sessions whose smallest size was too much, as `binding` names them.
    var dropped: Set<String> = []
    /// What held its sessions below the target.
    var binding: Set<String> = []
    /// What there is to say about it.
    var diagnostics: [Diagnostic] = []
    /// Whether a camp's load is in it, so that limits only warn.
    var hasCamp = false

    /// Everything in it.
    var contents: [SessionContent] { sessions.map(\.content) + commitments.map(\.content) }
    /// Training load of everything in it.
    var load: Double { contents.reduce(0) { $0 + $1.load } }
    /// Seconds of everything in it.
    var duration: Int { contents.reduce(0) { $0 + $1.duration } }
    /// Every workout in it.
    var workouts: [SizedContent] { contents.flatMap(\.parts) }
}

/// How a week's sessions found their days.
struct PlacementRecord {
    /// The sessions that looked for a day, in the order of the list.
    let drafts: [Draft]
    /// What they were up against.
    let problem: PlacementProblem
    /// The day of each; nil where it fits nowhere.
    let days: [Int?]
    /// The days that races have to themselves.
    let raceDays: [Int]
    /// What each day allows.
    let rooms: [Availability.Day]
}
