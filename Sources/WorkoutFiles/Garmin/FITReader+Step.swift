import Workouts

extension FITReader {
    /// A step of the workout; nil where it lasts no time.
    mutating func step(_ message: FITMessage, number: Int) -> Step? {
        guard var step = length(of: message, number) else { return nil }
        let words = message.text(FITStepField.name) ?? ""
        let notes = message.text(FITStepField.notes) ?? ""
        step.take(messages: [words, notes].filter { !$0.isEmpty }.map { TimedCue(second: 0, text: $0) })
        take(
            type: message.number(FITStepField.targetType), zone: message.number(FITStepField.targetValue),
            low: message.number(FITStepField.customLow), high: message.number(FITStepField.customHigh),
            into: &step, number)
        take(
            type: message.number(FITStepField.secondTargetType), zone: message.number(FITStepField.secondTargetValue),
            low: message.number(FITStepField.secondCustomLow), high: message.number(FITStepField.secondCustomHigh),
            into: &step, number)
        if let intensity = message.number(FITStepField.intensity), FITProfile.intensities.indices.contains(intensity),
            intensity > 0
        {
            step.intensity = FITProfile.intensities[intensity]
        }
        return step
    }

    /// A step of the message's length; what only the rider can end gets a stand-in.
    private mutating func length(of message: FITMessage, _ number: Int) -> Step? {
        let value = message.number(FITStepField.durationValue)
        switch message.number(FITStepField.durationType) ?? FITDuration.open {
        case FITDuration.time, 28, 31:
            guard let value, let seconds = wholeSeconds(Double(value) / 1000), seconds > 0 else { return nil }
            return Step(duration: seconds)
        case FITDuration.distance:
            guard let value, value > 0, value <= 1_000_000_000 else { return nil }
            return Step(distance: Double(value) / 100)
        case FITDuration.open:
            let planned = value.flatMap { wholeSeconds(Double($0) / 1000) }.flatMap { $0 > 0 ? $0 : nil }
            if planned == nil {
                findings.warn(.openStep, "step \(number) ends at the lap button; one minute stands for it")
            }
            var step = Step(duration: planned ?? 60)
            step.untilLapPress = true
            return step
        default:
            findings.warn(
                .openStep, "step \(number) ends in a way that the language can't say; the lap button after one minute"
                    + " stands for it")
            var step = Step(duration: 60)
            step.untilLapPress = true
            return step
        }
    }

    private mutating func take(
        type: Int?, zone: Int?, low: Int?, high: Int?, into step: inout Step, _ number: Int
    ) {
        guard let type, type != FITTarget.open else { return }
        let range = low.flatMap { low in high.map { (low, $0) } }
        switch type {
        case FITTarget.power, 7...10:
            step.power = power(zone, range)
            step.power?.averaging = FITTarget.averagedPower[type]
        case FITTarget.heartRate: takeHeartRate(zone, range, &step, number)
        case FITTarget.speed: takeSpeed(zone, range, &step, number)
        case FITTarget.cadence:
            guard let range, range.1 > 0, range.0 <= 300, range.1 <= 300 else { return }
            step.cadence = Target(Double(range.0), Double(range.1), .rpm)
        default:
            findings.warn(.notInLanguage, "step \(number) has a target that the language can't say; it was left out")
        }
    }

    /// Up to 1000 is percent of FTP, beyond it watts and 1000.
    private func power(_ zone: Int?, _ range: (Int, Int)?) -> Target? {
        if let zone, zone > 0 { return Target(Double(min(zone, 99)), Double(min(zone, 99)), .powerZone) }
        guard let (low, high) = range else { return nil }
        if low > 1000, high > 1000, low < 10_000, high < 10_000 {
            return Target(Double(low - 1000), Double(high - 1000), .watts)
        }
        return low <= 1000 && high <= 1000 ? Target(Double(low), Double(high), .percentFTP) : nil
    }

    /// Up to 100 is percent of the highest heart rate, beyond it beats and 100.
    private mutating func takeHeartRate(_ zone: Int?, _ range: (Int, Int)?, _ step: inout Step, _ number: Int) {
        if let zone, zone > 0 {
            step.heartRate = Target(Double(min(zone, 99)), Double(min(zone, 99)), .heartRateZone)
            return
        }
        guard let (low, high) = range, high > 0 else { return }
        if low <= 100, high <= 100 {
            step.heartRate = Target(Double(low), Double(high), .percentMaxHR)
            return
        }
        let beats = (max(0, low - 100), high - 100)
        guard let lthr = thresholds.lthr, lthr > 0, beats.1 <= 300 else {
            findings.warn(
                .notInLanguage,
                "step \(number) aims at \(beats.0) to \(beats.1) beats, which the language can't say without a threshold"
                    + " heart rate; the target was left out")
            return
        }
        step.heartRate = Target(
            percent(ofWatts: Double(beats.0), ftp: lthr), percent(ofWatts: Double(beats.1), ftp: lthr), .percentLTHR)
    }

    /// Speeds become percent of the threshold pace where that is known, else time over the sport's usual distance.
    private mutating func takeSpeed(_ zone: Int?, _ range: (Int, Int)?, _ step: inout Step, _ number: Int) {
        if let zone, zone > 0 {
            step.pace = Target(Double(min(zone, 99)), Double(min(zone, 99)), .paceZone)
            return
        }
        guard let (low, high) = range, low > 0, high > 0, low < 50_000, high < 50_000 else { return }
        if let threshold = thresholds.thresholdPace, threshold > 0 {
            func share(_ speed: Int) -> Double { (Double(speed) / 10 / threshold * 10).rounded() / 10 }
            step.pace = Target(share(low), share(high), .percentPace)
        } else {
            let metres = sport.family == .swim ? 100.0 : 1000
            func clock(_ speed: Int) -> Double { (metres * 1000 / Double(speed)).rounded() }
            step.pace = Target(
                clock(low), clock(high), sport.family == .swim ? .secondsPer100Metres : .secondsPerKilometre)
        }
    }
}
