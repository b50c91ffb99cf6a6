import Testing

@testable import Workouts

@Suite("Planned power against the second-by-second model")
struct PowerModelTests {
    /// A workout as text and as samples.
    private struct Sample {
        var text = ""
        var model = PowerModel()

        mutating func append(_ steps: [(text: String, add: (inout PowerModel) -> Void)], rounds: Int?) {
            text += rounds.map { "Set \($0)x\n" } ?? ""
            for step in steps { text += step.text + "\n" }
            text += "\n"
            for _ in 0..<(rounds ?? 1) {
                for step in steps { step.add(&model) }
            }
        }
    }

    private func step(_ random: inout SeededGenerator, ftp: Int) -> (text: String, add: (inout PowerModel) -> Void) {
        let seconds =
            [
                Int.random(in: 1...28, using: &random), Int.random(in: 29...61, using: &random),
                60 * Int.random(in: 1...8, using: &random),
            ].randomElement(using: &random) ?? 60
        let low = Double(Int.random(in: 60...360, using: &random)) / 2
        let high = Double(Int.random(in: 60...360, using: &random)) / 2
        let percent = { (value: Double) in value == value.rounded() ? "\(Int(value))" : "\(value)" }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return ("- \(seconds)s", { $0.add(seconds: seconds, from: 0, to: 0, isRamp: false) })
        case 1:
            let text = "- \(seconds)s ramp \(percent(low))-\(percent(high))%"
            return (text, { $0.add(seconds: seconds, low: low, high: high, isRamp: low != high, ftp: ftp) })
        case 2:
            let text = "- \(seconds)s \(percent(low))-\(percent(high))%"
            return (text, { $0.add(seconds: seconds, low: low, high: high, isRamp: false, ftp: ftp) })
        case 3:
            let watts = Double(Int.random(in: 40...500, using: &random))
            return ("- \(seconds)s \(Int(watts))w", { $0.add(seconds: seconds, from: watts, to: watts, isRamp: false) })
        default:
            let text = "- \(seconds)s \(percent(low))%"
            return (text, { $0.add(seconds: seconds, low: low, high: low, isRamp: false, ftp: ftp) })
        }
    }

    private func sample(seed: UInt64, ftp: Int) -> Sample {
        var random = SeededGenerator(seed)
        var sample = Sample()
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let steps = (0..<Int.random(in: 1...4, using: &random)).map { _ in step(&random, ftp: ftp) }
            sample.append(steps, rounds: Bool.random(using: &random) ? Int.random(in: 1...6, using: &random) : nil)
        }
        return sample
    }

    @Test("every figure is equal for random workouts at random FTPs", arguments: 0..<20)
    func figures(batch: UInt64) {
        for seed in batch * 100..<(batch + 1) * 100 {
            let ftp = 100 + Int(seed * 7 % 331)
            let sample = sample(seed: seed, ftp: ftp)
            let figures = ride(sample.text, ftp: ftp)
            guard sample.text.contains("%") || sample.text.contains("w\n") else { continue }
            let model = sample.model
            #expect(figures.duration == model.samples.count, "\(seed)")
            #expect(figures.normalizedPower == model.wholeNormalizedPower, "\(seed)")
            #expect(figures.load == model.load(ftp: ftp), "\(seed)")
            #expect(figures.averageWatts == model.average, "\(seed)")
            #expect(figures.zoneTimes.map(\.seconds) == model.zoneTimes(ftp: ftp), "\(seed)")
            #expect(abs(Double(figures.joules ?? 0) - model.samples.reduce(0, +)) <= 0.501, "\(seed)")
            #expect(abs(Double(figures.joulesAboveFTP ?? 0) - model.workAbove(ftp: ftp)) <= 0.501, "\(seed)")
        }
    }

    @Test("normalised power is equal to ten digits before rounding")
    func unrounded() {
        for seed: UInt64 in 5000..<5400 {
            var random = SeededGenerator(seed)
            var model = PowerModel()
            var power = NormalizedPower()
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let segments = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                    LinearSegment(
                        seconds: Int.random(in: 1...70, using: &random), start: .random(in: 0...400, using: &random),
                        end: .random(in: 0...400, using: &random))
                }
                let rounds = Int.random(in: 1...9, using: &random)
                power.append(segments, rounds: rounds)
                for _ in 0..<rounds {
                    for segment in segments {
                        model.add(seconds: segment.seconds, from: segment.start, to: segment.end, isRamp: true)
                    }
                }
            }
            #expect(power.seconds == model.samples.count)
            #expect(abs(power.watts - model.normalizedPower) < 1e-8 * model.normalizedPower, "\(seed)")
        }
    }
}
