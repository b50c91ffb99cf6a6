import CivilDates
import PlanSpec
import Workouts

/// How the weeks of a phase fall on their days, by the pattern week of their lists.
struct WeekShapes {
    /// A list's pattern.
    private struct Pattern {
        var week: PatternWeek
        var loadPerHour: Double

        init(
            _ placement: PatternPlacement, _ frame: WeekFrame, _ builder: inout WeekBuilder, _ limits: Limits,
            _ provisional: Double?
        ) {
            week = builder.patternWeek(placement, target: nil)
            loadPerHour = .infinity
            if let hours = limits.hours, frame.isSolved || provisional != nil {
                loadPerHour = builder.loadPerHour(placement, limit: hours.value, room: week.room)
            }
        }
    }

    private var patterns: [ListSource: Pattern] = [:]
    /// Weeks whose overrides change what they can hold, by number.
    private var own: [Int: Pattern] = [:]
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
            let frame = builder.frames[index]
            let source = WeekList.source(of: frame, in: builder.plan)
            if frame.changesItsRoom {
                own[frame.number] = Pattern(
                    builder.ownPlacement(of: frame, target: provisional), frame, &builder, limits, provisional)
            }
            guard patterns[source] == nil,
                let placement = builder.patternPlacement(of: source, target: provisional)
            else { continue }
            if provisional == nil { builder.remember(placement, of: source) }
            patterns[source] = Pattern(placement, frame, &builder, limits, provisional)
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
        let capacity = own[frame.number] ?? pattern
        let room = capacity.map { $0.week.room <= 0 ? .infinity : $0.week.room + bigRaces } ?? .infinity
        return LoadSolver.Week(
            .scaled(1), shape: shape, isLoading: !frame.recovery, bigRaces: bigRaces,
            loadPerHour: capacity?.loadPerHour ?? .infinity, room: room)
    }
}

extension WeekFrame {
    /// Whether its overrides change what it can hold.
    fileprivate var changesItsRoom: Bool {
        override.map { $0.week != nil || !$0.added.isEmpty || !$0.sessions.isEmpty || $0.availability != nil } ?? false
    }
}
