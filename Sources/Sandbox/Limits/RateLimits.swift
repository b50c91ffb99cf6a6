/// How many requests the service takes before it answers 429.
public struct RateLimits: Hashable, Sendable {
    /// Requests a second from one address.
    public var perSecond = 10
    /// Requests that may come at once after a pause.
    public var burst = 30
    /// Requests of one key in any quarter of an hour.
    public var perQuarterHour = 2500
    /// Requests of one key between two midnights UTC.
    public var perDay = 5000

    /// Makes the limits of the service for personal keys.
    public init() {}
}

/// What has been used of the limits.
struct RateMeter: Sendable {
    /// The requests of one key: those of today, and of each of the last minutes.
    private struct Use {
        var day = 0
        var today = 0
        var minutes: [Int: Int] = [:]
    }

    private var tokens: Double?
    private var lastMilliseconds = 0
    private var uses: [String: Use] = [:]

    /// Counts a request from the address; throws where too many came.
    mutating func countAddress(_ limits: RateLimits, now: Int) throws(ServiceError) {
        let earned = Double(max(0, now - lastMilliseconds)) / 1000 * Double(limits.perSecond)
        var left = min(Double(limits.burst), (tokens ?? Double(limits.burst)) + earned)
        lastMilliseconds = max(lastMilliseconds, now)
        defer { tokens = left }
        guard left >= 1 else { throw .tooManyRequests(seconds: 1) }
        left -= 1
    }

    /// Counts a request of a key; throws where its budget is spent, else gives what is left as headers.
    mutating func countKey(_ key: String, _ limits: RateLimits, now: Int) throws(ServiceError) -> [String: String] {
        let (minute, day) = (now / 60_000, now / 86_400_000)
        var use = uses[key] ?? Use()
        if use.day != day {
            use.day = day
            use.today = 0
        }
        use.minutes = use.minutes.filter { $0.key > minute - 15 }
        defer { uses[key] = use }
        let recent = use.minutes.values.reduce(0, +)
        guard use.today < limits.perDay else {
            throw .tooManyRequests(seconds: ((day + 1) * 86_400_000 - now + 999) / 1000)
        }
        guard recent < limits.perQuarterHour else {
            let first = use.minutes.keys.min() ?? minute
            throw .tooManyRequests(seconds: max(1, ((first + 15) * 60_000 - now + 999) / 1000))
        }
        use.today += 1
        use.minutes[minute, default: 0] += 1
        return [
            "X-RateLimit-Limit": "\(limits.perQuarterHour),\(limits.perDay)",
            "X-RateLimit-Remaining": "\(limits.perQuarterHour - recent - 1),\(limits.perDay - use.today)",
        ]
    }
}
