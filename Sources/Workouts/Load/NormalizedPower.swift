/// The fourth-power mean of the trailing 30-second mean, in closed form per segment.
///
/// The window grows over the first 29 samples. Inside a segment the mean follows the line 14.5 seconds behind; from one
/// steady segment to the next it moves evenly too. Only the first 29 samples behind a ramp or a short segment are gone
/// through one by one; the cost grows with steps, not with seconds.
struct NormalizedPower {
    /// Samples that the mean reaches back to besides the present one.
    private static let reach = 29

    /// How many samples were added.
    private(set) var seconds = 0
    /// The sum of the fourth powers of the means.
    private(set) var fourthPowers = 0.0
    /// The last samples, at most 29; empty where `level` stands for them.
    private var tail: [Double] = []
    /// The value of the last 29 samples where they are all the same.
    private var level: Double?
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
        var leadLevel: Double?
        for round in 0..<count {
            let before = (seconds: seconds, fourthPowers: fourthPowers, tail: tail)
            let repeats = lead == tail && leadLevel == level && seconds >= Self.reach
            (lead, leadLevel) = (tail, level)
            append(segments)
            if repeats {
                let further = count - round - 1
                fourthPowers += (fourthPowers - before.fourthPowers) * Double(further)
                seconds += (seconds - before.seconds) * further
                return
            }
        }
    }

    private mutating func append(_ segments: [LinearSegment]) {
        for segment in segments { append(segment) }
    }

    /// Adds one segment.
    mutating func append(_ segment: LinearSegment) {
        guard segment.seconds > 0 else { return }
        if segment.start == segment.end, segment.seconds >= Self.reach, seconds == 0 || level != nil {
            appendLevel(segment)
        } else {
            appendHead(segment)
            appendRest(segment)
        }
        seconds += segment.seconds
    }

    /// Adds a steady segment behind another: over 29 samples the mean moves evenly from one level to the other.
    private mutating func appendLevel(_ segment: LinearSegment) {
        let slope = (segment.start - (level ?? segment.start)) / Double(Self.reach + 1)
        let center = segment.start - slope * Double(Self.reach + 1) / 2
        fourthPowers += sumOfFourthPowers(center: center, slope: slope, count: Self.reach)
        fourthPowers += sumOfFourthPowers(center: segment.start, slope: 0, count: segment.seconds - Self.reach)
        level = segment.start
    }

    /// Goes through the first 29 samples one by one, with the samples before them in the window.
    private mutating func appendHead(_ segment: LinearSegment) {
        if let level { tail = Array(repeating: level, count: Self.reach) }
        level = nil
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

    /// Adds what follows the first 29 samples, and keeps the last ones.
    private mutating func appendRest(_ segment: LinearSegment) {
        tail.removeAll(keepingCapacity: true)
        let rest = segment.seconds - Self.reach
        if rest < 0 {
            tail.append(contentsOf: buffer.suffix(Self.reach))
            return
        }
        let slope = segment.slope
        let first = segment.value(at: Self.reach) - 14.5 * slope
        fourthPowers += sumOfFourthPowers(center: first + slope * Double(rest - 1) / 2, slope: slope, count: rest)
        if segment.start == segment.end {
            level = segment.start
        } else {
            for second in rest..<segment.seconds { tail.append(segment.value(at: second)) }
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
