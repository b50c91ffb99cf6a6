/// Seconds in which a value stays the same or moves evenly, sampled once a second.
struct LinearSegment: Equatable {
    /// How many samples.
    var seconds: Int
    /// The first sample.
    var start: Double
    /// The last sample.
    var end: Double

    /// The sample of `second`, counted from 0.
    func value(at second: Int) -> Double {
        if start == end || seconds < 2 { return start }
        return start + (end - start) * Double(second) / Double(seconds - 1)
    }

    /// The change from one sample to the next.
    var slope: Double { seconds < 2 ? 0 : (end - start) / Double(seconds - 1) }

    /// The sum of all samples.
    var sum: Double { sum(of: 0..<seconds) }

    /// The sum of the samples of `range`.
    func sum(of range: Range<Int>) -> Double {
        guard let last = range.last else { return 0 }
        return Double(range.count) * (value(at: range.lowerBound) + value(at: last)) / 2
    }

    /// How many samples are not above `limit`.
    func seconds(upTo limit: Double) -> Int {
        if start == end || seconds < 2 { return start <= limit ? seconds : 0 }
        return start < end ? crossing { $0 <= limit } : seconds - crossing { $0 > limit }
    }

    /// The sum of the samples above `limit`.
    func sum(above limit: Double) -> Double {
        let below = seconds(upTo: limit)
        return start <= end ? sum(of: below..<seconds) : sum(of: 0..<seconds - below)
    }

    /// How many samples from the first on hold `condition`, which is lost once at most.
    private func crossing(_ condition: (Double) -> Bool) -> Int {
        var (low, high) = (0, seconds)
        while low < high {
            let middle = (low + high) / 2
            if condition(value(at: middle)) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
