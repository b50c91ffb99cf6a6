import IntervalsICU
import Logging

/// A client with everything around it replaced.
struct Scene {
    let transport: ScriptedTransport
    let clock = TestClock()
    let client: IntervalsClient

    /// A client whose transport gives these answers; `random` is what the jitter draws.
    init(
        _ answers: ScriptedTransport.Answer..., credential: Credential = .apiKey(Secret("test-key")),
        random: Double = 0, logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) {
        transport = ScriptedTransport(answers)
        client = IntervalsClient(
            baseURL: "https://service.test", credential: credential, transport: transport,
            limiter: RateLimiter(clock: clock), clock: clock, random: { random }, logger: logger)
    }

    /// The error a call ends in, nil where it ends well or in another kind of error.
    func error<Value>(_ call: (IntervalsClient) async throws -> Value) async -> ServiceError? {
        do {
            _ = try await call(client)
            return nil
        } catch {
            return error as? ServiceError
        }
    }
}
