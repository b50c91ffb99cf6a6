import IntervalsICU
import Synchronization

/// A clock on which every wait is over at once and is noted.
final class NotingClock: ServiceClock {
    private let waited = Mutex<[Duration]>([])

    /// Every wait of at least a tenth of a second, in order.
    var waits: [Duration] { waited.withLock { $0 }.filter { $0 >= .milliseconds(100) } }

    var uptime: Duration { waited.withLock { $0.reduce(.zero, +) } }

    /// 2027-01-01T12:00:00Z and what was waited.
    var secondsSinceEpoch: Int { 1_798_804_800 + Int(uptime / .seconds(1)) }

    func sleep(for duration: Duration) async throws {
        waited.withLock { $0.append(duration) }
    }
}
