import Diagnostics
import Periodization
import PlanSpec
import Testing

@testable import PlanLint

struct GeneratedPlanTests {
    @Test("no generated plan breaks lint, and every finding says its number, place and way out", arguments: 0..<120)
    func generated(seed: Int) {
        var maker = PlanMaker(seed: UInt64(seed))
        let text = maker.plan()
        let file = SourceFile(path: "p.yaml", text: text)
        let reading = Plan.read(file) { _ in Array(RuleExamples.templates.utf8) }
        guard let plan = reading.plan else { return }
        let schedule = Schedule(plan)
        for finding in lint(plan, schedule, known: []) {
            #expect(finding.range != nil && finding.message.contains("; "), "\(finding)")
            #expect(!finding.message.contains("nan"), "\(finding.message)")
        }
    }

    @Test("an allowed week in which nothing is done, or all days are alike, has no odd numbers")
    func edges() {
        let zero = "phases: [{id: z, kind: base, weeks: 3, load: [0, 0, 0], week: *free}]"
        #expect(!findings(zero).contains { $0.id == "monotony" || $0.id == "strain" })
        let alike = "phases: [{id: a, kind: base, weeks: 1, week: [{id: e, template: ride, count: 7}]}]"
        let found = findings(alike).first { $0.id == "monotony" }
        #expect(found?.severity == .error)
        #expect(found?.value == .infinity)
        let unknown = "phases: [{id: u, kind: base, weeks: 2, week: [{id: e, role: easy, text: \"- 1h freeride\"}]}]"
        #expect(!findings(unknown).contains { $0.id == "monotony" })
    }

    @Test("a plan without fitness is judged from what its first week came to")
    func noFitness() {
        let head = RuleExamples.head.replacing(", fitness: {ctl: 60, atl: 60}", with: "")
        let found = findings("phases: [{id: a, kind: base, weeks: 2, load: [300, 310], week: *ride}]", head: head)
        #expect(found.filter { $0.severity != .note } == [])
    }
}

/// Makes plans of every kind, sensible or not.
private struct PlanMaker {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private mutating func pick(_ count: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(count))
    }

    private mutating func choice(_ words: [String]) -> String { words[pick(words.count)] }

    mutating func plan() -> String {
        var head = RuleExamples.head
        switch pick(4) {
        case 0: head = head.replacing(", fitness: {ctl: 60, atl: 60}", with: "")
        case 1: head = head.replacing("ctl: 60, atl: 60", with: "ctl: 0, atl: 0")
        default: break
        }
        var phases = ""
        var weeks = 0
        for index in 0...pick(4) {
            let count = 1 + pick(5)
            weeks += count
            let loads = (0..<count).map { _ in choice(["0", "100", "350", "420", "700", "1200"]) }
            let load = pick(4) == 0 ? "" : ", load: [\(loads.joined(separator: ", "))]"
            let kind = choice(["base", "build", "peak", "taper", "race", "recovery", "transition"])
            phases += "  - {id: p\(index), kind: \(kind), weeks: \(count)\(load), week: \(week())}\n"
        }
        var races = ""
        for index in 0..<pick(4) {
            let day = pick(weeks * 7)
            let date =
                (day < 28
                    ? "2027-01-\(day + 4 < 10 ? "0" : "")\(day + 4)"
                    : "2027-02-\(day % 28 < 9 ? "0" : "")\(day % 28 + 1)")
            let size = choice(["", ", load: 200, duration: 3h", ", duration: 40m, load: 80", ", duration: 2h"])
            let priority = choice(["A", "B", "C"])
            races +=
                "  - {id: r\(index), name: R, date: \(date), priority: \(priority), sport: \(choice(["Ride", "Run"]))\(size)}\n"
        }
        return head + (races.isEmpty ? "" : "races:\n" + races) + "phases:\n" + phases
    }

    private mutating func week() -> String {
        switch pick(5) {
        case 0: return "*ride"
        case 1: return "*run"
        case 2: return "*free"
        case 3: return "[]"
        default:
            let sessions = (0...pick(6)).map { index in
                let template = choice(["ride", "vo2", "sweetspot", "run", "cruise", "gym"])
                let text = "role: easy, text: \"\(choice(["- 1h freeride", "- 20m", "- 2h 110%", "- 30m Z2 HR"]))\""
                return "{id: s\(index), " + (pick(5) == 0 ? text : "template: \(template)") + "}"
            }
            return "[" + sessions.joined(separator: ", ") + "]"
        }
    }
}
