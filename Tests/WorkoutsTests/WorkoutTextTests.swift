import Diagnostics
import Glibc
import Testing

@testable import Workouts

@Suite("Workouts as text")
struct WorkoutTextTests {
    @Test("what is printed reads as the same workout")
    func roundTrip() {
        let count: UInt64 = getenv("NIGHTLY") == nil ? 2000 : 100_000
        for seed in 0..<count {
            let workout = GeneratedWorkout.make(seed)
            let reading = Workout.read(workout.text)
            guard reading.workout != workout || reading.findings.contains(where: { $0.severity == .error }) else {
                continue
            }
            Issue.record("seed \(seed):\n\(workout.text)\n\(reading.findings.map(\.message))")
            return
        }
    }

    @Test("canonical text has blank lines around sections and repeats")
    func layout() {
        let text = """
            Hard but even.

            Warmup
            - 15m ramp 50-75%

            Main set 4x
            - Hard 4m 108-112% 90rpm
            - 4m 50%

            Cooldown
            - 10m 60%

            """
        #expect(Workout.read(text).workout.text == text)
        #expect(Workout.read(text.replacing("\n", with: "  \r\n")).workout.text == text)
    }

    @Test("an empty workout is an empty text")
    func empty() {
        #expect(Workout().text.isEmpty)
    }

    @Test(
        "a line is printed in one order and spelling",
        arguments: [
            ("- 65%-75% 90M Easy", "- 1h30m 65-75%"),
            ("- Easy 90' 85 rpm 60–70 %", "- Easy 1h30m 60-70% 85rpm"),
            ("- 0.4km 90% PACE", "- 400mtr 90% Pace"),
            ("- 1500mtr Z2 pace", "- 1.5km Z2 Pace"),
            ("- 1mile 5:55/mi Pace", "- 1mi 5:55/mi Pace"),
            ("- 100y 1:40/100y Pace", "- 100yrd 1:40/100y Pace"),
            ("- 10s maxeffort power=3s 400w", "- 10s maxeffort 400w power=3s"),
            ("- 8m 60% mmp 5m intensity=REST lap press", "- 8m 60% MMP 5m intensity=rest press lap"),
            ("- First cue 33^second cue <!> 10m ramp 60-80%", "- First cue 33^second cue <!> 10m ramp 60-80%"),
        ])
    func lines(text: String, line: String) {
        #expect(steps(text).map(\.line) == [line])
        #expect(steps(line) == steps(text))
    }

    @Test("words that would be read as numbers with units are left out of a label")
    func labels() {
        #expect(Step(text: "Hold 90% & <b> for 3 km Z2", duration: 60).line == "- Hold b for 3 1m")
        #expect(Step.label(from: "Pyramid 3 of 4") == "Pyramid 3 of 4")
        #expect(Step.isLabel("Effort 3"))
        #expect(!Step.isLabel("Effort 3m"))
        #expect(!Step.isLabel("two\nlines"))
    }

    @Test("a block gets its count even where its text says another")
    func headers() {
        func header(_ text: String) -> String? {
            let block = RepeatBlock(count: 4, text: text, steps: [Step(duration: 60)])
            return Workout(items: [.block(block)]).text.split(separator: "\n").first.map(String.init)
        }
        #expect(header("Main set") == "Main set 4x")
        #expect(header("") == "4x")
        #expect(header("Main set 4x") == "Main set 4x")
        #expect(header("- 5m 50%") == "4x")
        #expect(header("two\nlines 4x") == "4x")
    }

    @Test("numbers print with six decimals at most and no needless ones")
    func numbers() {
        #expect(
            [62.5, 60, 0, -1, 1609.34, 0.1, 1.0 / 3].map(WorkoutText.number) == [
                "62.5", "60", "0", "0", "1609.34", "0.1", "0.333333",
            ])
        #expect(WorkoutText.number(.infinity) == "999999999")
        #expect(WorkoutText.number(.nan) == "0")
    }
}
