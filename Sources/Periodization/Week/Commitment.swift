import CivilDates
import PlanSpec

/// What happens on a date whatever the week's list says: a race or a pinned workout.
struct Commitment {
    /// Where it comes from.
    enum Origin {
        /// A race.
        case race(Race)
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
    let content: SizedContent

    /// Whether it is a race.
    var isRace: Bool { if case .race = origin { true } else { false } }

    /// The commitments of a plan in the order of the file, races first.
    static func all(of plan: Plan, sizer: inout Sizer) -> [Commitment] {
        var result: [Commitment] = []
        for race in plan.races {
            guard let draft = Draft(race.session, in: plan) else { continue }
            result.append(
                Commitment(
                    origin: .race(race), date: race.date.value, draft: draft,
                    content: sizer.own(draft) ?? sizer.content(draft)))
        }
        for event in plan.events {
            guard case .workout(let spec) = event.kind, let draft = Draft(spec, in: plan) else { continue }
            result.append(
                Commitment(
                    origin: .event(event), date: event.date.value, draft: draft,
                    content: sizer.own(draft) ?? sizer.content(draft)))
        }
        return result
    }
}

extension Sizer {
    /// The content of a session with an own size; nil for one without.
    mutating func own(_ draft: Draft) -> SizedContent? {
        switch draft.size {
        case .ownLoad(let load): nearest(draft, to: load, .load, within: nil)
        case .ownDuration(let seconds): nearest(draft, to: Double(seconds), .duration, within: nil)
        case .share, .open: nil
        }
    }
}
