import Workouts

extension ZwiftWriter {
    /// Percent of FTP, or of threshold pace for a run.
    func percent(_ step: Step) -> (start: Double, end: Double)? {
        if isRun, let pace = resolution.percentOfPace(step) { return pace }
        return resolution.percentOfFTP(step)
    }

    /// The percent that is written, with notes on what it no longer says.
    mutating func power(_ step: NumberedStep) -> (start: Double, end: Double)? {
        guard var ends = percent(step.step) else { return nil }
        if isRun, step.step.pace != nil {
            losses.lose("ZWO has no pace target; Zwift takes the share as one of a race pace", step)
            if step.step.power != nil { losses.lose("the power target is lost beside the pace", step) }
        } else {
            noteOthers(step)
            noteUnits(step, ends)
        }
        if max(ends.start, ends.end) > 300 {
            losses.lose("ZWO goes up to 300 %; more was cut", step)
            ends = (min(ends.start, 300), min(ends.end, 300))
        }
        return ends
    }

    private mutating func noteOthers(_ step: NumberedStep) {
        if step.step.heartRate != nil { losses.lose("ZWO has no heart-rate target; only the power is kept", step) }
        if step.step.pace != nil { losses.lose("ZWO has no pace target; only the power is kept", step) }
    }

    private mutating func noteUnits(_ step: NumberedStep, _ ends: (start: Double, end: Double)) {
        guard let target = step.step.power else { return }
        let written = shortFigure(ends.start, decimals: 2) + " %"
        switch target.units {
        case .powerZone: losses.lose("ZWO has no zones; it is written as \(written)", step)
        case .watts: losses.resolve("watts are written as percent of \(resolution.ftp) W", step)
        default:
            if !step.step.ramp, target.start != target.end {
                losses.resolve("the range is written as its middle, \(written)", step)
            }
        }
        if target.averaging != nil { losses.resolve("the averaging of the power display is lost", step) }
    }

    /// What a free ride no longer says.
    mutating func noteFree(_ step: NumberedStep) {
        if step.step.heartRate != nil {
            losses.lose("ZWO has no heart-rate target; it is a free ride with a message", step)
        }
        if step.step.pace != nil { losses.lose("ZWO has no such pace target; it is a free ride with a message", step) }
        if step.step.power != nil {
            losses.lose("ZWO can't hold this power target; it is a free ride with a message", step)
        }
        let hasTarget = [step.step.heartRate, step.step.pace, step.step.power].contains { $0 != nil }
        if !hasTarget, !step.step.freeride, !step.step.maxEffort {
            losses.lose("a step without a target is written as a free ride", step)
        }
    }

    /// The length in seconds, with notes on what it no longer says.
    mutating func seconds(_ step: NumberedStep) -> Int? {
        if step.step.untilLapPress { losses.lose("ZWO has no lap button; the step ends by time", step) }
        if step.step.hidePower != nil { losses.lose("ZWO can't hide the power", step) }
        guard let seconds = resolution.seconds(step.step) else {
            losses.lose("nobody can say how long this distance takes; the step was left out", step)
            return nil
        }
        if step.step.duration == nil { losses.lose("the distance is written as \(seconds) seconds", step) }
        return seconds
    }

    /// The messages of a step; how long one stays is Zwift's own choice.
    func messages(_ step: NumberedStep) -> [(second: Int, text: String)] {
        step.step.messages.map { (second: $0.second, text: $0.text) }
    }
}

extension Step {
    /// The targets in the words of the workout language.
    var targetText: String {
        var plain = Step(duration: 1)
        (plain.power, plain.heartRate, plain.pace, plain.ramp) = (power, heartRate, pace, ramp)
        return String(plain.line.dropFirst(5))
    }
}
