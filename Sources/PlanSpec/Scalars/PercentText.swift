import Diagnostics
import YAML

/// A percentage such as `65%`.
enum PercentText {
    /// The number before the sign: 65.
    static func parse(_ text: String) -> Parsed<Double> {
        guard text.hasSuffix("%") else {
            guard case .value(let number) = NumberText.parse(text) else { return .malformed(hint: nil) }
            if abs(number) > 0, abs(number) < 1 { return .malformed(hint: "write \(plain(number * 100))%") }
            return .malformed(hint: "write \(text)%")
        }
        return NumberText.parse(String(text.dropLast()))
    }
}

extension Format where Value == Double {
    /// A percentage within a range of percent, as a fraction: 0.65 for `65%`.
    static func percent(_ range: ClosedRange<Double>) -> Format {
        let bounds = "a percentage from \(plain(range.lowerBound))% to \(plain(range.upperBound))%"
        let schema: JSONValue = ["type": "string", "pattern": "^-?[0-9.]+%$"]
        return .scalar(.badPercent, bounds, schema: schema) { scalar in
            let parsed = PercentText.parse(scalar.text)
            guard case .value(let percent) = parsed else { return parsed }
            return range.contains(percent) ? .value(percent / 100) : .outside(bounds)
        }
    }
}
