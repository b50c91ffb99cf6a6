import Diagnostics
import YAML

/// The keys of `lint`: the coach's rules.
struct LintKeys: MapKeys {
    static let noun = "the lint settings"
    static let table = MapTable(LintKeys())

    let rules: [any FieldDescription] = LintKeys.fields

    /// One key a rule, in the order of the documentation.
    static let fields = CoachRule.allCases.map { Field($0.rawValue, .lintSetting($0), $0.summary) }
}

/// The keys of one rule's settings.
struct LintLimitKeys: MapKeys {
    static let noun = "a rule's limits"
    static let table = MapTable(LintLimitKeys())

    let warn = Field("warn", .lintLimit, "Where it warns, in the rule's unit.")
    let error = Field("error", .lintLimit, "Where it is an error, in the rule's unit.")
}

/// The keys of the settings of a rule with two limits.
struct LintBandKeys: MapKeys {
    static let noun = "a rule's bands"
    static let table = MapTable(LintBandKeys())

    let warn = Field("warn", .lintBand, "The lowest and the highest value without a warning.")
    let error = Field("error", .lintBand, "The lowest and the highest value without an error.")
}

extension Format where Value == LintSetting.Bound {
    /// A number in the rule's unit; a percentage may have its sign.
    static var lintLimit: Format {
        let number = Format<Double>.number(-10_000...10_000)
        let schema: JSONValue = ["anyOf": [["type": "number"], ["type": "string", "pattern": "^-?[0-9.]+ ?%$"]]]
        return Format(.scalar(schema)) { node, reading in
            number.read(node.withoutPercentSign, reading).map { .limit($0) }
        }
    }

    /// Two numbers.
    static var lintBand: Format {
        let number = Format<Double>.number(-10_000...10_000)
        return Format(.list(number.shape, minimum: 2)) { node, reading in
            guard let items = node.sequence, items.count == 2 else {
                reading.refuse(node, .wrongType, takes: "the lowest and the highest value, as `[5, 25]`")
                return nil
            }
            let numbers = items.compactMap { number.read($0.withoutPercentSign, reading) }
            guard numbers.count == 2 else { return nil }
            guard numbers[0] <= numbers[1] else {
                reading.refuse(items[1], .outOfRange, takes: "the lower value first")
                return nil
            }
            return .band(numbers[0]...numbers[1])
        }
    }
}

extension Node {
    /// `20` for `20%`.
    fileprivate var withoutPercentSign: Node {
        guard var scalar, scalar.style == .plain, scalar.text.hasSuffix("%") else { return self }
        scalar.text.removeLast()
        while scalar.text.hasSuffix(" ") { scalar.text.removeLast() }
        return Node(.scalar(scalar), range: range)
    }
}

extension Format where Value == LintSetting {
    /// `off`, or what the rule lets a plan set.
    static func lintSetting(_ rule: CoachRule) -> Format {
        let limits = Format.map(LintLimitKeys.table) { LintSetting(warn: $0.warn, error: $0.error) }
        let bands = Format.map(LintBandKeys.table) { LintSetting(warn: $0.warn, error: $0.error) }
        switch rule.setting {
        case .onlyOff: return lintSetting(takes: "`off`: it has no limit to set", words: ["off"], map: nil)
        case .limit: return lintSetting(takes: "`off`, or limits as `{warn: 3, error: 4}`", words: ["off"], map: limits)
        case .band:
            return lintSetting(takes: "`off`, or bands as `{warn: [5, 25]}`", words: ["off"], map: bands)
        case .model:
            let models = LintSetting.Model.allCases.map(\.rawValue)
            return lintSetting(takes: "`off`, `polarised` or `pyramidal`", words: ["off"] + models, map: nil)
        }
    }

    private static func lintSetting(takes expected: String, words: [String], map: Format?) -> Format {
        let word = Shape.scalar(["enum": .array(words.map { .string($0) })])
        return Format(map.map { .either([word, $0.shape]) } ?? word) { node, reading in
            guard let scalar = node.scalar else {
                if let map, node.mapping != nil { return map.read(node, reading) }
                reading.refuse(node, .wrongType, takes: expected)
                return nil
            }
            guard words.contains(scalar.text) else {
                let isNo = ["false", "no", "none", "never"].contains(scalar.text.lowercased())
                let hint = isNo ? "write off" : reading.guess(scalar.text, among: words)
                reading.refuse(node, .unknownValue, takes: expected, hint: hint)
                return nil
            }
            return scalar.text == "off"
                ? LintSetting(isOn: false) : LintSetting(model: LintSetting.Model(rawValue: scalar.text))
        }
    }
}

extension MapReader<LintKeys> {
    /// What the plan says of each rule that it names.
    var settings: [CoachRule: LintSetting] {
        var result: [CoachRule: LintSetting] = [:]
        for (rule, field) in zip(CoachRule.allCases, LintKeys.fields) where node(of: field) != nil {
            result[rule] = read(field)
        }
        return result
    }
}
