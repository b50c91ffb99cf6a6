import CivilDates
import Diagnostics
import PlanSpec
import Workouts

/// A session with its day and its content.
struct PlacedSession {
    /// The session.
    let draft: Draft
    /// Its day in the week, from 0.
    let day: Int
    /// Its text and figures.
    var content: SizedContent
}

/// A week with everything placed and sized.
struct BuiltWeek {
    /// The frame that it fills.
    let frame: WeekFrame
    /// The sessions of its list, in the order of the list.
    var sessions: [PlacedSession]
    /// Its races and pinned workouts.
    var commitments: [Commitment]
    /// What held its sessions below the target.
    var binding: Set<String> = []
    /// What there is to say about it.
    var diagnostics: [Diagnostic] = []

    /// Training load of everything in it.
    var load: Double {
        sessions.reduce(0) { $0 + $1.content.load } + commitments.reduce(0) { $0 + $1.content.load }
    }

    /// Seconds of everything in it.
    var duration: Int {
        sessions.reduce(0) { $0 + $1.content.planned.duration }
            + commitments.reduce(0) { $0 + $1.content.planned.duration }
    }
}
