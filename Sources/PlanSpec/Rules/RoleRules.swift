import Diagnostics

extension Reading {
    /// A session that doesn't say its role needs templates that do.
    func checkRole(of content: SessionSpec.Content, at range: SourceRange) {
        switch content {
        case .templates(let names):
            let silent = names.compactMap { templates.templates[$0.value] }.first { $0.role == nil }
            if let silent {
                fault("missing-role", "neither this nor its template \(quoted(silent.id.value)) says a role", at: range)
            }
        case .text, .prose:
            fault("missing-role", "text in place needs a `role` beside it", at: range)
        }
    }

    /// A session's role: its own, else its first template's.
    func role(of session: SessionSpec) -> Role? {
        if let role = session.role { return role }
        guard case .templates(let names) = session.content, let name = names.first else { return nil }
        return templates.templates[name.value]?.role
    }
}
