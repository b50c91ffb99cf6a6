import Diagnostics
import YAML

extension Format where Value == Double {
    /// A distance in metres, such as `10km`, `400m`, `6mi` or `100yd`.
    static var distance: Format {
        let schema: JSONValue = ["type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?(km|mi|yd|m)$"]
        return .scalar(.badDistance, "a distance such as `10km`, `400m` or `6mi`", schema: schema) { scalar in
            // `mtr` is the unit of workout text, where `m` are minutes; here metres are `m`.
            if scalar.text.hasSuffix("mtr"), ParameterText.parse(scalar.text, as: .metres) != nil {
                return .malformed(hint: "write \(scalar.text.dropLast(2))")
            }
            if let value = ParameterText.parse(scalar.text, as: .metres), value.amount > 0 {
                return .value(value.amount)
            }
            return .malformed(hint: scalar.text.isDigits ? "write \(scalar.text)km or \(scalar.text)m" : nil)
        }
    }
}
