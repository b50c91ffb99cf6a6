import CivilDates
import Diagnostics
import PlanSpec

extension WeekBuilder {
    /// Spreads a camp's load evenly over the sessions of its days in the week.
    mutating func fill(_ camp: LifeOverlay, in week: inout BuiltWeek) {
        guard let part = campPart(camp, in: week.frame) else { return }
        let isHere = { (session: PlacedSession) in part.days.contains(session.day) }
        let rest = part.load - load(of: part.days, in: week) { !isOpen($0) }
        resize(
            week.sessions.indices.filter { isHere(week.sessions[$0]) && isOpen(week.sessions[$0]) }, to: rest, camp,
            in: &week
        ) { _ in 1 }
        week.binding.insert("life.\(camp.id.value)")
    }

    /// Gives the other days of a week that was spread anew what its camps leave of the target.
    mutating func balance(_ week: inout BuiltWeek) {
        guard let target = week.frame.target, week.frame.measure == .load else { return }
        let others = (0..<7).filter { life.camp(on: week.frame.date($0)) == nil }
        let open = week.sessions.indices.filter { others.contains(week.sessions[$0].day) && isOpen(week.sessions[$0]) }
        let rest = target - week.load + open.reduce(0) { $0 + week.sessions[$1].content.load }
        resize(open, to: rest, nil, in: &week) { max($0.content.load, 1) }
        // What was said of the sizes before is no longer so.
        week.diagnostics.removeAll { $0.id == "week-under-target" }
        week.binding = week.binding.filter { $0.hasPrefix("life.") }
        explainMiss(in: &week)
    }

    /// Says what keeps the days of a camp from its load, where they miss it by more than 5 %.
    func explainCamp(_ camp: LifeOverlay, in week: inout BuiltWeek) {
        guard let part = campPart(camp, in: week.frame) else { return }
        let load = load(of: part.days, in: week) { _ in true }
        guard abs(part.load - load) > 0.05 * part.load + 1 else { return }
        let open = week.sessions.filter { part.days.contains($0.day) && isOpen($0) }
        var holding = Set(open.map { "template:\($0.draft.template.id.value)" })
        if holding.isEmpty || load < part.load && open.contains(where: isHeldByDay) { holding.insert("availability") }
        week.binding.formUnion(holding)
        let isLess = load < part.load
        let what =
            "life.\(camp.id.value): its days in \(week.label) come to \(figure(load)), \(figure(part.load)) were to be theirs"
        week.diagnostics.append(
            Diagnostic(
                isLess ? "week-under-target" : "week-over-target", .warning,
                open.isEmpty
                    ? what + "; none of the week's sessions that could change lies on them"
                    : what + ", held \(isLess ? "down" : "up") by \(holding.sorted().joined(separator: ", "))"
                        + (isLess
                            ? "; lower the camp's load, add a session or make room"
                            : "; raise the camp's load or leave a session out"),
                at: camp.range, limit: part.load, value: load))
    }

    /// The days of a camp in a week, and their part of its load; nil where it has none there.
    private func campPart(_ camp: LifeOverlay, in frame: WeekFrame) -> (days: [Int], load: Double)? {
        let days = (0..<7).filter { life.camp(on: frame.date($0))?.id.value == camp.id.value }
        guard !days.isEmpty, let load = camp.load else { return nil }
        return (days, load * Double(days.count) / Double(max(1, camp.days)))
    }

    /// Whether a session's size is for the week to find.
    private func isOpen(_ session: PlacedSession) -> Bool {
        !session.draft.isOwnSized && session.draft.role.weight > 0
    }

    /// Whether a session is as long as its day lets it be.
    private func isHeldByDay(_ session: PlacedSession) -> Bool {
        session.limit.map { session.content.duration >= $0 - 300 } ?? false
    }

    /// The load of some days: everything committed, and the sessions that are asked for.
    private func load(
        of days: [Int], in week: BuiltWeek, where isCounted: (PlacedSession) -> Bool
    ) -> Double {
        let committed = week.commitments.filter { days.contains($0.date - week.frame.start) }
        return committed.reduce(0) { $0 + $1.content.load }
            + week.sessions.filter { days.contains($0.day) && isCounted($0) }.reduce(0) { $0 + $1.content.load }
    }

    /// Shares a load out over some sessions of a week, as far as templates and days allow.
    private mutating func resize(
        _ open: [Int], to load: Double, _ camp: LifeOverlay?, in week: inout BuiltWeek,
        weight: (PlacedSession) -> Double
    ) {
        let limits = dayLimits(in: week)
        let slots = open.map { index in
            let range = sizer.range(week.sessions[index].draft, .load, within: limits[index]) ?? 0...0
            return Slot(weight: weight(week.sessions[index]), range: range)
        }
        for (index, size) in zip(open, shareOut(load, over: slots)) {
            let session = week.sessions[index]
            guard let content = sizer.nearest(session.draft, to: size, .load, within: limits[index]) else { continue }
            if let camp {
                week.sessions[index].change = LifeChange(
                    overlay: camp.id.value, before: week.frame.measure.of(session.content))
            }
            week.sessions[index].content = content
            week.sessions[index].slot = size
            week.sessions[index].limit = limits[index]
        }
    }

    /// What each session of a week may last on its day, overlays included.
    private mutating func dayLimits(in week: BuiltWeek) -> [Int?] {
        let left = availability(of: week.frame).enumerated().map { day, plain in
            let date = week.frame.date(day)
            return (life.room(on: date)?.room ?? plain).left(after: week.commitments.filter { $0.date == date }, .load)
        }
        return dayLimits(week.sessions.map { ($0.draft, $0.day) }, days: left)
    }
}
