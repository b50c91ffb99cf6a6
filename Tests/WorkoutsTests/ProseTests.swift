import Testing

@testable import Workouts

@Suite("Prose that is no workout")
struct ProseTests {
    @Test(
        "bullets, counts and marks are replaced by look-alikes",
        arguments: [
            ("- Squat 3x5\n* hinge 3x8, 37\" plank\n+ row 5'", "• Squat 3x5\n• hinge 3x8, 37″ plank\n• row 5′"),
            ("Main set 4x\n  - 5m 90%", "Main set 4×\n  • 5m 90%"),
            ("-- 5m 90%", "•- 5m 90%"), ("4 X  \r\n-5m", "4 ×  \r\n•5m"),
            ("**bold** it's fine, 3x as well", "**bold** it's fine, 3x as well"),
            ("--- 5m ---", "--- 5m ---"), ("", ""), ("it's 6'2\"", "it's 6′2″"),
        ])
    func publish(text: String, expected: String) {
        #expect(Prose.publish(text) == expected)
        #expect(!Prose.hasSteps(expected))
    }

    @Test("restoring gives the text back, with dashes for bullets")
    func restore() {
        let text = "- Squat 3x5\n* hinge, 37\" plank for 5'\nMain set 4x\n\nit's fine"
        #expect(Prose.restore(Prose.publish(text)) == text.replacing("* hinge", with: "- hinge"))
        #expect(Prose.restore("× 2 ″ 3× wide") == "× 2 ″ 3× wide")
    }

    @Test("no text has steps once it is published")
    func noSteps() {
        for seed: UInt64 in 0..<500 {
            let text = mutated(GeneratedWorkout.make(seed).text, seed: seed)
            let published = Prose.publish(text)
            #expect(!Prose.hasSteps(published), "seed \(seed)")
            #expect(Prose.publish(published) == published, "seed \(seed)")
        }
    }
}
