import Diagnostics

extension Reading {
    /// A session that doesn't say its role needs templates that do.
    func checkRole(of content: SessionSpec.Content, at range: SourceRange) {
        switch content {
        case .templates(let names):
            let silent = names.compactMap { templates.templates[$0.value] }.first { $0.role == nil }
            if let silent {
                fault(.missingRole, "neither this nor its template \(quoted(silent.id.value)) says a role", at: range)
            }
        case .brick(let parts):
            if let first = parts.first { checkRole(of: first.content, at: range) }
        case .text, .prose:
            fault(.missingRole, "text in place needs a `role` beside it", at: range)
        }
    }

    /// A session's role: its own, else its first template's.
    func role(of session: SessionSpec) -> Role? {
        if let role = session.role { return role }
        switch session.content {
        case .templates(let names):
            return names.first.flatMap { templates.templates[$0.value]?.variant(indoor: session.indoor).role }
        case .brick(let parts): return parts.first.flatMap(role)
        case .text, .prose: return nil
        }
    }
}
