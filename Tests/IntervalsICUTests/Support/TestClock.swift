import IntervalsICU
import Synchronization

/// A clock that stands still but for sleeps, which take no time and are written down.
final class TestClock: ServiceClock {
    private struct State {
        var uptime: Duration = .zero
        var sleeps: [Duration] = []
    }

    private let state = Mutex(State())
    private let epoch: Int

    /// A clock that starts at a wall-clock time in seconds since 1970.
    init(epoch: Int = 1_700_000_000) {
        self.epoch = epoch
    }

    var uptime: Duration { state.withLock { $0.uptime } }
    var secondsSinceEpoch: Int { epoch + Int(uptime.components.seconds) }
    var sleeps: [Duration] { state.withLock { $0.sleeps } }

    func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        state.withLock {
            $0.uptime += duration
            $0.sleeps.append(duration)
        }
    }
}
