import Diagnostics
import Workouts
import YAML

/// The keys of a template file.
struct TemplateFileKeys: MapKeys {
    static let noun = "a template file"
    static let table = MapTable(TemplateFileKeys())

    let format = Field("format", .formatVersion, required: true, "The version of the plan language: 1.")
    let templates = Field(
        "templates", TemplateFileKeys.inPlace, required: true, "Workouts by the names that sessions use.")
}

/// The keys of a template.
struct TemplateKeys: MapKeys {
    static let noun = "a template"
    static let table = MapTable(TemplateKeys())

    let own = TemplateFields()
    let indoor = Field(
        "indoor", Format.node(.map(IndoorKeys.table)),
        "What changes when the session is indoors, key by key; parameters by name.")
}

/// The keys of a template's `indoor`.
struct IndoorKeys: MapKeys {
    static let noun = "an indoor variant"
    static let table = MapTable(IndoorKeys())

    let own = TemplateFields()
}

/// What a template, or its indoor variant, may say.
struct TemplateFields: FieldGroup {
    let name = Field("name", Format.templateLine, "The name on the calendar; by default the template's own.")
    let sport = Field("sport", .sport, "Its sport; by default the session's or the plan's.")
    let role = Field("role", .role, "The part that it plays in a week, where the session doesn't say.")
    let focus = Field("focus", Format<WorkoutTemplate.Focus>.choice, "What it trains.")
    let description = Field("description", Format.templateText, "The text before the steps.")
    let parameters = Field(
        "params", .keyed(by: .symbol, pattern: Format.symbolPattern, .map(ParameterKeys.table) { ParameterDraft($0) }),
        "Numbers that the text uses as `${name}`.")
    let scale = Field(
        "scale", .list(of: Format.symbol.located),
        "The parameters that sizing may turn, in the order in which they join.")
    let text = Field("text", Format.templateText, "Workout text that becomes steps.")
    let prose = Field("prose", Format.templateText, "Text that never becomes steps.")
    let duration = Field("duration", .duration(1...604_800), "How long it lasts, where no steps say so.")
    let load = Field("load", .number(0...2000), "Its load, where no steps say so.")
}

extension TemplateFileKeys {
    /// A map of templates by name.
    static var inPlace: Format<[KeyedItem<String, TemplateDraft>]> {
        .keyed(by: .symbol, pattern: Format<String>.symbolPattern, .map(TemplateKeys.table) { TemplateDraft($0) })
    }
}

extension Format where Value == Node {
    /// A map as it stands, to be read once it is merged.
    static func node(_ shape: Shape) -> Format {
        Format(shape) { node, reading in
            if node.mapping != nil { return node }
            reading.refuse(node, .wrongType, takes: "a map")
            return nil
        }
    }
}

extension Format where Value == Int {
    /// The version of the plan language.
    static var formatVersion: Format {
        let schema: JSONValue = ["const": .integer(1)]
        return .scalar(.unknownFormat, "1, the only version of the plan language", schema: schema) { scalar in
            scalar.text == "1" && !scalar.isQuoted ? .value(1) : .malformed(hint: nil)
        }
    }
}

/// A template whose name stands outside its map.
struct TemplateDraft: Sendable {
    /// The template, still without its name.
    var template: WorkoutTemplate
    /// The name on the calendar, where the file says one.
    var name: TemplateText?
    /// The template as it is indoors; empty where that is no different.
    var indoors: [TemplateDraft] = []

    init?(_ map: MapReader<TemplateKeys>?) {
        guard let map else { return nil }
        let sport = map.read(\.own.sport)
        let drafts = map.read(\.own.parameters) ?? []
        let parameters = drafts.map { $0.value.named($0.key.value, sport: sport ?? map.reading.sport) }
        let scale = map.read(\.own.scale) ?? []
        let texts = (name: map.read(\.own.name), description: map.read(\.own.description))
        let body = map.read(\.own.text).map(WorkoutTemplate.Body.text)
        let prose = map.read(\.own.prose).map(WorkoutTemplate.Body.prose)
        name = texts.name
        map.checkScale(scale, drafts)
        for text in [texts.name, texts.description, body?.text, prose?.text].compactMap({ $0 }) {
            map.reading.checkParameters(of: text, map.parameterNames)
        }
        let (focus, duration, load) = (map.read(\.own.focus), map.read(\.own.duration), map.read(\.own.load))
        let changes = map.indoor
        if let changes { _ = MapReader<IndoorKeys>(changes, IndoorKeys.table, map.reading) }
        // A role that was refused is none that is missing.
        let role = map.read(\.own.role) ?? (map.has(\.own.role) ? .easy : nil)
        guard map.hasOneBody, let body = body ?? prose else { return nil }
        template = WorkoutTemplate(
            id: Located("", at: map.node.range),
            unread: map.parameterNames.filter { name in
                !parameters.contains { $0.name == name }
            }, name: TemplateText("", at: map.node.range), sport: sport,
            role: role, focus: focus, description: texts.description, parameters: parameters,
            scale: scale.map(\.value), body: body, duration: duration, load: load, range: map.node.range)
        if let changes { indoors = TemplateDraft(map.merged(with: changes)).map { [$0] } ?? [] }
    }

    /// The template under its name.
    func named(_ id: Located<String>) -> WorkoutTemplate {
        var result = template
        result.id = id
        result.indoors = indoors.map { $0.named(id) }
        result.name = name ?? TemplateText(id.value, at: id.range)
        return result
    }
}

extension WorkoutTemplate.Body {
    /// The text, whatever becomes of it.
    var text: TemplateText {
        switch self {
        case .text(let text), .prose(let text): text
        }
    }
}

extension MapReader<TemplateKeys> {
    /// The template with what `indoor` changes.
    fileprivate func merged(with changes: Node) -> MapReader? {
        let known = IndoorKeys.table.fields.map(\.key)
        let news = (changes.mapping ?? []).filter { known.contains($0.key) }.map { entry in
            guard entry.key == "params", let old = node["params"]?.mapping, let new = entry.value.mapping else {
                return entry
            }
            var entry = entry
            let names = Set(new.map(\.key))
            let all = Node(.mapping(old.filter { !names.contains($0.key) } + new), range: entry.value.range)
            entry.value = all
            return entry
        }
        let bodies: Set<String> = ["text", "prose"]
        let keys = Set(news.map(\.key))
        let replaced = keys.isDisjoint(with: bodies) ? keys : keys.union(bodies)
        let kept = (node.mapping ?? []).filter { $0.key != "indoor" && !replaced.contains($0.key) }
        return MapReader(
            Node(.mapping(kept + news), range: changes.range), TemplateKeys.table, reading)
    }

    /// Whether there is exactly one of `text` and `prose`; a fault where not.
    fileprivate var hasOneBody: Bool {
        let bodies = present(["text", "prose"])
        if bodies.isEmpty {
            reading.fault(.templateBody, "a template needs `text` or `prose`", at: node.place)
        } else if bodies.count == 2 {
            reading.fault(.templateBody, "a template has `text` or `prose`, not both", at: bodies[1].keyRange)
        }
        return bodies.count == 1
    }

    /// The names of the parameters, also of those that couldn't be read.
    fileprivate var parameterNames: [String] {
        node(of: \.own.parameters)?.mapping?.map(\.key) ?? []
    }

    /// Every knob must be a parameter with bounds, named once.
    fileprivate func checkScale(_ scale: [Located<String>], _ parameters: [KeyedItem<String, ParameterDraft>]) {
        let names = parameterNames
        for (index, knob) in scale.enumerated() {
            if scale[..<index].contains(where: { $0.value == knob.value }) {
                reading.fault(.duplicateKnob, "\(quoted(knob.value)) stands in `scale` twice", at: knob.range)
            } else if !names.contains(knob.value) {
                let guess = reading.didYouMean(knob.value, among: names)
                reading.fault(
                    .unknownParameter, "the template has no parameter \(quoted(knob.value))\(guess)", at: knob.range)
            } else if parameters.contains(where: { $0.key.value == knob.value && !$0.value.isBounded }) {
                reading.fault(
                    .scaleWithoutBounds, "\(quoted(knob.value)) is in `scale`, so it needs `min` and `max`",
                    at: knob.range)
            }
        }
    }
}

extension Reading {
    /// Every `${name}` of a text must be one of the parameters.
    func checkParameters(of text: TemplateText, _ names: [String]) {
        for parameter in text.parameters where !names.contains(parameter.value) {
            let guess = didYouMean(parameter.value, among: names)
            fault(
                .undefinedParameter, "there is no parameter \(quoted(parameter.value))\(guess)", at: parameter.range)
        }
    }
}
