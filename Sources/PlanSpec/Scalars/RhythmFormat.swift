import Diagnostics
import YAML

extension Format where Value == Phase.Rhythm {
    /// `3:1`, `none`, or a list of `load` and `recovery` that repeats.
    static var rhythm: Format {
        let expected = "a rhythm such as `3:1`, `none` or a list of `load` and `recovery`"
        let ratio = Format.scalar(
            .badRhythm, expected, schema: ["type": "string", "pattern": "^(none|[1-9][0-9]?:[1-9][0-9]?)$"]
        ) { scalar in
            if scalar.text == "none" { return .value(.none) }
            let parts = scalar.text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, parts.allSatisfy(\.isDigits) else { return .malformed(hint: nil) }
            let numbers = parts.map { wholeNumber($0) }
            guard numbers.allSatisfy((1...52).contains) else { return .outside("two numbers from 1 to 52") }
            return .value(.ratio(loading: numbers[0], recovery: numbers[1]))
        }
        let pattern = Format<[WeekKind]>.list(of: .choice, minimum: 1)
        return Format(.either([ratio.shape, pattern.shape])) { node, reading in
            if node.sequence == nil { return ratio.read(node, reading) }
            guard let weeks = pattern.read(node, reading), !weeks.isEmpty else { return nil }
            return .pattern(weeks.map { $0 == .recovery })
        }
    }
}

/// What a week of a rhythm is.
enum WeekKind: String, CaseIterable, Sendable {
    case load, recovery
}
