@testable import Workouts

/// The steps of a text, blocks flattened to one round.
func steps(_ text: String) -> [Step] {
    Workout.read(text).workout.items.flatMap { item in
        switch item {
        case .step(let step): [step]
        case .block(let block): block.steps
        }
    }
}

/// The rules that a text breaks, in the order of the findings.
func rules(_ text: String) -> [String] {
    Workout.read(text).findings.map(\.id)
}

/// A short spelling of a step: everything it holds in a fixed order.
func sketch(_ step: Step) -> String {
    func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
    func sketch(_ name: String, _ target: Target?) -> String? {
        guard let target else { return nil }
        let range = target.start == target.end ? number(target.start) : "\(number(target.start))..\(number(target.end))"
        let best = target.mmpDuration.map { " of \($0)s" } ?? ""
        return "\(name) \(range) \(target.units.rawValue)\(best)" + (target.averaging.map { " by \($0)" } ?? "")
    }
    let parts: [String?] = [
        step.text.isEmpty ? nil : "'\(step.text)'",
        step.duration.map { "\($0)s" },
        step.distance.map { number($0) + "m" },
        step.ramp ? "ramp" : nil,
        step.freeride ? "freeride" : nil,
        step.maxEffort ? "maxeffort" : nil,
        sketch("power", step.power), sketch("hr", step.heartRate), sketch("pace", step.pace),
        sketch("cadence", step.cadence),
        step.untilLapPress ? "lap" : nil,
        step.warmup ? "warmup" : nil, step.cooldown ? "cooldown" : nil,
        step.intensity.map { "intensity \($0)" },
        step.hidePower.map { $0 ? "hide" : "show" },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
}
