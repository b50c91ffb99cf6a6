import CivilDates
public import Diagnostics
import LoadSimulation
public import Periodization

/// The plans of a squad side by side.
public struct SquadPlansReport: Sendable {
    /// One athlete's plan.
    public struct Member: Sendable {
        /// The athlete's id.
        public var athlete: String
        /// The athlete's name, where the roster has one.
        public var name: String?
        /// What people call the plan.
        public var planName: String
        /// The expanded plan.
        public var schedule: Schedule

        /// A member of the squad.
        public init(athlete: String, name: String?, planName: String, schedule: Schedule) {
            self.athlete = athlete
            self.name = name
            self.planName = planName
            self.schedule = schedule
        }

        /// The name with the id, or the id alone.
        public var title: String { name.map { "\($0) (\(athlete))" } ?? athlete }
    }

    /// An athlete whose plan could not be had.
    public struct Failure: Sendable {
        /// The athlete's place in the roster, from 0.
        public var place: Int
        /// The athlete's id.
        public var athlete: String
        /// The athlete's name, where the roster has one.
        public var name: String?
        /// The plan's id.
        public var plan: String
        /// The exit status of a run for this athlete alone.
        public var status: Int
        /// Why it failed.
        public var error: String

        /// An athlete with the reason.
        public init(place: Int, athlete: String, name: String?, plan: String, status: Int, error: String) {
            self.place = place
            self.athlete = athlete
            self.name = name
            self.plan = plan
            self.status = status
            self.error = error
        }
    }

    private let name: String
    private let members: [Member]
    private let failures: [Failure]
    private let ink: Ink

    /// Makes the report; `name` is the roster's. In text those who failed come last.
    public init(name: String, _ members: [Member], failures: [Failure] = [], ink: Ink = Ink()) {
        self.name = name
        self.members = members
        self.failures = failures
        self.ink = ink
    }

    /// One table of all athletes, then what `body` says of each under a heading, ending in a newline.
    public func text(_ body: (Member) -> String) -> String {
        let parts = members.map { ink.paint("\($0.title), \($0.schedule.plan)", .heading) + "\n" + body($0) }
        let troubles = failures.map {
            ink.paint("\($0.name ?? $0.athlete), \($0.plan)", .heading) + "\n" + ink.paint($0.error, .problem) + "\n"
        }
        return ([summary] + parts + troubles).joined(separator: "\n")
    }

    /// One table of all athletes, ending in a newline.
    public var summary: String {
        var table = TextTable(
            [.left, .left, .left, .left, .right, .right, .right, .right, .right],
            heading: ["Athlete", "Plan", "Starts", "Ends", "Weeks", "Sessions", "Load", "Peak CTL", "Race form"])
        for member in members { table.add(member.row) }
        return ([ink.paint(name, .heading)] + table.lines()).joined(separator: "\n") + "\n"
    }

    /// Each athlete's value with who it is about, and the squad's totals.
    public func json(_ body: (Member) -> JSONValue) -> JSONValue {
        var athletes = members.map { member -> JSONValue in
            guard case .object(var entries) = body(member) else { return .null }
            entries["athlete"] = .string(member.athlete)
            entries["name"] = JSONValue(member.name)
            entries["plan"] = .string(member.schedule.plan)
            entries["status"] = .integer(0)
            entries["error"] = .null
            return .object(entries)
        }
        for failure in failures {
            let value: JSONValue = [
                "athlete": .string(failure.athlete), "name": JSONValue(failure.name), "plan": .string(failure.plan),
                "status": .integer(failure.status), "error": .string(failure.error),
            ]
            athletes.insert(value, at: min(failure.place, athletes.count))
        }
        func total(_ value: (PlannedWeek) -> Int) -> JSONValue {
            .integer(members.reduce(0) { $0 + $1.schedule.weeks.reduce(0) { $0 + value($1) } })
        }
        return [
            "athletes": .array(athletes),
            "totals": [
                "athletes": .integer(members.count + failures.count), "sessions": total(\.sessions),
                "load": total(\.load),
                "duration": total(\.duration),
            ],
        ]
    }
}

extension SquadPlansReport {
    /// Every athlete's rows below one heading, the athlete's id first.
    public var csv: String {
        var lines: [Substring] = []
        for member in members {
            let rows = member.schedule.csv.split(separator: "\r\n", omittingEmptySubsequences: true)
            if lines.isEmpty, let heading = rows.first { lines.append("athlete," + heading) }
            lines += rows.dropFirst().map { "\(member.athlete)," + $0 }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    /// Each athlete's plan as Markdown under the athlete's name.
    public var markdown: String {
        members.map { "# \($0.title)\n\n" + $0.schedule.markdown }.joined(separator: "\n")
    }
}

extension SquadPlansReport.Member {
    fileprivate var row: [String] {
        let curve = schedule.curve
        let race = schedule.entries.first { $0.category == .raceA } ?? schedule.entries.first(where: \.isRace)
        let form = race.flatMap { curve[$0.date]?.morningForm }
        return [
            title, schedule.plan, "\(schedule.start)", "\(schedule.end)", "\(schedule.weeks.count)",
            "\(schedule.weeks.reduce(0) { $0 + $1.sessions })", "\(schedule.weeks.reduce(0) { $0 + $1.load })",
            curve.peak.map { figure($0.evening.ctl, decimals: 1) } ?? "",
            form.map { ($0 < 0 ? "" : "+") + figure($0, decimals: 1) } ?? "",
        ]
    }
}
