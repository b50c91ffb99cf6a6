import CivilDates
import Diagnostics
import Foundation
import FoundationXML
import LoadSimulation
@testable import Periodization
import PlanSpec
import Testing
import Workouts

@testable import Reports

@Suite struct SeasonDrawingTests {
    private static let hostile = #"<script>alert("1")</script> & 'x' ]]> | *bold* _it_ `c` [a](b)"#

    private func day(_ offset: Int) -> CivilDate { CivilDate(daysSinceEpoch: 20_822 + offset) }

    /// Weeks of even load with a race on the last day; every text is one that a renderer could fall over.
    private func schedule(weeks count: Int, name: String = hostile, races: Int = 1) -> Schedule {
        let weeks = (0..<count).map { index in
            PlannedWeek(
                number: index + 1, start: day(7 * index), phase: index < count / 2 ? name : "build",
                phaseWeek: index + 1,
                name: name, recovery: index % 4 == 3, target: Double(300 + 10 * index), measure: .load,
                reason: WeekReason(.list), binding: [], load: 290 + 10 * index, duration: 21_600, distance: nil,
                sessions: 1)
        }
        let place = SourcePosition(line: 1, column: 1)
        let source = SourceRange(file: "p.yaml", start: place, end: place)
        let entries = (0..<races).map { index in
            PlannedEntry(
                key: "race.\(index)", category: index == 0 ? .raceA : .raceC, date: day(7 * count - 1 - index),
                sport: .ride,
                name: name, description: name + "\n", role: .race, source: source, phase: "build", week: count,
                planned: PlannedLoad(duration: 3600, load: 80))
        }
        return Schedule(
            plan: "p", start: day(0), end: day(7 * count - 1), fitness: Fitness(ctl: 50, atl: 55), weeks: weeks,
            entries: entries, diagnostics: [])
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [String: Int] = [:]
        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements[attributes["class"] ?? name, default: 0] += 1
        }
    }

    private func elements(_ svg: String) -> [String: Int]? {
        let reader = Reader()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = reader
        return parser.parse() ? reader.elements : nil
    }

    @Test("the image is XML with a bar a week, a mark a race and a band a phase", arguments: [1, 2, 16, 60])
    func shapes(weeks: Int) throws {
        let svg = SeasonDrawing(name: Self.hostile, schedule(weeks: weeks)).svg()
        let found = try #require(elements(svg))
        #expect((found["load"] ?? 0) + (found["rest"] ?? 0) - (weeks > 3 ? 2 : 1) == weeks)
        #expect(found["target"] == weeks + 1)
        #expect(found["race"] == 1)
        #expect(found.filter { $0.key.hasPrefix("band ") }.values.reduce(0, +) == (weeks == 1 ? 1 : 2))
        #expect(!svg.contains("<script"))
        #expect(!svg.contains("nan") && !svg.contains("inf"))
    }

    @Test("the same plan gives the same bytes, and nothing is fetched from elsewhere")
    func same() {
        let drawing = SeasonDrawing(name: "x", schedule(weeks: 12)).svg()
        #expect(drawing == SeasonDrawing(name: "x", schedule(weeks: 12)).svg())
        #expect(drawing.components(separatedBy: "http").count == 2)
    }

    @Test("races close together get rows of their own, and too many of them keep their lines")
    func crowd() throws {
        let found = try #require(elements(SeasonDrawing(name: "x", schedule(weeks: 20, races: 9)).svg()))
        #expect(found["race"] == 1)
        #expect(found["minor"] == 8)
        #expect((found["minorflag"] ?? 0) <= 6)
    }

    @Test("a panel holds its values between round numbers")
    func panel() {
        let panel = SeasonPanel(top: 0, bottom: 100, holding: [-23.4, 12], lines: 4)
        #expect(panel.low == -30 && panel.high == 20)
        #expect(panel.ticks == [-30, -20, -10, 0, 10, 20])
        #expect(panel.y(-30) == 100 && panel.y(20) == 0)
        #expect(SeasonPanel(top: 0, bottom: 1, holding: [0], lines: 3).high > 0)
        #expect(SeasonPanel(top: 0, bottom: 1, holding: [Double.nan], lines: 3).high.isFinite)
    }

    @Test("a page takes every text as text and fetches nothing")
    func page() {
        let report = PreviewReport(name: Self.hostile, schedule(weeks: 8))
        let html = PreviewPage(title: Self.hostile, [PreviewPage.Part(title: Self.hostile, report)]).html()
        #expect(!html.contains("<script") && !html.contains("alert(\"1\")"))
        #expect(html.contains("&lt;script&gt;alert(&quot;1&quot;)"))
        for word in ["http:", "https:", "src=", "href=", "@import", "url("] { #expect(!html.contains(word), "\(word)") }
        #expect(html.components(separatedBy: "<tr").count - 1 == 2 + 1 + 8)
    }

    @Test("Markdown has a row a week, and what people wrote marks up nothing")
    func markdown() {
        let text = PreviewReport(name: Self.hostile, schedule(weeks: 8)).markdown
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
        #expect(rows.count == 8 + 2 + 1 + 2)
        for row in rows {
            let bars = row.replacing("\\|", with: "").count { $0 == "|" }
            #expect(bars == 11 || bars == 7)
        }
        #expect(text.contains(#"\*bold\* \_it\_ \`c\` \[a\](b)"#))
    }
}
