import Diagnostics
import Testing
import Workouts

@testable import WorkoutFiles

@Suite("What formats can't say")
struct WritingTests {
    private func written(_ text: String, _ format: WorkoutFormat, _ sport: Sport = .ride) -> WrittenFile {
        WorkoutFile(name: "Test", sport: sport, workout: Workout.read(text).workout)
            .written(as: format, thresholds: Thresholds(ftp: 250, lthr: 160, thresholdPace: 1000.0 / 240))
    }

    private func text(_ file: WrittenFile) -> String { String(decoding: file.bytes ?? [], as: UTF8.self) }

    @Test("ZWO has its elements in one order, fractions and whole seconds")
    func order() {
        let file = written(
            "Easy day\n\n- 10m ramp 50-75%\n\n4x\n- 1m 120% 95rpm\n- 1m 50%\n\n- 10m 65%\n- 5m ramp 60-40%\n", .zwo)
        #expect(
            text(file) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <workout_file>
                  <author/>
                  <name>Test</name>
                  <description>Easy day</description>
                  <sportType>bike</sportType>
                  <tags/>
                  <workout>
                    <Warmup Duration="600" PowerLow="0.5" PowerHigh="0.75"/>
                    <IntervalsT Repeat="4" OnDuration="60" OffDuration="60" OnPower="1.2" OffPower="0.5" Cadence="95"/>
                    <SteadyState Duration="600" Power="0.65"/>
                    <Cooldown Duration="300" PowerLow="0.6" PowerHigh="0.4"/>
                  </workout>
                </workout_file>

                """)
        #expect(file.diagnostics.isEmpty)
    }

    @Test(
        "a loss is a warning that names the step",
        arguments: [
            ("- 5m 50%\n- 10m 80% LTHR\n", WorkoutFormat.zwo, "step 2 `10m 80% LTHR`"),
            ("- 5m 50%\n- 10m 80% Pace\n", .zwo, "step 2 `10m 80% Pace`"),
            ("- 10m Z2\n", .zwo, "step 1 `10m Z2`"), ("- 10m 50% press lap\n", .zwo, "step 1 `10m 50% press lap`"),
            ("- 10km 50%\n", .zwo, "step 1 `10km 50%`"), ("- 10s 350%\n", .zwo, "step 1 `10s 350%`"),
            ("2x\n- 5m 50%\n- 5m Z3\n", .mrc, "step 1.2 `5m Z3`"),
            ("- 5m 50%\n- 5m freeride\n", .erg, "step 2 `5m freeride`"),
            ("- 5m 50% 90rpm\n", .mrc, "step 1 `5m 50% 90rpm`"), ("- 5m 70% MMP\n", .fit, "step 1 `5m 70% MMP`"),
        ])
    func losses(_ workout: String, _ format: WorkoutFormat, _ name: String) {
        let file = written(workout, format)
        #expect(file.bytes != nil)
        #expect(file.diagnostics.contains { $0.severity == .warning && $0.message.hasPrefix(name) })
    }

    @Test("what a format can hold nothing of is refused")
    func refused() {
        #expect(written("- 100mtr 90% Pace\n", .zwo, .swim).bytes == nil)
        #expect(written("- 10m 80% LTHR\n", .mrc).bytes == nil)
        #expect(written("no steps\n", .fit).bytes == nil)
        #expect(written("- 10m 80% LTHR\n", .mrc).diagnostics.hasErrors)
    }

    @Test("a heart-rate step is a free ride with its target as a message")
    func message() {
        #expect(text(written("- 10m 80% LTHR\n", .zwo)).contains("message=\"80% LTHR\""))
    }

    @Test("a course has two points a step, four decimals and an FTP for watts")
    func course() {
        let file = written("- 20s 100%\n- 5m ramp 50-75%\n", .erg)
        let lines = text(file).split(separator: "\r\n").map(String.init)
        #expect(lines.contains("FTP = 250"))
        #expect(lines.filter { $0.contains("\t") } == ["0.0000\t250", "0.3333\t250", "0.3333\t125", "5.3333\t187"])
    }

    @Test("labels of rounds are written in each and read as one")
    func labels() {
        let workout = Workout.read("3x\n- Push 1m 120%\n- Spin 2m 50%\n").workout
        let bytes =
            WorkoutFile(name: "x", sport: .ride, workout: workout)
            .written(as: .zwo, thresholds: Thresholds(ftp: 250)).bytes ?? []
        #expect(WorkoutFile.read(SourceFile(path: "t", bytes: bytes))?.file?.workout.items == workout.items)
    }
}
