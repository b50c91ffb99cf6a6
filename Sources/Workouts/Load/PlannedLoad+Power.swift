extension PlannedLoad {
    /// Adds the figures of power; false where some step's watts are unknown.
    mutating func addPower(_ plan: PlannedSteps, _ resolver: Resolver) -> Bool {
        let ftp = resolver.ftp
        var normalized = NormalizedPower()
        var (work, workAboveFTP) = (0.0, 0.0)
        var segments: [LinearSegment] = []
        for round in plan.rounds {
            segments.removeAll(keepingCapacity: true)
            for step in round.steps {
                guard let segment = resolver.powerSegment(step) else { return false }
                segments.append(segment)
                work += segment.sum * Double(round.count)
                if let ftp { workAboveFTP += segment.sum(above: Double(ftp)) * Double(round.count) }
            }
            normalized.append(segments, rounds: round.count)
        }
        let watts = roundedHalfUp(normalized.watts)
        normalizedPower = watts
        averageWatts = duration > 0 ? roundedHalfUp(work / Double(duration)) : 0
        joules = roundedHalfUp(work)
        if let ftp {
            joulesAboveFTP = roundedHalfUp(workAboveFTP)
            setLoad(powerLoad(watts: watts, ftp: ftp, seconds: duration), .power)
        }
        return true
    }
}

extension Resolver {
    /// The watts of a step second by second: 0 without a target, nil where nobody knows them.
    func powerSegment(_ planned: PlannedStep) -> LinearSegment? {
        guard let power = planned.power else {
            return planned.freeride ? nil : LinearSegment(seconds: planned.seconds, start: 0, end: 0)
        }
        return watts(power).map(planned.segment)
    }

    /// Upper bounds of the power zones in watts, not rounded.
    func powerBounds(_ ftp: Int) -> [Double] {
        thresholds.powerZones.map { $0 * Double(ftp) / 100 }
    }

    /// Sweet spot in watts, not rounded.
    func sweetSpot(_ ftp: Int) -> ClosedRange<Double> {
        let watts = Double(ftp) / 100
        return thresholds.sweetSpot.lowerBound * watts...thresholds.sweetSpot.upperBound * watts
    }
}
