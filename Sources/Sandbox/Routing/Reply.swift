/// What a handler answers.
struct Reply {
    /// The status code.
    var status = 200
    /// The media type.
    var contentType = "application/json"
    /// Headers beyond the media type.
    var headers: [String: String] = [:]
    /// The body.
    var body: [UInt8]
    /// Whether the body is a JSON list, which a fault may empty.
    var isList = false

    /// A JSON answer.
    init(_ value: JSONValue, status: Int = 200) {
        self.status = status
        body = value.bytes
        isList = value.asList != nil
    }

    /// A table.
    init(csv text: String) {
        self.init(text, contentType: "text/csv")
    }

    /// A file to download.
    init(file bytes: [UInt8], name: String, contentType: String = "application/octet-stream") {
        self.contentType = contentType
        headers["Content-Disposition"] = "attachment; filename=\"\(name)\""
        body = bytes
    }

    /// A refusal.
    init(_ error: ServiceError) {
        self.init(error.body, status: error.status)
        headers = error.headers
    }

    private init(_ text: String, contentType: String) {
        self.contentType = contentType
        body = Array(text.utf8)
    }

    /// An answer without a body.
    static let empty = Reply("", contentType: "text/plain")
}

extension Reply {
    /// The answer as a value for the wire.
    var response: SandboxResponse {
        let all = headers.merging(["Content-Type": contentType]) { own, _ in own }
        return SandboxResponse(status: status, headers: all, body: body)
    }

    /// The same with only the first rows, where it is a list.
    func shortened(_ rows: Int) -> Reply {
        guard isList, let list = try? JSONReader.read(body).asList else { return self }
        var reply = Reply(.list(Array(list.prefix(rows))), status: status)
        reply.headers = headers
        return reply
    }
}
