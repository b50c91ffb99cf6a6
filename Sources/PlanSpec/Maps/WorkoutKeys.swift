import Diagnostics
import Workouts
import YAML

/// The keys that a session of a week, a fixed session and an event with a workout share.
struct WorkoutKeys: FieldGroup {
    let role = Field("role", .role, "The part that it plays in its week; by default the template's.")
    let part = PartKeys()
    let time = Field("time", .clock, "The time of day.")
    let entry = EntryKeys()
}

/// The keys that say what is done, also in a brick's part.
struct PartKeys: FieldGroup {
    let content = ContentKeys()
    let sport = Field("sport", .sport, "Its sport; by default the template's or the plan's.")
    let parameters = Field(
        "params", .keyed(by: .symbol, pattern: Format.symbolPattern, .parameterText),
        "Parameters of the template that are set.")
    let scale = Field("scale", .list(of: Format.symbol.located), "The template's `scale` for this session.")
    let indoor = DefaultField("indoor", .boolean, default: "false", "Whether the template's `indoor` applies.")
    let name = Field("name", Format.templateLine, "The name on the calendar; by default the template's.")
    let description = Field("description", Format.templateText, "More text, after the template's description.")
    let target = Field("target", Format<EventTarget>.choice, "The metric that devices follow.")
}

extension Format where Value == Node {
    /// A parameter's value, which the parameter's kind will read.
    static var parameterText: Format {
        Format(.scalar(["type": ["string", "number"]])) { node, reading in
            if node.scalar != nil { return node }
            reading.refuse(node, .wrongType, takes: "one value")
            return nil
        }
    }
}

extension MapReader {
    /// The session that the shared keys say, without what only one of the kinds of entry has.
    func session(_ keys: WorkoutKeys, id: Located<String>, needsContent: Bool = true) -> SessionSpec {
        let role = read(keys.role)
        var session = session(keys.part, id: id, role: role, sport: nil, needsContent: needsContent)
        let isSilent = present([keys.role.key]).isEmpty
        if isSilent, needsContent || !present(ContentKeys.names).isEmpty {
            reading.checkRole(of: session.content, at: id.range)
        }
        session.time = read(keys.time)
        session.protect = read(keys.entry.protect)
        session.publish = read(keys.entry.publish)
        return session
    }

    /// What is done, of the given role, in the given sport where the keys name none.
    func session(
        _ keys: PartKeys, id: Located<String>, role: Role?, sport: Sport?, indoor isIndoor: Bool = false,
        needsContent: Bool = true
    ) -> SessionSpec {
        let (sport, name, indoor) = (read(keys.sport) ?? sport, read(keys.name), read(keys.indoor) || isIndoor)
        let content =
            content(keys.content, id: id, name: name, sport: sport, role: role, isRequired: needsContent)
            ?? .templates([])
        let scale = read(keys.scale)
        scale?.forEach { reading.checkKnob($0, of: content, indoor: indoor) }
        let description = read(keys.description)
        for text in [name, description].compactMap({ $0 }) {
            reading.checkParameters(of: text, in: content, indoor: indoor)
        }
        reading.checkDescription(description, in: content, indoor: indoor)
        return SessionSpec(
            id: id, role: role, sport: sport, content: content, days: [], share: [], load: [], duration: [], count: 1,
            progress: [:],
            parameters: reading.values(of: read(keys.parameters) ?? [], in: content, indoor: indoor),
            scale: scale?.map(\.value), time: nil, indoor: indoor, name: name, description: description,
            target: read(keys.target), protect: false, publish: true, range: node.range, ranges: ranges)
    }
}

extension Reading {
    /// A session's own text may use the parameters that all its templates have.
    fileprivate func checkParameters(of text: TemplateText, in content: SessionSpec.Content, indoor: Bool) {
        guard !text.parameters.isEmpty else { return }
        let used = self.used(content, indoor)
        if case .templates = content, used.isEmpty { return }
        for template in used.isEmpty ? [nil] : used.map(Optional.some) {
            checkParameters(of: text, template.map { $0.parameters.map(\.name) + $0.unread } ?? [])
        }
    }

    /// A session's description must not become steps.
    fileprivate func checkDescription(_ text: TemplateText?, in content: SessionSpec.Content, indoor: Bool) {
        guard let text else { return }
        let used = self.used(content, indoor)
        checkProse(text, used.first?.defaults ?? [:], [])
    }

    /// The templates that a session names, as far as they are known.
    private func used(_ content: SessionSpec.Content, _ indoor: Bool) -> [WorkoutTemplate] {
        guard case .templates(let names) = content else { return [] }
        return names.compactMap { templates.templates[$0.value]?.variant(indoor: indoor) }
    }
}
