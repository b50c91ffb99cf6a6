import Diagnostics
import Workouts
import YAML

extension Reading {
    /// Checks every template on the shelf, used or not.
    func checkBodies(firstUses: [String: String]) {
        for name in templates.names {
            guard let template = templates.templates[name] else { continue }
            for template in [template] + template.indoors { checkBody(of: template, firstUse: firstUses[name]) }
        }
    }

    /// Reads a template's text the way the service does, filled with its defaults, and places each finding in the file.
    func checkBody(of template: WorkoutTemplate, firstUse: String? = nil) {
        let notes = firstUse.map { [Diagnostic.Note("first used by \($0)")] } ?? []
        switch template.body {
        case .text(let text): checkSteps(text, template.defaults, notes)
        case .prose(let text): checkProse(text, template.defaults, notes)
        }
        if let description = template.description { checkProse(description, template.defaults, notes) }
    }

    /// The description beside a session, an event or a race must not become steps.
    func checkDescription(_ node: Node?) {
        guard let node, let scalar = node.scalar else { return }
        checkProse(TemplateText(unfilled: scalar, at: node.range), [:], [])
    }

    private func checkSteps(_ text: TemplateText, _ values: [String: ParameterValue], _ notes: [Diagnostic.Note]) {
        guard text.isWhole else { return }
        // What is unknown is an error already; something has to stand there for the other lines to be read.
        let unknown = text.parameters.filter { values[$0.value] == nil }
        var values = values
        for parameter in unknown { values[parameter.value] = ParameterValue(kind: .duration, amount: 600) }
        for parameter in unknown { note(notes, beside: .undefinedParameter, at: parameter.range) }
        let unsure = Set(unknown.map(\.range.start.line))
        let result = Workout.read(text.text(with: values))
        for finding in result.findings {
            let place = text.range(ofFilled: finding.range, with: values)
            if unsure.contains(place.start.line) { continue }
            diagnostics.append(Diagnostic(finding.id, finding.severity, finding.message, at: place, notes: notes))
        }
        if unknown.isEmpty, result.workout.items.isEmpty, !result.findings.contains(where: { $0.severity == .error }) {
            fault(
                .noSteps, "nothing in this text makes a step; what isn't steps belongs under `prose`",
                at: text.range, notes: notes)
        }
    }

    /// Adds notes to a fault that was found before it was known who uses the text.
    private func note(_ notes: [Diagnostic.Note], beside rule: PlanRule, at range: SourceRange) {
        guard let place = diagnostics.lastIndex(where: { $0.range == range && $0.id == rule.rawValue }) else { return }
        diagnostics[place].notes += notes
    }

    /// Publishing changes single characters only, so that places stay.
    func checkProse(_ text: TemplateText, _ values: [String: ParameterValue], _ notes: [Diagnostic.Note]) {
        guard let step = Workout.read(Prose.publish(text.text(with: values))).stepRanges.first else { return }
        fault(
            .proseHasSteps, "the service would read this line as a step of the workout",
            at: text.range(ofFilled: step, with: values), notes: notes)
    }
}
