/// What a handler answers.
struct Reply {
    /// The status code.
    var status = 200
    /// The media type.
    var contentType = "application/json"
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
        SandboxResponse(status: status, headers: ["Content-Type": contentType], body: body)
    }

    /// The same with only the first rows, where it is a list.
    func shortened(_ rows: Int) -> Reply {
        guard isList, let list = try? JSONReader.read(body).asList else { return self }
        return Reply(.list(Array(list.prefix(rows))), status: status)
    }
}
