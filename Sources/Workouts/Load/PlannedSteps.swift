/// One step with its length for an athlete, and what it aims at.
struct PlannedStep {
    /// Seconds; 0 where `isOpen`.
    var seconds: Int
    /// Metres by distance or by pace, where either says.
    var metres: Double?
    /// Whether nobody can say how long the step takes.
    var isOpen: Bool
    var power: Target?
    var heartRate: Target?
    var pace: Target?
    var ramp: Bool
    var freeride: Bool

    init(_ step: Step, _ resolver: Resolver) {
        power = step.power
        heartRate = step.heartRate
        pace = step.pace
        ramp = step.ramp
        freeride = step.freeride
        let speed = step.pace.flatMap { resolver.speed($0)?.middle } ?? 0
        let length = Self.seconds(step, speed: speed, sport: resolver.sport)
        seconds = length ?? 0
        isOpen = length == nil
        metres = step.distance ?? (step.pace != nil && speed > 0 ? speed * Double(seconds) : nil)
    }

    /// The stated duration, else distance by pace, else a ride at 30 km/h; nil for other sports.
    private static func seconds(_ step: Step, speed: Double, sport: Sport) -> Int? {
        if let duration = step.duration { return duration }
        guard let distance = step.distance else { return 0 }
        let usual = sport.family == .ride ? 30 / 3.6 : 0
        let metresPerSecond = speed > 0 ? speed : usual
        guard metresPerSecond > 0 else { return nil }
        return min(roundedHalfUp(distance / metresPerSecond), DurationText.longest)
    }

    /// A ramp from end to end of `bounds`, else their middle.
    func segment(_ bounds: Bounds) -> LinearSegment {
        ramp
            ? LinearSegment(seconds: seconds, start: bounds.start, end: bounds.end)
            : LinearSegment(seconds: seconds, start: bounds.middle, end: bounds.middle)
    }
}

/// Steps that are done `count` times in a row.
struct PlannedRound {
    var count: Int
    var steps: [PlannedStep]
}

/// A workout's steps with their lengths.
struct PlannedSteps {
    private(set) var rounds: [PlannedRound] = []
    /// Seconds, rounds included; open steps count none.
    private(set) var seconds = 0
    /// Metres, rounds included, where any step gives some.
    private(set) var metres: Double?
    /// Whether some step's length is unknown.
    private(set) var isOpen = false
    /// The metrics that any step aims at.
    private(set) var metrics = Metrics()

    /// What steps aim at.
    struct Metrics {
        var power = false
        var heartRate = false
        var pace = false

        /// Whether any step aims at `metric`.
        func contains(_ metric: LoadMetric) -> Bool {
            switch metric {
            case .power: power
            case .heartRate: heartRate
            case .pace: pace
            }
        }
    }

    init(_ workout: Workout, _ resolver: Resolver) {
        for item in workout.items {
            switch item {
            case .step(let step):
                let planned = PlannedStep(step, resolver)
                count(planned, rounds: 1)
                if let last = rounds.indices.last, rounds[last].count == 1 {
                    rounds[last].steps.append(planned)
                } else {
                    rounds.append(PlannedRound(count: 1, steps: [planned]))
                }
            case .block(let block):
                let steps = block.steps.map { PlannedStep($0, resolver) }
                for step in steps { count(step, rounds: max(0, block.count)) }
                rounds.append(PlannedRound(count: max(0, block.count), steps: steps))
            }
        }
    }

    private mutating func count(_ step: PlannedStep, rounds: Int) {
        seconds += step.seconds * rounds
        if let more = step.metres { metres = (metres ?? 0) + more * Double(rounds) }
        isOpen = isOpen || step.isOpen
        if step.power != nil { metrics.power = true }
        if step.heartRate != nil { metrics.heartRate = true }
        if step.pace != nil { metrics.pace = true }
    }
}
