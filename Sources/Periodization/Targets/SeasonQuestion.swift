public import CivilDates
public import LoadSimulation
public import PlanSpec

/// A question about a season without a plan file: even days from a date to a date.
public struct SeasonQuestion: Sendable {
    /// CTL and ATL on the evening before the first day.
    public var fitness: Fitness
    /// The first day.
    public var from: CivilDate
    /// The last day.
    public var to: CivilDate
    /// What holds in every week.
    public var limits: LoadSolver.Limits
    /// Which weeks are recovery weeks.
    public var rhythm: Phase.Rhythm
    /// A recovery week against the mean loading week, 0.65 for 65 %.
    public var recovery: Double

    /// Makes a question; the last day is no earlier than the first.
    public init(
        fitness: Fitness, from: CivilDate, to: CivilDate, limits: LoadSolver.Limits = LoadSolver.Limits(),
        rhythm: Phase.Rhythm = .none, recovery: Double = 0.65
    ) {
        self.fitness = fitness
        self.from = from
        self.to = to
        self.limits = limits
        self.rhythm = rhythm
        self.recovery = recovery
    }

    /// Days in all.
    public var days: Int { to - from + 1 }
    /// Weeks in all, a part of one too.
    public var weeks: Int { (days + 6) / 7 }

    /// The solver of its weeks, with so many more.
    public func solver(moreWeeks: Int = 0) -> LoadSolver {
        let total = weeks + moreWeeks
        let weeks = (1...total).map { number -> LoadSolver.Week in
            let isRecovery = rhythm.isRecovery(week: number, of: total)
            let left = min(7, days + 7 * moreWeeks - 7 * (number - 1))
            let part = Double(left) / 7
            var week = LoadSolver.Week(
                isRecovery ? .recovery(recovery * part) : .scaled(part), isLoading: !isRecovery, part: part)
            if left < 7 { week.shape = WeekShape(firstDays: left) }
            return week
        }
        return LoadSolver(weeks, limits: limits, start: LoadSolver.Start(fitness))
    }

    /// What the question comes to.
    public struct Answer: Sendable {
        /// Whether the goal is met.
        public var isFeasible: Bool
        /// The CTL, or the form, that is reached.
        public var reached: Double
        /// The load of each week.
        public var loads: [Double]
        /// The first day of each week.
        public var starts: [CivilDate]
        /// CTL and ATL on each week's last evening.
        public var evenings: [Fitness]
        /// What held each week.
        public var bindings: [Binding]
        /// What would do, each enough alone.
        public var shortfall: Shortfall?
        /// The taper's mean reduction against the load that holds the starting CTL.
        public var cut: Double?
        /// CTL and form on the morning after the last day, where both were asked for.
        public var morning: Fitness?
    }

    /// The least peak week that reaches a CTL on the last evening, or the most that can be reached.
    public func answer(ctl: Double) -> Answer {
        var solver = solver()
        let goal = LoadSolver.Goal(ctl: ctl)
        let outcome = solver.solve(goal)
        var answer = answer(solver, factor: outcome.factor)
        answer.isFeasible = outcome.verdict == .met
        if outcome.verdict == .tooHigh { answer.shortfall = solver.shortfall(goal) { self.solver(moreWeeks: $0) } }
        return answer
    }

    /// The largest plan under the limits.
    public func best() -> Answer {
        var solver = solver()
        _ = solver.largest()
        return answer(solver, factor: LoadSolver.plenty)
    }

    private func answer(_ solver: LoadSolver, factor: Double) -> Answer {
        let states = evenings(solver.loads)
        return Answer(
            isFeasible: true, reached: states.last?.ctl ?? fitness.ctl, loads: solver.loads, starts: starts,
            evenings: states,
            bindings: solver.bindings(factor: factor))
    }

    /// Days that go down to a form on the last evening, the morning of a race on the day after.
    public func answer(form: Phase.FormGoal, taper: Phase.Taper) -> Answer {
        let parts = taper.parts(days: days)
        let usual = fitness.ctl
        // The days of a week are even, so that the weeks' loads say it all.
        var even: [Double] = []
        for week in 0..<weeks {
            let own = parts[7 * week..<min(days, 7 * week + 7)]
            even += own.map { _ in usual * own.reduce(0, +) / Double(own.count) }
        }
        let solver = TaperSolver(start: fitness, days: even)
        let exact = solver.factor(for: form)
        let factor = max(0, exact ?? 1)
        let loads = (0..<weeks).map { week in
            factor * even[7 * week..<min(days, 7 * week + 7)].reduce(0, +)
        }
        let states = evenings(loads)
        let last = states.last ?? fitness
        let reached = if case .ofFitness = form, last.ctl > 0 { last.form / last.ctl } else { last.form }
        let mean = loads.reduce(0, +) / Double(days)
        return Answer(
            isFeasible: abs(solver.miss(form, last)) < 1e-6, reached: reached, loads: loads, starts: starts,
            evenings: states, bindings: loads.map { _ in [] }, cut: usual > 0 ? 1 - mean / usual : nil)
    }

    private var starts: [CivilDate] { (0..<weeks).map { from + 7 * $0 } }

    /// Weeks that build up and a taper of the last days, for a CTL and a form on the morning after them.
    ///
    /// - Parameter taperDays: fewer than there are days.
    public func answer(ctl: Double, form: Double, taperDays: Int, taper: Phase.Taper) -> Answer {
        var building = self
        building.to = to - taperDays
        let parts = taper.parts(days: taperDays)
        var joint = JointTarget(build: building.solver(), taper: parts)
        let outcome = joint.solve(ctl: ctl, form: form)
        // Where form would take less than no training, rest is the nearest.
        let factor = max(0, outcome.taper)
        var state = outcome.start
        var tapered: [(load: Double, start: CivilDate, evening: Fitness)] = []
        for first in stride(from: 0, to: taperDays, by: 7) {
            let days = parts[first..<min(taperDays, first + 7)].map { factor * $0 }
            state = days.reduce(state) { $0.after(DailyLoad($1)) }
            tapered.append((days.reduce(0, +), building.to + (1 + first), state))
        }
        // A recovery week may come last, so the largest week is what the taper goes down from.
        let before = (joint.build.loads.max() ?? 0) / 7
        let mean = tapered.reduce(0) { $0 + $1.load } / Double(taperDays)
        var answer = Answer(
            isFeasible: outcome.isMet, reached: state.ctl, loads: joint.build.loads + tapered.map(\.load),
            starts: building.starts + tapered.map(\.start),
            evenings: building.evenings(joint.build.loads) + tapered.map(\.evening),
            bindings: joint.build.bindings(factor: outcome.build) + tapered.map { _ in [] },
            cut: before > 0 ? 1 - mean / before : nil)
        answer.morning = state
        return answer
    }

    private func evenings(_ loads: [Double]) -> [Fitness] {
        var state = fitness
        return loads.enumerated().map { index, load in
            let left = min(7, days - 7 * index)
            for _ in 0..<left { state = state.after(DailyLoad(load / Double(left))) }
            return state
        }
    }
}
