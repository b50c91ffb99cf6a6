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

    /// Leaves out sessions, the first of the drop order first, until the smallest sizes fit the target.
    mutating func dropWhatIsTooMuch(_ drafts: inout [Draft], target: Double, week: inout BuiltWeek) {
        let committed = week.commitments.reduce(0) { $0 + $1.content.load }
        var least: [Double] = []
        for draft in drafts { least.append(leastLoad(draft)) }
        let ranks = dropRanks(drafts)
        var kept = Array(drafts.indices)
        while settled(committed + kept.reduce(0) { $0 + least[$1] } - target) > 0,
            let next = kept.filter({ drafts[$0].role.isDroppable }).min(by: { ranks[$0] < ranks[$1] })
        {
            kept.removeAll { $0 == next }
            week.diagnostics.append(week.droppedForSize(drafts[next], target: target))
        }
        let total = committed + kept.reduce(0) { $0 + least[$1] }
        if settled(total - target) > 0 {
            week.diagnostics.append(week.overTarget(total, target: target, range: drafts.first?.spec.range))
        }
        drafts = kept.map { drafts[$0] }
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
        explainMiss(target: target, slots: slots, limits: limits, week: &week)
    }

    /// What each session may last, given its day and the least that the day's other sessions need.
    private mutating func dayLimits(_ placed: [(draft: Draft, day: Int)], days: [PlacementProblem.Day]) -> [Int?] {
        var needs: [Int] = []
        for (draft, _) in placed {
            needs.append(
                Int(
                    sizer.own(draft).map { Double($0.planned.duration) } ?? sizer.range(draft, .duration, within: nil)?
                        .lowerBound ?? 0))
        }
        return placed.indices.map { index in
            guard let seconds = days[placed[index].day].seconds else { return nil }
            let others = placed.indices.filter { $0 != index && placed[$0].day == placed[index].day }
            let open = others.count { !placed[$0].draft.isOwnSized } + 1
            let room = seconds - others.reduce(0) { $0 + needs[$1] }
            // Sessions that share a day share what is left of it.
            return open == 1 ? room : needs[index] + max(0, room - needs[index]) / open
        }
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

    /// Says what held the sessions down where they miss the target by more than 5 %.
    private mutating func explainMiss(target: Double, slots: WeekSlots, limits: [Int?], week: inout BuiltWeek) {
        guard abs(week.load - target) > 0.05 * target else { return }
        for (index, session) in week.sessions.enumerated() where slots.cut.contains(index) {
            let most = sizer.range(session.draft, .load, within: nil)?.upperBound ?? 0
            let isCutByDay = limits[index] != nil && settled(most - slots.loads[index]) > 0
            week.binding.insert(isCutByDay ? "availability" : "template:\(session.draft.template.id.value)")
        }
    }
}
