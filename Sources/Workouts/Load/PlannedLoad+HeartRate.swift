import Glibc

extension PlannedLoad {
    /// Adds the figures of heart rate: a TRIMP in which an hour at threshold makes 100; approximate.
    ///
    /// False where a threshold or some step's heart rate is unknown.
    mutating func addHeartRate(_ plan: PlannedSteps, _ resolver: Resolver) -> Bool {
        guard let strain = HeartRateStrain(resolver.thresholds) else { return false }
        var total = 0.0
        for round in plan.rounds {
            for step in round.steps {
                guard let target = step.heartRate else {
                    if step.freeride { return false }
                    continue
                }
                guard let beats = resolver.beats(target) else { return false }
                let segment = step.segment(beats)
                total += strain.mean(from: segment.start, to: segment.end) * Double(step.seconds * round.count)
            }
        }
        setLoad(roundedHalfUp(100 * total / (3600 * strain.atThreshold)), .heartRate)
        return true
    }
}

/// How hard a heart rate is by Banister's exponential weight of the heart-rate reserve.
///
/// The weight's factor cancels; its exponent is 1.92 for men, also taken where the sex is unknown, and 1.67 for women.
struct HeartRateStrain {
    private let resting: Double
    private let reserve: Double
    private let exponent: Double
    private let threshold: Double

    /// Makes it for an athlete, or nil where a heart rate is missing or out of order.
    init?(_ thresholds: Thresholds) {
        guard let rest = thresholds.restingHR, let highest = thresholds.maxHR, let lthr = thresholds.lthr, rest > 0,
            rest < lthr, lthr <= highest
        else { return nil }
        resting = Double(rest)
        reserve = Double(highest) - Double(rest)
        threshold = Double(lthr)
        exponent = thresholds.sex == .female ? 1.67 : 1.92
    }

    /// The strain at threshold.
    var atThreshold: Double { mean(from: threshold, to: threshold) }

    /// The mean strain while the heart rate moves evenly from `start` to `end`.
    func mean(from start: Double, to end: Double) -> Double {
        let (low, high) = (share(start), share(end))
        if abs(high - low) < 1e-9 { return low * exp(exponent * low) }
        return (integral(high) - integral(low)) / (high - low)
    }

    /// The share of the reserve, 0 at rest.
    private func share(_ beats: Double) -> Double {
        max(0, min(2, (beats - resting) / reserve))
    }

    private func integral(_ share: Double) -> Double {
        exp(exponent * share) * (share / exponent - 1 / (exponent * exponent))
    }
}
