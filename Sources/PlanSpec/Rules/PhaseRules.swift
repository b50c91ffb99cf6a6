import CivilDates
import Diagnostics

extension Plan {
    /// Most weeks of a plan, ten years.
    static let mostWeeks = 520
}

extension Reading {
    /// What the values of a phase must agree on.
    ///
    /// - Returns: whether the phase can be used.
    func checkPhase(_ phase: Phase, _ weeks: [Located<Int>], hasWeeks: Bool) -> Bool {
        guard hasWeeks else { return false }
        for week in weeks where week.value > phase.weeks {
            fault(
                .weekOutsidePhase,
                "\(quoted(phase.id.value)) has \(counted(phase.weeks, "week")), so no week \(week.value)",
                at: week.range)
        }
        guard let target = phase.target else { return true }
        checkTarget(of: phase, target.measure, target.stated)
        return true
    }

    /// What a phase's target and its weeks must agree on.
    private func checkTarget(of phase: Phase, _ measure: TargetMeasure, _ target: Located<Phase.LoadTarget>) {
        if case .list(let numbers) = target.value, numbers.count != phase.weeks {
            fault(
                .weeksMismatch,
                "\(quoted(phase.id.value)) has \(counted(phase.weeks, "week")), but `\(measure.rawValue)` has \(counted(numbers.count, "number"))",
                at: target.range)
        }
        if target.value.needsLoadingWeek, (1...phase.weeks).allSatisfy(phase.isRecovery) {
            fault(
                .loadTarget, "\(quoted(phase.id.value)) has no loading week for its \(measure.rawValue) to start in",
                at: target.range)
        }
        if (1...phase.weeks).allSatisfy({ phase.sessions(ofWeek: $0).isEmpty }), !target.value.isTaper {
            let noun = measure == .load ? "a load" : measure == .hours ? "hours" : "a distance"
            fault(
                .noSessions, "\(quoted(phase.id.value)) has \(noun), but no sessions to carry it", at: target.range)
        }
    }

    /// A target that is solved from CTL needs to know the athlete's.
    func checkFitness(of phases: [Phase], hasFitness: Bool) {
        guard !hasFitness else { return }
        for phase in phases {
            guard let load = phase.load, load.value.isSolved else { continue }
            fault(
                .fitnessNeeded,
                "this load is solved from CTL, so the plan needs `athlete.fitness`, such as `{ctl: 52, atl: 55}`",
                at: load.range)
        }
    }

    /// A taper leads to an A race.
    func checkTapers(of plan: Plan) {
        for phase in plan.phases where phase.kind == .taper {
            guard plan.race(ofTaper: phase) == nil else { continue }
            fault(
                .taperWithoutRace, "the taper \(quoted(phase.id.value)) needs an A race in its weeks",
                at: phase.id.range)
        }
    }

    /// What the weeks of the phases must agree on, each list once.
    func checkWeeks(of phases: [Phase], _ limits: Limits) {
        for phase in phases {
            var lists = [phase.week, phase.recoveryWeek ?? []]
            for week in phase.overrides.keys.sorted() where week <= phase.weeks {
                lists.append(phase.sessions(ofWeek: week))
                checkKeys(of: lists[lists.count - 1])
            }
            for list in lists {
                checkShares(of: list)
                checkHard(list, limits)
            }
        }
    }

    /// The shares of a week are 100 % at most, in every loading week.
    private func checkShares(of sessions: [SessionSpec]) {
        for week in 0..<(sessions.map(\.share.count).max() ?? 0) {
            var total = 0.0
            for session in sessions where !session.share.isEmpty {
                total += session.share[min(week, session.share.count - 1)] * Double(session.count)
                guard total > 1 + 1e-9 else { continue }
                fault(
                    .sharesOver100,
                    "with this the shares of the week are \(plain((total * 1e4).rounded() / 100)) %, more than 100 %",
                    at: session.ranges["share"] ?? session.id.range)
                return
            }
        }
    }

    /// No list has more quality and test sessions than the limit.
    private func checkHard(_ sessions: [SessionSpec], _ limits: Limits) {
        var count = 0
        for session in sessions where role(of: session)?.countsAsHard ?? false {
            count += session.count
            guard count > limits.hardPerWeek else { continue }
            let total = sessions.reduce(0) { $0 + (role(of: $1)?.countsAsHard ?? false ? $1.count : 0) }
            let source = limits.hardPerWeekRange.map { Diagnostic.Note("the limit is here", at: $0) }
            fault(
                .tooManyHard,
                "\(total) quality and test sessions are more than the \(limits.hardPerWeek) that limits.hard.per_week allows",
                at: session.id.range, notes: source.map { [$0] } ?? [], limit: Double(limits.hardPerWeek),
                value: Double(total))
            return
        }
    }
}

/// A number with its noun: `1 week`, `2 weeks`.
func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
}

extension Plan {
    /// The first A race in the weeks of a taper.
    public func race(ofTaper phase: Phase) -> Race? {
        guard let index = phases.firstIndex(where: { $0.id.value == phase.id.value }) else { return nil }
        let first = start.value + 7 * phases[..<index].reduce(0) { $0 + $1.weeks }
        let span = first...(first + (7 * phase.weeks - 1))
        return races.filter { $0.priority == .a && span.contains($0.date.value) }
            .min { $0.date.value < $1.date.value }
    }
}
