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
                let isTime = halves.count == 1 && seconds(of: scalar.text) != nil
                return .malformed(hint: isTime ? "write \(scalar.text)/km or \(scalar.text)/100m" : nil)
            }
            guard let seconds = seconds(of: halves[0]) else { return .malformed(hint: nil) }
            guard let metres = metresOfPace[halves[1]] else { return .malformed(hint: nil) }
            let speed = metres / Double(max(seconds, 1))
            return (0.1...15).contains(speed) ? .value(speed) : .outside("a pace that people swim, row or run")
        }
    }

    private static var metresOfPace: [String: Double] {
        // A mile and a yard as the service counts them.
        ["km": 1000, "mi": 1609.34, "100m": 100, "100yd": 91.44, "100y": 91.44]
    }

    private static func seconds(of text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts.allSatisfy(\.isDigits), parts[1].utf8.count == 2, wholeNumber(parts[1]) < 60
        else {
            return nil
        }
        return wholeNumber(parts[0]) * 60 + wholeNumber(parts[1])
    }
}
