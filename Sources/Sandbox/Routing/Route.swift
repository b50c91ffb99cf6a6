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
    let writes: Bool
    /// Who answers.
    let handle: Handler

    init(_ method: String, _ path: String, _ area: Area?, writes: Bool? = nil, _ handle: @escaping Handler) {
        self.method = method
        self.writes = writes ?? (method != "GET")
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
        var known: Set<String> = []
        for route in all {
            guard let parameters = route.match(path) else { continue }
            if route.method == method { return (route, parameters) }
            known.insert(route.method)
        }
        throw known.isEmpty ? .notFound("Path") : .wrongVerb(allowed: known)
    }

    /// Whether a path may end so: `{format}` is that of a table, `{ext}` that of a file, each with or without a dot.
    ///
    /// Anything else is another path; a file's format is judged by its handler.
    private static func isSuffix(_ text: String, named name: String) -> Bool {
        if name == "format" { return ["", "json", ".json", "csv", ".csv"].contains(text) }
        return text.first.map { $0 == "." || $0.isLetter } ?? false
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
            guard prefix.isEmpty || Route.isSuffix(value, named: name) else { return nil }
            parameters[name] = value
        }
        return parameters
    }
}
