public import Logging

/// The service's API under one credential; the calls stand beside the resources they read and write.
public struct IntervalsClient: Sendable {
    /// Scheme, host and port of the service, without `/api/v1`.
    public let baseURL: String
    let credential: Credential
    let transport: any HTTPTransport
    let limiter: RateLimiter
    let clock: any ServiceClock
    let random: @Sendable () -> Double
    let logger: Logger
    let traffic = TrafficRecord()

    /// Where the service lives.
    public static let defaultBaseURL = "https://intervals.icu"
    /// How we name ourselves; the service's front refuses the names of some libraries.
    public static let userAgent = "plan/0.1 (training plans as code)"
    /// More bytes than this in one answer are refused.
    public static let largestAnswerBytes = 50_000_000

    /// A client; a limiter given to several clients bounds them together. `random` gives numbers in 0..<1.
    public init(
        baseURL: String = IntervalsClient.defaultBaseURL,
        credential: Credential,
        transport: any HTTPTransport = URLSessionTransport(),
        limiter: RateLimiter = RateLimiter(),
        clock: any ServiceClock = SystemClock(),
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        logger: Logger = Logger(label: "intervals.icu")
    ) {
        self.baseURL = IntervalsClient.origin(of: baseURL)
        self.credential = credential
        self.transport = transport
        self.limiter = limiter
        self.clock = clock
        self.random = random
        self.logger = logger
    }

    /// Requests sent so far per method, repetitions included.
    public var counts: [String: Int] { traffic.counts }

    /// The service's clock and ours at the last answer.
    public var clockReading: ServiceClockReading? { traffic.clock }

    /// The address without the slashes and the `/api/v1` that people add.
    private static func origin(of address: String) -> String {
        var text = Substring(address.trimmingBlanks())
        while text.last == "/" { text.removeLast() }
        if text.hasSuffix("/api/v1") { text.removeLast("/api/v1".count) }
        while text.last == "/" { text.removeLast() }
        return String(text)
    }
}
