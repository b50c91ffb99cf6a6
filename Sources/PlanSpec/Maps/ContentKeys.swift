import Diagnostics
import Workouts
import YAML

/// What a session, an event or a race consists of.
struct ContentKeys: FieldGroup {
    let template = Field(
        "template", .oneOrMore(Format.symbol.located),
        "The template's name; a list rotates from loading week to loading week.")
    let text = Field("text", Format.templateText, "Workout text in place of a template.")
    let prose = Field("prose", Format.templateText, "Text in place of a template that never becomes steps.")

    /// Every key that is content, built or not.
    static let names = ["template", "text", "prose", "brick"]
}

extension MapReader {
    /// What the entry consists of; nil where nothing says it or it was refused.
    ///
    /// - Parameters:
    ///   - id: names text in place.
    ///   - isRequired: whether there must be content.
    func content(
        _ keys: ContentKeys, id: Located<String>, name: TemplateText?, sport: Sport?, role: Role?,
        isRequired: Bool = true
    ) -> SessionSpec.Content? {
        let given = present(ContentKeys.names)
        if given.isEmpty, isRequired {
            reading.fault(.oneContent, "\(Keys.noun) needs one of `template`, `text` and `prose`", at: node.place)
        } else if given.count > 1 {
            let names = given.map { "`\($0.key)`" }.joined(separator: " and ")
            reading.fault(.oneContent, "\(Keys.noun) has \(names): only one can be", at: given[1].keyRange)
        }
        let (templates, text, prose) = (read(keys.template), read(keys.text), read(keys.prose))
        if let templates {
            templates.forEach(reading.checkExists)
            return .templates(templates)
        }
        func inPlace(_ body: WorkoutTemplate.Body) -> WorkoutTemplate {
            let template = WorkoutTemplate(
                id: id, name: name ?? TemplateText(id.value, at: id.range), sport: sport, role: role,
                parameters: [], scale: [], body: body, range: body.text.range)
            reading.checkParameters(of: body.text, [])
            reading.checkBody(of: template)
            return template
        }
        if let text { return .text(inPlace(.text(text))) }
        return prose.map { .prose(inPlace(.prose($0))) }
    }
}

extension Reading {
    /// A session's template must be on the shelf.
    fileprivate func checkExists(_ name: Located<String>) {
        guard templates.isComplete, templates.places[name.value] == nil else { return }
        let guess = didYouMean(name.value, among: templates.names)
        fault(.unknownTemplate, "there is no template \(quoted(name.value))\(guess)", at: name.range)
    }
}
