import LoadSimulation
import PlanSpec

/// Sets the load target of every week, unrounded, and gives the fitness that the plan starts from.
///
/// A recovery week has `recovery` of the mean loading target since the last recovery week, across phase borders; before
/// any, of seven times the starting CTL; a recovery week right after another rests on the same mean. Explicit numbers stay as written.
func setTargets(_ frames: inout [WeekFrame], of plan: Plan) -> Fitness {
    let start = plan.athlete.fitness.map { Fitness(ctl: $0.ctl, atl: $0.atl) } ?? assumedFitness(frames, plan)
    var sinceRecovery: [Double] = []
    var mean = 7 * start.ctl
    var series = LoadingSeries(plan.phases.first, frames: frames[...])
    for index in frames.indices {
        let phase = plan.phases[frames[index].phaseIndex]
        if frames[index].phaseWeek == 1 { series = LoadingSeries(phase, frames: frames[index...]) }
        guard phase.load != nil || frames[index].override?.load != nil else { continue }
        var target = series.target(of: frames[index])
        if target == nil, frames[index].recovery, phase.load != nil {
            target = phase.recovery * mean
        }
        frames[index].target = frames[index].override?.load?.value ?? target
        if frames[index].recovery {
            sinceRecovery = []
        } else if let loading = frames[index].target {
            sinceRecovery.append(loading)
            mean = sinceRecovery.reduce(0, +) / Double(sinceRecovery.count)
        }
    }
    return start
}

/// Without stated fitness the athlete is taken to be used to the first week's load.
private func assumedFitness(_ frames: [WeekFrame], _ plan: Plan) -> Fitness {
    guard let first = frames.first else { return Fitness(ctl: 0, atl: 0) }
    let series = LoadingSeries(plan.phases.first, frames: frames[...])
    let load = first.override?.load?.value ?? series.target(of: first) ?? series.first ?? 0
    return Fitness(ctl: load / 7, atl: load / 7)
}

/// The numbers that a phase states for its weeks.
private struct LoadingSeries {
    let form: Phase.LoadTarget?
    /// Loading weeks in the phase.
    let count: Int

    init(_ phase: Phase?, frames: ArraySlice<WeekFrame>) {
        form = phase?.load?.value
        count = frames.prefix(phase?.weeks ?? 0).count { !$0.recovery }
    }

    /// The first number, whatever week it belongs to.
    var first: Double? {
        switch form {
        case .list(let loads): loads.first
        case .linear(let start, _), .growth(let start, _): start
        case .ramp, .ctl, .form, .cut, .hold, nil: nil
        }
    }

    /// The week's stated number; nil for a recovery week that only follows from others.
    func target(of frame: WeekFrame) -> Double? {
        switch form {
        case .list(let loads):
            return loads.indices.contains(frame.phaseWeek - 1) ? loads[frame.phaseWeek - 1] : nil
        case .linear(let start, let end):
            guard !frame.recovery else { return nil }
            return count < 2 ? start : start + (end - start) * Double(frame.loadingIndex) / Double(count - 1)
        case .growth(let start, let rate):
            guard !frame.recovery else { return nil }
            return (0..<frame.loadingIndex).reduce(start) { load, _ in load * (1 + rate) }
        case .ramp, .ctl, .form, .cut, .hold, nil:
            return nil
        }
    }
}
