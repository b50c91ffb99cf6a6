import Diagnostics
import YAML

/// A duration such as `1h30`, `90m` or `1:30:00`; where a key takes days, also `14d` and `2w`.
enum DurationText {
    /// Seconds.
    static func parse(_ text: String, days: Bool = false) -> Parsed<Int> {
        if text.contains(":") { return clock(text) }
        if text.isDigits { return .malformed(hint: bothReadings(of: text, days: days)) }
        guard let parts = parts(of: text) else { return .malformed(hint: hint(for: text)) }
        if days, parts.count == 1, let size = ["d": 86_400, "w": 604_800][parts[0].unit] {
            return .value(parts[0].number * size)
        }
        return sum(parts)
    }

    private struct Part {
        var number: Int
        var unit: String
        var digits: Int
    }

    /// Numbers with the letters behind them; nil where anything else is there.
    private static func parts(of text: String) -> [Part]? {
        var rest = text[...]
        var parts: [Part] = []
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isASCII && $0.isLowercase }
            rest = rest.dropFirst(unit.count)
            guard !digits.isEmpty else { return nil }
            parts.append(Part(number: wholeNumber(digits), unit: String(unit), digits: digits.count))
        }
        return parts
    }

    /// Hours, minutes and seconds in this order, each once; minutes behind hours may go without their letter.
    private static func sum(_ parts: [Part]) -> Parsed<Int> {
        var seconds = 0
        var smallest = Int.max
        for part in parts {
            let size: Int
            switch part.unit {
            case "h": size = 3600
            case "m", "min": size = 60
            case "s": size = 1
            case "" where smallest == 3600 && part.digits == 2: size = 60
            default: return .malformed(hint: nil)
            }
            guard size < smallest else { return .malformed(hint: nil) }
            if smallest != Int.max, part.number > 59 {
                return .malformed(hint: "behind a larger unit a number goes to 59")
            }
            smallest = size
            seconds += part.number * size
        }
        return .value(seconds)
    }

    private static func clock(_ text: String) -> Parsed<Int> {
        let fields = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard fields.allSatisfy(\.isDigits) else { return .malformed(hint: nil) }
        let numbers = fields.map { wholeNumber($0) }
        if fields.count == 2 {
            return .malformed(
                hint: "\(quoted(text)) may be `\(numbers[0])h\(fields[1])` or `\(numbers[0])m\(numbers[1])s`: write one"
            )
        }
        guard fields.count == 3, fields[1].count == 2, fields[2].count == 2, numbers[1] < 60, numbers[2] < 60 else {
            return .malformed(hint: nil)
        }
        return .value(numbers[0] * 3600 + numbers[1] * 60 + numbers[2])
    }

    private static func bothReadings(of digits: String, days: Bool) -> String {
        if days { return "\(quoted(digits)) may be `\(digits)d` or `\(digits)w`: write one" }
        let isSmall = wholeNumber(digits) <= 12
        return
            "\(quoted(digits)) may be `\(digits)\(isSmall ? "h" : "m")` or `\(digits)\(isSmall ? "m" : "s")`: write one"
    }

    private static func hint(for text: String) -> String? {
        let letters = text.filter { $0 != " " }.lowercased()
        if letters != text, case .value = parse(letters) { return "write \(letters)" }
        if letters.hasSuffix("h"), case .value(let hours) = NumberText.parse(String(letters.dropLast())),
            (0...1000).contains(hours)
        {
            let minutes = Int((hours * 60).rounded())
            return "write \(written(minutes * 60))"
        }
        return nil
    }

    /// Seconds as files write them: `45s`, `20m`, `1h`, `1h30m`.
    static func written(_ seconds: Int) -> String {
        let units = [(seconds / 3600, "h"), (seconds / 60 % 60, "m"), (seconds % 60, "s")]
        let text = units.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
        return text.isEmpty ? "0m" : text
    }
}

extension Format where Value == Int {
    /// A duration in seconds, within a range of seconds.
    static func duration(_ range: ClosedRange<Int>, days: Bool = false) -> Format {
        let expected = days ? "a duration such as `48h`, `3d` or `2w`" : "a duration such as `1h30`, `90m` or `45s`"
        let pattern = days ? "^[0-9]+[dw]$|\(timePattern)" : timePattern
        let bounds =
            "a duration from \(DurationText.written(range.lowerBound)) to \(DurationText.written(range.upperBound))"
        return .scalar(.badDuration, expected, schema: ["type": "string", "pattern": .string(pattern)]) { scalar in
            let parsed = DurationText.parse(scalar.text, days: days)
            if case .value(let seconds) = parsed, !range.contains(seconds) { return .outside(bounds) }
            return parsed
        }
    }

    private static var timePattern: String {
        "^([0-9]+h([0-9]{2})?|[0-9]+h[0-9]+m(in)?|([0-9]+h)?([0-9]+m(in)?)?[0-9]+s|[0-9]+m(in)?|[0-9]+:[0-9]{2}:[0-9]{2})$"
    }
}
