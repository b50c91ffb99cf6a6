import CivilDates
import Diagnostics
import LoadSimulation
import PlanSpec
import Workouts

extension TargetPlanner {
    /// The targets of a taper: its curve up to the race's eve, the race, and a fifth of what was for each day after it.
    mutating func taper(_ phase: Int, _ stated: Located<Phase.LoadTarget>) {
        let range = weeks(of: phase)
        guard let race = plan.race(ofTaper: plan.phases[phase]) else { return }
        let first = builder.frames[range.lowerBound].start
        var curve = plan.phases[phase].taper ?? Phase.Taper()
        if case .cut(let cut) = stated.value { curve.cut = cut }
        let before = (lastLoading ?? start.accustomed) / 7
        var days = TaperDays(
            loads: curve.parts(days: race.date.value - first).map { $0 * before },
            known: Array(repeating: nil, count: race.date.value - first))
        for index in range { keep(index, first: first, &days) }
        let from = resumedDay(first: first)
        let given = days.loads.indices.dropFirst(from).map { onCalendar(days.known[$0] ?? 0, first + $0) }
        let solver = TaperSolver(start: fitness(first: first), days: Array(days.open.dropFirst(from)), fixed: given)
        if case .form(let goal) = stated.value {
            days.factor = factor(for: goal, solver, days: days.loads.count - from, race, stated)
            if !diagnostics.contains(where: { $0.range == stated.range }) {
                promises.append(Promise(range: stated.range, race: race.date.value, form: goal))
            }
        }
        let morning = solver.morning(factor: days.factor)
        let mean = days.scaled.reduce(0, +) / Double(max(1, days.loads.count))
        let cut = before > 0 ? 1 - mean / before : 0
        tapers.append(
            TaperOutcome(
                phase: plan.phases[phase].id.value, race: race.id.value, days: days.loads.count, cut: cut,
                morning: morning, before: self.start.fitness.ctl))
        for index in range { setTaper(index, days.scaled, first: first, race, after: 0.2 * before, cut: cut) }
    }

    /// A week of the taper with a number of its own, or one that began, keeps its days.
    private mutating func keep(_ index: Int, first: CivilDate, _ days: inout TaperDays) {
        let frame = builder.frames[index]
        let begun = resumption.flatMap { $0.hasBegun(frame) ? $0.targets[index] : nil }
        guard let target = frame.override?.load?.value ?? begun else { return }
        let offsets = (0..<7).map { frame.date($0) - first }.filter(days.loads.indices.contains)
        let sum = offsets.reduce(0) { $0 + days.loads[$1] }
        let others = (builder.stated[frame.number - 1] ?? []).filter(\.isRace).reduce(0) { $0 + $1.content.load }
        guard sum > 0 else { return }
        for offset in offsets { days.known[offset] = max(0, target - others) * days.loads[offset] / sum }
    }

    /// The first day of the taper that a live state leaves open.
    private func resumedDay(first: CivilDate) -> Int {
        guard let resumption, resumption.day + 1 > first else { return 0 }
        return resumption.day + 1 - first
    }

    /// The state before the first day that is open.
    private func fitness(first: CivilDate) -> Fitness {
        guard let resumption, resumption.day + 1 >= first else { return start.fitness }
        return resumption.fitness
    }

    /// The factor that brings form to its goal, as near as no load at all comes.
    private mutating func factor(
        for goal: Phase.FormGoal, _ solver: TaperSolver, days: Int, _ race: Race, _ stated: Located<Phase.LoadTarget>
    ) -> Double {
        let factor = solver.factor(for: goal)
        if let factor, factor >= 0 { return factor }
        let morning = solver.morning(factor: factor == nil ? 1 : 0)
        let (wanted, best) =
            switch goal {
            case .points(let points): (signed(points), signed(morning.form))
            case .ofFitness(let part):
                ("\(signed(part * 100)) %", "\(signed(morning.ctl > 0 ? morning.form / morning.ctl * 100 : 0)) %")
            }
        add(
            "form \(wanted) on the morning of \(race.date.value) is out of reach: \(best) is the most, without any"
                + " training in the taper's \(days) days; make the taper longer, or the weeks before it"
                + " easier", at: stated, limit: goal.number, value: morning.form)
        return factor == nil ? 1 : 0
    }

    private func signed(_ number: Double) -> String { (number > 0 ? "+" : "") + figure(number, decimals: 1) }

    /// Gives a week of the taper its target and its days on the curve.
    private mutating func setTaper(
        _ index: Int, _ taper: [Double], first: CivilDate, _ race: Race, after: Double, cut: Double
    ) {
        let frame = builder.frames[index]
        let races = (builder.stated[frame.number - 1] ?? []).filter(\.isRace)
        var days: [Double] = []
        var uncounted = 0.0
        for day in 0..<7 {
            let date = frame.date(day)
            let racing = races.filter { $0.date == date }
            let load = racing.reduce(0) { $0 + $1.content.load }
            if date < race.date.value {
                days.append(max(load, taper[date - first]))
            } else if !racing.isEmpty {
                let counted = racing.filter { $0.draft.sport.countsInFitness }.reduce(0) { $0 + $1.content.load }
                uncounted += load - counted
                days.append(counted)
            } else {
                days.append(date <= plan.lastDay ? after : 0)
            }
        }
        builder.frames[index].curveDays = days
        builder.frames[index].target = days.reduce(0, +) + uncounted
        builder.frames[index].reason = WeekReason(.taper(cut: cut))
        setOverride(index)
    }
}

/// The days of a taper up to the race's eve.
private struct TaperDays {
    /// The loads for factor 1.
    var loads: [Double]
    /// Loads that are given.
    var known: [Double?]
    /// The factor of the others.
    var factor = 1.0

    /// The days that the factor moves.
    var open: [Double] { zip(loads, known).map { $1 == nil ? $0 : 0 } }
    /// Every day's load.
    var scaled: [Double] { zip(loads, known).map { $1 ?? factor * $0 } }
}

extension Phase.FormGoal {
    /// The number of the goal: points, or percent of CTL.
    fileprivate var number: Double {
        switch self {
        case .points(let points): points
        case .ofFitness(let part): part * 100
        }
    }
}
