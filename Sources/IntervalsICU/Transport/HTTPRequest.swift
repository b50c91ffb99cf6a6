/// One request, ready to be sent.
public struct HTTPRequest: Sendable, Equatable {
    /// The verb in capitals.
    public var method: String
    /// Scheme, host and port, without a slash at the end.
    public var origin: String
    /// Path and query as the service sees them, percent-encoded, from the first slash on.
    public var target: String
    /// Header fields, the credential among them.
    public var headers: HTTPHeaders
    /// The body, nil where there is none.
    public var body: [UInt8]?

    /// A request of its parts.
    public init(
        method: String, origin: String, target: String, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8]? = nil
    ) {
        self.method = method
        self.origin = origin
        self.target = target
        self.headers = headers
        self.body = body
    }

    /// The whole address.
    public var url: String { origin + target }

    /// The target without its query.
    public var path: String {
        String(target.prefix { $0 != "?" })
    }

    /// What follows the question mark of the target, empty where nothing does.
    public var query: String {
        String(target.drop { $0 != "?" }.dropFirst())
    }
}
