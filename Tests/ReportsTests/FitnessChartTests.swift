import CivilDates
import LoadSimulation
import Testing

@testable import Reports

@Suite struct FitnessChartTests {
    private let first = CivilDate(daysSinceEpoch: 20_823)

    private func chart(_ loads: [Double], ink: Ink, races: [CivilDate] = []) -> [String] {
        let curve = LoadCurve(
            start: Fitness(ctl: 40, atl: 40), first: first, loads: loads.map { DailyLoad($0) })
        return FitnessChart(curve: curve, races: races, ink: ink).lines()
    }

    @Test("no line is wider than the terminal", arguments: [40, 80, 120])
    func width(columns: Int) {
        let lines = chart((0..<200).map { Double($0 % 7) * 20 }, ink: Ink(width: columns), races: [first + 150])
        #expect(lines.allSatisfy { $0.count <= columns })
    }

    @Test("a race has its flag below its day, months stand at the foot")
    func race() {
        let lines = chart(Array(repeating: 50, count: 101), ink: Ink(width: 108), races: [first + 100])
        #expect(lines[lines.count - 2].hasSuffix("▲  race"))
        #expect(lines.last?.contains("Jan") == true || lines.last?.contains("Feb") == true)
    }

    @Test("a steady load draws a level line at its height: the axis spans what is drawn")
    func steady() {
        let lines = chart(Array(repeating: 40, count: 60), ink: Ink(ascii: true, width: 60))
        let stars = lines.filter { $0.contains("*") && $0.contains("|") }
        #expect(stars.count == 1)
        #expect(stars[0].filter { $0 == "*" }.count > 40)
    }

    @Test("ASCII stays ASCII, and a curve of one day draws nothing")
    func edges() {
        #expect(chart([10, 90, 10], ink: Ink(ascii: true)).joined().utf8.allSatisfy { $0 < 0x80 })
        #expect(chart([10], ink: Ink()) == [])
    }
}

@Suite struct CanvasTests {
    @Test("braille dots: columns 01 02 04 40 and 08 10 20 80 from the top")
    func dots() {
        for (x, y, glyph) in [
            (0, 3, "⠁"), (0, 2, "⠂"), (0, 1, "⠄"), (0, 0, "⡀"), (1, 3, "⠈"), (1, 2, "⠐"), (1, 1, "⠠"), (1, 0, "⢀"),
        ] {
            var canvas = Canvas(columns: 1, rows: 1, ink: Ink())
            canvas.set(x: x, y: y, .fitness)
            #expect(canvas.lines() == [glyph])
        }
    }

    @Test("what lies outside is left out")
    func outside() {
        var canvas = Canvas(columns: 2, rows: 1, ink: Ink())
        canvas.set(x: 4, y: 0, .form)
        canvas.set(x: 0, y: -1, .form)
        #expect(canvas.lines() == ["  "])
    }
}
