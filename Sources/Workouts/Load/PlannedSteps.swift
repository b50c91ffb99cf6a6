/// One step with its length for an athlete.
struct PlannedStep {
    var step: Step
    /// Seconds; 0 where `isOpen`.
    var seconds: Int
    /// Metres by distance or by pace, where either says.
    var metres: Double?
    /// Whether nobody can say how long the step takes.
    var isOpen: Bool

    init(_ step: Step, _ resolver: Resolver) {
        self.step = step
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

    /// What the step aims at by `metric`.
    func target(_ metric: LoadMetric) -> Target? {
        switch metric {
        case .power: step.power
        case .heartRate: step.heartRate
        case .pace: step.pace
        }
    }
}

/// Steps that are done `count` times in a row.
struct PlannedRound {
    var count: Int
    var steps: [PlannedStep]
}

/// A workout's steps with their lengths.
struct PlannedSteps {
    var rounds: [PlannedRound] = []

    init(_ workout: Workout, _ resolver: Resolver) {
        for item in workout.items {
            switch item {
            case .step(let step): append(PlannedStep(step, resolver))
            case .block(let block):
                let steps = block.steps.map { PlannedStep($0, resolver) }
                rounds.append(PlannedRound(count: max(0, block.count), steps: steps))
            }
        }
    }

    private mutating func append(_ step: PlannedStep) {
        if let last = rounds.indices.last, rounds[last].count == 1 {
            rounds[last].steps.append(step)
        } else {
            rounds.append(PlannedRound(count: 1, steps: [step]))
        }
    }

    /// All steps of one round each.
    var steps: some Sequence<PlannedStep> { rounds.lazy.flatMap(\.steps) }

    /// The sum of `value` over all steps, rounds included.
    func sum<Value: Numeric>(_ value: (PlannedStep) -> Value) -> Value where Value: ExpressibleByIntegerLiteral {
        rounds.reduce(0) { total, round in
            let once = round.steps.reduce(0) { $0 + value($1) }
            return total + once * (Value(exactly: round.count) ?? 0)
        }
    }

    /// Seconds, rounds included; open steps count none.
    var seconds: Int { sum(\.seconds) }

    /// Metres, rounds included, where any step gives some.
    var metres: Double? {
        steps.contains { $0.metres != nil } ? sum { $0.metres ?? 0 } : nil
    }
}
