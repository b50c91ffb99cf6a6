/// A refusal: the status and the text of the answer.
struct ServiceError: Error, Hashable {
    /// The status code.
    var status: Int
    /// What the body says under `error`.
    var message: String
    /// Headers beyond the media type, such as `Allow` and `Retry-After`.
    var headers: [String: String] = [:]

    /// 422, with the reason.
    static func invalid(_ message: String) -> ServiceError { ServiceError(status: 422, message: message) }
    /// 401.
    static let authFailed = ServiceError(status: 401, message: "Auth failed")
    /// 403.
    static let denied = ServiceError(status: 403, message: "Access denied")
    /// 404, with what is missing.
    static func notFound(_ what: String) -> ServiceError { ServiceError(status: 404, message: "\(what) not found") }
    /// 405, with the verbs that the path knows.
    static func wrongVerb(allowed: Set<String>) -> ServiceError {
        ServiceError(
            status: 405, message: "Method not allowed",
            headers: ["Allow": allowed.sorted().joined(separator: ", ")])
    }
    /// 429, with the seconds to wait.
    static func tooManyRequests(seconds: Int) -> ServiceError {
        ServiceError(status: 429, message: "Too many requests", headers: ["Retry-After": String(seconds)])
    }

    /// The body of the answer.
    var body: JSONValue {
        ["status": .integer(status), "error": .text(message)]
    }
}
