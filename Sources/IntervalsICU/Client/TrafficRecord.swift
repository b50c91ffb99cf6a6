import Synchronization

/// What went over the wire so far, shared by the copies of a client.
final class TrafficRecord: Sendable {
    private struct State {
        var counts: [String: Int] = [:]
        var clock: ServiceClockReading?
    }

    private let state = Mutex(State())

    /// Requests sent per method, repetitions included.
    var counts: [String: Int] { state.withLock { $0.counts } }

    /// The clocks at the last answer that had a `Date`.
    var clock: ServiceClockReading? { state.withLock { $0.clock } }

    func noteRequest(_ method: String) {
        state.withLock { $0.counts[method, default: 0] += 1 }
    }

    func noteAnswer(_ headers: HTTPHeaders, now: Int) {
        guard let date = headers["Date"].flatMap(HTTPDate.init) else { return }
        let reading = ServiceClockReading(
            serviceSecondsSinceEpoch: date.secondsSinceEpoch, ownSecondsSinceEpoch: now)
        state.withLock { $0.clock = reading }
    }
}
