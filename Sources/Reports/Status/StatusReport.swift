public import CalendarDiff
import CivilDates
public import Diagnostics

/// Planned against done, as text for people and as JSON.
public struct StatusReport: Sendable {
    private let compliance: Compliance
    private let plan: String
    private let athlete: String
    private let today: String
    private let ink: Ink

    /// Makes the report of one athlete's plan, as of a day.
    public init(_ compliance: Compliance, plan: String, athlete: String, today: String, ink: Ink = Ink()) {
        self.compliance = compliance
        self.plan = plan
        self.athlete = athlete
        self.today = today
        self.ink = ink
    }

    /// A table by week, what did not go as planned, and the totals, ending in a newline.
    public var text: String {
        let blocks = [
            [ink.paint("\(plan), athlete \(athlete), as of \(today)", .heading)], table, exceptions, [totals],
        ]
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var table: [String] {
        var table = TextTable(
            [.right, .left, .right, .right, .right, .right, .right, .right, .right, .right, .right],
            heading: [
                "Week", "Starts", "Planned", "On time", "Shifted", "Missed", "Excused", "Unplanned", "Load", "Done",
                "Share",
            ])
        for (index, start) in compliance.weekStarts.enumerated() {
            let counts = compliance.counts(ofWeek: start)
            let numbers = [
                counts.planned, counts[.onTime], counts[.shifted], counts[.missed], counts[.excused], counts.unplanned,
                counts.plannedLoad, counts.doneLoad,
            ]
            table.add(["\(index + 1)", "\(start)"] + numbers.map(String.init) + [percent(counts.share)])
        }
        return table.lines().enumerated().map { $0.offset == 0 ? ink.paint($0.element, .heading) : $0.element }
    }

    private var exceptions: [String] {
        let sessions = compliance.sessions.compactMap { session -> String? in
            let what = "\(session.planned.date)  \(session.planned.name)  \(session.planned.key)"
            switch session.status {
            case .onTime, .upcoming: return nil
            case .shifted: return ink.paint("  > \(what): done on \(session.done?.date.description ?? "")", .changed)
            case .missed: return ink.paint("  x \(what): missed", .removed)
            case .excused: return ink.paint("  o \(what): excused", .faint)
            }
        }
        let others = compliance.unplanned.map { activity in
            let load = activity.load.map { ", load \($0)" } ?? ""
            let name = activity.name ?? activity.type ?? "activity"
            return ink.paint("  + \(activity.date)  \(name)  \(activity.id): not planned\(load)", .added)
        }
        return sessions + others
    }

    private var totals: String {
        let counts = compliance.totals
        let share = counts.share == nil ? "nothing was due yet" : "\(percent(counts.share)) of what was due"
        return "Done: \(counts[.onTime]) on time, \(counts[.shifted]) shifted, \(counts[.missed]) missed,"
            + " \(counts[.excused]) excused, \(counts.unplanned) unplanned; \(share)."
            + " Load \(counts.doneLoad) of \(compliance.dueLoad) due."
    }

    private func percent(_ share: Double?) -> String {
        share.map { "\(Int(($0 * 100).rounded())) %" } ?? ""
    }

    /// The same as JSON.
    public var json: JSONValue {
        [
            "plan": .string(plan), "athlete": .string(athlete), "today": .string(today),
            "totals": merged(compliance.totals.json, ["due_load": .integer(compliance.dueLoad)]),
            "weeks": .array(
                compliance.weekStarts.enumerated().map { index, start in
                    merged(
                        compliance.counts(ofWeek: start).json,
                        ["number": .integer(index + 1), "start": .string("\(start)")])
                }),
            "sessions": JSONValue(compliance.sessions) { $0.json },
            "unplanned": JSONValue(compliance.unplanned) { $0.json },
        ]
    }
}

private func merged(_ value: JSONValue, _ more: [String: JSONValue]) -> JSONValue {
    guard case .object(let entries) = value else { return value }
    return .object(entries.merging(more) { $1 })
}

extension Compliance.Counts {
    fileprivate var json: JSONValue {
        var entries: [String: JSONValue] = [
            "planned": .integer(planned), "unplanned": .integer(unplanned), "planned_load": .integer(plannedLoad),
            "done_load": .integer(doneLoad), "unknown_loads": .integer(unknownLoads),
            "compliance": JSONValue(share, decimals: 4),
        ]
        for status in Compliance.Status.allCases { entries[status.rawValue] = .integer(self[status]) }
        return .object(entries)
    }
}

extension Compliance.Session {
    fileprivate var json: JSONValue {
        [
            "key": .string(planned.key), "date": .string("\(planned.date)"), "name": .string(planned.name),
            "type": JSONValue(planned.type), "status": .string(status.rawValue),
            "done_date": JSONValue(done.map { "\($0.date)" }), "shift_days": JSONValue(shiftDays),
            "activity_id": JSONValue(done?.id), "event_id": JSONValue(planned.eventID),
            "planned_load": JSONValue(planned.load), "done_load": JSONValue(done?.load),
            "planned_duration": JSONValue(planned.duration), "done_duration": JSONValue(done?.duration),
        ]
    }
}

extension DoneSession {
    fileprivate var json: JSONValue {
        [
            "activity_id": .string(id), "date": .string("\(date)"), "name": JSONValue(name), "type": JSONValue(type),
            "load": JSONValue(load), "duration": JSONValue(duration),
        ]
    }
}
