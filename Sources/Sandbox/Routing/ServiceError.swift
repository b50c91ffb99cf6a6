/// A refusal: the status and the text of the answer.
struct ServiceError: Error, Hashable {
    /// The status code.
    var status: Int
    /// What the body says under `error`.
    var message: String

    /// 422, with the reason.
    static func invalid(_ message: String) -> ServiceError { ServiceError(status: 422, message: message) }
    /// 401.
    static let authFailed = ServiceError(status: 401, message: "Auth failed")
    /// 403.
    static let denied = ServiceError(status: 403, message: "Access denied")
    /// 404, with what is missing.
    static func notFound(_ what: String) -> ServiceError { ServiceError(status: 404, message: "\(what) not found") }
    /// 405.
    static let wrongVerb = ServiceError(status: 405, message: "Method not allowed")

    /// The body of the answer.
    var body: JSONValue {
        ["status": .integer(status), "error": .text(message)]
    }
}
