import CivilDates

/// Numbers that look random and follow from a seed, a day and what they are for.
struct SeededNumbers {
    private var state: UInt64

    /// Starts a series.
    init(seed: UInt64, day: CivilDate, purpose: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bitPattern: Int64(day.daysSinceEpoch)) &* 0xD6E8_FEB8_6659_FD93
        state ^= purpose &* 0xA076_1D64_78BD_642F
    }

    /// The next number from 0 up to but without 1.
    mutating func unit() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((mixed ^ (mixed >> 31)) >> 11) / Double(1 << 53)
    }

    /// The next number within bounds.
    mutating func between(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * unit()
    }

    /// The next whole number within bounds, both of them included.
    mutating func whole(_ low: Int, _ high: Int) -> Int {
        low + Int(unit() * Double(high - low + 1))
    }

    /// About a bell around a mean.
    mutating func around(_ mean: Double, _ spread: Double) -> Double {
        mean + spread * (unit() + unit() + unit() + unit() - 2) * 1.7
    }
}
