extension Phase {
    /// Whether a week of the phase, counted from 1, is a recovery week.
    public func isRecovery(week: Int) -> Bool {
        overrides[week]?.recovery ?? isRecoveryByRhythm(week: week)
    }

    /// Whether the rhythm makes a week, counted from 1, a recovery week.
    func isRecoveryByRhythm(week: Int) -> Bool { rhythm.isRecovery(week: week, of: weeks) }

    /// The sessions that the file gives a week of the phase, counted from 1, with what the week changes.
    public func sessions(ofWeek week: Int) -> [SessionSpec] {
        let override = overrides[week]
        let list = override?.week ?? (isRecovery(week: week) ? recoveryWeek : nil) ?? self.week
        guard let override else { return list }
        let changed = list.compactMap { session -> SessionSpec? in
            switch override.sessions[session.id.value] {
            case nil: session
            case .off: nil
            case .replaced(let other): other
            }
        }
        return changed + override.added
    }
}

extension Phase.Rhythm {
    /// Whether a week, counted from 1, of so many is a recovery week.
    public func isRecovery(week: Int, of weeks: Int) -> Bool {
        switch self {
        case .none: return false
        case .pattern(let pattern): return !pattern.isEmpty && pattern[(week - 1) % pattern.count]
        case .ratio(let loading, let recovery):
            let cycle = (week - 1) / (loading + recovery)
            let isWhole = (cycle + 1) * (loading + recovery) <= weeks
            return isWhole && (week - 1) % (loading + recovery) >= loading
        }
    }
}
