/// The fourth-power mean of the trailing 30-second mean, in closed form per segment.
///
/// The window grows over the first 29 samples. Inside a segment the mean follows the line 14.5 seconds behind, so only
/// the first 29 samples of a segment are gone through one by one; the cost grows with steps, not with seconds.
struct NormalizedPower {
    /// Samples that the mean reaches back to besides the present one.
    private static let reach = 29

    /// How many samples were added.
    private(set) var seconds = 0
    /// The sum of the fourth powers of the means.
    private(set) var fourthPowers = 0.0
    /// The last samples, at most 29.
    private var tail: [Double] = []
    private var buffer: [Double] = []

    init() {
        tail.reserveCapacity(Self.reach)
        buffer.reserveCapacity(2 * Self.reach)
    }

    /// Normalised power in watts, not rounded.
    var watts: Double {
        seconds == 0 ? 0 : (fourthPowers / Double(seconds)).squareRoot().squareRoot()
    }

    /// Adds `count` rounds of `segments`.
    ///
    /// As soon as two rounds begin with the same samples behind them, all further rounds add the same.
    mutating func append(_ segments: [LinearSegment], rounds count: Int) {
        if count < 3 {
            for _ in 0..<max(0, count) { append(segments) }
            return
        }
        var lead: [Double]?
        for round in 0..<count {
            let before = (seconds: seconds, fourthPowers: fourthPowers, tail: tail)
            let repeats = lead == before.tail && before.tail.count == Self.reach
            append(segments)
            if repeats {
                let further = count - round - 1
                fourthPowers += (fourthPowers - before.fourthPowers) * Double(further)
                seconds += (seconds - before.seconds) * further
                return
            }
            lead = before.tail
        }
    }

    private mutating func append(_ segments: [LinearSegment]) {
        for segment in segments { append(segment) }
    }

    /// Adds one segment.
    mutating func append(_ segment: LinearSegment) {
        guard segment.seconds > 0 else { return }
        appendHead(segment)
        let steady = segment.seconds - Self.reach
        if steady > 0 {
            let slope = segment.slope
            let first = segment.value(at: Self.reach) - 14.5 * slope
            fourthPowers += sumOfFourthPowers(
                center: first + slope * Double(steady - 1) / 2, slope: slope, count: steady)
            tail.removeAll(keepingCapacity: true)
            for second in (segment.seconds - Self.reach)..<segment.seconds { tail.append(segment.value(at: second)) }
        } else {
            tail.removeAll(keepingCapacity: true)
            tail.append(contentsOf: buffer.suffix(Self.reach))
        }
        seconds += segment.seconds
    }

    /// Goes through the first 29 samples one by one, with the samples before them in the window.
    private mutating func appendHead(_ segment: LinearSegment) {
        buffer.removeAll(keepingCapacity: true)
        buffer.append(contentsOf: tail)
        var sum = tail.reduce(0, +)
        for second in 0..<min(segment.seconds, Self.reach) {
            let value = segment.value(at: second)
            buffer.append(value)
            sum += value
            let outside = buffer.count - Self.reach - 2
            if outside >= 0 { sum -= buffer[outside] }
            let mean = sum / Double(min(buffer.count, Self.reach + 1))
            fourthPowers += mean * mean * mean * mean
        }
    }

    /// The sum of (center + slope * k)^4 for `count` evenly spaced k around 0: the odd powers cancel.
    private func sumOfFourthPowers(center: Double, slope: Double, count: Int) -> Double {
        let n = Double(count)
        let squares = n * (n * n - 1) / 12
        let fourths = squares * (3 * n * n - 7) / 20
        let (center2, slope2) = (center * center, slope * slope)
        return n * center2 * center2 + 6 * center2 * slope2 * squares + slope2 * slope2 * fourths
    }
}
