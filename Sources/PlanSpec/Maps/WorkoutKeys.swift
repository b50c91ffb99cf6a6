import Diagnostics
import Workouts
import YAML

/// The keys that a session of a week and an event with a workout share.
struct WorkoutKeys: FieldGroup {
    let role = Field("role", .role, "The part that it plays in its week; by default the template's.")
    let content = ContentKeys()
    let sport = Field("sport", .sport, "Its sport; by default the template's or the plan's.")
    let parameters = Field(
        "params", .keyed(by: .symbol, pattern: Format.symbolPattern, .parameterText),
        "Parameters of the template that are set.")
    let scale = Field("scale", .list(of: Format.symbol.located), "The template's `scale` for this session.")
    let time = Field("time", .clock, "The time of day.")
    let name = Field("name", .line, "The name on the calendar; by default the template's.")
    let description = Field("description", .text, "More text, after the template's description.")
    let target = Field("target", Format<EventTarget>.choice, "The metric that devices follow.")
    let entry = EntryKeys()
}

extension Format where Value == Node {
    /// A parameter's value, which the parameter's kind will read.
    static var parameterText: Format {
        Format(.scalar(["type": ["string", "number"]])) { node, reading in
            if node.scalar != nil { return node }
            reading.refuse(node, "wrong-type", takes: "one value")
            return nil
        }
    }
}

extension MapReader {
    /// The session that the shared keys say, without what only one of the two kinds of entry has.
    func session(_ keys: WorkoutKeys, id: Located<String>) -> SessionSpec {
        let (role, sport, name) = (read(keys.role), read(keys.sport), read(keys.name))
        let content = content(keys.content, id: id, name: name, sport: sport, role: role) ?? .templates([])
        if present([keys.role.key]).isEmpty { reading.checkRole(of: content, at: id.range) }
        let scale = read(keys.scale)
        scale?.forEach { reading.checkKnob($0, of: content) }
        if let text = read(keys.description) { reading.checkProse(text, at: ranges[keys.description.key]) }
        return SessionSpec(
            id: id, role: role, sport: sport, content: content, days: [], share: [], load: [], duration: [], count: 1,
            progress: [:], parameters: reading.values(of: read(keys.parameters) ?? [], in: content),
            scale: scale?.map(\.value), time: read(keys.time), name: name, description: read(keys.description),
            target: read(keys.target), protect: read(keys.entry.protect), publish: read(keys.entry.publish),
            range: node.range, ranges: ranges)
    }
}
