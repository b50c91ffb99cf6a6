import Diagnostics
import Workouts

extension Reading {
    /// Reads a template's text the way the service does, filled with its defaults, and places each finding in the file.
    func checkBody(of template: WorkoutTemplate, firstUse: String? = nil) {
        let use = firstUse.map { [Diagnostic.Note("first used by \($0)")] } ?? []
        switch template.body {
        case .text(let text):
            let filled = text.text(with: template.defaults)
            for finding in Workout.read(filled).findings {
                diagnostics.append(
                    Diagnostic(
                        finding.id, finding.severity, finding.message,
                        at: text.range(ofFilled: finding.range, with: template.defaults), notes: use))
            }
        case .prose(let text):
            checkProse(text, template, use)
        }
        if let description = template.description { checkProse(description, template, use) }
    }

    /// Text that is published beside a workout must not become steps.
    func checkProse(_ text: String, at range: SourceRange?) {
    }

    private func checkProse(_ text: TemplateText, _ template: WorkoutTemplate, _ notes: [Diagnostic.Note]) {
    }
}

extension Reading {
    /// Checks every template on the shelf, used or not.
    func checkBodies(firstUses: [String: String]) {
        for name in templates.names {
            if let template = templates.templates[name] { checkBody(of: template, firstUse: firstUses[name]) }
        }
    }
}
