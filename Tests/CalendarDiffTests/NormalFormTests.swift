import CivilDates
import Testing

@testable import CalendarDiff

@Suite struct NormalFormTests {
    @Test(
        "line ends, blanks at line ends and the number of final newlines do not count",
        arguments: [
            ("- 1h 65%", "- 1h 65%\n"), ("- 1h 65%\n\n\n", "- 1h 65%\n"), ("a\r\nb\r\n", "a\nb\n"),
            ("a \t\nb  ", "a\nb\n"),
            ("a\rb", "a\nb\n"), ("", ""), (" \r\n\t\n", ""), ("  indented\n", "  indented\n"), ("a\n\nb\n", "a\n\nb\n"),
        ])
    func text(raw: String, normal: String) {
        #expect(NormalForm.text(raw) == normal)
        #expect(NormalForm.text(normal) == normal)
    }

    @Test("names lose blanks around them")
    func line() {
        #expect(NormalForm.line("  VO2 max \n") == "VO2 max")
        #expect(NormalForm.line("Grün") == "Grün")
        #expect(NormalForm.line(" \t") == "")
    }

    @Test("0, false, midnight, AUTO and a last day that is the first are nothing")
    func nothing() {
        var content = EventContent(date: Example.date(3), category: "WORKOUT", name: "x")
        let empty = EventField.allCases.map(content.normal)
        content.load = 0
        content.duration = 0
        content.distance = 0
        content.time = ClockTime(hour: 0, minute: 0)
        content.target = "AUTO"
        content.lastDate = content.date
        #expect(EventField.allCases.map(content.normal) == empty)
    }

    @Test("composed and decomposed letters are equal")
    func canonicalEquivalence() {
        var (composed, decomposed) = (Example.desired("a").content, Example.desired("a").content)
        composed.name = "Zürich"
        decomposed.name = "Zu\u{308}rich"
        #expect(composed.normal(.name) == decomposed.normal(.name))
    }

    @Test("distances count in whole metres, odd ones do not crash")
    func distances() {
        var content = Example.desired("a").content
        content.distance = 10_000.4
        #expect(content.normal(.distance) == "10000")
        content.distance = .infinity
        #expect(content.normal(.distance) == "")
    }
}
