/// The words that `power=` and `hr=` take.
///
/// Words of a fixed list are stored as such, because steps are copied often and a string would be counted each time.
enum Average: String, Hashable, Sendable, CaseIterable {
    case lap = "lap"
    case second = "1s"
    case threeSeconds = "3s"
    case tenSeconds = "10s"
    case thirtySeconds = "30s"

    /// All words as the language writes them.
    static let words = allCases.map(\.rawValue)
}

/// The words that `intensity=` takes.
enum Effort: String, Hashable, Sendable, CaseIterable {
    case warmup, active, interval, recovery, rest, cooldown, other, auto

    /// All words as the language writes them.
    static let words = allCases.map(\.rawValue)
}
