/// The two ends of a target in watts, beats a minute or metres a second.
struct Bounds: Equatable {
    var start: Double
    var end: Double

    /// Halfway between, not rounded.
    var middle: Double { (start + end) / 2 }
}

/// Turns targets into watts, beats and speeds by the rules of the service's planner.
struct Resolver {
    let sport: Sport
    let thresholds: Thresholds
    /// The FTP that applies, or nil.
    let ftp: Int?
    /// Upper bounds of the heart-rate zones, or nil.
    let heartRateZones: [Int]?

    init(sport: Sport, thresholds: Thresholds, indoor: Bool) {
        self.sport = sport
        self.thresholds = thresholds
        ftp = thresholds.ftp(indoor: indoor || sport.name == "VirtualRide")
        heartRateZones = thresholds.heartRateBounds(for: sport)
    }

    /// The threshold speed in metres per second where there is one.
    var thresholdSpeed: Double? {
        thresholds.thresholdPace.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    }

    /// A power target in watts: percent rounded down, watts as typed, zones by their planner bounds.
    func watts(_ target: Target) -> Bounds? {
        switch target.units {
        case .watts: return Bounds(start: target.start, end: target.end)
        case .percentFTP:
            guard let ftp else { return nil }
            return Bounds(start: percent(target.start, of: ftp), end: percent(target.end, of: ftp))
        case .powerZone: return zones(target, wattsOfZone)
        default: return nil
        }
    }

    /// A heart-rate target in beats a minute, percent rounded down.
    func beats(_ target: Target) -> Bounds? {
        switch target.units {
        case .percentLTHR: return percent(target, of: thresholds.lthr)
        case .percentMaxHR: return percent(target, of: thresholds.maxHR)
        case .heartRateZone: return zones(target, beatsOfZone)
        default: return nil
        }
    }

    /// A pace target in metres per second.
    func speed(_ target: Target) -> Bounds? {
        if let metres = (target.units == .secondsPerSportUnit ? paceUnit : target.units).paceDistance {
            guard target.start > 0, target.end > 0 else { return nil }
            return Bounds(start: metres / target.start, end: metres / target.end)
        }
        guard let threshold = thresholdSpeed, let percent = paceInPercent(target) else { return nil }
        return Bounds(start: percent.start * threshold / 100, end: percent.end * threshold / 100)
    }

    /// A pace target in percent of threshold speed; an absolute one has none without a threshold.
    func percentOfThreshold(_ target: Target) -> Bounds? {
        if let percent = paceInPercent(target) { return percent }
        guard let threshold = thresholdSpeed, let speed = speed(target) else { return nil }
        return Bounds(start: speed.start / threshold * 100, end: speed.end / threshold * 100)
    }

    private func paceInPercent(_ target: Target) -> Bounds? {
        switch target.units {
        case .percentPace: Bounds(start: target.start, end: target.end)
        case .paceZone: zones(target, percentOfPaceZone)
        default: nil
        }
    }

    /// What a pace without a unit counts over: the athlete's setting, else the sport's usual distance.
    var paceUnit: Target.Units { thresholds.paceUnit ?? sport.paceUnit }

    private func percent(_ value: Double, of threshold: Int) -> Double {
        roundedDown(value * Double(threshold) / 100)
    }

    private func percent(_ target: Target, of threshold: Int?) -> Bounds? {
        guard let threshold, threshold > 0 else { return nil }
        return Bounds(start: percent(target.start, of: threshold), end: percent(target.end, of: threshold))
    }

    /// From the low bound of the first zone to the high one of the last; turned round where the zones descend.
    private func zones(_ target: Target, _ bounds: (Int) -> Bounds?) -> Bounds? {
        guard let first = bounds(wholeNumber(target.start)), let last = bounds(wholeNumber(target.end)) else {
            return nil
        }
        return target.start <= target.end
            ? Bounds(start: first.start, end: last.end) : Bounds(start: first.end, end: last.start)
    }

    /// Zone `number` in watts; the low bound of the first rests on one recorded FTP.
    private func wattsOfZone(_ number: Int) -> Bounds? {
        guard let ftp, thresholds.powerZones.indices.contains(number - 1) else { return nil }
        let high = percent(thresholds.powerZones[number - 1], of: ftp)
        let low = number == 1 ? roundedDown(0.8 * high) : percent(thresholds.powerZones[number - 2], of: ftp) + 1
        return Bounds(start: low, end: high)
    }

    /// Zone `number` in beats a minute: the bound before it and one more, up to its own.
    private func beatsOfZone(_ number: Int) -> Bounds? {
        guard let zones = heartRateZones, zones.indices.contains(number - 1) else { return nil }
        let high = Double(zones[number - 1])
        return Bounds(start: number == 1 ? roundedDown(0.8 * high) : Double(zones[number - 2]) + 1, end: high)
    }

    /// Zone `number` in percent of threshold speed; the low bound of the first is our analogy to power.
    private func percentOfPaceZone(_ number: Int) -> Bounds? {
        let zones = thresholds.paceZones
        guard zones.indices.contains(number - 1) else { return nil }
        let high = zones[number - 1]
        return Bounds(start: number == 1 ? 0.8 * high : zones[number - 2] + 1, end: high)
    }
}

extension Target.Units {
    /// Metres that an absolute pace is counted over, nil for other units.
    var paceDistance: Double? {
        switch self {
        case .secondsPerKilometre: 1000
        case .secondsPerMile: 1609.34
        case .secondsPer100Metres: 100
        case .secondsPer100Yards: 91.44
        case .secondsPer500Metres: 500
        case .secondsPer400Metres: 400
        case .secondsPer250Metres: 250
        default: nil
        }
    }
}

extension Sport {
    /// What a pace without a unit counts over: 100 m in water, 500 m in a rowing boat, else a kilometre.
    public var paceUnit: Target.Units {
        switch family.name {
        case "Swim": .secondsPer100Metres
        case "Rowing", "VirtualRow": .secondsPer500Metres
        default: .secondsPerKilometre
        }
    }
}
