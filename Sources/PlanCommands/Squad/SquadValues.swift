import CalendarDiff
import Diagnostics
import Periodization
import PlanSpec
import Reports

/// What commands that only look say of several athletes.
enum SquadValues {
    /// Each athlete's value with who it is about and how it ended, and how many there are.
    static func json<Value>(_ outcomes: [SquadRun.Outcome<Value>], _ value: (Value) -> JSONValue) -> JSONValue {
        let athletes = outcomes.map { outcome -> JSONValue in
            var entries: [String: JSONValue] = ["athlete": .string(outcome.member.athlete.id.value)]
            if let found = outcome.value, case .object(let own) = value(found) { entries.merge(own) { $1 } }
            entries["plan"] = .string(outcome.member.spec.id.value)
            entries["name"] = JSONValue(outcome.member.athlete.name)
            entries["status"] = .integer(Int(outcome.status.rawValue))
            entries["error"] = JSONValue(outcome.error)
            return .object(entries)
        }
        return [
            "athletes": .array(athletes),
            "totals": [
                "athletes": .integer(outcomes.count), "failed": .integer(outcomes.count { $0.status != .done }),
            ],
        ]
    }

    /// Each athlete's text under the athlete's name.
    static func text<Value>(
        _ outcomes: [SquadRun.Outcome<Value>], name: String, _ ink: Ink, _ text: (Value) -> String
    ) -> String {
        let failed = outcomes.count { $0.status != .done }
        let head = "\(name): \(outcomes.count) athletes" + (failed > 0 ? ", \(failed) with trouble" : "")
        let parts = outcomes.map { outcome in
            let title = "\(outcome.member.athlete.title), \(outcome.member.spec.id.value)"
            let body = outcome.value.map(text) ?? ink.paint(outcome.error ?? "failed", .problem) + "\n"
            return ink.paint(title, .heading) + "\n" + body
        }
        return ([ink.paint(head, .heading) + "\n"] + parts).joined(separator: "\n")
    }

    /// Ends the command with the squad's status.
    static func end<Value>(_ outcomes: [SquadRun.Outcome<Value>]) throws {
        try ExitStatus.end(SquadStatus.of(outcomes.map { Int($0.status.rawValue) }, wroteAnything: false))
    }
}
