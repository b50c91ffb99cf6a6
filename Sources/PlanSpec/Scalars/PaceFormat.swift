import Diagnostics
import YAML

extension Format where Value == Double {
    /// A pace such as `4:15/km`, `6:50/mi` or `1:45/100m`, in metres per second.
    static var pace: Format {
        let expected = "a pace such as `4:15/km`, `6:50/mi` or `1:45/100m`"
        let schema: JSONValue = ["type": "string", "pattern": "^[0-9]+:[0-9]{2}/(km|mi|100m|100yd)$"]
        return .scalar(.badPace, expected, schema: schema) { scalar in
            let halves = scalar.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard halves.count == 2 else {
                let isTime = halves.count == 1 && secondsOfPace(scalar.text) != nil
                return .malformed(hint: isTime ? "write \(scalar.text)/km or \(scalar.text)/100m" : nil)
            }
            guard let speed = speed(ofPace: scalar.text) else { return .malformed(hint: nil) }
            return (0.1...15).contains(speed) ? .value(speed) : .outside("a pace that people swim, row or run")
        }
    }
}

/// The speed of a pace such as `4:15/km`, `6:50/mi` or `1:45/100m` in metres per second; nil where it is no pace.
public func speed(ofPace text: String) -> Double? {
    // A mile and a yard as the service counts them.
    let metres = ["km": 1000, "mi": 1609.34, "100m": 100, "100yd": 91.44, "100y": 91.44]
    let halves = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard halves.count == 2, let seconds = secondsOfPace(halves[0]), let distance = metres[halves[1]] else {
        return nil
    }
    return distance / Double(max(seconds, 1))
}

private func secondsOfPace(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy(\.isDigits), parts[1].utf8.count == 2, wholeNumber(parts[1]) < 60 else {
        return nil
    }
    return wholeNumber(parts[0]) * 60 + wholeNumber(parts[1])
}
