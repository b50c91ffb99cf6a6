/// How long a piece of work takes.
struct Measurement {
    let name: String
    let bound: Duration?
    /// All runs, the fastest first.
    let runs: [Duration]
    /// What the work came to, so that the optimiser leaves none of it out.
    let result: Int

    /// Runs `work` three times to warm up and `count` times by the clock.
    init(_ name: String, bound: Duration? = nil, count: Int = 31, _ work: () -> Int) {
        self.name = name
        self.bound = bound
        var sum = 0
        for _ in 0..<3 { sum &+= work() }
        let clock = ContinuousClock()
        runs = (0..<count).map { _ in clock.measure { sum &+= work() } }.sorted()
        result = sum
    }

    var isWithinBound: Bool { bound.map { runs[0] <= $0 } ?? true }

    /// `name   best 5.3 ms   median 5.4 ms   bound 60.0 ms`.
    var line: String {
        let limit = bound.map { "   bound \(Self.milliseconds($0)) ms" } ?? ""
        let best = Self.milliseconds(runs[0])
        let median = Self.milliseconds(runs[runs.count / 2])
        let gap = String(repeating: " ", count: max(1, 48 - name.count))
        return "\(name)\(gap)best \(best) ms   median \(median) ms\(limit)"
    }

    private static func milliseconds(_ duration: Duration) -> String {
        let hundredths = Int((duration / .microseconds(10)).rounded())
        return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }
}
