import Diagnostics
import YAML

/// A parameter's value as files write it.
enum ParameterText {
    /// A value in a template, whose unit tells its kind: `20m` is a duration, `400mtr` and `10km` are distances.
    static func parse(_ text: String) -> ParameterValue? {
        if text.hasSuffix("%"), case .value(let percent) = PercentText.parse(text) {
            return value(.percent, percent)
        }
        if let kilometres = number(text, before: "km") { return value(.kilometres, kilometres * 1000) }
        if let metres = number(text, before: "mtr") { return value(.metres, metres) }
        if case .value(let seconds) = DurationText.parse(text) { return value(.duration, Double(seconds)) }
        if case .value(let count) = NumberText.parse(text) { return value(.count, count) }
        return nil
    }

    /// A value in a plan for a parameter of a known kind; there `400m` may be a distance.
    static func parse(_ text: String, as kind: ParameterValue.Kind) -> ParameterValue? {
        switch kind {
        case .kilometres, .metres: metres(text).flatMap { value(kind, $0) }
        case .count, .duration, .percent: parse(text).flatMap { $0.kind == kind ? $0 : nil }
        }
    }

    /// What a value of a kind looks like, for messages.
    static func example(of kind: ParameterValue.Kind) -> String {
        switch kind {
        case .count: "a number such as `4`"
        case .duration: "a duration such as `20m`"
        case .kilometres: "a distance such as `10km`"
        case .metres: "a distance such as `400mtr`"
        case .percent: "a percentage such as `65%`"
        }
    }

    /// The minutes of a text such as `400m` that looks like a distance.
    static func minutesLikeMetres(_ text: String) -> Int? {
        guard text.hasSuffix("m"), text.dropLast().utf8.count < 6, let minutes = Int(text.dropLast()), minutes > 120,
            minutes % 100 == 0 || minutes > 360
        else { return nil }
        return minutes
    }

    private static func metres(_ text: String) -> Double? {
        // A mile and a yard as the service counts them.
        let units = [("km", 1000.0), ("mi", 1609.34), ("yd", 0.9144), ("mtr", 1), ("m", 1)]
        for (unit, size) in units {
            if let number = number(text, before: unit) { return number * size }
        }
        return nil
    }

    private static func number(_ text: String, before unit: String) -> Double? {
        guard text.hasSuffix(unit), case .value(let number) = NumberText.parse(String(text.dropLast(unit.count))) else {
            return nil
        }
        return number
    }

    /// The value, if it is one that a workout can have.
    private static func value(_ kind: ParameterValue.Kind, _ amount: Double) -> ParameterValue? {
        (0...ParameterText.largest(kind)).contains(amount) ? ParameterValue(kind: kind, amount: amount) : nil
    }

    /// The largest value of a kind: a day, a thousand kilometres, a hundred thousand of anything else.
    static func largest(_ kind: ParameterValue.Kind) -> Double {
        switch kind {
        case .count: 100_000
        case .duration: 86_400
        case .kilometres, .metres: 1_000_000
        case .percent: 1000
        }
    }
}

extension Format where Value == ParameterValue {
    /// A parameter's value in a template.
    static var parameterValue: Format {
        let expected = "a number, or a number with `%`, `s`, `m`, `h`, `mtr` or `km`"
        return .scalar(.badParameter, expected, schema: ["type": ["string", "number"]]) { scalar in
            ParameterText.parse(scalar.text).map { .value($0) } ?? .malformed(hint: nil)
        }
    }
}
