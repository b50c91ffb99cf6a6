import CivilDates
import Diagnostics
import PlanSpec
import Workouts

extension WeekBuilder {
    /// The wanted size of each session of a list in the week's measure; without a target, what its defaults give.
    mutating func slots(
        _ drafts: [Draft], frame: WeekFrame, commitments: [Commitment], limits: [Int?]?
    ) -> [Double] {
        let measure = frame.measure
        var sizes = Array(repeating: 0.0, count: drafts.count)
        var requests: [SlotRequest] = []
        for (index, draft) in drafts.enumerated() {
            requests.append(request(draft, measure, limit: limits?[index] ?? nil))
            if case .own(let size) = requests[index].size { sizes[index] = size }
        }
        guard let target = frame.target else {
            for (index, draft) in drafts.enumerated() {
                if case .own = requests[index].size { continue }
                sizes[index] = measure.of(sizer.standard(draft))
            }
            return sizes
        }
        let alone = presized(drafts, frame, requests, commitments, limits)
        for (index, content) in alone { sizes[index] = measure.of(content) }
        let groups = groups(drafts, frame, commitments, contents: alone)
        for group in groups.totals.indices {
            let here = drafts.indices.filter { groups.members[$0] == group }
            let slots = WeekSlots(
                total: groups.totals[group], target: target, committed: groups.committed[group],
                here.map { requests[$0] })
            for (index, size) in zip(here, slots.sizes) { sizes[index] = size }
        }
        return sizes
    }

    /// What a draft brings to the adding up.
    private mutating func request(_ draft: Draft, _ measure: SizeMeasure, limit: Int?) -> SlotRequest {
        let size: SlotRequest.Size
        switch draft.size {
        case .share(let share): size = .share(share)
        case .open: size = .open
        case .ownLoad(let load) where measure == .load: size = .own(load)
        case .ownLoad, .ownDuration, .ownDistance: size = .own(sizer.own(draft).map(measure.of) ?? 0)
        }
        let range = if case .own = size { 0.0...0.0 } else { sizer.range(draft, measure, within: limit) ?? 0...0 }
        return SlotRequest(size: size, weight: draft.role.weight, range: range)
    }

    /// The sessions that no group's target sizes: those of other sports at their own or default size, bricks over
    /// several sports at what a single target would give them.
    private mutating func presized(
        _ drafts: [Draft], _ frame: WeekFrame, _ requests: [SlotRequest], _ commitments: [Commitment], _ limits: [Int?]?
    ) -> [Int: SessionContent] {
        let members = groups(drafts, frame, commitments, contents: [:]).members
        guard members.contains(nil), let target = frame.target else { return [:] }
        let committed = commitments.reduce(0) { $0 + frame.measure.of($1.content) }
        let common = WeekSlots(total: target, target: target, committed: committed, requests)
        let split = plan.phases[frame.phaseIndex].sports
        var contents: [Int: SessionContent] = [:]
        for index in drafts.indices where members[index] == nil {
            let draft = drafts[index]
            let limit = limits?[index] ?? nil
            let isSplit = draft.parts.contains { split.place(of: $0.sport) != nil }
            if draft.isOwnSized {
                contents[index] = sizer.own(draft) ?? sizer.standard(draft)
            } else if isSplit || !draft.spec.share.isEmpty {
                contents[index] =
                    sizer.nearest(draft, to: common.sizes[index], frame.measure, within: limit) ?? sizer.standard(draft)
            } else {
                contents[index] = defaultContent(draft, within: limit)
            }
        }
        return contents
    }

    /// The sessions to leave out, the first of the drop order first, until the smallest sizes fit the target.
    mutating func whatIsTooMuch(
        _ drafts: [Draft], without unplaced: Set<Int>, week: inout BuiltWeek
    ) -> Set<Int> {
        let measure = week.frame.measure
        var least: [Double] = []
        for draft in drafts {
            let request = request(draft, measure, limit: nil)
            if case .own(let size) = request.size { least.append(size) } else { least.append(request.range.lowerBound) }
        }
        var alone: [Int: SessionContent] = [:]
        for index in drafts.indices where !unplaced.contains(index) {
            alone[index] = sizer.own(drafts[index]) ?? sizer.nearest(drafts[index], to: 0, measure, within: nil)
        }
        let groups = groups(drafts, week.frame, week.commitments, contents: alone)
        let ranks = dropRanks(drafts)
        var dropped: Set<Int> = []
        for group in groups.totals.indices {
            var kept = drafts.indices.filter { !unplaced.contains($0) && groups.members[$0] == group }
            func total() -> Double { groups.committed[group] + kept.reduce(0) { $0 + least[$1] } }
            while settled(total() - groups.totals[group]) > 0,
                let next = kept.filter({ drafts[$0].isDroppable }).min(by: { ranks[$0] < ranks[$1] })
            {
                kept.removeAll { $0 == next }
                dropped.insert(next)
                week.dropped.insert("template:\(drafts[next].template.id.value)")
                week.diagnostics.append(week.droppedForSize(drafts[next], target: groups.totals[group]))
            }
            if settled(total() - groups.totals[group]) > 0 {
                week.diagnostics.append(
                    week.overTarget(total(), target: groups.totals[group], range: drafts.first?.spec.range))
            }
        }
        return dropped
    }

    /// Sizes the placed sessions to their slots and gives what rounding left to the largest easy session.
    ///
    /// - Parameter isPattern: whether the week is only asked what it would be, so that no limit of the plan cuts it.
    mutating func size(
        _ placed: [(draft: Draft, day: Int)], days: [PlacementProblem.Day], isPattern: Bool = false,
        in week: inout BuiltWeek
    ) {
        let drafts = placed.map(\.draft)
        let limits = dayLimits(placed, days: days)
        let hasTarget = week.frame.target != nil
        let slots = slots(drafts, frame: week.frame, commitments: week.commitments, limits: limits)
        let members = groups(drafts, week.frame, week.commitments, contents: [:]).members
        for (index, (draft, day)) in placed.enumerated() {
            let isSized = hasTarget && !draft.isOwnSized && (members[index] != nil || draft.isBrick)
            let content =
                isSized
                ? sizer.nearest(draft, to: slots[index], week.frame.measure, within: limits[index])
                : sizer.own(draft) ?? defaultContent(draft, within: limits[index])
            week.sessions.append(
                PlacedSession(
                    draft: draft, day: day, content: content ?? sizer.standard(draft),
                    slot: isSized ? slots[index] : nil, limit: limits[index],
                    range: sizer.range(draft, week.frame.measure, within: limits[index])))
        }
        guard hasTarget else { return }
        settleRest(in: &week)
        if isPattern { return }
        keepHours(in: &week)
        explainMiss(in: &week)
    }

    /// What each session may last: sessions that share a day share what is left of it, none more than it can use.
    mutating func dayLimits(_ placed: [(draft: Draft, day: Int)], days: [PlacementProblem.Day]) -> [Int?] {
        var ranges: [ClosedRange<Double>] = []
        for (draft, _) in placed {
            let own = sizer.own(draft).map { Double($0.duration) }
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

    /// The session at its defaults, or as near to them as the day allows.
    mutating func defaultContent(_ draft: Draft, within limit: Int?) -> SessionContent {
        let standard = sizer.standard(draft)
        guard let limit, standard.duration > limit else { return standard }
        return sizer.nearest(draft, to: Double(standard.duration), .duration, within: limit) ?? standard
    }

    /// What each group of the week still lacks; negative where it has too much.
    private mutating func missing(_ week: BuiltWeek) -> (members: [Int?], totals: [Double], missing: [Double]) {
        let drafts = week.sessions.map(\.draft)
        let sized = Dictionary(uniqueKeysWithValues: week.sessions.indices.map { ($0, week.sessions[$0].content) })
        let groups = groups(drafts, week.frame, week.commitments, contents: sized)
        var missing = zip(groups.totals, groups.committed).map { $0 - $1 }
        for (index, group) in groups.members.enumerated() {
            if let group { missing[group] -= week.frame.measure.of(week.sessions[index].content) }
        }
        return (groups.members, groups.totals, missing.map(settled))
    }

    /// What is missing to the target goes to the largest easy session, else recovery, else long, sized once more.
    private mutating func settleRest(in week: inout BuiltWeek) {
        let measure = week.frame.measure
        let (members, _, missing) = missing(week)
        for (group, rest) in missing.enumerated() where rest != 0 {
            for role in [Role.easy, .recovery, .long] {
                let candidates = week.sessions.indices.filter {
                    members[$0] == group && week.sessions[$0].draft.role == role && week.sessions[$0].slot != nil
                }
                guard
                    let largest = candidates.max(by: { left, right in
                        (settled(measure.of(week.sessions[left].content)), -left) < (
                            settled(measure.of(week.sessions[right].content)), -right
                        )
                    })
                else { continue }
                let session = week.sessions[largest]
                let slot = max(0, (session.slot ?? 0) + rest)
                week.sessions[largest].slot = slot
                if let content = sizer.nearest(session.draft, to: slot, measure, within: session.limit) {
                    week.sessions[largest].content = content
                }
                break
            }
        }
    }

    /// Where the engine found the target, rounding must not pass the week's hours: the largest easy session gives way,
    /// else recovery, else long.
    private mutating func keepHours(in week: inout BuiltWeek) {
        guard let limit = plan.limits.hours?.value, week.frame.isSolved || !week.frame.reason.binding.isEmpty else {
            return
        }
        let races = week.bigRaces.reduce(0) { $0 + $1.duration }
        for role in [Role.easy, .recovery, .long, .technique, .quality] {
            let candidates = week.sessions.indices.filter {
                week.sessions[$0].draft.role == role && week.sessions[$0].slot != nil
            }
            let sorted = candidates.sorted {
                week.sessions[$0].content.duration > week.sessions[$1].content.duration
            }
            for index in sorted {
                let excess = week.duration - races - limit
                guard excess > 0 else { return }
                let session = week.sessions[index]
                let room = session.content.duration - excess
                guard
                    let content = sizer.nearest(
                        session.draft, to: session.slot ?? 0, week.frame.measure, within: room)
                else { continue }
                week.sessions[index].content = content
                week.binding.insert("limits.hours")
            }
        }
    }

    /// Says what holds the sessions where they miss a target by more than 5 %: those that are as big, or as small, as
    /// their template and their day allow.
    mutating func explainMiss(in week: inout BuiltWeek) {
        let measure = week.frame.measure
        let (members, totals, missing) = missing(week)
        for (group, rest) in missing.enumerated() where abs(rest) > 0.05 * totals[group] {
            var binding: Set<String> = []
            for (index, session) in week.sessions.enumerated() where members[index] == group && session.slot != nil {
                guard let free = sizer.range(session.draft, measure, within: nil), free.lowerBound < free.upperBound,
                    let allowed = sizer.range(session.draft, measure, within: session.limit)
                else { continue }
                let bound = rest > 0 ? allowed.upperBound : allowed.lowerBound
                guard settled((measure.of(session.content) - bound) * (rest > 0 ? 1 : -1)) >= 0 else { continue }
                let isHeldByDay = rest > 0 && settled(free.upperBound - allowed.upperBound) > 0
                binding.insert(isHeldByDay ? "availability" : "template:\(session.draft.template.id.value)")
            }
            if binding.isEmpty {
                let others = week.sessions.indices.filter { members[$0] == group }.map { week.sessions[$0].draft }
                binding.formUnion(others.filter { $0.role.weight > 0 }.map { "template:\($0.template.id.value)" })
            }
            if binding.isEmpty { binding = whatIsMissing(week) }
            week.binding.formUnion(binding)
        }
        let target = totals.reduce(0, +)
        let rest = missing.reduce(0, +)
        guard rest > 0.05 * target else { return }
        let phase = plan.phases[week.frame.phaseIndex]
        let place = week.frame.override?.load?.range ?? phase.target?.stated.range ?? phase.id.range
        week.diagnostics.append(week.underTarget(target, missing: rest, statedAt: place))
    }

    /// What keeps a target without any session that could carry it: what was left out, sessions that found no day, else
    /// those that are there and don't count in it.
    private func whatIsMissing(_ week: BuiltWeek) -> Set<String> {
        if !week.dropped.isEmpty { return week.dropped }
        let templates = week.sessions.map { "template:\($0.draft.template.id.value)" }
        let isUnplaced = week.record?.days.contains { $0 == nil } ?? false
        return isUnplaced || templates.isEmpty ? ["availability"] : Set(templates)
    }
}
