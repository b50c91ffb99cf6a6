import Diagnostics
import Workouts
import YAML

extension Format where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of a few words.
    static var choice: Format { choice(of: Array(Value.allCases)) }

    /// One of some of a type's words.
    static func choice(of cases: [Value]) -> Format {
        let words = cases.map(\.rawValue)
        let expected = words.map { "`\($0)`" }.joined(separator: ", ")
        return .scalar(.unknownValue, "one of \(expected)", schema: ["enum": .array(words.map { .string($0) })]) {
            scalar in
            if words.contains(scalar.text), let value = Value(rawValue: scalar.text) { return .value(value) }
            return .unknown(among: words)
        }
    }
}

extension Format where Value == Role {
    /// A session's role; `race` is set by `races` only.
    static var role: Format {
        let written = choice(of: Role.allCases.filter { $0 != .race })
        return Format(written.shape) { node, reading in
            guard node.scalar?.text == "race" else { return written.read(node, reading) }
            reading.fault(.roleRace, "the role `race` comes from `races` only", at: node.range)
            return nil
        }
    }
}

extension Format where Value == Sport {
    /// One of the service's activity types.
    static var sport: Format {
        let schema: JSONValue = ["enum": .array(Sport.allNames.map { .string($0) })]
        return .scalar(.unknownSport, "one of the service's activity types, such as `Ride`", schema: schema) {
            scalar in
            if let sport = Sport(name: scalar.text) { return .value(sport) }
            let common = commonNames[scalar.text.lowercased()]
            return common.map { .malformed(hint: "write \($0)") } ?? .unknown(among: Sport.allNames)
        }
    }

    /// What people call the sports, against the service's names.
    private static var commonNames: [String: String] {
        [
            "bike": "Ride", "cycling": "Ride", "running": "Run", "swimming": "Swim", "strength": "WeightTraining",
            "gym": "WeightTraining", "walking": "Walk", "hiking": "Hike",
        ]
    }
}
