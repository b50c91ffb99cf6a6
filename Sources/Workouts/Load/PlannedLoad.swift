/// What a planned workout amounts to, as the service computes it.
public struct PlannedLoad: Hashable, Sendable {
    /// What the load rests on.
    public enum Basis: String, Hashable, Sendable {
        /// Normalised power, exact.
        case power
        /// Average speed, exact.
        case pace
        /// Heart rate, approximate.
        case heartRate = "hr"
        /// Stated by the author.
        case explicit
        /// The service computes none.
        case unknown
    }

    /// Seconds, repeats included; steps by distance without a usable pace count none.
    public var duration: Int
    /// Whether steps by distance without a usable pace make the duration a lower bound.
    public var hasOpenDuration = false
    /// Metres, where the steps give any.
    public var distance: Double?
    /// Training load, 100 for one hour at threshold; nil where the service computes none.
    public var load: Int?
    /// What the load rests on.
    public var basis: Basis
    /// Percent, computed back from the integer load.
    public var intensity: Double?
    /// Whole watts; nil without power.
    public var normalizedPower: Int?
    /// Whole watts; nil without power.
    public var averageWatts: Int?
    /// Normalised power over average power; nil without power.
    public var variabilityIndex: Double? {
        guard let normalizedPower, let averageWatts, averageWatts > 0 else { return nil }
        return Double(normalizedPower) / Double(averageWatts)
    }
    /// Work in joules; nil without power.
    public var joules: Int?
    /// Work of the seconds above FTP in joules; nil without power.
    public var joulesAboveFTP: Int?
    /// Which metric the zones are of; nil where no zone applies.
    public var zoneMetric: LoadMetric?
    /// Seconds per zone, with `SS` last for power; empty where no zone applies.
    public var zoneTimes: [ZoneTime]

    /// Makes planned figures.
    public init(duration: Int, distance: Double? = nil, load: Int? = nil, basis: Basis = .unknown) {
        self.duration = duration
        self.distance = distance
        self.load = load
        self.basis = basis
        zoneTimes = []
        intensity = load.flatMap { Self.intensity(load: $0, seconds: duration) }
    }

    /// Intensity in percent, computed back from the whole load as the service does for every sport.
    public static func intensity(load: Int, seconds: Int) -> Double? {
        seconds > 0 && load >= 0 ? 100 * (Double(load) * 36 / Double(seconds)).squareRoot() : nil
    }

    /// Sets the load with the intensity that follows from it.
    mutating func setLoad(_ load: Int, _ basis: Basis) {
        self.load = load
        self.basis = basis
        intensity = Self.intensity(load: load, seconds: duration)
    }
}

/// Seconds spent in one zone.
public struct ZoneTime: Hashable, Sendable {
    /// `Z1` and so on, or `SS` for sweet spot.
    public var id: String
    /// Seconds.
    public var seconds: Int

    /// Makes a zone time.
    public init(id: String, seconds: Int) {
        self.id = id
        self.seconds = seconds
    }
}

extension Workout {
    /// Duration, distance, load and zone times of the workout for an athlete with `thresholds`.
    ///
    /// The first metric of the order that the steps carry and whose figures can be computed counts. A workout without
    /// targets, with free riding or with distances of unknown duration has no load.
    ///
    /// - Parameters:
    ///   - sport: decides how pace makes load and how distance makes time.
    ///   - indoor: whether `indoorFTP` applies.
    ///   - target: the event's own target, which goes before the order of the settings.
    public func planned(
        sport: Sport, thresholds: Thresholds, indoor: Bool = false, target: LoadMetric? = nil
    ) -> PlannedLoad {
        let resolver = Resolver(sport: sport, thresholds: thresholds, indoor: indoor)
        let plan = PlannedSteps(self, resolver)
        var base = PlannedLoad(duration: plan.seconds, distance: plan.metres)
        base.hasOpenDuration = plan.isOpen
        if plan.isOpen { return base }
        let own = target.map { [$0] } ?? []
        base.addZoneTimes(plan, resolver, order: own + (thresholds.zoneTimeOrder ?? thresholds.loadOrder))
        var withoutLoad: PlannedLoad?
        for metric in own + thresholds.loadOrder where plan.metrics.contains(metric) {
            var figures = base
            guard figures.add(metric, plan, resolver) else { continue }
            if figures.load != nil { return figures }
            withoutLoad = withoutLoad ?? figures
        }
        return withoutLoad ?? base
    }
}

extension PlannedLoad {
    /// Adds the figures of `metric`; false where they can't be computed.
    fileprivate mutating func add(_ metric: LoadMetric, _ plan: PlannedSteps, _ resolver: Resolver) -> Bool {
        switch metric {
        case .power: addPower(plan, resolver)
        case .heartRate: addHeartRate(plan, resolver)
        case .pace: addPace(plan, resolver)
        }
    }
}
