import Testing

@testable import Periodization

/// The best placement judged by trying every one of them.
private func bruteForce(_ problem: PlacementProblem) -> [Int?] {
    var best: (cost: [Double], days: [Int?])?
    func cost(_ days: [Int?]) -> [Double]? {
        var seconds = problem.days.map(\.seconds)
        var sessions = problem.days.map(\.sessions)
        var loads = problem.days.map(\.load)
        var hard = problem.hardDates.map { ($0.day, $0.isPinned) }
        var (dropped, ranks, offPinned, preference, offPattern) = (0, 0.0, 0, 0, 0)
        for (item, day) in zip(problem.items, days) {
            if let earlier = item.earlierCopy {
                guard (days[earlier] ?? 7) <= (day ?? 7) else { return nil }
            }
            guard let day else {
                dropped += 1
                ranks += Double(1 << item.dropRank)
                continue
            }
            guard item.allowedDays >> day & 1 == 1 else { return nil }
            if item.countsAgainstDay { sessions[day] -= 1 }
            if sessions[day] < 0, item.countsAgainstDay { return nil }
            if let left = seconds[day] {
                seconds[day] = left - item.seconds
                if left < item.seconds { return nil }
            }
            loads[day] += item.size
            if item.isHard {
                let pinned = item.preferences == [day]
                for (other, otherPinned) in hard where abs(other - day) < problem.spacing && !(pinned && otherPinned) {
                    return nil
                }
                hard.append((day, pinned))
            }
            if item.preferences.count == 1 {
                offPinned += item.preferences[0] == day ? 0 : 1
            } else if !item.preferences.isEmpty {
                preference += item.preferences.firstIndex(of: day) ?? item.preferences.count
            }
            if let pattern = item.patternDay, pattern != day { offPattern += 1 }
        }
        let squares = (loads.reduce(0) { $0 + $1 * $1 } * 1e6).rounded() / 1e6
        return [Double(dropped), ranks, Double(offPinned), Double(preference), Double(offPattern), squares]
            + days.map { Double($0 ?? 7) }
    }
    func visit(_ days: [Int?]) {
        if days.count == problem.items.count {
            guard let cost = cost(days) else { return }
            if best.map({ cost.lexicographicallyPrecedes($0.cost) }) ?? true { best = (cost, days) }
            return
        }
        let allowed = problem.items[days.count].allowedDays
        for day in [0, 1, 2, 3, 4, 5, 6, nil] where day.map({ allowed >> $0 & 1 == 1 }) ?? true {
            visit(days + [day])
        }
    }
    visit([])
    return best?.days ?? []
}

/// A reproducible stream of numbers (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

private func randomProblem(_ seed: UInt64, items: Int) -> PlacementProblem {
    var random = Seeded(state: seed)
    let ranks = (0..<items).shuffled(using: &random)
    let list = (0..<items).map { index in
        PlacementProblem.Item(
            isHard: Int.random(in: 0..<5, using: &random) < 2,
            countsAgainstDay: Int.random(in: 0..<6, using: &random) > 0,
            dropRank: ranks[index],
            preferences: Array(
                (0..<7).shuffled(using: &random).prefix([0, 0, 1, 1, 2, 3].randomElement(using: &random) ?? 0)),
            patternDay: Bool.random(using: &random) ? Int.random(in: 0..<7, using: &random) : nil,
            allowedDays: UInt8.random(in: 0..<128, using: &random) | UInt8.random(in: 0..<128, using: &random),
            seconds: 1800 * Int.random(in: 0...3, using: &random),
            size: Double(Int.random(in: 0...8, using: &random) * 10),
            earlierCopy: nil)
    }
    let days = (0..<7).map { _ in
        PlacementProblem.Day(
            seconds: Bool.random(using: &random) ? nil : 1800 * Int.random(in: 0...4, using: &random),
            sessions: [0, 1, 1, 1, 2].randomElement(using: &random) ?? 1,
            load: Double(Int.random(in: 0...2, using: &random) * 40))
    }
    let hard = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        PlacementProblem.HardDate(day: Int.random(in: -3...9, using: &random), isPinned: Bool.random(using: &random))
    }
    return PlacementProblem(items: list, days: days, spacing: Int.random(in: 1...3, using: &random), hardDates: hard)
}

@Suite struct PlacementSearchTests {
    @Test("equals trying every placement, on random weeks of up to four sessions", arguments: 0..<150)
    func bruteForceAgrees(seed: Int) {
        let problem = randomProblem(UInt64(seed), items: 1 + seed % 4)
        #expect(PlacementSearch.solve(problem) == bruteForce(problem), "seed \(seed)")
    }

    @Test("equals trying every placement, on random weeks of five to seven sessions", arguments: 0..<45)
    func bruteForceAgreesOnFullWeeks(seed: Int) {
        var problem = randomProblem(UInt64(5000 + seed), items: 5 + seed % 3)
        var random = Seeded(state: UInt64(seed))
        for index in problem.items.indices {
            // Three days at most, so that every placement can be tried.
            let days = (0..<7).filter { problem.items[index].allowedDays >> $0 & 1 == 1 }
            let kept = days.shuffled(using: &random).prefix(3)
            problem.items[index].allowedDays = kept.reduce(0) { $0 | 1 << UInt8($1) }
            if Bool.random(using: &random) { problem.items[index].patternDay = kept.first }
        }
        #expect(PlacementSearch.solve(problem) == bruteForce(problem), "seed \(seed)")
    }

    @Test("a copy never comes before the copy it follows")
    func copiesKeepTheirOrder() {
        for seed in 0..<60 {
            var problem = randomProblem(UInt64(1000 + seed), items: 4)
            for index in 1..<4 { problem.items[index].earlierCopy = index - 1 }
            #expect(PlacementSearch.solve(problem) == bruteForce(problem), "seed \(seed)")
        }
    }

    @Test("fourteen free sessions on seven double days are spread evenly")
    func fullWeek() {
        let item = PlacementProblem.Item(
            isHard: false, countsAgainstDay: true, dropRank: 0, preferences: [], patternDay: nil, allowedDays: 0x7F,
            seconds: 1800, size: 40, earlierCopy: nil)
        var items = Array(repeating: item, count: 14)
        for index in items.indices { items[index].dropRank = index }
        let problem = PlacementProblem(
            items: items, days: Array(repeating: .init(seconds: 7200, sessions: 2, load: 0), count: 7), spacing: 2,
            hardDates: [])
        let days = PlacementSearch.solve(problem).compactMap { $0 }
        #expect(days == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6])
    }

    @Test("twelve sessions of three kinds, two a day, are placed at once")
    func manyLines() {
        var items = (0..<12).map { index in
            PlacementProblem.Item(
                isHard: index < 3, countsAgainstDay: true, dropRank: 12 - index, preferences: [], patternDay: nil,
                allowedDays: 0x7F, seconds: 1800, size: [90, 50, 30][index < 1 ? 0 : index < 3 ? 1 : 2],
                earlierCopy: nil)
        }
        items[0].preferences = [6]
        let problem = PlacementProblem(
            items: items, days: Array(repeating: .init(seconds: 10_800, sessions: 2, load: 0), count: 7), spacing: 2,
            hardDates: [])
        let days = PlacementSearch.solve(problem).compactMap { $0 }
        #expect(days.count == 12)
        #expect(days[0] == 6)
        #expect(days[2] - days[1] >= 2)
    }

    @Test("more sessions than places: the ones to go first are left out, and it ends at once")
    func tooMany() {
        let items = (0..<16).map { index in
            PlacementProblem.Item(
                isHard: false, countsAgainstDay: true, dropRank: 15 - index, preferences: [], patternDay: nil,
                allowedDays: 0x7F, seconds: 1800, size: Double(30 + index), earlierCopy: nil)
        }
        let problem = PlacementProblem(
            items: items, days: Array(repeating: .init(seconds: nil, sessions: 2, load: 0), count: 7), spacing: 2,
            hardDates: [])
        let days = PlacementSearch.solve(problem)
        #expect(days.count { $0 != nil } == 14)
        #expect(days[14] == nil && days[15] == nil)
    }

    @Test("the table alone equals trying every placement", arguments: 0..<90)
    func tableAgrees(seed: Int) {
        var problem = randomProblem(UInt64(9000 + seed), items: 2 + seed % 4)
        if seed % 3 == 0, problem.items.count > 2 {
            for index in 1..<3 { problem.items[index].earlierCopy = index - 1 }
        }
        #expect(PlacementSearch.solve(problem, steps: 1) == bruteForce(problem), "seed \(seed)")
    }

    @Test("the table equals a search without end, on crowded weeks of eight to ten sessions", arguments: 0..<16)
    func tableAgreesOnCrowdedWeeks(seed: Int) {
        var problem = randomProblem(UInt64(7000 + seed), items: 8 + seed % 3)
        for day in problem.days.indices { problem.days[day].sessions += 1 }
        #expect(
            PlacementSearch.solve(problem, steps: 1) == PlacementSearch.solve(problem, steps: .max), "seed \(seed)")
    }

    @Test("fourteen sessions of different size are paired so that all days are alike", arguments: 0..<4)
    func pairs(seed: Int) {
        var random = Seeded(state: UInt64(seed))
        let halves = (0..<7).map { _ in Double(Int.random(in: 20...80, using: &random)) }
        // Hard ones are of three different pairs.
        let kinds = halves.enumerated().map { (size: $0.element, isHard: $0.offset < 3) }
        let all = (kinds + halves.map { (size: 100 - $0, isHard: false) }).shuffled(using: &random)
        let sizes = all.map(\.size)
        let first = all.firstIndex(where: \.isHard)
        let items = sizes.indices.map { index in
            PlacementProblem.Item(
                isHard: all[index].isHard, countsAgainstDay: true, dropRank: 13 - index,
                preferences: index == first ? [6, 5] : [],
                patternDay: nil, allowedDays: 0x7F, seconds: 1800, size: sizes[index], earlierCopy: nil)
        }
        let problem = PlacementProblem(
            items: items, days: Array(repeating: .init(seconds: 7200, sessions: 2, load: 0), count: 7), spacing: 2,
            hardDates: [])
        let days = PlacementSearch.solve(problem)
        var loads = Array(repeating: 0.0, count: 7)
        for (size, day) in zip(sizes, days) { if let day { loads[day] += size } }
        #expect(loads == Array(repeating: 100, count: 7), "seed \(seed)")
        #expect(first.map { days[$0] } == 6)
    }
}
