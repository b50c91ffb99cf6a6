/// One HTTP request as a value.
public struct SandboxRequest: Hashable, Sendable {
    /// The verb in upper case.
    public var method: String
    /// The path with its query, percent-encoded, such as `/api/v1/athlete/0/events?oldest=2026-03-02`.
    public var path: String
    /// The headers; names are compared without case.
    public var headers: [String: String]
    /// The body.
    public var body: [UInt8]

    /// Makes a request.
    public init(method: String, path: String, headers: [String: String] = [:], body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
    }

    /// The value of a header, whatever the case of its name.
    func header(_ name: String) -> String? {
        headers[name] ?? headers.first { $0.key.lowercased() == name.lowercased() }?.value
    }
}
