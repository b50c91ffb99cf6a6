import CivilDates
import Diagnostics
import PlanSpec
import Workouts

extension BuiltWeek {
    /// How the week is named in messages.
    var label: String { "week \(frame.number) (\(frame.start))" }

    /// A session that was left out since the week is too full.
    func droppedForSize(_ draft: Draft, target: Double) -> Diagnostic {
        Diagnostic(
            "session-dropped", .note,
            "\(draft.name) is left out of \(label): the target of \(shown(target)) has no room for it",
            at: draft.spec.range)
    }

    /// A week whose smallest sizes exceed its target.
    func overTarget(_ size: Double, target: Double, range: SourceRange?) -> Diagnostic {
        Diagnostic(
            "week-over-target", .warning,
            "\(label) comes to at least \(shown(size)), more than its target of \(shown(target));"
                + " raise the target or make a session smaller",
            at: range, limit: target, value: size)
    }

    /// A week whose sessions can't reach its target, which is stated at `place`.
    func underTarget(_ target: Double, missing: Double, statedAt place: SourceRange) -> Diagnostic {
        let isOwnSized = !sessions.isEmpty && sessions.allSatisfy { $0.slot == nil }
        return Diagnostic(
            "week-under-target", .warning,
            "\(label) comes to \(shown(target - missing)) of \(shown(target)), "
                + (isOwnSized
                    ? "since none of its sessions takes a part of the target; lower it, or add a session without a size"
                    : "held down by \(binding.sorted().joined(separator: ", "));"
                        + " lower the target, add a session or make room"),
            at: sessions.first?.draft.spec.range ?? commitments.first?.draft.spec.range ?? place, limit: target,
            value: target - missing)
    }

    /// An event that stands in for what its week doesn't have.
    func insteadOfNothing(_ event: PinnedEvent, _ instead: Located<String>) -> Diagnostic {
        Diagnostic(
            "instead-of-nothing", .warning,
            "\(label) has no session `\(instead.value)`, so \(event.id.value) comes on top and leaves nothing out",
            at: instead.range)
    }

    /// A size in the week's measure as messages show it.
    func shown(_ size: Double) -> String {
        switch frame.measure {
        case .load: figure(size)
        case .duration: durationFigure(Int(size.rounded()))
        case .distance: figure(size / 1000, decimals: 1) + " km"
        }
    }

    /// Warns of sessions without a day, and of those that could not keep theirs.
    mutating func report(_ drafts: [Draft], _ placement: [Int?], rules problem: PlacementProblem) {
        for (index, (draft, day)) in zip(drafts, placement).enumerated() {
            let wanted = draft.spec.days.map(\.name).joined(separator: " or ")
            guard let day else {
                diagnostics.append(
                    Diagnostic(
                        "session-not-placed", .warning,
                        "\(draft.name) fits on no day of \(label) and is left out; its load goes to the others",
                        at: draft.spec.range))
                continue
            }
            let preferences = problem.items[index].preferences
            guard !preferences.isEmpty, !preferences.contains(day) else { continue }
            diagnostics.append(
                Diagnostic(
                    "pinned-day-blocked", .warning,
                    "\(draft.name) can't be on \(wanted) in \(label); it moves to \(frame.date(day).weekday.name)",
                    at: draft.spec.ranges["day"] ?? draft.spec.range))
        }
    }
}

extension WeekBuilder {
    /// Warns of pinned workouts that a race leaves no room for.
    var eventsOnRaceDays: [Diagnostic] {
        crowdedOut.map {
            Diagnostic(
                "event-on-race-day", .warning,
                "\($0.draft.name) is left out: the race on \($0.date) has the day to itself", at: $0.draft.spec.range)
        }
    }

    /// Warns of pinned hard sessions where a race wants easy days.
    func pinnedNearRace(_ week: BuiltWeek) -> [Diagnostic] {
        week.commitments.filter { !$0.isRace && $0.draft.role.isHard && rules[$0.date].noHard }.map {
            Diagnostic(
                "event-near-race", .warning,
                "\($0.draft.name) on \($0.date) is hard, and a race near it wants an easy day; it stays as"
                    + " \($0.isFixed ? "fixed" : "pinned")",
                at: $0.range)
        }
    }

    /// Warns of hard sessions whose authors chose days that are too near to each other.
    func hardDaysAdjacent(_ week: BuiltWeek, _ known: [(date: CivilDate, isPinned: Bool)]) -> [Diagnostic] {
        var earlier = known.map(\.date).filter { $0 < week.frame.start }
        let placed = week.sessions.filter { $0.draft.role.isHard }.map {
            (date: week.frame.date($0.day), name: $0.draft.name, range: $0.draft.spec.range)
        }
        let pinned = week.commitments.filter { $0.draft.role.isHard }.map {
            (date: $0.date, name: $0.draft.name, range: $0.range)
        }
        var result: [Diagnostic] = []
        for hard in (pinned + placed).sorted(by: { $0.date < $1.date }) {
            if let near = earlier.max(), hard.date - near < plan.limits.hardSpacingDays,
                !isToldByRace(hard.date, near)
            {
                result.append(
                    Diagnostic(
                        "hard-days-adjacent", .warning,
                        "\(hard.name) on \(hard.date.weekday.name) \(hard.date) is less than"
                            + " \(plan.limits.hardSpacingHours)h from the hard session on"
                            + " \(near.weekday.name) \(near); both days are set in the file",
                        at: hard.range))
            }
            earlier.append(hard.date)
        }
        return result
    }

    /// Whether two hard days are both races, or one of them a race that wants an easy day there, which is told apart.
    private func isToldByRace(_ day: CivilDate, _ near: CivilDate) -> Bool {
        switch (rules[day].isRaceDay, rules[near].isRaceDay) {
        case (false, false): false
        case (true, true): true
        case (true, false): rules[near].noHard
        case (false, true): rules[day].noHard
        }
    }

    /// Warns of fixed sessions on days that have no room for them; they happen anyway.
    func fixedOverAvailability(_ week: BuiltWeek, _ days: [Availability.Day]) -> [Diagnostic] {
        week.commitments.filter(\.isFixed).compactMap { commitment in
            let room = days[commitment.date - week.frame.start]
            let why: String
            if room.isOff {
                why = "the day is off"
            } else if !commitment.draft.parts.allSatisfy({ room.takes($0.sport) }) {
                why = "the day doesn't take \(commitment.draft.sport.name)"
            } else if let max = room.max, commitment.content.duration > max {
                why = "the day has \(durationFigure(max)), it takes \(durationFigure(commitment.content.duration))"
            } else {
                return nil
            }
            return Diagnostic(
                "fixed-over-availability", .warning,
                "\(commitment.draft.name) on \(commitment.date.weekday.name) \(commitment.date) goes beyond the"
                    + " availability: \(why); it happens anyway",
                at: commitment.range)
        }
    }
}
