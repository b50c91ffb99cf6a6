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

    /// Its last day.
    var end: CivilDate { start + 6 }

    /// The dates of its seven days.
    func date(_ offset: Int) -> CivilDate { start + offset }

    /// The weeks of a plan in order, without targets.
    static func all(of plan: Plan) -> [WeekFrame] {
        var frames: [WeekFrame] = []
        for (index, phase) in plan.phases.enumerated() {
            var loading = 0
            for week in 1...max(1, phase.weeks) {
                let number = frames.count + 1
                let isRecovery = phase.isRecovery(week: week)
                frames.append(
                    WeekFrame(
                        number: number, start: plan.start.value + 7 * (number - 1), phaseIndex: index, phaseWeek: week,
                        recovery: isRecovery, loadingIndex: loading, override: phase.overrides[week],
                        target: nil))
                if !isRecovery { loading += 1 }
            }
        }
        return frames
    }
}
