import ArgumentParser
import CalendarDiff
import PlanSpec

/// Which athletes of a roster.
struct AthleteOptions: ParsableArguments {
    @Option(help: "Only these athletes of a roster, by id or group: * any characters, ? one, several parted by commas.")
    var athletes: [String] = []

    @Option(help: "Only the i-th of n parts of a roster's athletes, such as 1/3.")
    var shard: Shard?

    /// The athletes that are asked for, in the order of the roster.
    func selected(_ athletes: [RosterAthlete], _ context: CommandContext) throws -> [RosterAthlete] {
        let patterns = self.athletes.flatMap { $0.split(separator: ",").map(String.init) }
        if !self.athletes.isEmpty, patterns.allSatisfy(\.isEmpty) {
            throw context.failure(.usage, "--athletes names nobody")
        }
        for pattern in patterns where !athletes.contains(where: { $0.answers(to: pattern) }) {
            throw context.failure(.usage, "no athlete and no group of the roster is called \(pattern)")
        }
        let named =
            patterns.isEmpty ? athletes : athletes.filter { athlete in patterns.contains(where: athlete.answers) }
        return shard.map { $0.part(of: named) } ?? named
    }

    /// Says that a plan alone has no athletes to choose from.
    func refuseForPlan(_ context: CommandContext) throws {
        guard !athletes.isEmpty || shard != nil else { return }
        throw context.failure(.usage, "--athletes and --shard are for rosters; for one athlete write --athlete ID")
    }
}

/// How a run over a roster's athletes goes on.
struct SquadOptions: ParsableArguments {
    @OptionGroup var selection: AthleteOptions

    @Flag(name: .customLong("fail-fast"), help: "Begin with no further athlete after one failed.")
    var failFast = false

    /// Says that a plan alone has no athletes to choose from.
    func refuseForPlan(_ context: CommandContext) throws {
        try selection.refuseForPlan(context)
    }
}

/// One of several equal parts, from 1.
struct Shard: ExpressibleByArgument {
    let index: Int
    let count: Int

    init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1, (1...count).contains(index)
        else {
            return nil
        }
        self.index = index
        self.count = count
    }

    /// Every n-th athlete; one who follows several plans stays in one part.
    func part(of athletes: [RosterAthlete]) -> [RosterAthlete] {
        var places: [String: Int] = [:]
        return athletes.filter { athlete in
            let place = places[athlete.id.value] ?? places.count
            places[athlete.id.value] = place
            return place % count == index - 1
        }
    }
}

extension RosterAthlete {
    /// Whether a pattern fits the id or one of the groups.
    fileprivate func answers(to pattern: String) -> Bool {
        ([id.value] + groups).contains { KeyFilter.matches($0, pattern) }
    }
}
