import CivilDates
import Diagnostics
import LoadSimulation
import PlanSpec

extension TargetPlanner {
    /// Solves the targets of a phase, twice: the pattern weeks are sized to what the first solution gives.
    mutating func solve(_ phase: Int, _ stated: Located<Phase.LoadTarget>) {
        let range = weeks(of: phase)
        for index in range { builder.frames[index].reason = WeekReason(source(stated.value, factor: 0, part: 1)) }
        let open = reopen(phase)
        guard !open.isEmpty else { return }
        var committed: [Int: Double] = [:]
        for index in open { committed[index + 1] = builder.committedLoad(of: builder.frames[index]) }
        var provisional: Double? = min(max(100, 7 * start.fitness.ctl), plan.limits.load?.value ?? .infinity)
        for round in 0..<2 {
            let shapes = WeekShapes(
                &builder, range, provisional: provisional, limits: plan.limits, resumption: resumption)
            for index in range where !open.contains(index) {
                let target = builder.frames[index].target ?? 0
                builder.frames[index].curveDays = shapes.week(builder.frames[index], builder).shape.days(of: target)
            }
            let solved = solution(phase, open, stated.value, shapes, committed)
            for (place, index) in open.enumerated() { take(solved, place, index, stated.value) }
            provisional = nil
            if round == 0 { continue }
            let planner = self
            report(phase, open, stated, solved) {
                planner.longer(phase, open, stated.value, shapes, committed, by: $0)
            }
        }
    }

    /// The weeks of a phase that are still to be solved; where the plan goes on from a live state, those that began keep
    /// their targets.
    private mutating func reopen(_ phase: Int) -> Range<Int> {
        let range = weeks(of: phase)
        guard let resumption else { return range }
        var first = range.lowerBound
        while first < range.upperBound, resumption.hasBegun(builder.frames[first]) {
            builder.frames[first].target = resumption.targets[first]
            builder.frames[first].reason = resumption.reasons[first]
            first += 1
        }
        return first..<range.upperBound
    }

    /// What came of a phase.
    struct Solution {
        var solver: LoadSolver
        var outcome: LoadSolver.Outcome?
        var bindings: [(binding: Binding, raised: Double?)]
        /// The highest CTL that the phase is to reach or keep.
        var goal: LoadSolver.Goal?
    }

    private func solution(
        _ phase: Int, _ open: Range<Int>, _ form: Phase.LoadTarget, _ shapes: WeekShapes, _ committed: [Int: Double]
    ) -> Solution {
        var solver = solver(phase, builder.frames[open], form, shapes, committed, start: startOf(open))
        guard case .ctl(let ctl, let occasion, _) = form else {
            solver.run(factor: 1)
            return Solution(solver: solver, outcome: nil, bindings: solver.verdicts(factor: 1), goal: nil)
        }
        let goal = LoadSolver.Goal(ctl: ctl, at: occasion)
        let outcome = solver.solve(goal)
        return Solution(
            solver: solver, outcome: outcome, bindings: solver.verdicts(factor: outcome.factor), goal: goal)
    }

    /// The state before the first week that is to be solved.
    private func startOf(_ open: Range<Int>) -> LoadSolver.Start {
        guard let resumption, let first = open.first else { return start }
        var start = start
        let weeks = weeks(of: builder.frames[first].phaseIndex)
        if first == 0 { start.fitness = resumption.fitness }
        for index in weeks.lowerBound..<first {
            let frame = builder.frames[index]
            let target = frame.target ?? 0
            let days = frame.curveDays ?? WeekShape.even.days(of: target)
            for (offset, load) in days.enumerated() {
                if frame.date(offset) == resumption.day + 1 { start.fitness = resumption.fitness }
                start.fitness = start.fitness.after(onCalendar(load, frame.date(offset)))
            }
            start.add(target, isLoading: !frame.recovery)
        }
        return start
    }

    private func solver(
        _ phase: Int, _ frames: some Collection<WeekFrame>, _ form: Phase.LoadTarget, _ shapes: WeekShapes,
        _ committed: [Int: Double], start: LoadSolver.Start
    ) -> LoadSolver {
        let weeks = frames.map { frame -> LoadSolver.Week in
            var week = shapes.week(frame, builder)
            week.wish = wish(frame, form, depth: plan.phases[phase].recovery)
            week.committed = week.shape.offset + (committed[frame.number] ?? 0)
            return week
        }
        return LoadSolver(weeks, limits: LoadSolver.Limits(plan.limits), start: start)
    }

    private func wish(_ frame: WeekFrame, _ form: Phase.LoadTarget, depth: Double) -> LoadSolver.Wish {
        if let load = frame.override?.load { return .stated(load.value) }
        switch form {
        case .hold: return .end(start.fitness.ctl)
        case .ctl(_, _, let shape) where !shape.isEmpty: return .scaled(shape[(frame.phaseWeek - 1) % shape.count])
        case _ where frame.recovery: return .recovery(depth)
        case .ramp(let points): return .rise(points)
        default: return .scaled(1)
        }
    }

    /// Where a solved number comes from.
    private func source(_ form: Phase.LoadTarget, factor: Double, part: Double) -> WeekReason.Source {
        switch form {
        case .ramp(let points): .ramp(points)
        case .hold: .hold(start.fitness.ctl)
        case .ctl(let ctl, _, _): .ctl(ctl, part: part, factor: factor)
        default: .series
        }
    }

    /// Gives a week its part of a solution.
    private mutating func take(_ solution: Solution, _ place: Int, _ index: Int, _ form: Phase.LoadTarget) {
        let load = solution.solver.loads[place]
        let week = solution.solver.weeks[place]
        builder.frames[index].target = load
        builder.frames[index].curveDays = week.shape.days(of: load)
        switch week.wish {
        case .stated: builder.frames[index].reason = WeekReason(.override)
        case .recovery(let depth):
            builder.frames[index].reason = WeekReason(
                .recovery(depth: depth, mean: (solution.bindings[place].raised ?? load) / max(depth, 1e-9)))
        case .scaled(let part):
            builder.frames[index].reason = WeekReason(
                source(form, factor: solution.outcome?.factor ?? 0, part: part))
        case .rise, .end: builder.frames[index].reason = WeekReason(source(form, factor: 0, part: 1))
        }
        builder.frames[index].reason.binding = solution.bindings[place].binding
        builder.frames[index].reason.raised = solution.bindings[place].raised
    }

    /// Says what can't be reached.
    private mutating func report(
        _ phase: Int, _ open: Range<Int>, _ stated: Located<Phase.LoadTarget>, _ solution: Solution,
        longer: (Int) -> LoadSolver?
    ) {
        warnOfRaised(open, stated, solution)
        let numbers = open.map { builder.frames[$0].number }
        guard let goal = solution.goal, let outcome = solution.outcome else {
            let held = solution.bindings.map { $0.binding.subtracting(.rhythm) }
            guard held.contains(where: { !$0.isEmpty }) else { return }
            let what =
                if case .hold = stated.value { "CTL \(figure(start.fitness.ctl, decimals: 1)) can't be held" } else {
                    "the ramp of \(plan.phases[phase].id.value) is out of reach"
                }
            let text = BindingText(limits: plan.limits).text(held, numbers)
            add(what + " in every week" + (text.isEmpty ? "" : " (\(text))"), at: stated, limit: nil, value: nil)
            return
        }
        let occasion =
            goal.occasion == .peak
            ? "on the highest evening of \(plan.phases[phase].id.value)"
            : "by \(builder.frames[weeks(of: phase).upperBound - 1].end)"
        switch outcome.verdict {
        case .met:
            promises.append(
                Promise(
                    range: stated.range, ctl: goal, first: builder.frames[weeks(of: phase).lowerBound].start,
                    last: builder.frames[weeks(of: phase).upperBound - 1].end))
        case .tooLow:
            let least =
                solution.solver.weeks.contains { $0.committed > 0 }
                ? "with nothing but races, fixed and pinned sessions" : "without any training"
            add(
                "CTL \(short(goal.ctl, 2)) \(occasion) is out of reach: \(least) it is still"
                    + " \(figure(outcome.reached, decimals: 1))", at: stated, limit: goal.ctl, value: outcome.reached)
        case .tooHigh:
            let shortfall = solution.solver.shortfall(goal, longer: longer)
            add(
                ShortfallText(goal: goal, occasion: occasion, shortfall, weeks: numbers, limits: plan.limits).text,
                at: stated, limit: goal.ctl, value: outcome.reached)
        }
    }

    /// Warns of weeks that a rule gives less than is committed; where one factor is solved the others make up for it.
    private mutating func warnOfRaised(
        _ open: Range<Int>, _ stated: Located<Phase.LoadTarget>, _ solution: Solution
    ) {
        for (place, index) in open.enumerated() {
            guard let wanted = solution.bindings[place].raised else { continue }
            if case .scaled = solution.solver.weeks[place].wish { continue }
            let (frame, load) = (builder.frames[index], solution.solver.loads[place])
            diagnostics.append(
                Diagnostic(
                    "week-over-target", .warning,
                    "week \(frame.number) (\(frame.start)) was to have \(figure(wanted)), but its fixed and pinned"
                        + " sessions bring \(figure(load)), which is its target now",
                    at: stated.range, limit: wanted, value: load))
        }
    }

    private func longer(
        _ phase: Int, _ open: Range<Int>, _ form: Phase.LoadTarget, _ shapes: WeekShapes, _ committed: [Int: Double],
        by more: Int
    ) -> LoadSolver? {
        var spec = plan.phases[phase]
        spec.weeks += more
        let range = weeks(of: phase)
        let frames = WeekFrame.weeks(of: spec, phase, first: range.lowerBound + 1, in: plan)
        return solver(
            phase, frames.dropFirst(open.lowerBound - range.lowerBound), form, shapes, committed,
            start: startOf(open))
    }

    /// An error, or with the best effort a warning.
    mutating func add(_ message: String, at stated: Located<Phase.LoadTarget>, limit: Double?, value: Double?) {
        diagnostics.append(
            Diagnostic(
                "target-out-of-reach", isBestEffort ? .warning : .error, message, at: stated.range, limit: limit,
                value: value))
    }
}

extension LoadSolver.Limits {
    /// The limits of a plan.
    init(_ limits: PlanSpec.Limits) {
        self.init()
        ramp = limits.ramp?.value ?? .infinity
        load = limits.load?.value ?? .infinity
        hours = limits.hours.map { Double($0.value) / 3600 } ?? .infinity
        growth = limits.growth?.value ?? .infinity
        form = limits.form?.value ?? -.infinity
    }
}
