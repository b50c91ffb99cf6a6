import Diagnostics
import PlanSpec
import Testing
import Workouts

@testable import WorkoutFiles

@Suite("Workouts as templates")
struct TemplateFileTests {
    private func file(_ text: String, name: String = "Test", description: String = "") -> WorkoutFile {
        var workout = Workout.read(text).workout
        workout.description = description
        return WorkoutFile(name: name, sport: .ride, workout: workout)
    }

    private func template(_ files: WorkoutFile...) -> String {
        var templates = TemplateFile()
        for file in files { _ = templates.add(file, from: "folder/some file.zwo") }
        return templates.text
    }

    private func faults(_ text: String) -> [Diagnostic] {
        TemplatesReading(SourceFile(path: "t.yaml", text: text)).diagnostics
    }

    @Test("readable text, a parameter for the repeat, and no faults")
    func text() {
        let text = template(
            file(
                "Warmup\n- 10m ramp 50-75%\n\n5x\n- 4m 105%\n- 2m 50%\n", name: "Über 5x4: \"hard\"", description: "Go."
            ))
        #expect(
            text == """
                format: 1
                templates:
                  ueber-5x4-hard:
                    name: "Über 5x4: \\"hard\\""
                    sport: Ride
                    description: Go.
                    params:
                      reps: {default: 5, min: 1, max: 10}
                    text: |
                      Warmup
                      - 10m ramp 50-75%

                      ${reps}x
                      - 4m 105%
                      - 2m 50%

                """)
        #expect(faults(text).isEmpty)
    }

    @Test("ids are short, safe and none comes twice")
    func ids() {
        let one = file("- 10m 50%\n", name: "A name that is much too long for an id")
        let text = template(one, one, file("- 10m 50%\n", name: "x-ray"), file("- 1m 50%\n", name: "日本"))
        for id in ["a-name-that-is-much-too:", "a-name-that-is-much-to-2:", "wx-ray:", "some-file:"] {
            #expect(text.contains("  \(id)\n"))
        }
        #expect(faults(text).isEmpty)
    }

    @Test("names, descriptions and marks of parameters are kept as they are")
    func quoting() {
        let text = template(
            file("- 10m 50%\n", name: "null", description: "- 10m 90%\n# no comment: \"x\"\n\n${reps}x\n@home"),
            file("- 10m 50%\n", name: "100% ${power} #1", description: "yes"))
        #expect(faults(text).filter { $0.severity == .error } == [])
    }

    @Test("rounds that a file writes one by one become a repeat")
    func folding() {
        let steps = String(repeating: "- 1m 120%\n- 1m 50%\n", count: 6) + "- 1m 120%\n- 10m 50%\n"
        let workout = Workout.read(steps).workout.folded()
        #expect(workout.items.count == 3)
        #expect(workout.flat == Workout.read(steps).workout.flat)
        #expect(Workout.read("- 1m 50%\n- 1m 50%\n- 1m 50%\n- 1m 50%\n").workout.folded().items.count == 4)
    }

    @Test("templates of generated files read back to the same time and load", arguments: 1...300)
    func generated(_ seed: Int) {
        var generated = GeneratedWorkouts(UInt64(seed))
        let workout = generated.workout()
        let athlete = Thresholds(ftp: 262)
        for format in WorkoutFormat.allCases {
            let bytes =
                WorkoutFile(name: "x", sport: .ride, workout: workout)
                .written(as: format, thresholds: athlete).bytes ?? []
            guard let file = WorkoutFile.read(SourceFile(path: "t", bytes: bytes), thresholds: athlete)?.file else {
                Issue.record("\(format) was not read")
                continue
            }
            let wanted = file.workout.planned(sport: .ride, thresholds: athlete)
            let found = Workout.read(TemplateBody(file.workout).filled).workout
                .planned(sport: .ride, thresholds: athlete)
            #expect(found.duration == wanted.duration)
            #expect(found.load == wanted.load)
            #expect(found.normalizedPower == wanted.normalizedPower)
        }
    }
}
