/// One HTTP answer as a value, with what happens to it on the way.
public struct SandboxResponse: Hashable, Sendable {
    /// How much of the answer arrives.
    public enum Delivery: Hashable, Sendable {
        /// All of it.
        case whole
        /// Nothing: the connection ends without an answer.
        case dropped
        /// The headers and this many bytes of the body; then the connection ends.
        case cut(afterBytes: Int)
    }

    /// The status code.
    public var status: Int
    /// The headers.
    public var headers: [String: String]
    /// The whole body.
    public var body: [UInt8]
    /// How much arrives. A transport in the same process must honour it, as the server does.
    public var delivery: Delivery = .whole
    /// How long the answer takes, in milliseconds; a transport in the same process may ignore it.
    public var delayMilliseconds = 0

    /// Makes an answer that arrives whole and at once.
    public init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// One line of the sandbox's log.
public struct LoggedRequest: Hashable, Sendable {
    /// The verb.
    public var method: String
    /// The path with its query.
    public var path: String
    /// The status that was answered, or 0 where the connection was dropped.
    public var status: Int

    /// Makes a line.
    public init(method: String, path: String, status: Int) {
        self.method = method
        self.path = path
        self.status = status
    }
}
