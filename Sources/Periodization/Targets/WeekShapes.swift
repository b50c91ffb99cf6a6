import CivilDates
import PlanSpec
import Workouts

/// How the weeks of a phase fall on their days, by the pattern week of their lists.
struct WeekShapes {
    /// A list's pattern.
    private struct Pattern {
        var week: PatternWeek
        var loadPerHour: Double
    }

    private var patterns: [ListSource: Pattern] = [:]
    private let resumption: Resumption?

    /// Places and sizes the lists of some weeks alone.
    ///
    /// - Parameter provisional: the size of the pattern weeks while the targets aren't known; nil takes the first
    ///   loading week's, and keeps the days for the weeks to come.
    /// - Parameter resumption: the live state, whose calendar adds to the curve.
    init(
        _ builder: inout WeekBuilder, _ weeks: Range<Int>, provisional: Double?, limits: Limits,
        resumption: Resumption?
    ) {
        self.resumption = resumption
        for index in weeks {
            let source = WeekList.source(of: builder.frames[index], in: builder.plan)
            guard patterns[source] == nil,
                let placement = builder.patternPlacement(of: source, target: provisional)
            else { continue }
            if provisional == nil { builder.remember(placement, of: source) }
            let week = builder.patternWeek(placement, target: nil)
            var loadPerHour = Double.infinity
            if let hours = limits.hours, builder.frames[index].isSolved || provisional != nil {
                loadPerHour = builder.loadPerHour(placement, limit: hours.value, room: week.room)
            }
            patterns[source] = Pattern(week: week, loadPerHour: loadPerHour)
        }
    }

    /// A week as the solver sees it, its wish still open.
    func week(_ frame: WeekFrame, _ builder: WeekBuilder) -> LoadSolver.Week {
        let pattern = patterns[WeekList.source(of: frame, in: builder.plan)]
        var (races, bigRaces) = ([0.0, 0, 0, 0, 0, 0, 0], 0.0)
        var exempt: UInt8 = 0
        for commitment in builder.stated[frame.number - 1] ?? [] {
            guard case .race(let race) = commitment.origin else { continue }
            if race.priority != .c { bigRaces += commitment.content.load }
            let day = commitment.date - frame.start
            if (0..<7).contains(day), race.sport.countsInFitness { races[day] += commitment.content.load }
        }
        for day in 0..<7 where builder.isFormExempt(frame.date(day)) { exempt |= 1 << UInt8(day) }
        let shape = WeekShape(
            weights: pattern?.week.days ?? [1, 1, 1, 1, 1, 1, 1], races: races,
            uncounted: pattern?.week.uncounted ?? 0, others: resumption?.others(from: frame.start), exempt: exempt)
        // What a week's own changes make of its room only shows when it is built.
        let hasOwnList =
            frame.override.map { $0.week != nil || !$0.added.isEmpty || !$0.sessions.isEmpty || $0.availability != nil }
            ?? false
        let room = pattern.map { hasOwnList || $0.week.room <= 0 ? .infinity : $0.week.room + bigRaces } ?? .infinity
        return LoadSolver.Week(
            .scaled(1), shape: shape, isLoading: !frame.recovery, bigRaces: bigRaces,
            loadPerHour: hasOwnList ? .infinity : pattern?.loadPerHour ?? .infinity, room: room)
    }
}
