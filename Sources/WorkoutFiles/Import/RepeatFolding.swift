import Workouts

extension Workout {
    /// The workout with runs of equal rounds put into blocks, where at least two steps come at least twice in a row.
    ///
    /// MRC and ERG know no repeats, and many a ZWO writes every round by itself. Time and load stay the same.
    func folded() -> Workout {
        var folded = self
        folded.items = []
        var run: [Step] = []
        for item in items {
            if case .step(let step) = item {
                run.append(step)
            } else {
                folded.items += Self.folded(run)
                run = []
                folded.items.append(item)
            }
        }
        folded.items += Self.folded(run)
        return folded
    }

    /// Rounds of more steps than this are not looked for.
    private static let longestRound = 12

    private static func folded(_ steps: [Step]) -> [WorkoutItem] {
        var items: [WorkoutItem] = []
        var place = 0
        while place < steps.count {
            if let (length, count) = rounds(steps, at: place) {
                let round = Array(steps[place..<place + length])
                items.append(.block(RepeatBlock(count: count, text: "\(count)x", steps: round)))
                place += length * count
            } else {
                items.append(.step(steps[place]))
                place += 1
            }
        }
        return items
    }

    /// The rounds that begin at `place` and take the most steps, the shortest where several do.
    private static func rounds(_ steps: [Step], at place: Int) -> (length: Int, count: Int)? {
        var best: (length: Int, count: Int)?
        for length in 2...longestRound where place + 2 * length <= steps.count {
            var count = 1
            while place + (count + 1) * length <= steps.count,
                (0..<length).allSatisfy({ steps[place + $0] == steps[place + count * length + $0] })
            {
                count += 1
            }
            let isUniform = (1..<length).allSatisfy { steps[place + $0] == steps[place] }
            if count > 1, !isUniform, length * count > (best.map { $0.length * $0.count } ?? 0) {
                best = (length, count)
            }
        }
        return best
    }
}
