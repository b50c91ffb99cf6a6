import CivilDates
import Diagnostics
import Foundation
import PlanSpec
import Testing

@testable import Periodization

/// Random plans with solved targets; `NIGHTLY=1` takes ten thousand of them.
@Suite struct RandomPlanTests {
    private static let seeds = ProcessInfo.processInfo.environment["NIGHTLY"] == nil ? 300 : 10_000

    /// The keys of a plan and of its phases in some order.
    private struct Draft {
        var head: [String]
        var phases: [[String]]

        init(_ random: inout SplitMix) {
            func pick<Item>(_ items: [Item]) -> Item { items[Int(random.next() % UInt64(items.count))] }
            let ctl = Int(random.number(25, 80))
            var limits: [String] = []
            if random.chance() { limits.append("ramp: \(Int(random.number(2, 8)))") }
            if random.chance() { limits.append("load: \(Int(random.number(6, 12) * Double(ctl)))") }
            if random.chance() { limits.append("growth: \(Int(random.number(5, 30)))%") }
            if random.chance() { limits.append("form: -\(Int(random.number(10, 40)))") }
            if random.chance(), random.chance() { limits.append("hours: \(Int(random.number(6, 16)))h") }
            head = [
                "format: 1", "id: p", "name: P", "sport: Ride", "start: 2027-01-04", "templates: [t.yaml]",
                "athlete: {fitness: {ctl: \(ctl), atl: \(ctl + Int(random.number(-5, 10)))}}",
                "limits: {\(limits.joined(separator: ", "))}",
                "availability: {mon: off, sat: {max: 4h, sessions: 2}, default: \(pick(["1h30", "2h", "3h"])), sun: 5h}",
            ]
            phases = (0..<1 + Int(random.number(0, 2))).map { index in
                let load = pick([
                    "{ctl: \(ctl + Int(random.number(-5, 20)))}", "{ctl: \(ctl + 5), at: peak}",
                    "{ctl: \(ctl + 8), shape: [1, 1.1, 1.2, 0.7]}", "{ramp: \(Int(random.number(1, 6)))}", "hold",
                ])
                return [
                    "id: p\(index)", "kind: \(pick(["base", "build", "transition"]))",
                    "weeks: \(1 + Int(random.number(0, 6)))", "load: \(load)",
                    "recovery: \(Int(random.number(50, 80)))%",
                    "week: [{id: l, role: long, template: fine, day: sun}, {id: q, template: hard, day: [tue, wed]},"
                        + " {id: e, template: fine, count: 3}]",
                ]
            }
        }

        var text: String {
            head.map { $0 + "\n" }.joined() + "phases:\n"
                + phases.map { "  - {" + $0.joined(separator: ", ") + "}\n" }.joined()
        }
    }

    private func schedule(_ text: String) throws -> Schedule {
        Schedule(try readPlan(text, head: ""), bestEffort: true)
    }

    @Test("targets are met or said to be out of reach, and no limit is ever broken")
    func limits() throws {
        for seed in 0..<Self.seeds {
            var random = SplitMix(state: UInt64(seed))
            let draft = Draft(&random)
            let schedule = try schedule(draft.text)
            let errors = schedule.diagnostics.filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(seed): \(errors.map(\.message))\n\(draft.text)")
            let keys = schedule.entries.map(\.key)
            #expect(Set(keys).count == keys.count)
            for week in schedule.weeks {
                let target = try #require(week.target)
                #expect(
                    abs(Double(week.load) - target) <= 0.05 * target + 1 || !week.binding.isEmpty,
                    "\(seed): week \(week.number)")
            }
        }
    }

    @Test("the order of keys changes nothing")
    func permuted() throws {
        for seed in 0..<Self.seeds / 20 {
            var random = SplitMix(state: UInt64(seed))
            let draft = Draft(&random)
            var other = draft
            other.head.reverse()
            other.phases = other.phases.map { $0.reversed() }
            let (left, right) = (try schedule(draft.text), try schedule(other.text))
            #expect(left.weeks.map(\.target) == right.weeks.map(\.target))
            let texts = [left, right].map { $0.entries.map { "\($0.key) \($0.date) \($0.description)" } }
            #expect(texts[0] == texts[1])
        }
    }
}
