/// A verb and a path, and who answers it.
struct Route: Sendable {
    /// Answers a call.
    typealias Handler = @Sendable (inout Service, Call) throws -> Reply

    /// The verb.
    let method: String
    /// The path below `/api/v1`; a segment in braces is a parameter, braces at its end are a suffix.
    let pattern: [Substring]
    /// What a token's scope must cover; nil where any scope will do.
    let area: Area?
    /// Whether it changes anything.
    var writes: Bool { method != "GET" }
    /// Who answers.
    let handle: Handler

    init(_ method: String, _ path: String, _ area: Area?, _ handle: @escaping Handler) {
        self.method = method
        pattern = path.split(separator: "/")
        self.area = area
        self.handle = handle
    }

    /// The route for a request and what its parameters stand for.
    static func find(
        method: String, segments: [String]
    ) throws(ServiceError) -> (route: Route, parameters: [String: String]) {
        guard segments.starts(with: ["api", "v1"]) else { throw .notFound("Path") }
        let path = segments.dropFirst(2)
        var isKnown = false
        for route in all {
            guard let parameters = route.match(path) else { continue }
            if route.method == method { return (route, parameters) }
            isKnown = true
        }
        throw isKnown ? .wrongVerb : .notFound("Path")
    }

    private func match(_ path: ArraySlice<String>) -> [String: String]? {
        guard path.count == pattern.count else { return nil }
        var parameters: [String: String] = [:]
        for (part, segment) in zip(pattern, path) {
            guard let brace = part.firstIndex(of: "{") else {
                if part == segment { continue } else { return nil }
            }
            let prefix = part[..<brace]
            let name = String(part[part.index(after: brace)...].dropLast())
            guard segment.hasPrefix(prefix) else { return nil }
            let value = String(segment.dropFirst(prefix.count))
            // A suffix is a file format, with or without a dot; anything else is another path.
            guard prefix.isEmpty || ["", "json", ".json", "csv", ".csv"].contains(value) else { return nil }
            parameters[name] = value
        }
        return parameters
    }
}
