/// One answer, read to its end.
public struct HTTPResponse: Sendable, Equatable {
    /// The status code.
    public var status: Int
    /// Header fields.
    public var headers: HTTPHeaders
    /// The body, decompressed.
    public var body: [UInt8]

    /// An answer of its parts.
    public init(status: Int, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Whether the service did what it was asked.
    public var isSuccess: Bool { (200...299).contains(status) }
}

extension HTTPResponse: CustomStringConvertible, CustomReflectable {
    /// Status and size alone: a body may hold what belongs into no log.
    public var description: String { "\(status), \(body.count) bytes" }

    /// A mirror of status, header names and size.
    public var customMirror: Mirror {
        Mirror(self, children: ["status": status, "headers": headers, "bytes": body.count])
    }
}
