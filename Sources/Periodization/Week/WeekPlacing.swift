import CivilDates
import PlanSpec

/// What surrounds a week's sessions while they look for days.
struct PlacementScene {
    /// What each day allows.
    let rooms: [Availability.Day]
    /// What happens anyway.
    let commitments: [Commitment]
    /// The days of the pattern week by session; nil while the pattern week itself is placed, which knows no dates.
    let pattern: [String: Int]?
    /// Hard sessions that have their days already.
    let hardDates: [(date: CivilDate, isPinned: Bool)]
    /// Days on which training comes back without hard sessions.
    var easyDays: [Int] = []
}

extension WeekBuilder {
    /// The placing of a list as a problem of its own.
    mutating func placementProblem(
        _ drafts: [Draft], frame: WeekFrame, _ scene: PlacementScene
    ) -> PlacementProblem {
        let ranks = dropRanks(drafts)
        let sizes = slots(drafts, frame: frame, commitments: scene.commitments, limits: nil)
        var items: [PlacementProblem.Item] = []
        for (index, draft) in drafts.enumerated() {
            items.append(
                PlacementProblem.Item(
                    isHard: draft.role.isHard, countsAgainstDay: draft.role.countsAgainstDay, dropRank: ranks[index],
                    preferences: draft.spec.days.map { $0.offset(from: plan.weekStarts) },
                    patternDay: scene.pattern?[draft.name], allowedDays: allowedDays(draft, frame, scene),
                    seconds: leastSeconds(draft), size: settled(sizes[index]),
                    earlierCopy: draft.copy > 0 && index > 0 ? index - 1 : nil))
        }
        let days = scene.rooms.enumerated().map { day, room in
            room.left(after: scene.commitments.filter { $0.date == frame.date(day) }, frame.measure)
        }
        var near = scene.hardDates
        if scene.pattern == nil {
            near = scene.commitments.filter { $0.draft.role.isHard }.map { ($0.date, true) }
        }
        return PlacementProblem(
            items: items, days: days, spacing: plan.limits.hardSpacingDays,
            hardDates: near.map { PlacementProblem.HardDate(day: $0.date - frame.start, isPinned: $0.isPinned) }
                .filter { (-14..<21).contains($0.day) })
    }

    /// The days that can take a session, one bit each.
    private func allowedDays(_ draft: Draft, _ frame: WeekFrame, _ scene: PlacementScene) -> UInt8 {
        var allowed: UInt8 = 0
        for day in 0..<7 {
            let rule = scene.pattern == nil ? DayRules.Rule() : rules[frame.date(day)]
            let room = scene.rooms[day]
            let isFree =
                !room.isOff && draft.parts.allSatisfy { room.takes($0.sport) } && !rule.isRaceDay
                && !((rule.noHard || scene.easyDays.contains(day)) && draft.role.isHard)
                && !(rule.noStrength && draft.role == .strength)
            if isFree { allowed |= 1 << UInt8(day) }
        }
        return allowed
    }

    /// The least seconds that a session can be.
    mutating func leastSeconds(_ draft: Draft) -> Int {
        if let content = sizer.own(draft) { return content.duration }
        return Int(sizer.range(draft, .duration, within: nil)?.lowerBound ?? 0)
    }
}

extension Availability.Day {
    /// What is left of the day once some of it is taken.
    func left(after commitments: [Commitment], _ measure: SizeMeasure) -> PlacementProblem.Day {
        PlacementProblem.Day(
            seconds: max.map { Swift.max(0, $0 - commitments.reduce(0) { $0 + $1.content.duration }) },
            sessions: sessions - commitments.count { $0.draft.role.countsAgainstDay },
            load: settled(commitments.reduce(0) { $0 + measure.of($1.content) }))
    }
}
