import Workouts

/// Turns the targets of single steps into what files hold.
struct TargetResolution {
    let sport: Sport
    let thresholds: Thresholds
    let indoor: Bool

    /// The FTP that watts are taken of; 250 W where none is known, as in sizing.
    var ftp: Int {
        let watts = indoor || sport.name == "VirtualRide" ? thresholds.indoorFTP ?? thresholds.ftp : thresholds.ftp
        return watts.flatMap { (1...100_000).contains($0) ? $0 : nil } ?? 250
    }

    /// Seconds of a step by time or distance; nil where nobody can say.
    func seconds(_ step: Step) -> Int? {
        if let duration = step.duration { return duration }
        let planned = Workout(items: [.step(step)]).planned(sport: sport, thresholds: thresholds, indoor: indoor)
        return planned.hasOpenDuration || planned.duration == 0 ? nil : planned.duration
    }

    /// The first and the last watts of a step, a steady range at its middle, as the planner computes them.
    func watts(_ step: Step) -> (start: Double, end: Double)? {
        guard step.power != nil, let ends = ends(step, .power) else { return nil }
        let (start, end) = (tenth(ends.0 * Double(ftp)), tenth(ends.1 * Double(ftp)))
        return step.ramp ? (start, end) : ((start + end) / 2, (start + end) / 2)
    }

    /// The first and the last percent of FTP of a step, a steady range at its middle.
    func percentOfFTP(_ step: Step) -> (start: Double, end: Double)? {
        guard let power = step.power else { return nil }
        if power.units == .percentFTP { return line(power.start, power.end, step) }
        guard let watts = watts(step) else { return nil }
        return (percent(ofWatts: watts.start, ftp: ftp), percent(ofWatts: watts.end, ftp: ftp))
    }

    /// The first and the last percent of threshold pace of a step, a steady range at its middle.
    func percentOfPace(_ step: Step) -> (start: Double, end: Double)? {
        guard let pace = step.pace else { return nil }
        if pace.units == .percentPace { return line(pace.start, pace.end, step) }
        guard let ends = ends(step, .pace), thresholds.thresholdPace != nil else { return nil }
        return line(hundredth(ends.0 * 100), hundredth(ends.1 * 100), step)
    }

    /// Both ends of a power target in watts.
    func wattRange(_ step: Step) -> (low: Int, high: Int)? {
        guard let ends = ends(step, .power), step.power != nil else { return nil }
        return (Int((ends.0 * Double(ftp)).rounded()), Int((ends.1 * Double(ftp)).rounded()))
    }

    /// Both ends of a heart-rate target in beats a minute; nil without a threshold to take them of.
    func beats(_ step: Step) -> (low: Int, high: Int)? {
        guard let target = step.heartRate else { return nil }
        if target.units == .percentMaxHR {
            guard let maxHR = thresholds.maxHR else { return nil }
            return (Int(target.start * Double(maxHR) / 100), Int(target.end * Double(maxHR) / 100))
        }
        guard let lthr = thresholds.lthr, let ends = ends(step, .heartRate) else { return nil }
        return (Int((ends.0 * Double(lthr)).rounded()), Int((ends.1 * Double(lthr)).rounded()))
    }

    /// Both ends of a pace target in millimetres a second; nil without a threshold to take them of.
    func millimetresPerSecond(_ step: Step) -> (low: Int, high: Int)? {
        guard let target = step.pace else { return nil }
        let isRelative = target.units == .percentPace || target.units == .paceZone
        if isRelative, thresholds.thresholdPace == nil { return nil }
        guard let ends = ends(step, .pace) else { return nil }
        let threshold = thresholds.thresholdPace ?? (sport.family == .swim ? 1 : 1000.0 / 240)
        return (Int((ends.0 * threshold * 1000).rounded()), Int((ends.1 * threshold * 1000).rounded()))
    }

    /// Both ends of a target as fractions of the threshold: those of a ramp, which the planner gives apart.
    private func ends(_ step: Step, _ metric: LoadMetric) -> (Double, Double)? {
        var probe = Step(duration: 60)
        probe.ramp = true
        switch metric {
        case .power: probe.power = step.power
        case .heartRate: probe.heartRate = step.heartRate
        case .pace: probe.pace = step.pace
        }
        let profile = Workout(items: [.step(probe)]).profile(
            sport: sport, thresholds: thresholds, indoor: indoor, target: metric)
        guard let start = profile.first?.start, let end = profile.first?.end else { return nil }
        return (start, end)
    }

    private func line(_ start: Double, _ end: Double, _ step: Step) -> (start: Double, end: Double) {
        step.ramp ? (start, end) : ((start + end) / 2, (start + end) / 2)
    }

    private func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    private func hundredth(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
