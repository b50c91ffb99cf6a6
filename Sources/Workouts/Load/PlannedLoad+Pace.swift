extension PlannedLoad {
    /// Adds the figures of pace: load by the plain average speed, squared for runs and cubed for swims.
    ///
    /// Time without a target counts with no distance. False where some step's speed is unknown.
    mutating func addPace(_ plan: PlannedSteps, _ resolver: Resolver) -> Bool {
        guard let threshold = resolver.thresholdSpeed else { return false }
        var metres = 0.0
        for round in plan.rounds {
            for step in round.steps {
                if let pace = step.pace, !resolver.isStanding(pace) {
                    guard resolver.speed(pace) != nil else { return false }
                } else if step.freeride {
                    return false
                }
                metres += (step.metres ?? 0) * Double(round.count)
            }
        }
        guard duration > 0 else {
            setLoad(0, .pace)
            return true
        }
        let share = metres / Double(duration) / threshold
        let isCubed = resolver.paceLoad == .swim
        let hours = Double(duration) / 3600
        setLoad(roundedHalfUp(100 * hours * share * share * (isCubed ? share : 1)), .pace)
        return true
    }
}

extension Resolver {
    /// Square or cube: the athlete's setting, else the sport's.
    var paceLoad: Thresholds.PaceLoad {
        thresholds.paceLoad ?? (sport.family == .swim ? .swim : .run)
    }

    /// Whether a pace means standing still, as `0% Pace` does.
    func isStanding(_ target: Target) -> Bool {
        target.units == .percentPace && target.start == 0 && target.end == 0
    }
}
