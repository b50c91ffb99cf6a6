import CivilDates
import Diagnostics
import PlanSpec

extension BuiltWeek {
    /// How the week is named in messages.
    var label: String { "week \(frame.number) (\(frame.start))" }

    /// A session that was left out since the week is too full.
    func droppedForSize(_ draft: Draft, target: Double) -> Diagnostic {
        Diagnostic(
            "session-dropped", .note,
            "\(draft.name) is left out of \(label): the target of \(figure(target)) has no room for it",
            at: draft.spec.range)
    }

    /// A week whose smallest sizes exceed its target.
    func overTarget(_ load: Double, target: Double, range: SourceRange?) -> Diagnostic {
        Diagnostic(
            "week-over-target", .warning,
            "\(label) comes to at least \(figure(load)), more than its target of \(figure(target));"
                + " raise the target or make a session smaller",
            at: range, limit: target, value: load)
    }

    /// A week whose sessions can't reach its target.
    func underTarget(_ target: Double) -> Diagnostic {
        Diagnostic(
            "week-under-target", .warning,
            "\(label) comes to \(figure(load)) of \(figure(target)), held down by"
                + " \(binding.sorted().joined(separator: ", ")); lower the target, add a session or make room",
            at: sessions.first?.draft.spec.range ?? commitments.first?.draft.spec.range, limit: target, value: load)
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
                "\($0.draft.name) on \($0.date) is hard, and a race near it wants an easy day; it stays as pinned",
                at: $0.draft.spec.range)
        }
    }

    /// Warns of hard sessions whose authors chose days that are too near to each other.
    func hardDaysAdjacent(_ week: BuiltWeek) -> [Diagnostic] {
        var earlier = hardDates.filter { $0.date < week.frame.start || week.frame.end < $0.date }.map(\.date)
        earlier += week.commitments.filter { $0.draft.role.isHard }.map(\.date)
        var result: [Diagnostic] = []
        for session in week.sessions where session.draft.role.isHard {
            let date = week.frame.date(session.day)
            if let near = earlier.first(where: { abs($0 - date) < plan.limits.hardSpacingDays }) {
                result.append(
                    Diagnostic(
                        "hard-days-adjacent", .warning,
                        "\(session.draft.name) on \(date.weekday.name) \(date) is less than"
                            + " \(plan.limits.hardSpacingHours)h from the hard session on"
                            + " \(near.weekday.name) \(near); both days are set in the file",
                        at: session.draft.spec.range))
            }
            earlier.append(date)
        }
        return result
    }
}
