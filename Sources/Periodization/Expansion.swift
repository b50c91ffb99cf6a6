import CivilDates
import Diagnostics
public import LoadSimulation
public import PlanSpec
import Workouts

extension Schedule {
    /// Expands a plan into dated entries.
    ///
    /// The way: phase after phase the targets of its weeks and the weeks built to them, overlays, entries with keys and
    /// times, the curve, the limits. The same plan gives the same schedule; the day it is expanded on plays no part.
    ///
    /// - Parameters:
    ///   - bestEffort: whether a target that can't be met is only a warning.
    ///   - resumption: the live state from which weeks that haven't begun are solved again.
    public init(_ plan: Plan, bestEffort: Bool = false, resumption: Resumption? = nil) {
        var planner = TargetPlanner(plan, isBestEffort: bestEffort, resumption: resumption)
        let fitness = planner.start.fitness
        let planned = planner.planWeeks()
        let weeks = planner.builder.withLife(planned)
        self.init(
            plan: plan.id.value, start: plan.start.value, end: plan.end, fitness: fitness, weeks: [], entries: [],
            diagnostics: planner.diagnostics
                + folded(planner.builder.eventsOnRaceDays + weeks.flatMap(\.diagnostics)) + loadFindings(weeks))
        entries = (weeks.flatMap { $0.entries(of: plan) } + entriesBesideSessions(plan, frames: weeks.map(\.frame)))
            .inOrder()
        plan.publish.setTimes(of: &entries)
        entries = entries.inOrder()
        lock = plan.publish.lock
        tag = plan.publish.tag ? "plan:\(plan.id.value)" : nil
        built = weeks
        tapers = planner.tapers
        self.weeks = weeks.map { PlannedWeek($0, phase: plan.phases[$0.frame.phaseIndex]) }
        settleFitness(plan, weeks, resumption)
        let first = curveStart ?? start
        let targets = LoadCurve(
            start: self.fitness, first: first,
            loads: planner.curveDays.dropFirst(first - start))
        let sized = curve
        diagnostics += planner.promises.compactMap { $0.finding(sized) }
        let checks = LimitChecks(plan: plan, weeks: weeks, curve: targets, sized: sized).diagnostics()
        // What a live state makes of the file's own numbers is no fault of the file.
        diagnostics += checks.map { check in
            var check = check
            if resumption != nil { check.severity = .warning }
            return check
        }
    }

    /// Where the curve starts: from the file, from the first week's load, or from a live state.
    private mutating func settleFitness(_ plan: Plan, _ weeks: [BuiltWeek], _ resumption: Resumption?) {
        if let resumption {
            fitness = resumption.fitness
            curveStart = max(start, resumption.day + 1)
            fitnessDay = resumption.day
            isLive = true
            calendar = resumption.calendar
        } else if plan.athlete.fitness == nil {
            fitness = fitness.ctl > 0 ? fitness : assumedFitness(weeks.first)
            diagnostics.append(noFitness(plan, fitness))
        }
    }

    /// CTL, ATL and form over the plan's days, with what stands on a live calendar beside the plan.
    ///
    /// Every sport counts in full but those that count nothing, unless `weights` says otherwise.
    public var curve: LoadCurve {
        let first = curveStart ?? start
        var loads = Array(repeating: DailyLoad(0), count: max(0, end - first + 1))
        for entry in entries where entry.category.isSession {
            let index = entry.date - first
            if loads.indices.contains(index) { loads[index] += counted(entry) }
        }
        if let calendar {
            for index in loads.indices { loads[index] = calendar.load(on: first + index, planned: loads[index]) }
        }
        return LoadCurve(start: fitness, first: first, loads: loads)
    }

    /// What an entry adds to each average.
    private func counted(_ entry: PlannedEntry) -> DailyLoad {
        let load = Double(entry.planned.load ?? 0)
        guard let sport = entry.sport else { return DailyLoad(load) }
        if let weight = weights[sport] {
            return DailyLoad(fitness: weight.fitness * load, fatigue: weight.fatigue * load)
        }
        return DailyLoad(sport.countsInFitness ? load : 0)
    }
}

/// Findings about the same line, the first with the others as notes.
private func folded(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    struct Subject: Hashable {
        let id: String
        let range: SourceRange?
    }
    var places: [Subject: Int] = [:]
    var result: [Diagnostic] = []
    for diagnostic in diagnostics {
        let subject = Subject(id: diagnostic.id, range: diagnostic.range)
        if let place = places[subject] {
            result[place].notes.append(Diagnostic.Note("also: " + diagnostic.message))
        } else {
            places[subject] = result.count
            result.append(diagnostic)
        }
    }
    return result
}

/// Without any stated load the athlete is taken to be used to what the first week came to.
private func assumedFitness(_ week: BuiltWeek?) -> Fitness {
    let load = (week?.load ?? 0) / 7
    return Fitness(ctl: load, atl: load)
}

private func noFitness(_ plan: Plan, _ fitness: Fitness) -> Diagnostic {
    Diagnostic(
        "no-fitness", .note,
        "the plan states no athlete.fitness; the curve starts from CTL and ATL \(figure(fitness.ctl, decimals: 1)),"
            + " the first week's load / 7",
        at: plan.id.range)
}

extension [PlannedEntry] {
    /// By date; on a day, those that are no sessions first, then by time, then in the order of the file.
    fileprivate func inOrder() -> [PlannedEntry] {
        enumerated().sorted {
            let (left, right) = ($0.element, $1.element)
            if left.date != right.date { return left.date < right.date }
            if left.category.isSession != right.category.isSession { return !left.category.isSession }
            let times = (left.time?.secondsSinceMidnight ?? -1, right.time?.secondsSinceMidnight ?? -1)
            return times.0 != times.1 ? times.0 < times.1 : $0.offset < $1.offset
        }.map(\.element)
    }
}

extension BuiltWeek {
    /// The entries of its races, fixed and pinned workouts, and sessions.
    fileprivate func entries(of plan: Plan) -> [PlannedEntry] {
        let phase = plan.phases[frame.phaseIndex]
        let committed = commitments.flatMap { commitment -> [PlannedEntry] in
            var category = EntryCategory.workout
            if case .race(let race) = commitment.origin { category = race.priority.category }
            return PlannedEntry.entries(
                key: commitment.key, category: category, date: commitment.date, draft: commitment.draft,
                content: commitment.content, phase: phase, week: frame.number)
        }
        return committed
            + sessions.flatMap { session in
                PlannedEntry.entries(
                    key: key(of: session, in: phase), category: .workout, date: frame.date(session.day),
                    draft: session.draft, content: session.content, phase: phase, week: frame.number)
            }
    }

    /// The key of a session of its list.
    func key(of session: PlacedSession, in phase: Phase) -> String {
        "\(phase.id.value).w\(frame.phaseWeek).\(session.draft.name)"
    }
}

extension Race.Priority {
    fileprivate var category: EntryCategory {
        switch self {
        case .a: .raceA
        case .b: .raceB
        case .c: .raceC
        }
    }
}

extension PlannedWeek {
    fileprivate init(_ week: BuiltWeek, phase: Phase) {
        let distances = week.workouts.compactMap(\.planned.distance)
        self.init(
            number: week.frame.number, start: week.frame.start, phase: phase.id.value, phaseWeek: week.frame.phaseWeek,
            name: week.frame.override?.name, recovery: week.frame.recovery, target: week.frame.target,
            measure: week.frame.measure.spec, reason: week.frame.reason,
            binding: week.allBindings, load: Int(week.load), duration: week.duration,
            distance: distances.isEmpty ? nil : distances.reduce(0, +), sessions: week.contents.count)
    }
}

extension BuiltWeek {
    /// What held a solved target down, then what held its sessions.
    fileprivate var allBindings: [String] {
        var names = frame.isSolved || frame.isOfSolvedPhase ? frame.reason.binding.names : []
        for name in binding.sorted() where !names.contains(name) { names.append(name) }
        return names
    }
}

extension WeekFrame {
    /// Whether it is a recovery week among solved ones.
    fileprivate var isOfSolvedPhase: Bool {
        if case .recovery = reason.source { !reason.binding.isEmpty } else { false }
    }
}

extension SizeMeasure {
    /// What a target in this measure counts.
    var spec: TargetMeasure {
        switch self {
        case .load: .load
        case .duration: .hours
        case .distance: .distance
        }
    }
}
