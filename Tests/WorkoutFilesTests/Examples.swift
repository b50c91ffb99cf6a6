import Diagnostics
import Workouts

@testable import WorkoutFiles

/// A ZWO around some elements.
func zwo(_ elements: String, head: String = "<name>Test</name><sportType>bike</sportType>") -> String {
    "<workout_file>\(head)<workout>\(elements)</workout></workout_file>"
}

/// The reading of a text file.
func read(_ text: String, path: String = "t") -> FileReading? {
    WorkoutFile.read(SourceFile(path: path, text: text))
}

/// The steps of a text file, blocks included; empty where it was refused.
func items(_ text: String) -> [WorkoutItem] {
    read(text)?.file?.workout.items ?? []
}

/// The only step of a ZWO with one element.
func step(_ element: String) -> Step? {
    let found = items(zwo(element))
    guard found.count == 1, case .step(let step) = found[0] else { return nil }
    return step
}

/// The ids of a reading's findings.
func ids(_ reading: FileReading?) -> [String] {
    reading?.diagnostics.map(\.id) ?? []
}

/// A course file around data.
func course(_ data: String, columns: String = "MINUTES PERCENT", header: String = "") -> String {
    "[COURSE HEADER]\n\(header)\(columns)\n[END COURSE HEADER]\n[COURSE DATA]\n\(data)\n[END COURSE DATA]\n"
}

/// Numbers that look random and are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

/// Workouts of steady steps, ramps and repeats by percent of FTP.
struct GeneratedWorkouts {
    var numbers: SeededNumbers

    init(_ seed: UInt64) {
        numbers = SeededNumbers(seed)
    }

    mutating func workout() -> Workout {
        let count = Int.random(in: 1...6, using: &numbers)
        let items = (0..<count).map { _ -> WorkoutItem in
            if Int.random(in: 0..<3, using: &numbers) > 0 { return .step(step()) }
            let rounds = Int.random(in: 2...8, using: &numbers)
            let steps = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in step() }
            return .block(RepeatBlock(count: rounds, text: "\(rounds)x", steps: steps))
        }
        return Workout(description: "Made <for> & \"tests\" é", items: items)
    }

    mutating func step() -> Step {
        var step = Step(duration: Int.random(in: 1...1800, using: &numbers))
        let low = percent()
        let high = percent()
        step.ramp = low != high && Int.random(in: 0..<4, using: &numbers) == 0
        step.power = Target(low, step.ramp ? high : low, .percentFTP)
        if Int.random(in: 0..<3, using: &numbers) == 0 {
            let turns = Double(Int.random(in: 50...110, using: &numbers))
            step.cadence = Target(turns, turns, .rpm)
        }
        if Int.random(in: 0..<4, using: &numbers) == 0 { step.text = "Hold steady" }
        return step
    }

    private mutating func percent() -> Double {
        Double(Int.random(in: 30...250, using: &numbers))
            + (Int.random(in: 0..<4, using: &numbers) == 0 ? 0.25 : 0)
    }
}

extension Workout {
    /// Every step in the order in which it is done.
    var flat: [Step] {
        items.flatMap { item -> [Step] in
            switch item {
            case .step(let step): [step]
            case .block(let block): (0..<block.count).flatMap { _ in block.steps }
            }
        }
    }

    /// The steps without what only one format knows: marks of warm-up and cool-down.
    var bare: [Step] {
        flat.map { step in
            var step = step
            (step.warmup, step.cooldown, step.intensity) = (false, false, nil)
            return step
        }
    }
}
