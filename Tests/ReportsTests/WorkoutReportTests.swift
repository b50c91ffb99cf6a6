import Testing
import Workouts

@testable import Reports

@Suite struct WorkoutReportTests {
    private func report(_ text: String) -> WorkoutReport {
        WorkoutReport(Workout.read(text).workout, sport: .ride, thresholds: Thresholds(ftp: 250))
    }

    @Test("the figures of an hour at threshold")
    func hour() {
        #expect(
            report("- 60m 100%").text(Ink(ascii: true)).contains(
                "1h, load 100, intensity 100.0 %, NP 250 W, average 250 W"))
    }

    @Test("the drawing is as wide as the terminal allows, and two thirds high for two thirds of the top")
    func drawing() {
        let lines = ProfileDrawing(
            segments: Workout.read("- 10m 50%\n- 10m 100%").workout.profile(
                sport: .ride, thresholds: Thresholds(ftp: 250)), ink: Ink(ascii: true, width: 48)
        ).lines()
        #expect(lines.count == 8)
        #expect(lines[0] == " 100% |" + String(repeating: " ", count: 20) + String(repeating: "#", count: 20))
        #expect(lines[7] == "      |" + String(repeating: "#", count: 40))
    }

    @Test("a peak too short for a column is drawn all the same")
    func peak() {
        let lines = report("- 60m 50%\n- 5s 200%\n- 60m 50%").text(Ink(ascii: true, width: 48)).split(separator: "\n")
        #expect(lines[0] == " 200% |" + String(repeating: " ", count: 19) + "#")
    }

    @Test("an unknown load is said to be unknown, never 0")
    func unknown() {
        #expect(report("- 30m freeride").text().contains("load unknown"))
    }

    @Test("the terminal drawing takes a colour a zone, and none where colour is off")
    func colours() {
        let workout = report("- 10m 50%\n- 10m 70%\n- 10m 110%")
        let drawing = workout.text(Ink(colour: true)).split(separator: "\n\n")[0]
        for code in ["2", "34", "31"] { #expect(drawing.contains("\u{1B}[\(code)m")) }
        #expect(!workout.text(Ink()).contains("\u{1B}"))
        #expect(workout.text(Ink(ascii: true)).allSatisfy { $0.isASCII })
    }

    @Test("the JSON holds resolved values on request")
    func resolved() throws {
        let workout = Workout.read("- 10m 50%").workout
        let plain = WorkoutReport(workout, sport: .ride, thresholds: Thresholds(ftp: 200))
        let resolved = WorkoutReport(workout, sport: .ride, thresholds: Thresholds(ftp: 200), isResolved: true)
        #expect(try !plain.json().contains("_power\" : {"))
        #expect(try resolved.json().contains("\"_power\" : {"))
    }
}
