import CivilDates
import PlanSpec

extension Schedule {
    /// Why the entry of a key is on its day and has its size; nil for what is no session of the plan.
    ///
    /// The key of a brick's part gives the reason of the whole brick.
    public func reason(for key: String) -> SessionReason? {
        for week in built {
            if let commitment = week.commitments.first(where: { matches(key, $0.key, $0.draft) }) {
                return week.reason(for: commitment)
            }
            for session in week.sessions {
                let own = "\(week.phase).w\(week.frame.phaseWeek).\(session.draft.name)"
                if matches(key, own, session.draft) { return week.reason(for: session, key: own) }
            }
        }
        return nil
    }

    private func matches(_ key: String, _ own: String, _ draft: Draft) -> Bool {
        key == own || draft.isBrick && draft.parts.indices.contains { key == "\(own).\($0 + 1)" }
    }
}

extension BuiltWeek {
    fileprivate func reason(for commitment: Commitment) -> SessionReason {
        SessionReason(
            key: commitment.key, date: commitment.date, choice: .given, measure: frame.measure.name,
            size: frame.measure.of(commitment.content), isOwnSized: commitment.draft.isOwnSized,
            weight: commitment.draft.role.weight)
    }

    fileprivate func reason(for session: PlacedSession, key: String) -> SessionReason {
        let draft = session.draft
        var reason = SessionReason(
            key: key, date: frame.date(session.day), choice: .even, measure: frame.measure.name,
            size: frame.measure.of(session.content), slot: session.slot, isOwnSized: draft.isOwnSized,
            weight: draft.role.weight, range: session.range, dayLimit: session.limit)
        if case .share(let share) = draft.size { reason.share = share }
        if let change = session.change { reason.changedBy = ("life.\(change.overlay)", change.before) }
        guard let record, let index = record.drafts.firstIndex(where: { $0.name == draft.name }) else { return reason }
        reason.choice = record.choice(index, day: session.day)
        reason.others = (0..<7).filter { $0 != session.day }.map { day in
            SessionReason.OtherDay(
                date: frame.date(day), why: record.refusal(index, day: day, chosen: session.day, first: frame.start))
        }
        return reason
    }
}

extension SizeMeasure {
    /// The measure by name.
    var name: String {
        switch self {
        case .load: "load"
        case .duration: "duration"
        case .distance: "distance"
        }
    }
}

extension PlacementRecord {
    /// How a session came to its day.
    fileprivate func choice(_ index: Int, day: Int) -> SessionReason.Choice {
        let item = problem.items[index]
        if item.pinnedDay == day { return .named }
        if let place = item.preferences.firstIndex(of: day) { return .preferred(place + 1) }
        return item.patternDay == day ? .pattern : .even
    }

    /// What speaks against another day for a session.
    fileprivate func refusal(_ index: Int, day: Int, chosen: Int, first: CivilDate) -> DayRefusal {
        let item = problem.items[index]
        let room = rooms[day]
        if room.isOff { return .off }
        if !drafts[index].parts.allSatisfy({ room.takes($0.sport) }) { return .sport }
        if item.allowedDays >> UInt8(day) & 1 == 0 { return raceDays.contains(day) ? .race : .nearRace }
        if let seconds = problem.days[day].seconds, seconds < item.seconds {
            return .time(left: seconds, least: item.seconds)
        }
        if let pinned = item.pinnedDay, pinned == chosen { return .notNamed }
        let places = (item.preferences.firstIndex(of: day), item.preferences.firstIndex(of: chosen))
        if let better = places.1, better < places.0 ?? .max { return .lessPreferred }
        let others = problem.items.indices.filter { $0 != index && days[$0] == day }
        let taken = others.reduce(0) { $0 + problem.items[$1].seconds }
        if let seconds = problem.days[day].seconds, seconds - taken < item.seconds {
            return .time(left: max(0, seconds - taken), least: item.seconds)
        }
        let counting = others.count { problem.items[$0].countsAgainstDay }
        if item.countsAgainstDay, problem.days[day].sessions - counting < 1 { return .full }
        if item.isHard, let near = nearHard(index, day) { return .nearHard(first + near) }
        return item.patternDay == chosen ? .notPattern : .lessEven
    }

    private func nearHard(_ index: Int, _ day: Int) -> Int? {
        let placed = problem.items.indices.filter { $0 != index && problem.items[$0].isHard }.compactMap { days[$0] }
        let all = placed + problem.hardDates.map(\.day)
        return all.filter { abs($0 - day) < problem.spacing }.min { abs($0 - day) < abs($1 - day) }
    }
}
