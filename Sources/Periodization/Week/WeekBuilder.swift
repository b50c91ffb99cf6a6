import CivilDates
import Diagnostics
import LoadSimulation
import PlanSpec
import Workouts

/// Places and sizes one week after the other.
struct WeekBuilder {
    let plan: Plan
    var frames: [WeekFrame]
    let rules: DayRules
    let life: LifeCalendar
    let fixed: FixedSessions
    /// Races and pinned workouts by week of the plan, from 0.
    let stated: [Int: [Commitment]]
    /// Pinned workouts on race days, which are left out.
    let crowdedOut: [Commitment]
    var sizer: Sizer
    /// The day of each session in the pattern week of a list, by the session's name.
    var patterns: [ListSource: [String: Int]] = [:]
    /// Dates of hard sessions that are known, with whether their author chose the day.
    private(set) var hardDates: [(date: CivilDate, isPinned: Bool)]

    init(_ plan: Plan, frames: [WeekFrame]) {
        self.plan = plan
        self.frames = frames
        var sizer = Sizer(plan.athlete)
        let stated = Commitment.stated(in: plan, sizer: &sizer)
        let rules = DayRules(stated)
        let kept = stated.filter { $0.isRace || !rules[$0.date].isRaceDay }
        crowdedOut = stated.filter { !$0.isRace && rules[$0.date].isRaceDay }
        self.stated = Dictionary(grouping: kept) { ($0.date - plan.start.value) / 7 }
        fixed = FixedSessions(plan, sizer: &sizer)
        life = LifeCalendar(plan)
        hardDates = kept.filter { $0.draft.role.isHard }.map { ($0.date, true) }
        for frame in frames {
            let happening = fixed.commitments(in: frame, phase: plan.phases[frame.phaseIndex].id.value)
            hardDates += happening.filter { $0.draft.role.isHard && !rules[$0.date].isRaceDay }.map { ($0.date, true) }
        }
        self.rules = rules
        self.sizer = sizer
    }

    /// Builds the week of a frame as if there were no overlays.
    ///
    /// Weeks are built in order, since hard sessions keep their distance from the week before.
    mutating func build(_ frame: WeekFrame) -> BuiltWeek {
        let week = built(frame, days: availability(of: frame), target: frame.target, hardDates)
        hardDates += dates(of: week)
        return week
    }

    /// The weeks with their overlays, each of which changes its own days only.
    mutating func withLife(_ weeks: [BuiltWeek]) -> [BuiltWeek] {
        if plan.life.isEmpty { return weeks }
        return weeks.indices.map { index in
            let near = [index - 1, index + 1].filter(weeks.indices.contains).flatMap { dates(of: weeks[$0]) }
            return lived(weeks[index], near: near)
        }
    }

    /// The hard sessions of a week's list.
    private func dates(of week: BuiltWeek) -> [(date: CivilDate, isPinned: Bool)] {
        week.sessions.filter { $0.draft.role.isHard }.map {
            (week.frame.date($0.day), $0.draft.pinnedWeekday == week.frame.date($0.day).weekday)
        }
    }

    /// The hard sessions that races, fixed sessions and pinned workouts are.
    var committedHardDates: [(date: CivilDate, isPinned: Bool)] {
        let all = stated.keys.sorted().flatMap { stated[$0] ?? [] }
        let fixed = frames.flatMap { self.fixed.commitments(in: $0, phase: plan.phases[$0.phaseIndex].id.value) }
        let happening = all + fixed.filter { !rules[$0.date].isRaceDay }
        return happening.filter { $0.draft.role.isHard }.map { ($0.date, true) }
    }

    /// Builds the week of a frame in the days' room.
    ///
    /// - Parameter isComingBack: whether hard sessions keep off days on which training only comes back.
    mutating func built(
        _ frame: WeekFrame, days: [Availability.Day], target: Double?, _ hard: [(date: CivilDate, isPinned: Bool)],
        isComingBack: Bool = false
    ) -> BuiltWeek {
        var frame = frame
        frame.target = target
        let phase = plan.phases[frame.phaseIndex].id.value
        let happening = fixedSessions(in: frame)
        var week = BuiltWeek(
            frame: frame, phase: phase, commitments: (stated[frame.number - 1] ?? []) + happening)
        let list = WeekList(
            frame, hasFixedQuality: happening.contains { $0.draft.role == .quality }, in: plan, sizer: &sizer)
        var drafts = replacing(list.drafts, in: &week)
        let scene = PlacementScene(
            rooms: days, commitments: week.commitments, pattern: patternDays(of: list.source), hardDates: hard,
            easyDays: isComingBack ? (0..<7).filter { life.comeback(on: frame.date($0))?.noHard ?? false } : [])
        var problem = placementProblem(drafts, frame: frame, scene)
        var placement = PlacementSearch.solve(problem)
        if target != nil {
            // What fits on no day takes no load from the others, so it is known first.
            let unplaced = Set(drafts.indices.filter { placement[$0] == nil })
            let dropped = whatIsTooMuch(drafts, without: unplaced, week: &week)
            if !dropped.isEmpty {
                drafts = drafts.indices.filter { !dropped.contains($0) }.map { drafts[$0] }
                problem = placementProblem(drafts, frame: frame, scene)
                placement = PlacementSearch.solve(problem)
            }
        }
        week.record = PlacementRecord(
            drafts: drafts, problem: problem, days: placement,
            raceDays: (0..<7).filter { rules[frame.date($0)].isRaceDay }, rooms: days)
        week.report(drafts, placement, rules: problem)
        size(zip(drafts, placement).compactMap { draft, day in day.map { (draft, $0) } }, days: problem.days, in: &week)
        week.diagnostics += hardDaysAdjacent(week, hard) + pinnedNearRace(week) + fixedOverAvailability(week, days)
        return week
    }

    /// The load that the curve sees of what a week brings in any case, beside races: fixed and pinned sessions, and
    /// those with a size of their own that is never left out.
    mutating func committedLoad(of frame: WeekFrame) -> Double {
        let happening = fixedSessions(in: frame)
        let commitments = (stated[frame.number - 1] ?? []) + happening
        var week = BuiltWeek(frame: frame, phase: "", commitments: commitments)
        let list = WeekList(
            frame, hasFixedQuality: happening.contains { $0.draft.role == .quality }, in: plan, sizer: &sizer)
        let own = replacing(list.drafts, in: &week).filter { $0.isOwnSized && !$0.isDroppable }
        let contents =
            commitments.filter { !$0.isRace }.map { ($0.draft, $0.content) }
            + own.compactMap { draft in sizer.own(draft).map { (draft, $0) } }
        return contents.reduce(0) { sum, item in
            zip(item.0.parts, item.1.parts).reduce(sum) { sum, part in
                sum + (part.0.sport.countsInFitness ? Double(part.1.planned.load ?? 0) : 0)
            }
        }
    }

    /// The fixed sessions of a week; races leave none beside them.
    private func fixedSessions(in frame: WeekFrame) -> [Commitment] {
        fixed.commitments(in: frame, phase: plan.phases[frame.phaseIndex].id.value).filter {
            !rules[$0.date].isRaceDay
        }
    }

    /// What each day of the week allows, before anything is in it.
    func availability(of frame: WeekFrame) -> [Availability.Day] {
        var availability = plan.availability
        if let change = plan.phases[frame.phaseIndex].availability { availability = availability.merged(with: change) }
        if let change = frame.override?.availability { availability = availability.merged(with: change) }
        return (0..<7).map { day in
            // After the finish nothing is placed.
            frame.date(day) > plan.lastDay ? Availability.Day(max: 0) : availability.day(frame.date(day).weekday)
        }
    }

    /// The list without the sessions that pinned events stand in for.
    private func replacing(_ drafts: [Draft], in week: inout BuiltWeek) -> [Draft] {
        var drafts = drafts
        for case .event(let event) in week.commitments.map(\.origin) {
            guard let instead = event.instead else { continue }
            let index =
                drafts.firstIndex { $0.spec.id.value == instead.value }
                ?? drafts.firstIndex { $0.role.rawValue == instead.value }
            if let index {
                drafts.remove(at: index)
            } else {
                week.diagnostics.append(week.insteadOfNothing(event, instead))
            }
        }
        return drafts
    }

    /// Whether the limit of form leaves a date out: a race day, or the day after one.
    func isFormExempt(_ date: CivilDate) -> Bool {
        rules[date].isRaceDay || rules[date - 1].isRaceDay
    }
}
