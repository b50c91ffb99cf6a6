import Testing
import Workouts

@testable import Reports

@Suite struct WorkoutDrawingTests {
    private func svg(_ text: String, title: String = "Workout") -> String {
        let workout = Workout.read(text).workout
        return WorkoutReport(workout, sport: .ride, thresholds: Thresholds(ftp: 200)).svg(title: title)
    }

    private func paths(_ image: String) -> [Substring] {
        image.split(separator: "\n").filter { $0.hasPrefix("<path") }
    }

    @Test("each step is a block in the colour of its zone, repeats unrolled, with its words")
    func blocks() {
        let blocks = paths(svg("- 10m 50%\n\n2x\n- 5m 110%\n- 5m 70%\n\n- 10m"))
        #expect(blocks.map { $0.split(separator: "\"")[1] } == ["z1", "z5", "z2", "z5", "z2", "none"])
        #expect(blocks[1].contains("<title>5m, 110 %, Z5</title>"))
        #expect(blocks[5].contains("<title>10m, no target</title>"))
    }

    @Test("blocks fill the width in proportion to their time")
    func proportion() {
        let blocks = paths(svg("- 10m 100%\n- 30m 100%"))
        #expect(blocks[0].contains("d=\"M48.0 210V40.5L233.0 40.5V210Z\""))
        #expect(blocks[1].contains("d=\"M233.0 210V40.5L788.0 40.5V210Z\""))
    }

    @Test("a ramp is a trapezoid from its first to its last value")
    func ramp() {
        #expect(paths(svg("- 10m ramp 50-100%"))[0].contains("V125.2L788.0 40.5V210Z\"><title>10m, 50 to 100 %, Z2"))
    }

    @Test("the image says in words what it is, with signs escaped")
    func words() {
        let image = svg("- 60m 100%", title: "Over & <under>")
        #expect(image.contains("<title>Over &amp; &lt;under&gt;</title>"))
        #expect(image.contains("<desc>1h, load 100, intensity 100.0 %, NP 200 W, average 200 W</desc>"))
        #expect(image.contains("prefers-color-scheme:dark"))
    }

    @Test("time has at most nine marks, whatever the length", arguments: [1, 9, 59, 61, 300, 1500, 100_000])
    func marks(minutes: Int) {
        let marks = svg("- \(minutes)m 80%").split(separator: "\n").count { $0.hasPrefix("<line class=\"tick\"") }
        #expect((1...9).contains(marks))
    }

    @Test("an empty workout and an endless one are images too")
    func extremes() {
        #expect(svg("").hasSuffix("</svg>\n"))
        #expect(paths(svg("9999x\n- 30s 90%\n- 30s 50%")).count == WorkoutDrawing.mostShapes)
    }
}
