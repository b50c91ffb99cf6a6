extension PlannedLoad {
    /// Adds the times in zones by the first metric of `order` that the steps carry and whose zones are known.
    mutating func addZoneTimes(_ plan: PlannedSteps, _ resolver: Resolver, order: [LoadMetric]) {
        for metric in order where plan.metrics.contains(metric) {
            guard let times = resolver.zoneTimes(plan, by: metric) else { continue }
            zoneMetric = metric
            zoneTimes = times
            return
        }
    }
}

extension Resolver {
    /// Seconds per zone of `metric`, ranges at their middle; nil where zones or some step's target are unknown.
    ///
    /// Time without a target counts as 0 W in power and not at all in heart rate and pace.
    fileprivate func zoneTimes(_ plan: PlannedSteps, by metric: LoadMetric) -> [ZoneTime]? {
        guard var counter = zoneCounter(metric) else { return nil }
        for round in plan.rounds {
            for step in round.steps {
                switch zoneSegment(step, metric) {
                case .known(let segment): counter.add(segment, rounds: round.count)
                case .uncounted: break
                case .unknown: return nil
                }
            }
        }
        return counter.times
    }

    private func zoneCounter(_ metric: LoadMetric) -> ZoneCounter? {
        switch metric {
        case .power: ftp.map { ZoneCounter(bounds: powerBounds($0), band: sweetSpot($0)) }
        case .heartRate: heartRateZones.map { ZoneCounter(bounds: $0.map(Double.init) + openHeartRateZone) }
        case .pace: thresholdSpeed.map { _ in ZoneCounter(bounds: thresholds.paceZones) }
        }
    }

    /// The last default zone, whose bound nobody knows without a highest heart rate.
    private var openHeartRateZone: [Double] {
        thresholds.heartRateZones == nil && thresholds.maxHR == nil ? [.infinity] : []
    }

    /// A step's samples in the unit of the zones.
    private enum ZoneSegment {
        case known(LinearSegment), uncounted, unknown
    }

    private func zoneSegment(_ step: PlannedStep, _ metric: LoadMetric) -> ZoneSegment {
        let bounds: Bounds?
        switch metric {
        case .power:
            return powerSegment(step).map { .known($0) } ?? .unknown
        case .heartRate:
            guard let target = step.heartRate else { return step.freeride ? .unknown : .uncounted }
            bounds = beats(target)
        case .pace:
            guard let target = step.pace, !isStanding(target) else { return step.freeride ? .unknown : .uncounted }
            bounds = percentOfThreshold(target)
        }
        return bounds.map { .known(step.segment($0)) } ?? .unknown
    }
}
