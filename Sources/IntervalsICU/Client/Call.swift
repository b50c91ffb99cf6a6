import CivilDates

/// One call of the API before it becomes a request: verb, path, query, body.
struct Call: Sendable {
    var method: String
    /// Path from the first slash after `/api/v1` on, percent-encoded.
    var path: String
    var query: [(name: String, value: String)] = []
    var body: [UInt8]?

    static func get(_ path: String, query: [(name: String, value: String)] = []) -> Call {
        Call(method: "GET", path: path, query: query)
    }

    /// What sending the call twice would do.
    var effect: RetryPolicy.Effect {
        switch method {
        case "GET": .none
        case "PUT", "DELETE": .same
        default: .another
        }
    }

    /// Path and query as the service sees them.
    var target: String {
        let pairs = query.map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }
        return "/api/v1" + path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    /// The query of a span of days, both ends included.
    static func days(_ oldest: CivilDate, _ newest: CivilDate) -> [(name: String, value: String)] {
        [("oldest", oldest.description), ("newest", newest.description)]
    }

    /// Path of one athlete's things; the id `0` is the owner of the credential.
    static func athlete(_ id: String, _ rest: String = "") -> String {
        "/athlete/\(percentEncoded(id))\(rest)"
    }
}
