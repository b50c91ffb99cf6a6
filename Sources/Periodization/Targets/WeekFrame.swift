import CivilDates
import PlanSpec

/// A week of the plan before anything is placed in it.
struct WeekFrame {
    /// Its number in the plan, from 1.
    let number: Int
    /// Its first day.
    let start: CivilDate
    /// The index of its phase.
    let phaseIndex: Int
    /// Its number in the phase, from 1.
    let phaseWeek: Int
    /// Whether it is a recovery week.
    let recovery: Bool
    /// How many loading weeks of its phase come before it.
    let loadingIndex: Int
    /// What the plan changes in this week.
    let override: WeekOverride?
    /// The load target, unrounded; nil where the phase has none.
    var target: Double?

    /// Its last day.
    var end: CivilDate { start + 6 }

    /// The dates of its seven days.
    func date(_ offset: Int) -> CivilDate { start + offset }

    /// The weeks of a plan in order, without targets.
    static func all(of plan: Plan) -> [WeekFrame] {
        var frames: [WeekFrame] = []
        for (index, phase) in plan.phases.enumerated() {
            let recovery = phase.recoveryWeeks
            var loading = 0
            for week in 1...max(1, phase.weeks) {
                let number = frames.count + 1
                frames.append(
                    WeekFrame(
                        number: number, start: plan.start.value + 7 * (number - 1), phaseIndex: index, phaseWeek: week,
                        recovery: recovery[week - 1], loadingIndex: loading, override: phase.overrides[week],
                        target: nil))
                if !recovery[week - 1] { loading += 1 }
            }
        }
        return frames
    }
}

extension Phase {
    /// For each week, whether it is a recovery week: by the rhythm, or as the week itself says.
    ///
    /// `n:m` counts from the first week; a cycle that the phase's end cuts has no recovery week.
    var recoveryWeeks: [Bool] {
        (0..<max(1, weeks)).map { index in
            if let stated = overrides[index + 1]?.recovery { return stated }
            switch rhythm {
            case .none: return false
            case .pattern(let pattern): return pattern.isEmpty ? false : pattern[index % pattern.count]
            case .ratio(let loading, let recovery):
                let cycle = loading + recovery
                let isCut = index / cycle * cycle + cycle > weeks
                return !isCut && index % cycle >= loading
            }
        }
    }
}
