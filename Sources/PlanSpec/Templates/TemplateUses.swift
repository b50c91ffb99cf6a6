import Diagnostics

extension Plan {
    /// The key of the first session that uses each template.
    var firstUses: [String: String] {
        var uses: [String: String] = [:]
        func note(_ content: SessionSpec.Content?, _ loadingWeek: Int, _ key: @autoclosure () -> String) {
            if case .brick(let parts) = content {
                parts.forEach { note($0.content, loadingWeek, key()) }
                return
            }
            guard case .templates(let names) = content, !names.isEmpty else { return }
            let name = names[loadingWeek % names.count].value
            if uses[name] == nil { uses[name] = key() }
        }
        for phase in phases {
            var loadingWeeks = 0
            for week in 1...max(1, phase.weeks) {
                let isRecovery = phase.isRecovery(week: week)
                for session in phase.sessions(ofWeek: week) {
                    note(session.content, loadingWeeks, "\(phase.id.value).w\(week).\(session.id.value)")
                }
                if !isRecovery { loadingWeeks += 1 }
            }
        }
        for fixed in fixed { note(fixed.session.content, 0, "fixed.\(fixed.id.value)") }
        races.forEach { note($0.content, 0, "race.\($0.id.value)") }
        for event in events {
            if case .workout(let session) = event.kind { note(session.content, 0, "event.\(event.id.value)") }
        }
        return uses
    }
}
