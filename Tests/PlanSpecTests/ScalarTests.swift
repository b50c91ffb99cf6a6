import CivilDates
import Diagnostics
import Testing
import YAML

@testable import PlanSpec

struct ScalarTests {
    @Test(
        "durations in every spelling",
        arguments: [
            ("1h30", 5400), ("1h30m", 5400), ("90m", 5400), ("90min", 5400), ("45s", 45), ("1:30:00", 5400),
            ("2h", 7200),
            ("1h05m30s", 3930), ("10m30s", 630), ("0m", 0), ("1h30min", 5400), ("0:00:45", 45),
        ])
    func durations(text: String, seconds: Int) {
        #expect(read(text, .duration(0...100_000)).value == seconds)
    }

    @Test(
        "what is no duration, or could be two, is refused",
        arguments: [
            "1:30", "90", "1.5h", "1h 30m", "30m1h", "1h1h", "1h75m", "1h5", "h", "-1h", "", "1d", "m30", "1:60:00",
            "99999999999999999999h", "1h30x", "٣h",
        ])
    func badDurations(text: String) {
        let result = read(text, .duration(0...100_000))
        #expect(result.value == nil)
        #expect(result.diagnostics.count == 1)
    }

    @Test("a duration that could be two names both", arguments: [("1:30", "1h30", "1m30s"), ("2", "2h", "2m")])
    func bothReadings(text: String, one: String, other: String) throws {
        let message = try #require(read(text, .duration(0...100_000)).diagnostics.first).message
        #expect(message.contains("`\(one)`") && message.contains("`\(other)`"))
    }

    @Test(
        "days and weeks where a key takes them", arguments: [("14d", 1_209_600), ("2w", 1_209_600), ("48h", 172_800)])
    func days(text: String, seconds: Int) {
        #expect(read(text, .duration(0...10_000_000, days: true)).value == seconds)
    }

    @Test(
        "numbers of YAML 1.2's core schema",
        arguments: [
            ("4", 4), ("-3.5", -3.5), ("+2", 2), (".5", 0.5), ("5.", 5), ("1e2", 100), ("1.5E-1", 0.15), ("0", 0),
            ("0.25", 0.25), ("0x10", 16), ("0o17", 15),
        ] as [(String, Double)])
    func numbers(text: String, number: Double) {
        #expect(read(text, .number(-1000...1000)).value == number)
    }

    @Test(
        "what people misread as a number is refused",
        arguments: [
            "010", "1_000", ".inf", "-.inf", ".nan", "nan", "inf", "1e999", "-1e999", "1,5", "4x", "", "e5", ".", "1e",
            "0x", "0x-1", "+-1", "1 000", "1:30", "true",
        ])
    func badNumbers(text: String) {
        #expect(read(text, .number(-1000...1000)).value == nil)
        #expect(read(text, .integer(-1000...1000)).value == nil)
    }

    @Test("a whole number has no fraction, however it is written")
    func wholeNumbers() {
        for text in ["4.5", "1e-1", "4.0001"] {
            #expect(read(text, .integer(0...10)).diagnostics.map(\.id) == ["bad-number"], "\(text)")
        }
        for (text, number) in ["4.0": 4, "1e0": 1, "0.5e1": 5, "0x0A": 10] {
            #expect(read(text, .integer(0...10)).value == number, "\(text)")
        }
    }

    @Test("only true and false are booleans", arguments: ["yes", "no", "True", "FALSE", "on", "off", "1", "y", "~"])
    func booleans(text: String) {
        #expect(read("true", .boolean).value == true)
        #expect(read("false", .boolean).value == false)
        #expect(read(text, .boolean).value == nil)
    }

    @Test("percentages are fractions", arguments: [("65%", 0.65), ("0%", 0), ("37.5%", 0.375)])
    func percentages(text: String, fraction: Double) {
        #expect(read(text, .percent(0...100)).value == fraction)
        #expect(read(String(text.dropLast()), .percent(0...100)).value == nil)
    }

    // 1000 m in 255 s, a mile of 1609.34 m in 410 s, 100 m in 105 s.
    @Test("paces are metres per second", arguments: [("4:15/km", 3.9216), ("6:50/mi", 3.9252), ("1:45/100m", 0.9524)])
    func paces(text: String, speed: Double) throws {
        let value = try #require(read(text, .pace).value)
        #expect(abs(value - speed) < 0.0001)
    }

    @Test(
        "what is no pace is refused", arguments: ["4:15", "4:15/k", "4:75/km", "0:00/km", "255/km", "4:15/km/h", "/km"])
    func badPaces(text: String) {
        #expect(read(text, .pace).value == nil)
    }

    @Test(
        "dates that no calendar has are told from what is no date",
        arguments: [
            ("2027-02-29", "impossible-date"), ("2027-00-10", "impossible-date"), ("2027-04-31", "impossible-date"),
            ("0000-01-01", "impossible-date"), ("2027-1-4", "bad-date"), ("04.01.2027", "bad-date"),
            ("2027-01-04T00:00:00Z", "bad-date"), ("tomorrow", "bad-date"),
        ])
    func dates(text: String, id: String) {
        #expect(read("2028-02-29", .date).value == CivilDate(year: 2028, month: 2, day: 29))
        #expect(read(text, .date).diagnostics.map(\.id) == [id])
    }

    @Test("ids", arguments: [("a", true), ("vo2-4x4", true), ("A", false), ("a_b", false), ("", false), ("é", false)])
    func ids(text: String, isGood: Bool) {
        #expect(read(text, .id).diagnostics.isEmpty == isGood)
        #expect(read(String(repeating: "a", count: 24), .id).diagnostics.isEmpty)
        #expect(read(String(repeating: "a", count: 25), .id).diagnostics.map(\.id) == ["bad-id"])
    }

    @Test("text may look like a number, but not be nothing")
    func text() {
        #expect(read("2027", .line).value == "2027")
        #expect(read("no", .line).value == "no")
        #expect(read("~", .line).diagnostics.map(\.id) == ["missing-value"])
        #expect(read("~", .line, style: .doubleQuoted).value == "~")
        #expect(read("a\nb", .line, style: .literal).value == nil)
    }

    @Test(
        "a parameter's unit tells its kind",
        arguments: [
            ("20m", .duration, 1200), ("1h30m", .duration, 5400), ("400mtr", .metres, 400),
            ("10km", .kilometres, 10_000),
            ("95%", .percent, 95), ("4", .count, 4),
        ] as [(String, ParameterValue.Kind, Double)])
    func parameters(text: String, kind: ParameterValue.Kind, amount: Double) {
        let value = ParameterText.parse(text)
        #expect(value == ParameterValue(kind: kind, amount: amount))
        #expect(value?.text == text)
    }

    @Test("in a plan a distance parameter takes every unit of length", arguments: ["400m", "400mtr", "0.4km"])
    func lengths(text: String) {
        #expect(ParameterText.parse(text, as: .metres)?.amount == 400)
        #expect(ParameterText.parse(text, as: .duration)?.amount == (text == "400m" ? 24_000 : nil))
    }

    @Test(
        "a comma in a number is told from a point by what stands behind it",
        arguments: [
            ("52,5", "write 52.5"), ("-1,25", "write -1.25"), ("1,000", "`1000` or `1.000`"),
            ("1,000,000", "write 1000000"),
        ])
    func commas(text: String, hint: String) throws {
        #expect(try #require(read(text, .number(-1000...1000)).diagnostics.first).message.contains(hint))
    }

    @Test("a day without training in other words says `off`", arguments: ["no", "No", "none", "false", "rest"])
    func dayOff(text: String) throws {
        let result = read(text, .dayRoom)
        #expect(result.value == nil)
        #expect(try #require(result.diagnostics.first).message.hasSuffix("write off"))
    }

    @Test("metres are `m` in plan files")
    func metres() throws {
        #expect(read("400m", .distance).value == 400)
        let result = read("400mtr", .distance)
        #expect(result.value == nil)
        #expect(try #require(result.diagnostics.first).message.hasSuffix("write 400m"))
    }

    private func read<Value>(
        _ text: String, _ format: Format<Value>, style: Scalar.Style = .plain
    ) -> (value: Value?, diagnostics: [Diagnostic]) {
        let place = SourcePosition(line: 1, column: 1)
        let node = Node(
            .scalar(Scalar(text: text, style: style)), range: SourceRange(file: "a", start: place, end: place))
        let reading = Reading()
        let value = format.read(node, reading)
        return (value, reading.diagnostics)
    }
}
