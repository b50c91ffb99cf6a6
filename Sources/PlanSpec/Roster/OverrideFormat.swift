import Diagnostics
import YAML

/// An override as a roster writes it.
struct WrittenOverride: Sendable {
    /// Its map.
    var node: Node
    /// What weekly targets and camp loads are multiplied by.
    var loadFactor: Located<Double>?
}

/// The keys of an override: those of a plan that may change, and the factor.
struct OverrideKeys: MapKeys {
    static let noun = "an override"
    static let table = MapTable(OverrideKeys())

    let loadFactor = Field(
        "load_factor", Format.percent(1...500).located, "What weekly targets and camp loads are multiplied by.")
}

/// What an editor may know of an override.
struct OverrideDescription: MapDescription {
    var noun: String { OverrideKeys.noun }
    var fields: [any FieldDescription] {
        OverrideKeys.table.fields + PlanKeys.table.fields.filter { PlanVariant.keys.contains($0.key) }
    }
}

extension Format where Value == WrittenOverride {
    /// A map that is merged over the plan; its values are read with the plan.
    static var override: Format {
        Format(.part(OverrideDescription())) { node, reading in
            guard let entries = node.mapping else {
                if !node.isBroken { reading.refuse(node, .wrongType, takes: "a map") }
                return nil
            }
            for entry in entries where !entry.key.hasPrefix("x-") { reading.checkOverride(entry) }
            let factor = entries.first { $0.key == "load_factor" }?.value
            return WrittenOverride(
                node: node,
                loadFactor: factor.flatMap { value in
                    reading.about("load_factor") { OverrideKeys.table.keys.loadFactor.format.read(value, reading) }
                })
        }
    }
}

extension Reading {
    /// An override changes only what may differ from athlete to athlete.
    fileprivate func checkOverride(_ entry: Node.Entry) {
        let keys = OverrideDescription().fields.map(\.key)
        if keys.contains(entry.key) { return }
        if PlanKeys.table.fields.contains(where: { $0.key == entry.key }) {
            fault(.overrideKey, "an override can't touch `\(entry.key)`", at: entry.keyRange)
        } else {
            fault(
                .unknownKey, "an override has no key \(quoted(entry.key))\(didYouMean(entry.key, among: keys))",
                at: entry.keyRange)
        }
    }
}
