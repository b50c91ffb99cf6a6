import CivilDates

/// A season made from a seed: several phases in load, hours or distance, sports in parts, races with tapers, overlays,
/// bricks, fixed sessions, events and changed weeks.
struct GeneratedSeason {
    private typealias Value = GeneratedPlan.Value

    private var random: Seeded
    private let isRun: Bool
    private var phases: [Value] = []
    private var races: [Value] = []
    private var weeks = 0
    /// The plan's keys with their values.
    private var keys: [(String, Value)] = []

    /// Makes the season of a seed; with `longer` one more phase follows.
    init(seed: UInt64, longer: Bool = false) {
        random = Seeded(state: seed &* 7919 &+ 11)
        isRun = Int.random(in: 0..<3, using: &random) == 0
        keys = [
            ("format", .text("1")), ("id", .text("p")), ("name", .text("P")),
            ("sport", .text(isRun ? "Run" : "Ride")), ("start", .text("2027-01-04")), ("templates", .text("[t.yaml]")),
            (
                "athlete",
                .text(
                    "{thresholds: {Ride: {ftp: 250}, Run: {pace: 4:35/km}, Swim: {pace: 1:50/100m}}, fitness: {ctl: 50, atl: 52}}"
                )
            ),
            ("availability", availability()),
            ("limits", limits()),
        ]
        for name in ["a", "b", "c", "d"] where weeks < 6 { addBlock(name) }
        if chance(2) { fixed() }
        if chance(2) { events() }
        if chance(3) { addRace("tune", week: 1 + weeks / 2, pick(["B", "C"]), midweek: true) }
        if chance(2) { keys.append(("life", .list(life()))) }
        if !races.isEmpty { keys.append(("races", .list(races))) }
        if longer {
            phases.append(phase("more", "base", 2, .map([("start", .text("300")), ("end", .text("320"))]), "load"))
        }
        keys.append(("phases", .list(phases)))
    }

    /// The text in the order of writing, or shuffled.
    func text(shuffledBy seed: UInt64? = nil) -> String { GeneratedPlan(keys: keys).text(shuffledBy: seed) }

    private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }

    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

    /// A build-up, often with a race that a taper leads to, and easy weeks after it.
    private mutating func addBlock(_ name: String) {
        let length = Int.random(in: 2...5, using: &random)
        let (key, target) = target(length)
        weeks += length
        phases.append(phase(name, pick(["base", "build", "peak"]), length, target, key))
        if chance(2) {
            weeks += 1
            let goal = pick(["{form: 8}", "{cut: 50%}", "{form: 10%}"])
            addRace("main-\(name)", week: weeks, "A")
            phases.append(phase("taper-\(name)", "taper", 1, .text(goal), "load"))
            if chance(2) {
                weeks += 2
                phases.append(phase("rest-\(name)", "recovery", 2, .text("[200, 260]"), "load"))
            }
        } else if chance(3) {
            weeks += 1
            phases.append(phase("free-\(name)", "transition", 1, nil, ""))
        }
    }

    private mutating func target(_ length: Int) -> (String, Value) {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return ("hours", .text("{start: \(Int.random(in: 4...7, using: &random)), end: 9}"))
        case 1 where isRun: return ("distance", .text("{start: 40, growth: \(pick(["5%", "8%"]))}"))
        case 2: return ("load", .text("hold"))
        case 3: return ("load", .text("{ctl: \(Int.random(in: 51...60, using: &random))}"))
        case 4: return ("load", .text("{ramp: \(Int.random(in: 1...4, using: &random))}"))
        case 5:
            let numbers = (0..<length).map { _ in "\(Int.random(in: 25...50, using: &random) * 10)" }
            return ("load", .text("[\(numbers.joined(separator: ", "))]"))
        default:
            let start = Int.random(in: 25...45, using: &random) * 10
            return ("load", .map([("start", .text("\(start)")), ("end", .text("\(start + 60)"))]))
        }
    }

    private mutating func phase(
        _ id: String, _ kind: String, _ weeks: Int, _ target: Value?, _ key: String
    ) -> Value {
        let split = !isRun && kind != "taper" && key != "" && chance(4)
        var pairs: [(String, Value)] = [
            ("id", .text(id)), ("kind", .text(kind)), ("weeks", .text("\(weeks)")), ("week", .list(week(split))),
        ]
        if let target { pairs.append((key, target)) }
        if split { pairs.append(("sports", .text("{Ride: 50%, Run: 30%, Swim: 20%}"))) }
        if chance(4) { pairs.append(("availability", .map([(pick(["tue", "thu", "sat"]), .text("2h30"))]))) }
        if chance(4) { pairs.append(("recovery_week", .list(week(split)))) }
        if weeks > 1, chance(2) {
            pairs.append(("weeks_override", .map([("\(Int.random(in: 1...weeks, using: &random))", override(split))])))
        }
        return .map(pairs)
    }

    private mutating func override(_ split: Bool) -> Value {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: .map([("week", .list(week(split)))])
        case 1: .text("{recovery: true}")
        case 2: .text("{sessions: {long: {day: sat}, q1: off}}")
        case 3: .text("{add: [{id: extra, role: easy, template: \(isRun ? "run" : "ride")}]}")
        case 4: .text("{availability: {wed: off, sun: 1h30}, name: Short week}")
        default: .text("{load: 240}")
        }
    }

    private mutating func week(_ split: Bool) -> [Value] {
        var sessions: [Value] = []
        func add(_ id: String, _ pairs: [(String, String)]) {
            sessions.append(.map([("id", .text(id))] + pairs.map { ($0.0, .text($0.1)) }))
        }
        let easy = isRun ? "run" : pick(["ride", "fine"])
        add(
            "long",
            [("role", "long"), ("template", isRun ? pick(["run", "run-far"]) : easy)]
                + (chance(2) ? [("share", pick(["25%", "40%"]))] : [])
                + (chance(2) ? [("day", pick(["sat", "sun", "[sun, sat]"]))] : []))
        add(
            "q1",
            [("template", isRun ? "tempo-run" : pick(["hard", "[hard, other]", "trainer"]))]
                + (chance(2) ? [("day", pick(["tue", "[wed, thu]"]))] : []))
        if chance(3) { add("q2", [("template", "tempo-run"), ("day", pick(["fri", "[mon, thu]"]))]) }
        add("easy", [("template", easy), ("count", pick(["1", "2", "4"]))])
        if split || chance(4) { add("run", [("template", "run"), ("optional", pick(["true", "false"]))]) }
        if split || chance(5) { add("swim", [("template", "swim"), ("role", pick(["easy", "technique"]))]) }
        if chance(4) { add("gym", [("template", "gym"), ("day", pick(["sat", "tue", "[wed, mon]"]))]) }
        if chance(4), !isRun {
            add(
                "brick",
                [
                    ("role", pick(["easy", "quality"])), ("share", "20%"),
                    ("brick", "[{template: fine, share: 70%}, {sport: Run, template: run}]"),
                ])
        }
        if chance(5) { add("own", [("role", "easy"), ("template", easy), ("duration", "45m")]) }
        return sessions
    }

    private mutating func availability() -> Value {
        var days: [(String, Value)] = [("default", .text(pick(["1h", "1h30", "2h30"])))]
        for day in ["mon", "tue", "wed", "thu", "fri"] where chance(4) { days.append((day, .text("off"))) }
        days.append(("sat", .map([("max", .text("3h")), ("sessions", .text(pick(["1", "2"])))])))
        days.append(("sun", .map([("max", .text("5h")), ("sessions", .text(pick(["1", "3"])))])))
        return .map(days)
    }

    private mutating func limits() -> Value {
        var pairs: [(String, Value)] = [
            ("hard", .map([("per_week", .text("5")), ("spacing", .text(pick(["24h", "48h"])))]))
        ]
        if chance(3) { pairs.append(("ramp", .text(pick(["3", "6"])))) }
        if chance(3) { pairs.append(("load", .text(pick(["420", "600"])))) }
        if chance(4) { pairs.append(("hours", .text(pick(["8h", "12h"])))) }
        if chance(4) { pairs.append(("growth", .text("15%"))) }
        return .map(pairs)
    }

    private mutating func addRace(_ id: String, week: Int, _ priority: String, midweek: Bool = false) {
        races.append(
            .map([
                ("id", .text(id)), ("date", .text(date(7 * week - (midweek ? 4 : chance(2) ? 1 : 2)))),
                ("priority", .text(priority)), ("duration", .text(pick(["45m", "2h", "4h"]))), ("load", .text("150")),
            ]))
    }

    private mutating func fixed() {
        var pairs: [(String, Value)] = [
            ("id", .text("club")), ("every", .text(pick(["wed", "[tue, sat]"]))),
            ("role", .text(pick(["easy", "quality"]))), ("duration", .text("1h")), ("load", .text("55")),
        ]
        if chance(2) { pairs.append(("from", .text("2027-01-12"))) }
        if chance(2) { pairs.append(("except", .text("[2027-01-13, 2027-01-16]"))) }
        if chance(3) { pairs.append(("phases", .text("[a]"))) }
        keys.append(("fixed", .list([.map(pairs)])))
    }

    private mutating func events() {
        keys.append(
            (
                "events",
                .list([
                    .map([
                        ("id", .text("ftp")), ("date", .text("2027-01-13")),
                        ("template", .text(isRun ? "tempo-run" : "test")), ("instead", .text("quality")),
                    ]), .text("{id: look, date: 2027-01-11, kind: note, name: Look}"),
                ])
            ))
    }

    private mutating func life() -> [Value] {
        let kinds = ["holiday", "sick", "travel", "camp", "injured"]
        return (0..<(chance(3) ? 2 : 1)).map { index in
            let first = Int.random(in: 0...8, using: &random) + 9 * index
            let last = first + Int.random(in: 0...8, using: &random)
            let kind = pick(kinds)
            var pairs: [(String, Value)] = [
                ("id", .text("away-\(index)")), ("kind", .text(kind)), ("from", .text(date(first))),
                ("to", .text(date(last))),
            ]
            if chance(2) { pairs.append(("availability", .text("{default: \(pick(["45m", "off", "1h"])), sat: 2h}"))) }
            if kind == "camp", chance(2) { pairs.append(("load", .text("300"))) }
            if chance(3) { pairs.append(("respread", .text("true"))) }
            if kind == "sick", chance(2) { pairs.append(("return", .text("none"))) }
            return .map(pairs)
        }
    }

    /// A day counted from the plan's first.
    private func date(_ day: Int) -> String { CivilDate("2027-01-04").map { "\($0 + day)" } ?? "" }
}
