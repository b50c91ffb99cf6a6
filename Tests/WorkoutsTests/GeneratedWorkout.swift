@testable import Workouts

/// Random workouts of the safe subset, the same for the same seed.
struct GeneratedWorkout {
    private var random: SeededGenerator

    /// The workout of `seed`.
    static func make(_ seed: UInt64) -> Workout {
        var generator = GeneratedWorkout(random: SeededGenerator(seed))
        return generator.workout()
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func chance(_ oneIn: Int) -> Bool { number(1...oneIn) == 1 }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[number(0...values.count - 1)] }

    private mutating func workout() -> Workout {
        var workout = Workout()
        if chance(2) { workout.description = pick(["Hard but even.", "Two lines.\n\nThe last as good as the first."]) }
        if chance(8) { workout.category = "Threshold" }
        if chance(8) { workout.poolLength = pick([25, 50, 33.3]) }
        workout.items = (0..<number(1...6)).map { _ in item() }
        return workout
    }

    private mutating func item() -> WorkoutItem {
        guard chance(3) else { return .step(step()) }
        let count = number(1...20)
        let text = pick(["", "Main set ", "Set 2 of 3 "]) + "\(count)x"
        return .block(RepeatBlock(count: count, text: text, steps: (0..<number(1...4)).map { _ in blockStep() }))
    }

    /// A step of a block; sections are for steps outside.
    private mutating func blockStep() -> Step {
        var step = step()
        (step.warmup, step.cooldown) = (false, false)
        return step
    }

    private mutating func step() -> Step {
        var step = Step(
            text: pick([
                "", "", "", "Easy", "Effort 3", "Hold back — really", "Größe", "Feel 7 of 10",
                "First 33^second 60^30 last",
                "Core — 4×6-8",
            ]))
        if chance(4) {
            step.distance = pick([400, 50, 1000, 1609.34, 5000, 91.44, 3218.68, 10_300, 1234.5])
        } else {
            step.duration = pick([number(1...59), 60 * number(1...90), number(1...20_000)])
        }
        addTargets(&step)
        addOptions(&step)
        return step
    }

    private mutating func addTargets(_ step: inout Step) {
        if chance(2) { step.power = power() }
        if chance(4) { step.heartRate = heartRate() }
        if chance(4) { step.pace = pace() }
        if chance(4) { step.cadence = target(60...120, .rpm) }
        let moves = [step.power, step.heartRate, step.pace].contains { $0.map { $0.start != $0.end } ?? false }
        step.ramp = moves && chance(3)
    }

    private mutating func addOptions(_ step: inout Step) {
        if chance(8) { step.intensity = pick(StepReader.intensities) }
        if chance(12) { step.untilLapPress = true }
        if chance(12) { step.freeride = true }
        if chance(12) { step.maxEffort = true }
        if chance(12) { step.hidePower = chance(2) }
        if chance(6) { step.warmup = true } else if chance(6) { step.cooldown = true }
        if step.power != nil, chance(6) { step.power?.averaging = pick(StepReader.averagings) }
        if step.heartRate != nil, chance(6) { step.heartRate?.averaging = pick(StepReader.averagings) }
    }

    private mutating func target(_ range: ClosedRange<Int>, _ units: Target.Units) -> Target {
        let start = Double(number(range))
        let end = chance(2) ? start : Double(number(range))
        let isPercent = [.percentFTP, .percentLTHR, .percentMaxHR, .percentPace, .percentMMP].contains(units)
        return isPercent && chance(6) ? Target(start + 0.5, end + 0.25, units) : Target(start, end, units)
    }

    private mutating func power() -> Target {
        switch number(1...6) {
        case 1: return target(80...600, .watts)
        case 2: return target(1...7, .powerZone)
        case 3: return target(1...9, .customZone)
        case 4:
            var best = target(40...100, .percentMMP)
            if chance(2) { best.mmpDuration = pick([30, 300, 3600]) }
            return best
        default:
            var percent = target(40...200, .percentFTP)
            if chance(4) { percent.start += 0.5 }
            return percent
        }
    }

    private mutating func heartRate() -> Target {
        switch number(1...3) {
        case 1: target(50...100, .percentMaxHR)
        case 2: target(50...110, .percentLTHR)
        default: target(1...7, .heartRateZone)
        }
    }

    private mutating func pace() -> Target {
        switch number(1...4) {
        case 1: target(50...120, .percentPace)
        case 2: target(1...7, .paceZone)
        case 3: target(60...600, .secondsPerSportUnit)
        default:
            target(
                60...600,
                pick([
                    .secondsPerKilometre, .secondsPerMile, .secondsPer100Metres, .secondsPer100Yards,
                    .secondsPer500Metres, .secondsPer400Metres, .secondsPer250Metres,
                ]))
        }
    }
}
