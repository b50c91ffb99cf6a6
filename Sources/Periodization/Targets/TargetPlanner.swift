import CivilDates
import Diagnostics
import LoadSimulation
import PlanSpec

/// Gives every week its target and builds it, phase after phase: each starts from the curve of the targets before it.
struct TargetPlanner {
    let plan: Plan
    var builder: WeekBuilder
    /// Whether what can't be reached is only a warning.
    let isBestEffort: Bool
    /// What is known of weeks that began, where the plan is solved again from a live state.
    let resumption: Resumption?
    /// Fitness and targets before the phase at hand.
    var start: LoadSolver.Start
    /// The curve of the targets, day by day.
    private(set) var curveDays: [DailyLoad] = []
    /// What became of the tapers.
    var tapers: [TaperOutcome] = []
    /// What the sized sessions are to come to.
    var promises: [Promise] = []
    /// What can't be reached.
    var diagnostics: [Diagnostic] = []
    /// Mean loading targets of hours and distance phases.
    private var runs: [SizeMeasure: LoadingRun] = [:]
    /// The load of the last loading week.
    private(set) var lastLoading: Double?

    init(_ plan: Plan, isBestEffort: Bool, resumption: Resumption?) {
        self.plan = plan
        self.isBestEffort = isBestEffort
        self.resumption = resumption
        builder = WeekBuilder(plan, frames: WeekFrame.all(of: plan))
        let fitness = plan.athlete.fitness.map { Fitness(ctl: $0.ctl, atl: $0.atl) }
        let live = resumption.flatMap { $0.day < plan.start.value ? $0.fitness : nil }
        start = LoadSolver.Start(live ?? fitness ?? Self.assumedFitness(plan, builder.frames))
    }

    /// Without stated fitness the athlete is taken to be used to the first week's load.
    private static func assumedFitness(_ plan: Plan, _ frames: [WeekFrame]) -> Fitness {
        guard let first = frames.first, let phase = plan.phases.first else { return Fitness(ctl: 0, atl: 0) }
        let series = LoadingSeries(phase.load?.value, frames: frames.prefix(phase.weeks))
        let load = first.override?.load?.value ?? series.target(of: first) ?? series.first ?? 0
        return Fitness(ctl: load / 7, atl: load / 7)
    }

    /// The weeks of a phase by their place in the plan.
    func weeks(of phase: Int) -> Range<Int> {
        let first = plan.phases[..<phase].reduce(0) { $0 + max(1, $1.weeks) }
        return first..<first + max(1, plan.phases[phase].weeks)
    }

    /// Every week, as if there were no overlays.
    mutating func planWeeks() -> [BuiltWeek] {
        var weeks: [BuiltWeek] = []
        for phase in plan.phases.indices {
            setTargets(phase)
            for index in self.weeks(of: phase) {
                let week = builder.build(builder.frames[index])
                weeks.append(follow(week, index))
            }
        }
        return weeks
    }

    /// Goes on to the end of a week.
    private mutating func follow(_ built: BuiltWeek, _ index: Int) -> BuiltWeek {
        var week = built
        let days = week.frame.curveDays ?? week.fitnessDays
        week.frame.reason.before = start.fitness.ctl
        var state = start.fitness
        if let live = resumption?.fitness, let day = resumption?.day {
            // From a live state on, the days before it are history.
            for (offset, load) in days.enumerated() {
                let date = week.frame.date(offset)
                if date == day + 1 || (index == 0 && offset == 0 && day < date) { state = live }
                state = state.after(onCalendar(load, date))
            }
        } else {
            state = days.reduce(state) { $0.after(DailyLoad($1)) }
        }
        start.fitness = state
        curveDays += days.indices.map { onCalendar(days[$0], week.frame.date($0)) }
        week.frame.reason.after = state.ctl
        builder.frames[index].reason = week.frame.reason
        let load = week.frame.measure == .load ? week.frame.target ?? week.load : week.load
        start.add(load, isLoading: !week.frame.recovery)
        if !week.frame.recovery { lastLoading = load }
        if week.frame.measure != .load, let target = week.frame.target {
            runs[week.frame.measure, default: LoadingRun()].add(target, isLoading: !week.frame.recovery)
        }
        return week
    }

    /// A day's load with what stands on a live calendar.
    func onCalendar(_ planned: Double, _ date: CivilDate) -> DailyLoad {
        resumption?.load(on: date, planned: planned) ?? DailyLoad(planned)
    }

    /// The targets of a phase's weeks.
    private mutating func setTargets(_ phase: Int) {
        let spec = plan.phases[phase]
        guard let (measure, stated) = spec.target else { return setOverrides(phase) }
        switch stated.value {
        case .ctl, .ramp, .hold: solve(phase, stated)
        case .form, .cut: taper(phase, stated)
        case .list, .linear, .growth: setSeries(phase, measure.size, stated.value)
        }
    }

    /// A phase without a target has only what single weeks state.
    private mutating func setOverrides(_ phase: Int) {
        for index in weeks(of: phase) { setOverride(index) }
        spread(phase)
    }

    /// Takes a week's own number.
    ///
    /// - Returns: whether it has one.
    @discardableResult
    mutating func setOverride(_ index: Int) -> Bool {
        guard let override = builder.frames[index].override else { return false }
        let all: [(SizeMeasure, Double?)] = [
            (.load, override.load?.value), (.duration, override.hours?.value), (.distance, override.distance?.value),
        ]
        guard let (measure, target) = all.first(where: { $0.1 != nil }) else { return false }
        builder.frames[index].measure = measure
        builder.frames[index].target = target
        builder.frames[index].reason = WeekReason(.override)
        return true
    }

    /// Numbers that the file states, and recovery weeks by their depth.
    private mutating func setSeries(_ phase: Int, _ measure: SizeMeasure, _ form: Phase.LoadTarget) {
        let range = weeks(of: phase)
        let series = LoadingSeries(form, frames: builder.frames[range])
        let depth = plan.phases[phase].recovery
        var run = measure == .load ? start.run : runs[measure] ?? LoadingRun()
        let usual = measure == .load ? start.accustomed : series.first ?? 0
        for index in range {
            builder.frames[index].measure = measure
            let frame = builder.frames[index]
            if !setOverride(index) {
                if let target = series.target(of: frame) {
                    builder.frames[index].target = target
                    builder.frames[index].reason = WeekReason(series.source)
                } else if frame.recovery {
                    let mean = run.mean ?? usual
                    builder.frames[index].target = depth * mean
                    builder.frames[index].reason = WeekReason(.recovery(depth: depth, mean: mean))
                }
            }
            if builder.frames[index].measure == measure, let target = builder.frames[index].target {
                run.add(target, isLoading: !frame.recovery)
            }
        }
        if measure == .load { spread(phase) }
    }

    /// Lets the targets of load weeks fall on their days.
    private mutating func spread(_ phase: Int) {
        let shapes = WeekShapes(
            &builder, weeks(of: phase), provisional: nil, limits: plan.limits, resumption: resumption)
        for index in weeks(of: phase) where builder.frames[index].measure == .load {
            guard let target = builder.frames[index].target else { continue }
            builder.frames[index].curveDays = shapes.week(builder.frames[index], builder).shape.days(of: target)
        }
    }
}

extension TargetMeasure {
    /// The measure that sizing uses.
    var size: SizeMeasure {
        switch self {
        case .load: .load
        case .hours: .duration
        case .distance: .distance
        }
    }
}
