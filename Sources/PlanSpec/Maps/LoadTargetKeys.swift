import Diagnostics
import YAML

/// The keys of a phase's `load` that is a map.
struct LoadTargetKeys: MapKeys {
    static let noun = "a load target"
    static let table = MapTable(LoadTargetKeys())

    let start = Field("start", .loadAmount, "The first loading week's load.")
    let end = Field("end", .loadAmount, "The last loading week's load; linear between.")
    let growth = Field("growth", .percent(-50...100), "How much each loading week has over the one before.")
    let ramp = Field("ramp", .number(-20...50), "CTL points that each loading week adds.")
    let ctl = Field("ctl", .number(0...300), "CTL on the phase's last evening, with the least peak week.")
    let at = Field(
        "at", Format<Phase.Occasion>.choice, "Where `ctl` is reached: at the phase's `end`, or on its `peak` evening.")
    let shape = Field(
        "shape", .list(of: .number(0...10), minimum: 1),
        "The weeks' proportions, repeated until the phase is full; one factor is solved.")
    let form = Field("form", .formGoal, "Form on race morning, in points or percent of CTL.")
    let cut = Field("cut", .percent(0...100), "The taper's mean reduction.")
}

/// The keys of a phase's `hours` that is a map.
struct HoursTargetKeys: MapKeys {
    static let noun = "an hours target"
    static let table = MapTable(HoursTargetKeys())

    let series = SeriesKeys(.hoursAmount, "hours")
}

/// The keys of a phase's `distance` that is a map.
struct DistanceTargetKeys: MapKeys {
    static let noun = "a distance target"
    static let table = MapTable(DistanceTargetKeys())

    let series = SeriesKeys(.kilometresAmount, "kilometres")
}

/// A target that starts somewhere and goes on.
struct SeriesKeys: FieldGroup {
    let start: Field<Double>
    let end: Field<Double>
    let growth = Field("growth", .percent(-50...100), "How much each loading week has over the one before.")

    init(_ amount: Format<Double>, _ unit: String) {
        start = Field("start", amount, "The first loading week's \(unit).")
        end = Field("end", amount, "The last loading week's \(unit); linear between.")
    }
}

extension Format where Value == Double {
    /// Training load of a week.
    static var loadAmount: Format { .number(0...10_000) }

    /// Hours of a week in seconds: a bare number of hours, or a duration such as `9h30`.
    static var hoursAmount: Format {
        let hours = Format.number(0...168)
        let duration = Format<Int>.duration(0...604_800)
        return Format(.either([hours.shape, duration.shape])) { node, reading in
            guard let text = node.scalar?.text, case .value = NumberText.parse(text) else {
                return duration.read(node, reading).map(Double.init)
            }
            return hours.read(node, reading).map { $0 * 3600 }
        }
    }

    /// Kilometres of a week in metres: a bare number of kilometres, or a distance such as `40mi`.
    static var kilometresAmount: Format {
        let kilometres = Format.number(0...10_000)
        let written = Format.distance
        return Format(.either([kilometres.shape, written.shape])) { node, reading in
            guard let text = node.scalar?.text, case .value = NumberText.parse(text) else {
                return written.read(node, reading)
            }
            return kilometres.read(node, reading).map { $0 * 1000 }
        }
    }
}

extension Format where Value == Phase.FormGoal {
    /// Points such as `15`, or a part of CTL such as `10%`.
    static var formGoal: Format {
        let points = Format<Double>.number(-100...100)
        let part = Format<Double>.percent(-100...100)
        return Format(.either([points.shape, part.shape])) { node, reading in
            node.scalar?.text.hasSuffix("%") ?? false
                ? part.read(node, reading).map { .ofFitness($0) } : points.read(node, reading).map { .points($0) }
        }
    }
}

extension Format where Value == Phase.LoadTarget {
    /// Every form of a load target.
    static var loadTarget: Format {
        targets(
            .loadAmount, .map(LoadTargetKeys.table) { Phase.LoadTarget($0) }, words: ["hold"],
            takes: "a list with one number a week, `hold`, or a map such as `{start, end}`, `{ramp}` or `{ctl}`")
    }

    /// The forms of an hours target.
    static var hoursTarget: Format {
        targets(
            .hoursAmount, .map(HoursTargetKeys.table) { Phase.LoadTarget(series: $0, \.series) }, words: [],
            takes: "a list with one number of hours a week, `{start, end}` or `{start, growth}`")
    }

    /// The forms of a distance target.
    static var distanceTarget: Format {
        targets(
            .kilometresAmount, .map(DistanceTargetKeys.table) { Phase.LoadTarget(series: $0, \.series) }, words: [],
            takes: "a list with one number of kilometres a week, `{start, end}` or `{start, growth}`")
    }

    private static func targets(
        _ amount: Format<Double>, _ map: Format, words: [String], takes expected: String
    ) -> Format {
        let list = Format<[Double]>.list(of: amount, minimum: 1)
        let word = Shape.scalar(["enum": .array(words.map { .string($0) })])
        return Format(.either([list.shape, map.shape] + (words.isEmpty ? [] : [word]))) { node, reading in
            if let items = node.sequence {
                // A list with a number that was refused says nothing on how many weeks there are.
                guard let numbers = list.read(node, reading), numbers.count == items.count else { return nil }
                return .list(numbers)
            }
            guard let scalar = node.scalar else { return map.read(node, reading) }
            if words.contains(scalar.text), !scalar.isQuoted { return .hold }
            reading.refuse(node, .wrongType, takes: expected)
            return nil
        }
    }
}

extension Phase.LoadTarget {
    /// The forms, by the key that decides.
    private static let heads = ["start", "ramp", "ctl", "form", "cut"]

    init?(_ map: MapReader<LoadTargetKeys>) {
        let (start, end, growth, ramp) = (map.start, map.end, map.growth, map.ramp)
        let (ctl, at, shape, form, cut) = (map.ctl, map.at, map.shape, map.form, map.cut)
        let head = map.present(Self.heads)
        let beside = ["start": ["end", "growth"], "ctl": ["at", "shape"]][head.first?.key] ?? []
        let others = map.present(LoadTargetKeys.table.fields.map(\.key)).filter {
            $0.key != head.first?.key && !beside.contains($0.key)
        }
        guard head.count == 1, others.isEmpty, head[0].key != "start" || map.has(\.end) != map.has(\.growth) else {
            map.reading.fault(
                .loadTarget,
                "a load target is one of `{start, end}`, `{start, growth}`, `{ramp}`, `{ctl}` with `at` and `shape`, `{form}` and `{cut}`",
                at: others.first?.keyRange ?? map.node.place)
            return nil
        }
        if let start {
            self.init(start: start, end: end, growth: growth)
        } else if let ramp {
            self = .ramp(ramp)
        } else if let ctl {
            guard (shape ?? []).isEmpty || (shape ?? []).contains(where: { $0 > 0 }) else {
                map.reading.fault(.loadTarget, "a `shape` needs a number above 0", at: map.place(of: \.shape))
                return nil
            }
            if map.has(\.shape), (shape ?? []).count != map.node(of: \.shape)?.sequence?.count { return nil }
            self = .ctl(ctl, at: at ?? .end, shape: shape ?? [])
        } else if let form {
            self = .form(form)
        } else if let cut {
            self = .cut(cut)
        } else {
            return nil
        }
    }

    /// A start with an end or a growth.
    init?<Keys: MapKeys>(series map: MapReader<Keys>, _ path: KeyPath<Keys, SeriesKeys>) {
        let keys = map.keys[keyPath: path]
        let (start, end, growth) = (map.read(keys.start), map.read(keys.end), map.read(keys.growth))
        let hasGrowth = map.node(of: keys.growth) != nil
        guard map.node(of: keys.start) != nil, (map.node(of: keys.end) != nil) != hasGrowth else {
            map.reading.fault(
                .loadTarget, "\(Keys.noun) has `start`, and either `end` or `growth`", at: map.node.place)
            return nil
        }
        guard let start else { return nil }
        self.init(start: start, end: end, growth: growth)
    }

    private init?(start: Double, end: Double?, growth: Double?) {
        if let end {
            self = .linear(start: start, end: end)
        } else if let growth {
            self = .growth(start: start, rate: growth)
        } else {
            return nil
        }
    }
}
