import CivilDates
import Diagnostics
import LoadSimulation
import PlanSpec
import Workouts

/// Places and sizes one week after the other.
struct WeekBuilder {
    let plan: Plan
    let frames: [WeekFrame]
    let rules: DayRules
    let commitments: [Int: [Commitment]]
    /// Pinned workouts on race days, which are left out.
    let crowdedOut: [Commitment]
    var sizer: Sizer
    private var patterns: [ListSource: [String: Int]] = [:]
    /// Dates of hard sessions that are known, with whether their author chose the day.
    private(set) var hardDates: [(date: CivilDate, isPinned: Bool)]

    init(_ plan: Plan, frames: [WeekFrame]) {
        self.plan = plan
        self.frames = frames
        var sizer = Sizer(plan.athlete)
        let stated = Commitment.all(of: plan, sizer: &sizer)
        rules = DayRules(stated)
        let isRaceDay = { [rules] (commitment: Commitment) in rules[commitment.date].isRaceDay }
        let all = stated.filter { $0.isRace || !isRaceDay($0) }
        crowdedOut = stated.filter { !$0.isRace && isRaceDay($0) }
        commitments = Dictionary(grouping: all) { ($0.date - plan.start.value) / 7 }
        hardDates = all.filter { $0.draft.role.isHard }.map { ($0.date, true) }
        self.sizer = sizer
    }

    /// Builds the week of a frame; weeks are built in order, since hard sessions keep their distance across weeks.
    mutating func build(_ frame: WeekFrame) -> BuiltWeek {
        var week = BuiltWeek(frame: frame, sessions: [], commitments: commitments[frame.number - 1] ?? [])
        let list = WeekList(frame, in: plan)
        let days = availability(of: frame)
        var drafts = replacing(list.drafts, by: week.commitments)
        let pattern = patternDays(of: list.source)
        var problem = placementProblem(drafts, frame: frame, days: days, pattern: pattern, week: week)
        var placement = PlacementSearch.solve(problem)
        if let target = frame.target {
            // What fits on no day takes no load from the others, so it is known first.
            let unplaced = Set(drafts.indices.filter { placement[$0] == nil })
            let dropped = whatIsTooMuch(drafts, without: unplaced, target: target, week: &week)
            if !dropped.isEmpty {
                drafts = drafts.indices.filter { !dropped.contains($0) }.map { drafts[$0] }
                problem = placementProblem(drafts, frame: frame, days: days, pattern: pattern, week: week)
                placement = PlacementSearch.solve(problem)
            }
        }
        week.report(drafts, placement, rules: problem)
        let placed = zip(drafts, placement).compactMap { draft, day in day.map { (draft, $0) } }
        size(placed, days: problem.days, into: &week)
        week.diagnostics += hardDaysAdjacent(week) + pinnedNearRace(week)
        hardDates += week.sessions.filter { $0.draft.role.isHard }.map {
            (frame.date($0.day), $0.draft.pinnedWeekday != nil)
        }
        return week
    }

    /// What each day of the week allows, before anything is in it.
    private func availability(of frame: WeekFrame) -> [Availability.Day] {
        var availability = plan.availability
        if let change = plan.phases[frame.phaseIndex].availability { availability = availability.merged(with: change) }
        if let change = frame.override?.availability { availability = availability.merged(with: change) }
        return (0..<7).map { availability.day(frame.date($0).weekday) }
    }

    /// The list without the sessions that a pinned event stands in for.
    private func replacing(_ drafts: [Draft], by commitments: [Commitment]) -> [Draft] {
        var drafts = drafts
        for case .event(let event) in commitments.map(\.origin) {
            guard let instead = event.instead?.value else { continue }
            let index =
                drafts.firstIndex { $0.spec.id.value == instead } ?? drafts.firstIndex { $0.role.rawValue == instead }
            if let index { drafts.remove(at: index) }
        }
        return drafts
    }

    /// The day of each session in the pattern week of a list, by the session's name.
    private mutating func patternDays(of source: ListSource) -> [String: Int] {
        if let known = patterns[source] { return known }
        let drafts = WeekList.pattern(of: source, frames: frames, in: plan)
        let phaseIndex =
            switch source {
            case .phase(let index), .recovery(let index): index
            case .week(let number): frames[number - 1].phaseIndex
            }
        guard
            let first = frames.first(where: { $0.phaseIndex == phaseIndex && !$0.recovery })
                ?? frames.first(where: { $0.phaseIndex == phaseIndex })
        else { return [:] }
        let plain = WeekFrame(
            number: first.number, start: first.start, phaseIndex: phaseIndex, phaseWeek: first.phaseWeek,
            recovery: false, loadingIndex: 0, override: nil, target: first.target)
        let problem = placementProblem(
            drafts, frame: plain, days: availability(of: plain), pattern: [:], week: nil)
        var days: [String: Int] = [:]
        for (draft, day) in zip(drafts, PlacementSearch.solve(problem)) { days[draft.name] = day }
        patterns[source] = days
        return days
    }

    /// The placing of a list as a problem of its own; without `week` it is the pattern week, which knows no dates.
    private mutating func placementProblem(
        _ drafts: [Draft], frame: WeekFrame, days: [Availability.Day], pattern: [String: Int], week: BuiltWeek?
    ) -> PlacementProblem {
        let ranks = dropRanks(drafts)
        let sizes = slots(drafts, target: frame.target, commitments: week?.commitments ?? [], limits: nil)
        var items: [PlacementProblem.Item] = []
        for (index, draft) in drafts.enumerated() {
            var allowed: UInt8 = 0
            for day in 0..<7 {
                let rule = week == nil ? DayRules.Rule() : rules[frame.date(day)]
                let isFree =
                    !days[day].isOff && days[day].takes(draft.sport) && !rule.isRaceDay
                    && !(rule.noHard && draft.role.isHard) && !(rule.noStrength && draft.role == .strength)
                if isFree { allowed |= 1 << UInt8(day) }
            }
            items.append(
                PlacementProblem.Item(
                    isHard: draft.role.isHard, countsAgainstDay: draft.role.countsAgainstDay, dropRank: ranks[index],
                    preferences: draft.spec.days.map { $0.offset(from: plan.weekStarts) },
                    patternDay: pattern[draft.name], allowedDays: allowed, seconds: leastSeconds(draft),
                    size: settled(sizes.loads[index]), earlierCopy: draft.copy > 0 ? index - 1 : nil))
        }
        let room = days.enumerated().map { day, room in
            room.left(after: (week?.commitments ?? []).filter { $0.date == frame.date(day) })
        }
        let near = (week == nil ? [] : hardDates).map {
            PlacementProblem.HardDate(day: $0.date - frame.start, isPinned: $0.isPinned)
        }
        return PlacementProblem(
            items: items, days: room, spacing: plan.limits.hardSpacingDays,
            hardDates: near.filter { (-7..<14).contains($0.day) })
    }

    /// The least seconds that a session can be.
    private mutating func leastSeconds(_ draft: Draft) -> Int {
        if let content = sizer.own(draft) { return content.planned.duration }
        return Int(sizer.range(draft, .duration, within: nil)?.lowerBound ?? 0)
    }
}

extension Draft {
    /// The one day that the file names.
    var pinnedWeekday: Weekday? { spec.days.count == 1 ? spec.days[0] : nil }
}

extension Availability.Day {
    /// What is left of the day once some of it is taken.
    fileprivate func left(after commitments: [Commitment]) -> PlacementProblem.Day {
        PlacementProblem.Day(
            seconds: max.map { $0 - commitments.reduce(0) { $0 + $1.content.planned.duration } },
            sessions: sessions - commitments.count { $0.draft.role.countsAgainstDay },
            load: commitments.reduce(0) { $0 + $1.content.load })
    }
}
