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
    var override: WeekOverride?
    /// The target in the week's measure, unrounded; nil where the phase has none.
    var target: Double?
    /// What the target counts, and slots and sizes with it.
    var measure = SizeMeasure.load
    /// Where the target comes from.
    var reason = WeekReason(.none)
    /// The load of each day on the curve of the targets; nil where the sized sessions stand for it.
    var curveDays: [Double]?

    /// Whether the engine found the target, and so answers for the limits.
    var isSolved: Bool {
        switch reason.source {
        case .ctl, .ramp, .hold, .taper: true
        case .none, .override, .list, .series, .recovery: false
        }
    }

    /// Its last day.
    var end: CivilDate { start + 6 }

    /// The dates of its seven days.
    func date(_ offset: Int) -> CivilDate { start + offset }

    /// The weeks of a plan in order, without targets.
    static func all(of plan: Plan) -> [WeekFrame] {
        var frames: [WeekFrame] = []
        for (index, phase) in plan.phases.enumerated() {
            frames += weeks(of: phase, index, first: frames.count + 1, in: plan)
        }
        return frames
    }

    /// The weeks of a phase whose first week has that number in the plan.
    static func weeks(of phase: Phase, _ index: Int, first: Int, in plan: Plan) -> [WeekFrame] {
        var loading = 0
        return (1...max(1, phase.weeks)).map { week in
            let number = first + week - 1
            let isRecovery = phase.isRecovery(week: week)
            defer { if !isRecovery { loading += 1 } }
            return WeekFrame(
                number: number, start: plan.start.value + 7 * (number - 1), phaseIndex: index, phaseWeek: week,
                recovery: isRecovery, loadingIndex: loading, override: phase.overrides[week], target: nil)
        }
    }
}
