/// Planned power second by second, written from the published rules and sharing nothing with the product.
struct PowerModel {
    var samples: [Double] = []

    /// Adds `seconds` from `low` to `high` percent of `ftp`.
    mutating func add(seconds: Int, low: Double, high: Double, isRamp: Bool, ftp: Int) {
        let (from, to) = ((low * Double(ftp) / 100).rounded(.down), (high * Double(ftp) / 100).rounded(.down))
        add(seconds: seconds, from: from, to: to, isRamp: isRamp)
    }

    /// Adds `seconds` from `from` to `to` watts.
    mutating func add(seconds: Int, from: Double, to: Double, isRamp: Bool) {
        for second in 0..<seconds {
            if isRamp, seconds > 1 {
                samples.append(from + (to - from) * Double(second) / Double(seconds - 1))
            } else {
                samples.append(isRamp ? from : (from + to) / 2)
            }
        }
    }

    var normalizedPower: Double {
        samples.withUnsafeBufferPointer { samples in
            var (total, sum) = (0.0, 0.0)
            for index in 0..<samples.count {
                sum += samples[index]
                if index >= 30 { sum -= samples[index - 30] }
                let mean = sum / Double(index < 30 ? index + 1 : 30)
                total += mean * mean * mean * mean
            }
            return samples.isEmpty ? 0 : (total / Double(samples.count)).squareRoot().squareRoot()
        }
    }

    var wholeNormalizedPower: Int { Int((normalizedPower + 0.5 + 1e-9).rounded(.down)) }

    func load(ftp: Int) -> Int {
        let power = wholeNormalizedPower
        let (above, below) = (100 * power * power * samples.count, ftp * ftp * 3600)
        return above / below + (2 * (above % below) >= below ? 1 : 0)
    }

    var average: Int { Int((samples.reduce(0, +) / Double(samples.count) + 0.5 + 1e-9).rounded(.down)) }

    func workAbove(ftp: Int) -> Double { samples.filter { $0 > Double(ftp) }.reduce(0, +) }

    func zoneTimes(ftp: Int) -> [Int] {
        let limits = [55.0, 75, 90, 105, 120, 150, 999].map { $0 * Double(ftp) / 100 }
        let (low, high) = (0.84 * Double(ftp) - 1e-9, 0.97 * Double(ftp) + 1e-9)
        var times = [Int](repeating: 0, count: 8)
        samples.withUnsafeBufferPointer { samples in
            for index in 0..<samples.count {
                let sample = samples[index]
                var zone = 0
                while zone < 7, sample > limits[zone] { zone += 1 }
                if zone < 7 { times[zone] += 1 }
                if sample >= low, sample <= high { times[7] += 1 }
            }
        }
        return times
    }
}

/// A random generator with a fixed start, so that every run sees the same values.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
