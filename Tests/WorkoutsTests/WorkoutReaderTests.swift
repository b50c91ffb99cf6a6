import Diagnostics
import Testing

@testable import Workouts

@Suite("Reading blocks and text")
struct WorkoutReaderTests {
    @Test("the whole header is the block's text and its last number the count")
    func header() {
        let workout = Workout.read("3 x 2m @ MAP 3x\n- 2m 120%\n- 2m 50%").workout
        guard case .block(let block) = workout.items.first else {
            Issue.record("no block")
            return
        }
        #expect(block.count == 3)
        #expect(block.text == "3 x 2m @ MAP 3x")
        #expect(block.steps.map(\.duration) == [120, 120])
    }

    @Test("a blank line closes the block", arguments: ["Active 3x", "3x", "3 X", "Active 3 x"])
    func blocks(header: String) {
        let workout = Workout.read("- 5m 50%\n\n\(header)\n- 1m 90%\n- 1m 50%\n\n- 1m 6:30 Pace").workout
        #expect(workout.items.count == 3)
        #expect(workout.stepCount == 5)
    }

    @Test("a block is one entry of the document, and a step behind the blank line another")
    func entries() {
        let two = Workout.read("- 10m 50%\n\nActive 3x\n- 1m 6:00 Pace\n- 1m 7:00 Pace").workout
        #expect(two.items.count == 2)
        let three = Workout.read(
            "- 10m 50%\n\nActive 3x\n- 1m 6:00 Pace\n- 1m 7:00 Pace\n\n- 1m 6:30 Pace intensity=recovery"
        ).workout
        #expect(three.items.count == 3)
        guard case .block(let block) = three.items[1], case .step(let last) = three.items[2] else {
            Issue.record("not a block and a step")
            return
        }
        #expect(block.count == 3)
        #expect(last.intensity == "recovery")
    }

    @Test("a header needs no blank line at the start of the text or below a heading")
    func firstHeader() {
        #expect(rules("4x\n- 1m 90%").isEmpty)
        #expect(rules("Main set\n4x\n- 1m 90%").isEmpty)
        #expect(Workout.read("Main set\n4x\n- 1m 90%").workout.stepCount == 2)
    }

    @Test("Warmup and Cooldown mark the steps up to the blank line")
    func sections() {
        let text = "Warmup\n- 12m ramp 50-75%\n\n- 20s 130%\n\nCooldown\n- 5m 50%\n- 5m 40%"
        #expect(steps(text).map(\.warmup) == [true, false, false, false])
        #expect(steps(text).map(\.cooldown) == [false, false, true, true])
    }

    @Test("text before the first step is the description, properties aside")
    func description() {
        let text =
            "Four hard efforts.\n\nCategory: VO2\nPool length: 25m\nKeep  it even.\n\nWarmup\n- 5m 50%\n\nlater words\n- 5m"
        let workout = Workout.read(text).workout
        #expect(workout.description == "Four hard efforts.\n\nKeep  it even.")
        #expect(workout.category == "VO2")
        #expect(workout.poolLength == 25)
    }

    @Test("a repeat directly below steps is lost and its steps move to the end")
    func withoutBlankLine() {
        let text = "- 5m 50%\n4x\n- 1m 90%\n- 2m 50%\n\n- 9m 40%"
        #expect(Workout.read(text).workout.items.count == 4)
        #expect(steps(text).map(\.duration) == [300, 540, 60, 120])
    }

    @Test("indented steps lose their repeat")
    func indented() {
        let text = "4x\n  - 1m 90%\n  - 2m 50%\n\n- 9m 40%"
        #expect(steps(text).map(\.duration) == [540, 60, 120])
    }

    @Test("a dash back in the column of the header is no step of an indented block")
    func dedented() {
        let text = "- 5m 50%\n\n4x\n  - 1m 90%\n  - 2m 50%\n- 9m 40%"
        #expect(steps(text).map(\.duration) == [300, 540, 60, 120])
        #expect(rules(text) == ["indented-steps"])
    }

    @Test("an indented header with its steps in the same column is a block")
    func indentedWhole() {
        #expect(Workout.read("  4x\n  - 1m 90%\n  - 2m 50%").workout.stepCount == 3)
    }

    @Test("line ends of every kind part lines", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) {
        let workout = Workout.read(["- 5m 50%", "", "2x", "- 1m 90%", "- 1m 50%", ""].joined(separator: end)).workout
        #expect(workout.stepCount == 4)
    }

    @Test("a block whose steps are all dropped disappears")
    func emptyBlock() {
        #expect(Workout.read("- 5m 50%\n\n3x\n- all out\n\n- 5m").workout.items.count == 2)
    }

    @Test("step ranges are the scalars of the lines that were kept")
    func ranges() {
        let text = "Grün\n  - Größe 5m 50%\n- nothing\n- 1m 90%"
        let scalars = Array(text.unicodeScalars)
        let lines = Workout.read(text).stepRanges.map { range in
            String(String.UnicodeScalarView(scalars[range]))
        }
        #expect(lines == ["- Größe 5m 50%", "- 1m 90%"])
    }

    @Test("numbers beyond any use are cut, not trapped")
    func hugeNumbers() {
        let nines = String(repeating: "9", count: 30)
        let text = "\(nines)x\n- \(nines)h \(nines)w\n- \(nines)km \(nines)% Pace\n- \(nines):99/km Pace 5m"
        let reading = Workout.read(text)
        #expect(reading.workout.stepCount == 4)
        #expect(Set(reading.findings.map(\.id)).contains("number-too-large"))
    }
}

@Suite("Questions about a workout")
struct WorkoutQuestionTests {
    @Test("shares and zones of pace need a threshold pace, an absolute pace does not")
    func thresholdPace() {
        #expect(Workout.read("3x\n- 5m Z2 Pace").workout.needsThresholdPace)
        #expect(Workout.read("- 5m 90% Pace").workout.needsThresholdPace)
        #expect(!Workout.read("- 5m 5:00/km Pace\n- 5m 90%").workout.needsThresholdPace)
    }
}
