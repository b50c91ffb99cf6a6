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
                "week-outside-phase",
                "\(quoted(phase.id.value)) has \(counted(phase.weeks, "week")), so no week \(week.value)",
                at: week.range)
        }
        if let load = phase.load, case .list(let numbers) = load.value, numbers.count != phase.weeks {
            fault(
                "weeks-mismatch",
                "\(quoted(phase.id.value)) has \(counted(phase.weeks, "week")), but its load is \(counted(numbers.count, "number"))",
                at: load.range)
        }
        if let load = phase.load, (1...phase.weeks).allSatisfy({ phase.sessions(ofWeek: $0).isEmpty }) {
            fault("no-sessions", "\(quoted(phase.id.value)) has a load, but no sessions to carry it", at: load.range)
        }
        return true
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
                    "shares-over-100",
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
            diagnostics.append(
                Diagnostic(
                    "too-many-hard",
                    "\(total) quality and test sessions are more than the \(limits.hardPerWeek) that limits.hard.per_week allows",
                    at: session.id.range, notes: source.map { [$0] } ?? [], limit: Double(limits.hardPerWeek),
                    value: Double(total)))
            return
        }
    }
}

/// A number with its noun: `1 week`, `2 weeks`.
func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
}
