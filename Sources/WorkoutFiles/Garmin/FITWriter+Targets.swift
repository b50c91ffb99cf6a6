import Workouts

extension FITWriter {
    /// Power, heart rate or pace, and cadence last.
    mutating func targets(_ step: NumberedStep) -> [FITTargetRange] {
        noteOthers(step)
        let main = [power(step), heartRate(step), pace(step)].compactMap { $0 }
        let cadence = step.step.cadence.map { target in
            FITTargetRange(
                type: FITTarget.cadence, low: Int(target.start.rounded()), high: Int(target.end.rounded()))
        }
        return main + [cadence].compactMap { $0 }
    }

    private mutating func noteOthers(_ step: NumberedStep) {
        if step.step.ramp { losses.lose("FIT has no ramps; the step holds the range from end to end", step) }
        if step.step.hidePower != nil { losses.lose("FIT can't hide the power", step) }
        if step.step.freeride { losses.lose("FIT has no free riding; the step has no more than its targets", step) }
        if step.step.maxEffort { losses.lose("FIT has no all-out effort; the step has no more than its targets", step) }
    }

    private mutating func power(_ step: NumberedStep) -> FITTargetRange? {
        guard let target = step.step.power else { return nil }
        let type = FITTarget.averagedPower.first { $0.value == target.averaging }?.key ?? FITTarget.power
        switch target.units {
        case .percentFTP where isWhole(target) && max(target.start, target.end) <= 1000:
            return FITTargetRange(type: type, low: Int(target.start), high: Int(target.end))
        case .percentFTP where resolution.thresholds.ftp == nil:
            losses.resolve("without an FTP the percents are written as whole ones", step)
            let (low, high) = (min(target.start.rounded(), 1000), min(target.end.rounded(), 1000))
            return FITTargetRange(type: type, low: Int(low), high: Int(high))
        case .powerZone where target.start == target.end:
            return FITTargetRange(type: type, zone: Int(target.start))
        default:
            guard let watts = resolution.wattRange(step.step) else {
                losses.lose("FIT can't hold this power target; it is left out", step)
                return nil
            }
            if target.units != .watts { losses.resolve("the target is written in watts of \(resolution.ftp) W FTP", step) }
            return FITTargetRange(type: type, low: watts.low + 1000, high: watts.high + 1000)
        }
    }

    private mutating func heartRate(_ step: NumberedStep) -> FITTargetRange? {
        guard let target = step.step.heartRate else { return nil }
        if target.units == .percentMaxHR, isWhole(target), max(target.start, target.end) <= 100 {
            return FITTargetRange(type: FITTarget.heartRate, low: Int(target.start), high: Int(target.end))
        }
        if let beats = resolution.beats(step.step) {
            return FITTargetRange(type: FITTarget.heartRate, low: beats.low + 100, high: beats.high + 100)
        }
        if target.units == .heartRateZone, target.start == target.end {
            losses.lose("without a threshold heart rate the device's own zone counts", step)
            return FITTargetRange(type: FITTarget.heartRate, zone: Int(target.start))
        }
        losses.lose("without a threshold heart rate this target can't be written", step)
        return nil
    }

    private mutating func pace(_ step: NumberedStep) -> FITTargetRange? {
        guard step.step.pace != nil else { return nil }
        guard let speed = resolution.millimetresPerSecond(step.step) else {
            losses.lose("without a threshold pace this target can't be written", step)
            return nil
        }
        return FITTargetRange(type: FITTarget.speed, low: speed.low, high: speed.high)
    }

    private func isWhole(_ target: Target) -> Bool {
        target.start == target.start.rounded() && target.end == target.end.rounded()
    }
}
