import CivilDates
import Diagnostics
import YAML

extension Format where Value == CivilDate {
    /// A date such as `2027-01-04`.
    static var writtenDate: Format {
        .scalar(
            .badDate, "a date such as `2027-01-04`",
            schema: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
        ) { scalar in
            CivilDate(scalar.text).map { .value($0) } ?? refusal(of: scalar.text)
        }
    }

    /// Tells a date that no calendar has from a text that is no date.
    private static func refusal(of text: String) -> Parsed<CivilDate> {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts.allSatisfy(\.isDigits), parts.map(\.utf8.count) == [4, 2, 2] else {
            return .malformed(hint: nil)
        }
        let (year, month) = (wholeNumber(parts[0]), wholeNumber(parts[1]))
        let reason =
            if year == 0 {
                "years begin with 0001"
            } else if !(1...12).contains(month) {
                "a year has 12 months"
            } else {
                "\(parts[0])-\(parts[1]) has \(CivilDate.days(inMonth: month, year: year)) days"
            }
        return .fault(.impossibleDate, message: "there is no \(quoted(text)): \(reason)")
    }
}

extension Format where Value == ClockTime {
    /// A time of day such as `18:30`.
    static var clock: Format {
        let schema: JSONValue = ["type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"]
        return .scalar(.badTime, "a time of day such as `18:30`", schema: schema) { scalar in
            if let time = ClockTime(scalar.text) { return .value(time) }
            let padded = "0" + scalar.text
            return .malformed(hint: ClockTime(padded) == nil ? nil : "write \(padded)")
        }
    }
}

extension Format where Value == Weekday {
    /// A weekday such as `mon`.
    static var weekday: Format {
        let schema: JSONValue = ["enum": .array(Weekday.allCases.map { .string($0.code) })]
        return .scalar(.badWeekday, "a weekday from `mon` to `sun`", schema: schema) { scalar in
            if let day = Weekday(code: scalar.text) { return .value(day) }
            let near = Weekday.allCases.first { scalar.text.lowercased().hasPrefix($0.code) }
            return .malformed(hint: near.map { "write \($0.code)" })
        }
    }
}

extension Format where Value == [Weekday] {
    /// A weekday, or several different ones.
    static var weekdays: Format {
        let days = Format.oneOrMore(.weekday)
        return Format(days.shape) { node, reading in
            var seen: Set<String> = []
            for item in node.sequence ?? [] {
                guard let text = item.scalar?.text, !seen.insert(text).inserted else { continue }
                reading.fault(.duplicateDay, "\(quoted(text)) stands in this list twice", at: item.range)
            }
            return days.read(node, reading)
        }
    }
}
