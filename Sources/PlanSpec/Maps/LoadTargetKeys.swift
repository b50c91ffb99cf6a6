import Diagnostics
import YAML

/// The keys of a phase's `load` that is a map.
struct LoadTargetKeys: MapKeys {
    static let noun = "a load target"
    static let table = MapTable(LoadTargetKeys())

    let start = Field("start", .number(0...10_000), "The first loading week's load.")
    let end = Field("end", .number(0...10_000), "The last loading week's load; linear between.")
    let growth = Field("growth", .percent(-50...100), "How much each loading week has over the one before.")
    let ramp = LaterField("ramp", "CTL points that a loading week adds.")
    let ctl = LaterField("ctl", "CTL on the phase's last evening.")
    let at = LaterField("at", "Where `ctl` is reached.")
    let shape = LaterField("shape", "The weeks' proportions.")
    let form = LaterField("form", "Form on race morning.")
    let cut = LaterField("cut", "The taper's reduction.")

    /// The keys that aren't built.
    static let later = table.fields.filter { $0.shape == nil }.map(\.key)
}

extension Format where Value == Phase.LoadTarget {
    /// One number a week, or a start with an end or a growth.
    static var loadTarget: Format {
        let list = Format<[Double]>.list(of: .number(0...10_000), minimum: 1)
        let map = Format.map(LoadTargetKeys.table) { Phase.LoadTarget($0) }
        return Format(.either([list.shape, map.shape])) { node, reading in
            if let items = node.sequence {
                // A list with a number that was refused says nothing on how many weeks there are.
                guard let numbers = list.read(node, reading), numbers.count == items.count else { return nil }
                return .list(numbers)
            }
            guard let scalar = node.scalar else { return map.read(node, reading) }
            if scalar.text == "hold" {
                reading.notYet("`load: hold`", at: node.range)
            } else {
                reading.refuse(
                    node, .wrongType, takes: "a list with one number a week, `{start, end}` or `{start, growth}`")
            }
            return nil
        }
    }
}

extension Phase.LoadTarget {
    init?(_ map: MapReader<LoadTargetKeys>) {
        let (start, end, growth) = (map.start, map.end, map.growth)
        guard map.present(LoadTargetKeys.later).isEmpty else { return nil }
        guard map.has(\.start), map.has(\.end) != map.has(\.growth) else {
            map.reading.fault(
                .loadTarget, "a load target has `start`, and either `end` or `growth`", at: map.node.place)
            return nil
        }
        guard let start else { return nil }
        if let end {
            self = .linear(start: start, end: end)
        } else if let growth {
            self = .growth(start: start, rate: growth)
        } else {
            return nil
        }
    }
}
