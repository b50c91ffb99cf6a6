import CivilDates
import Diagnostics
import PlanSpec

/// What happens on a date whatever the week's list says: a race, a fixed session or a pinned workout.
struct Commitment {
    /// Where it comes from.
    enum Origin {
        /// A race.
        case race(Race)
        /// A fixed session.
        case fixed(FixedSession)
        /// A pinned workout.
        case event(PinnedEvent)
    }

    /// Where it comes from.
    let origin: Origin
    /// Its day.
    let date: CivilDate
    /// What it consists of.
    let draft: Draft
    /// Its text and figures.
    let content: SessionContent

    /// Whether it is a race.
    var isRace: Bool { if case .race = origin { true } else { false } }
    /// Whether it is a fixed session.
    var isFixed: Bool { if case .fixed = origin { true } else { false } }

    /// Its key.
    var key: String {
        switch origin {
        case .race(let race): "race.\(race.id.value)"
        case .fixed(let fixed): "fixed.\(fixed.id.value).\(date)"
        case .event(let event): "event.\(event.id.value)"
        }
    }

    /// Where it is written.
    var range: SourceRange {
        switch origin {
        case .race(let race): race.range
        case .fixed(let fixed): fixed.range
        case .event(let event): event.range
        }
    }

    /// The races and pinned workouts of a plan in the order of the file, races first.
    static func stated(in plan: Plan, sizer: inout Sizer) -> [Commitment] {
        var result: [Commitment] = []
        for race in plan.races {
            guard let draft = Draft(race.session, in: plan, sizer: &sizer) else { continue }
            result.append(
                Commitment(
                    origin: .race(race), date: race.date.value, draft: draft,
                    content: sizer.own(draft) ?? sizer.standard(draft)))
        }
        for event in plan.events {
            guard case .workout(let spec) = event.kind, let draft = Draft(spec, in: plan, sizer: &sizer) else {
                continue
            }
            result.append(
                Commitment(
                    origin: .event(event), date: event.date.value, draft: draft,
                    content: sizer.own(draft) ?? sizer.standard(draft)))
        }
        return result
    }
}

/// A plan's fixed sessions with their content, which is the same every week.
struct FixedSessions {
    private var sessions: [(fixed: FixedSession, draft: Draft, content: SessionContent)] = []
    private let lastDay: CivilDate

    init(_ plan: Plan, sizer: inout Sizer) {
        lastDay = plan.lastDay
        for fixed in plan.fixed {
            guard let draft = Draft(fixed.session, in: plan, sizer: &sizer) else { continue }
            sessions.append((fixed, draft, sizer.own(draft) ?? sizer.standard(draft)))
        }
    }

    /// What happens in a week of the phase with that id.
    func commitments(in frame: WeekFrame, phase: String) -> [Commitment] {
        commitments(in: frame) { fixed, date in date <= lastDay && fixed.happens(on: date, phase: phase) }
    }

    /// What happens in every week of the phase with that id, whatever its dates: the pattern week's part.
    func weekly(in frame: WeekFrame, phase: String) -> [Commitment] {
        commitments(in: frame) { fixed, date in
            fixed.weekdays.contains(date.weekday)
                && (fixed.phases.isEmpty || fixed.phases.contains { $0.value == phase })
        }
    }

    private func commitments(in frame: WeekFrame, where happens: (FixedSession, CivilDate) -> Bool) -> [Commitment] {
        sessions.flatMap { fixed, draft, content in
            (0..<7).map(frame.date).filter { happens(fixed, $0) }.map {
                Commitment(origin: .fixed(fixed), date: $0, draft: draft, content: content)
            }
        }
    }
}
