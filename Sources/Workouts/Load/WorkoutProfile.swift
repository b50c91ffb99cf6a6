/// A stretch of a workout as a drawing shows it.
public struct ProfileSegment: Hashable, Sendable {
    /// Seconds; 0 where nobody can say.
    public var seconds: Int
    /// The first value as a fraction of threshold; nil without a target.
    public var start: Double?
    /// The last value as a fraction of threshold; nil without a target.
    public var end: Double?
    /// The zone of the middle, from 1; nil without a target.
    public var zone: Int?

    /// Makes a segment.
    public init(seconds: Int, start: Double? = nil, end: Double? = nil, zone: Int? = nil) {
        self.seconds = seconds
        self.start = start
        self.end = end
        self.zone = zone
    }
}

extension Workout {
    /// The workout as a sequence of segments, repeats unrolled, by the metric that its load goes by.
    ///
    /// Thresholds that are missing are replaced by usual ones, so that everything can be drawn.
    public func profile(
        sport: Sport, thresholds: Thresholds, indoor: Bool = false, target: LoadMetric? = nil
    ) -> [ProfileSegment] {
        let resolver = Resolver(sport: sport, thresholds: thresholds.completed(for: sport), indoor: indoor)
        let plan = PlannedSteps(self, resolver)
        let order = (target.map { [$0] } ?? []) + thresholds.loadOrder
        let metric = order.first { plan.metrics.contains($0) }
        var segments: [ProfileSegment] = []
        for round in plan.rounds {
            let once = round.steps.map { resolver.profile($0, metric) }
            let drawable = once.isEmpty ? 0 : min(round.count, max(1, Self.mostSegments / once.count))
            for _ in 0..<drawable { segments += once }
            if drawable < round.count, !once.isEmpty { segments.append(once.merged(rounds: round.count - drawable)) }
        }
        return segments
    }

    /// Rounds of a block beyond this many segments are drawn as one; no drawing could tell them apart.
    private static let mostSegments = 5000
}

extension [ProfileSegment] {
    /// `rounds` rounds of the segments as one of their mean intensity.
    fileprivate func merged(rounds: Int) -> ProfileSegment {
        let seconds = reduce(0) { $0 + $1.seconds }
        let sum = reduce(0.0) { $0 + Double($1.seconds) * (($1.start ?? 0) + ($1.end ?? 0)) / 2 }
        let mean = seconds > 0 && contains { $0.start != nil } ? sum / Double(seconds) : nil
        return ProfileSegment(seconds: seconds * rounds, start: mean, end: mean, zone: first?.zone)
    }
}

extension Thresholds {
    /// With usual thresholds where there are none: FTP 250, LTHR 160 of 185, 4:00/km and 1:40/100m.
    fileprivate func completed(for sport: Sport) -> Thresholds {
        var completed = self
        if ftp == nil { completed.ftp = indoorFTP ?? 250 }
        if lthr == nil { completed.lthr = 160 }
        if maxHR == nil { completed.maxHR = (completed.lthr ?? 160) * 185 / 160 }
        if thresholdPace == nil { completed.thresholdPace = sport.family == .swim ? 1 : 1000.0 / 240 }
        return completed
    }
}

extension Resolver {
    /// The segment of one step by `metric`.
    fileprivate func profile(_ step: PlannedStep, _ metric: LoadMetric?) -> ProfileSegment {
        guard let metric, let bounds = bounds(step, metric), let threshold = threshold(metric), threshold > 0 else {
            return ProfileSegment(seconds: step.seconds)
        }
        let segment = step.segment(bounds)
        let limits = zoneLimits(metric)
        let zone = limits.firstIndex { bounds.middle <= $0 + 1e-9 } ?? limits.count - 1
        return ProfileSegment(
            seconds: step.seconds, start: segment.start / threshold, end: segment.end / threshold, zone: zone + 1)
    }

    private func bounds(_ step: PlannedStep, _ metric: LoadMetric) -> Bounds? {
        switch metric {
        case .power: step.power.flatMap(watts)
        case .heartRate: step.heartRate.flatMap(beats)
        case .pace: step.pace.flatMap(speed)
        }
    }

    private func threshold(_ metric: LoadMetric) -> Double? {
        switch metric {
        case .power: ftp.map(Double.init)
        case .heartRate: thresholds.lthr.map(Double.init)
        case .pace: thresholdSpeed
        }
    }

    /// Upper bounds of the zones in the unit of the metric.
    private func zoneLimits(_ metric: LoadMetric) -> [Double] {
        switch metric {
        case .power: ftp.map(powerBounds) ?? []
        case .heartRate: heartRateZones?.map(Double.init) ?? []
        case .pace: thresholds.paceZones.map { $0 * (thresholdSpeed ?? 0) / 100 }
        }
    }
}
