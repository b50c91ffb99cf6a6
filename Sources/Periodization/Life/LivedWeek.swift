import CivilDates
import Diagnostics
import PlanSpec

extension WeekBuilder {
    /// A week with its overlays.
    ///
    /// - Parameter near: hard sessions of the weeks beside it, from which a week that is placed again keeps its distance.
    mutating func lived(_ planned: BuiltWeek, near: [(date: CivilDate, isPinned: Bool)]) -> BuiltWeek {
        let frame = planned.frame
        guard life.touches(frame) else { return planned }
        let overlays = life.overlays(in: frame)
        var week = planned
        week.frame.target = campTarget(frame)
        week.hasCamp = (0..<7).contains { life.camp(on: frame.date($0)) != nil }
        if overlays.contains(where: \.respread) {
            week = built(
                frame, days: rooms(of: frame, respread: true), target: week.frame.target, committedHardDates + near,
                isComingBack: true)
            week.hasCamp = (0..<7).contains { life.camp(on: frame.date($0)) != nil }
            for overlay in overlays where overlay.respread { week.binding.insert("life.\(overlay.id.value)") }
        }
        dropFixed(in: &week)
        for day in 0..<7 { fit(day, in: &week) }
        for overlay in overlays where overlay.load != nil { fill(overlay, in: &week) }
        if week.hasCamp, overlays.contains(where: \.respread) { balance(&week) }
        for overlay in overlays where overlay.load != nil { explainCamp(overlay, in: &week) }
        for day in 0..<7 { comeBack(day, in: &week) }
        warnOfBlocked(in: &week)
        return week
    }

    /// The target of a week with camp days: theirs by the camp's load, the others' by the week's own target.
    private func campTarget(_ frame: WeekFrame) -> Double? {
        guard let target = frame.target, frame.measure == .load else { return frame.target }
        let camps = (0..<7).compactMap { life.camp(on: frame.date($0)) }
        guard !camps.isEmpty else { return target }
        return target * Double(7 - camps.count) / 7
            + camps.reduce(0) { $0 + ($1.load ?? 0) / Double(max(1, $1.days)) }
    }

    /// What each day allows, with the rooms of overlays that place the week again.
    private func rooms(of frame: WeekFrame, respread: Bool) -> [Availability.Day] {
        availability(of: frame).enumerated().map { day, room in
            guard let other = life.room(on: frame.date(day)), other.overlay.respread || !respread else { return room }
            return other.room
        }
    }

    /// Fixed sessions fall away where an overlay says `off`.
    private func dropFixed(in week: inout BuiltWeek) {
        for (index, commitment) in week.commitments.enumerated().reversed() where commitment.isFixed {
            guard let (overlay, room) = life.room(on: commitment.date), room.isOff else { continue }
            week.commitments.remove(at: index)
            week.note("session-dropped", "\(commitment.draft.name) on \(commitment.date) falls away", overlay)
        }
    }

    /// Cuts the sessions of a day to an overlay's room, or drops those that can't be that small.
    private mutating func fit(_ day: Int, in week: inout BuiltWeek) {
        guard let (overlay, whole) = life.room(on: week.frame.date(day)) else { return }
        let happening = week.commitments.filter { $0.date == week.frame.date(day) }
        let room = whole.left(after: happening, week.frame.measure)
        let here = week.sessions.indices.filter { week.sessions[$0].day == day }
        let ranks = dropRanks(here.map { week.sessions[$0].draft })
        var (kept, counting, seconds): ([Int], Int, Int) = ([], 0, 0)
        // The most important first.
        for (_, index) in zip(ranks, here).sorted(by: { $0.0 > $1.0 }) {
            let draft = week.sessions[index].draft
            let least = Int(sizer.range(draft, .duration, within: nil)?.lowerBound ?? 0)
            let counts = draft.role.countsAgainstDay ? 1 : 0
            let fits =
                !whole.isOff && draft.parts.allSatisfy { whole.takes($0.sport) } && counting + counts <= room.sessions
                && seconds + least <= room.seconds ?? .max
            guard fits else { continue }
            kept.append(index)
            (counting, seconds) = (counting + counts, seconds + least)
        }
        kept.sort()
        cut(kept, to: room.seconds, overlay, in: &week)
        for index in here.reversed() where !kept.contains(index) { week.drop(index, overlay) }
    }

    /// Makes sessions that share a day no longer than it has room.
    private mutating func cut(_ kept: [Int], to seconds: Int?, _ overlay: LifeOverlay, in week: inout BuiltWeek) {
        guard let seconds, kept.reduce(0, { $0 + week.sessions[$1].content.duration }) > seconds else { return }
        let slots = kept.map { index -> Slot in
            let now = Double(week.sessions[index].content.duration)
            let least = sizer.range(week.sessions[index].draft, .duration, within: nil)?.lowerBound ?? 0
            return Slot(weight: now, range: min(least, now)...now)
        }
        for (index, limit) in zip(kept, shareOut(Double(seconds), over: slots)) {
            resize(index, to: nil, within: Int(limit + 1e-6), overlay, in: &week)
        }
    }

    /// Sizes a session again: to `wanted`, or as near to its present size as the limit allows.
    private mutating func resize(
        _ index: Int, to wanted: Double?, within limit: Int?, _ overlay: LifeOverlay, in week: inout BuiltWeek
    ) {
        let measure = week.frame.measure
        let session = week.sessions[index]
        let before = measure.of(session.content)
        // Where the present size is that of a workout without load, its time tells more.
        let other = before > 0 ? measure : .duration
        let size = wanted ?? (before > 0 ? before : Double(session.content.duration))
        guard let content = sizer.nearest(session.draft, to: size, other, within: limit) else { return }
        let isSame = content.duration == session.content.duration && settled(measure.of(content) - before) == 0
        guard !isSame else { return }
        week.sessions[index].content = content
        week.sessions[index].limit = limit ?? session.limit
        week.sessions[index].change = LifeChange(overlay: overlay.id.value, before: before)
        week.note(
            "session-resized",
            "\(session.draft.name) on \(week.frame.date(session.day)) goes from \(week.shown(before)) to"
                + " \(week.shown(measure.of(content)))", overlay)
    }

    /// Makes the sessions of a day after days off smaller, and leaves out hard ones at first.
    private mutating func comeBack(_ day: Int, in week: inout BuiltWeek) {
        guard let comeback = life.comeback(on: week.frame.date(day)) else { return }
        for index in week.sessions.indices.reversed() where week.sessions[index].day == day {
            let session = week.sessions[index]
            if comeback.noHard, session.draft.role.isHard {
                week.drop(index, comeback.overlay)
            } else if session.draft.role != .strength {
                let before = week.frame.measure.of(session.content)
                let size = before > 0 ? before : Double(session.content.duration)
                resize(
                    index, to: comeback.factor * size, within: session.content.duration, comeback.overlay, in: &week)
            }
        }
    }

    /// A race or a pinned workout on a day without room stays, with a warning.
    private func warnOfBlocked(in week: inout BuiltWeek) {
        for commitment in week.commitments where !commitment.isFixed {
            guard let (overlay, room) = life.room(on: commitment.date) else { continue }
            let isTooLong = !commitment.isRace && commitment.content.duration > room.max ?? .max
            guard room.isOff || isTooLong else { continue }
            week.diagnostics.append(
                Diagnostic(
                    commitment.isRace ? "race-on-blocked-day" : "event-on-blocked-day", .warning,
                    "\(commitment.key) is on \(commitment.date), a day of life.\(overlay.id.value)"
                        + " without room for it; it stays",
                    at: commitment.range, notes: [Diagnostic.Note("the overlay is here", at: overlay.range)]))
        }
    }
}

extension BuiltWeek {
    /// Says what an overlay did.
    fileprivate mutating func note(_ id: String, _ what: String, _ overlay: LifeOverlay) {
        binding.insert("life.\(overlay.id.value)")
        diagnostics.append(Diagnostic(id, .note, "life.\(overlay.id.value): \(what)", at: overlay.range))
    }

    /// Leaves a session out for an overlay.
    fileprivate mutating func drop(_ index: Int, _ overlay: LifeOverlay) {
        let session = sessions.remove(at: index)
        note("session-dropped", "\(session.draft.name) on \(frame.date(session.day)) is left out", overlay)
    }
}
