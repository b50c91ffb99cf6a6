/// A plan made from a seed, as text whose maps can be written in any order of keys.
struct GeneratedPlan {
    private var random: Seeded
    /// The plan's keys with their values as text.
    private var keys: [(String, Value)] = []

    /// What stands behind a key.
    indirect enum Value {
        case text(String)
        case list([Value])
        case map([(String, Value)])
    }

    /// Makes a plan of keys that somebody else chose.
    init(keys: [(String, Value)]) {
        random = Seeded(state: 0)
        self.keys = keys
    }

    /// Makes the plan of a seed, with what an overlay and an override of week 3 add where asked for.
    init(seed: UInt64, overlay: Bool = false, override: Bool = false) {
        random = Seeded(state: seed)
        let split = chance(5)
        keys = [
            ("format", .text("1")), ("id", .text("p")), ("name", .text("P")), ("sport", .text("Ride")),
            ("start", .text("2027-01-04")), ("templates", .text("[t.yaml]")),
            (
                "athlete",
                .text(
                    "{thresholds: {Ride: {ftp: 250}, Run: {pace: 4:35/km}, Swim: {pace: 1:50/100m}}, fitness: {ctl: 50, atl: 50}}"
                )
            ),
            ("availability", availability()),
            (
                "limits",
                .map([("hard", .map([("per_week", .text("4")), ("spacing", .text(pick(["24h", "48h", "72h"])))]))])
            ),
        ]
        if chance(3) {
            keys.append(
                (
                    "fixed",
                    .list([
                        .map([
                            ("id", .text("club")), ("every", .text(pick(["wed", "sat", "[tue, thu]"]))),
                            ("role", .text(pick(["easy", "quality"]))), ("duration", .text("1h")),
                            ("load", .text("55")),
                        ])
                    ])
                ))
        }
        if chance(4) {
            keys.append(
                (
                    "races",
                    .list([
                        .map([
                            ("id", .text("cup")), ("date", .text("2027-01-24")),
                            ("priority", .text(pick(["A", "B", "C"]))),
                            ("duration", .text("1h")), ("load", .text("80")),
                        ])
                    ])
                ))
        }
        if chance(4) {
            keys.append(
                (
                    "events",
                    .list([
                        .map([
                            ("id", .text("ftp")), ("date", .text("2027-01-13")), ("template", .text("test")),
                            ("instead", .text("quality")),
                        ])
                    ])
                ))
        }
        let start = Int.random(in: 25...45, using: &random) * 10
        var phase: [(String, Value)] = [
            ("id", .text("base")), ("kind", .text("base")), ("weeks", .text("4")),
            ("load", .map([("start", .text("\(start)")), ("end", .text("\(start + 60)"))])), ("week", week(split)),
        ]
        if split { phase.append(("sports", .text("{Ride: 60%, Run: 40%}"))) }
        let life = life()
        if overlay { keys.append(("life", .list([life]))) }
        let off = pick(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
        if override {
            phase.append(("weeks_override", .map([("3", .map([("availability", .map([(off, .text("off"))]))]))])))
        }
        keys.append(("phases", .list([.map(phase)])))
    }

    /// The text in the order of writing, or shuffled.
    func text(shuffledBy seed: UInt64? = nil) -> String {
        var random = seed.map { Seeded(state: $0) }
        return ordered(keys, &random).map { "\($0.0): \(written($0.1, &random))" }.joined(separator: "\n") + "\n"
    }

    private func ordered(_ pairs: [(String, Value)], _ random: inout Seeded?) -> [(String, Value)] {
        guard var generator = random else { return pairs }
        defer { random = generator }
        return pairs.shuffled(using: &generator)
    }

    private func written(_ value: Value, _ random: inout Seeded?) -> String {
        switch value {
        case .text(let text): return text
        case .list(let items): return "[" + items.map { written($0, &random) }.joined(separator: ", ") + "]"
        case .map(let pairs):
            let entries = ordered(pairs, &random).map { "\($0.0): \(written($0.1, &random))" }
            return "{" + entries.joined(separator: ", ") + "}"
        }
    }

    private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }

    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

    private mutating func availability() -> Value {
        var days: [(String, Value)] = [("default", .text(pick(["1h", "1h30", "2h", "4h"])))]
        for day in ["mon", "tue", "wed", "thu", "fri"] where chance(4) { days.append((day, .text("off"))) }
        if chance(2) { days.append(("sat", .map([("max", .text("3h")), ("sessions", .text("2"))]))) }
        if chance(2) { days.append(("sun", .map([("max", .text("5h")), ("sports", .text("[Ride]"))]))) }
        return .map(days)
    }

    private mutating func week(_ split: Bool) -> Value {
        var sessions: [Value] = []
        func add(_ id: String, _ pairs: [(String, String)]) {
            sessions.append(.map([("id", .text(id))] + pairs.map { ($0.0, .text($0.1)) }))
        }
        add(
            "long",
            [("role", "long"), ("template", pick(["ride", "fine"])), ("share", pick(["25%", "35%"]))]
                + (chance(2) ? [("day", pick(["sat", "sun"]))] : []))
        add(
            "q1",
            [("template", pick(["hard", "[hard, other]", "trainer"]))]
                + (chance(2) ? [("day", pick(["tue", "[tue, wed]", "[thu, tue, fri]"]))] : []))
        if chance(2) { add("q2", [("template", "tempo-run")] + (chance(3) ? [("day", "fri")] : [])) }
        add("easy", [("template", pick(["ride", "fine"])), ("count", pick(["1", "2", "3"]))])
        if split || chance(2) { add("run", [("template", "run"), ("optional", pick(["true", "false"]))]) }
        if chance(3) { add("gym", [("template", "gym"), ("day", pick(["sat", "thu"]))]) }
        if chance(4) {
            add(
                "brick",
                [
                    ("role", "easy"), ("brick", "[{template: fine, share: 70%}, {sport: Run, template: run}]"),
                ])
        }
        if chance(4) { add("rest", [("role", "recovery"), ("template", "ride")]) }
        return .list(sessions)
    }

    private mutating func life() -> Value {
        let first = Int.random(in: 9...24, using: &random)
        let last = first + Int.random(in: 0...7, using: &random)
        func date(_ day: Int) -> String { day < 10 ? "2027-01-0\(day)" : "2027-01-\(day)" }
        var pairs: [(String, Value)] = [
            ("id", .text("away")), ("kind", .text(pick(["holiday", "sick", "travel"]))),
            ("from", .text(date(first))), ("to", .text(date(last))),
        ]
        if chance(2) { pairs.append(("availability", .text("{default: \(pick(["45m", "off", "1h"])), sat: 2h}"))) }
        if chance(3) { pairs.append(("respread", .text("true"))) }
        return .map(pairs)
    }
}
