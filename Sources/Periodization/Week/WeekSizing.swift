import CivilDates
import Diagnostics
import PlanSpec
import Workouts

extension WeekBuilder {
    /// The wanted load of each session of a list; without a target, what its defaults give.
    mutating func slots(
        _ drafts: [Draft], target: Double?, commitments: [Commitment], limits: [Int?]?
    ) -> WeekSlots {
        var own: [Int: Double] = [:]
        var ranges: [ClosedRange<Double>] = []
        for (index, draft) in drafts.enumerated() {
            if case .ownLoad(let load) = draft.size {
                own[index] = load
            } else if let content = sizer.own(draft) {
                own[index] = content.load
            }
            ranges.append(sizer.range(draft, .load, within: limits?[index]) ?? 0...0)
        }
        guard let target else {
            var slots = WeekSlots(target: 0, committed: 0, drafts: drafts, own: own, ranges: ranges)
            for (index, draft) in drafts.enumerated() where own[index] == nil {
                slots.loads[index] = sizer.content(draft).load
            }
            return slots
        }
        return WeekSlots(
            target: target, committed: commitments.reduce(0) { $0 + $1.content.load }, drafts: drafts, own: own,
            ranges: ranges)
    }

    /// The sessions to leave out, the first of the drop order first, until the smallest sizes fit the target.
    mutating func whatIsTooMuch(
        _ drafts: [Draft], without unplaced: Set<Int>, target: Double, week: inout BuiltWeek
    ) -> Set<Int> {
        let committed = week.commitments.reduce(0) { $0 + $1.content.load }
        var least: [Double] = []
        for draft in drafts { least.append(leastLoad(draft)) }
        let ranks = dropRanks(drafts)
        var dropped: Set<Int> = []
        var kept = drafts.indices.filter { !unplaced.contains($0) }
        while settled(committed + kept.reduce(0) { $0 + least[$1] } - target) > 0,
            let next = kept.filter({ drafts[$0].role.isDroppable }).min(by: { ranks[$0] < ranks[$1] })
        {
            kept.removeAll { $0 == next }
            dropped.insert(next)
            week.diagnostics.append(week.droppedForSize(drafts[next], target: target))
        }
        let total = committed + kept.reduce(0) { $0 + least[$1] }
        if settled(total - target) > 0 {
            week.diagnostics.append(week.overTarget(total, target: target, range: drafts.first?.spec.range))
        }
        return dropped
    }

    private mutating func leastLoad(_ draft: Draft) -> Double {
        if case .ownLoad(let load) = draft.size { return load }
        if let content = sizer.own(draft) { return content.load }
        return sizer.range(draft, .load, within: nil)?.lowerBound ?? 0
    }

    /// Sizes the placed sessions to their slots and gives what rounding left to the largest easy session.
    mutating func size(
        _ placed: [(draft: Draft, day: Int)], days: [PlacementProblem.Day], into week: inout BuiltWeek
    ) {
        let drafts = placed.map(\.draft)
        let limits = dayLimits(placed, days: days)
        guard let target = week.frame.target else {
            week.sessions = placed.indices.map { index in
                let content =
                    sizer.own(drafts[index])
                    ?? defaultContent(drafts[index], within: limits[index])
                return PlacedSession(draft: drafts[index], day: placed[index].day, content: content)
            }
            return
        }
        let slots = slots(drafts, target: target, commitments: week.commitments, limits: limits)
        for index in placed.indices {
            week.sessions.append(
                PlacedSession(
                    draft: drafts[index], day: placed[index].day,
                    content: content(drafts[index], slots.loads[index], within: limits[index])))
        }
        settleRest(target: target, slots: slots, limits: limits, week: &week)
        explainMiss(target: target, limits: limits, week: &week)
    }

    /// What each session may last: sessions that share a day share what is left of it, none more than it can use.
    private mutating func dayLimits(_ placed: [(draft: Draft, day: Int)], days: [PlacementProblem.Day]) -> [Int?] {
        var ranges: [ClosedRange<Double>] = []
        for (draft, _) in placed {
            let own = sizer.own(draft).map { Double($0.planned.duration) }
            ranges.append(own.map { $0...$0 } ?? sizer.range(draft, .duration, within: nil) ?? 0...0)
        }
        var limits: [Int?] = placed.map { _ in nil }
        for (day, room) in days.enumerated() {
            guard let seconds = room.seconds else { continue }
            let here = placed.indices.filter { placed[$0].day == day }
            let spare = Double(seconds) - here.reduce(0) { $0 + ranges[$1].lowerBound }
            let slots = here.map { Slot(weight: 1, range: 0...(ranges[$0].upperBound - ranges[$0].lowerBound)) }
            for (index, more) in zip(here, shareOut(spare, over: slots)) {
                limits[index] = Int(ranges[index].lowerBound + more)
            }
        }
        return limits
    }

    private mutating func content(_ draft: Draft, _ load: Double, within limit: Int?) -> SizedContent {
        sizer.own(draft) ?? sizer.nearest(draft, to: load, .load, within: limit) ?? sizer.content(draft)
    }

    /// The session at its defaults, or as near to them as the day allows.
    private mutating func defaultContent(_ draft: Draft, within limit: Int?) -> SizedContent {
        let standard = sizer.content(draft)
        guard let limit, standard.planned.duration > limit else { return standard }
        return sizer.nearest(draft, to: Double(standard.planned.duration), .duration, within: limit) ?? standard
    }

    /// What is missing to the target goes to the largest easy session, else recovery, else long, sized once more.
    private mutating func settleRest(target: Double, slots: WeekSlots, limits: [Int?], week: inout BuiltWeek) {
        let missing = settled(target - week.load)
        guard missing != 0 else { return }
        for role in [Role.easy, .recovery, .long] {
            let candidates = week.sessions.indices.filter {
                week.sessions[$0].draft.role == role && !week.sessions[$0].draft.isOwnSized
            }
            guard
                let largest = candidates.max(by: { left, right in
                    (settled(week.sessions[left].content.load), -left) < (
                        settled(week.sessions[right].content.load), -right
                    )
                })
            else { continue }
            week.sessions[largest].content = content(
                week.sessions[largest].draft, max(0, slots.loads[largest] + missing), within: limits[largest])
            return
        }
    }

    /// Says what holds the sessions where they miss the target by more than 5 %: those that are as big, or as small, as
    /// their template and their day allow.
    private mutating func explainMiss(target: Double, limits: [Int?], week: inout BuiltWeek) {
        let missing = target - week.load
        guard abs(missing) > 0.05 * target else { return }
        for (index, session) in week.sessions.enumerated() where !session.draft.isOwnSized {
            guard let free = sizer.range(session.draft, .load, within: nil), free.lowerBound < free.upperBound,
                let allowed = sizer.range(session.draft, .load, within: limits[index])
            else { continue }
            let bound = missing > 0 ? allowed.upperBound : allowed.lowerBound
            guard settled((session.content.load - bound) * (missing > 0 ? 1 : -1)) >= 0 else { continue }
            let isHeldByDay = missing > 0 && settled(free.upperBound - allowed.upperBound) > 0
            week.binding.insert(isHeldByDay ? "availability" : "template:\(session.draft.template.id.value)")
        }
        if week.binding.isEmpty {
            let fixed = week.sessions.filter { $0.draft.role.weight > 0 }
            week.binding.formUnion(fixed.map { "template:\($0.draft.template.id.value)" })
        }
        if missing > 0 { week.diagnostics.append(week.underTarget(target)) }
    }
}
