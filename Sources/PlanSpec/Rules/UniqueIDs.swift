import Diagnostics

extension Reading {
    /// An id stands for one thing only.
    func checkUnique(_ ids: [Located<String>], _ what: String) {
        var first: [String: SourceRange] = [:]
        for id in ids where !id.value.isEmpty {
            if let place = first[id.value] {
                fault(
                    "duplicate-id", "there are two \(what) \(quoted(id.value))", at: id.range,
                    notes: [Diagnostic.Note("the first is here", at: place)])
            } else {
                first[id.value] = id.range
            }
        }
    }

    /// The keys of a week's sessions differ: a `count` of 3 makes `easy`, `easy-2` and `easy-3`.
    func checkKeys(of sessions: [SessionSpec]) {
        checkUnique(sessions.map(\.id), "sessions")
        let ids = Set(sessions.map(\.id.value))
        for session in sessions where session.count > 1 {
            for copy in 2...session.count where ids.contains("\(session.id.value)-\(copy)") {
                fault(
                    "duplicate-id",
                    "the `count` of \(quoted(session.id.value)) makes a second `\(session.id.value)-\(copy)`",
                    at: session.ranges["count"] ?? session.id.range)
            }
        }
    }
}

extension Format {
    /// A list of entries whose ids are unique.
    static func entries<Item>(
        of item: Format<Item>, _ what: String, minimum: Int = 0, id: @escaping @Sendable (Item) -> Located<String>
    ) -> Format where Value == [Item] {
        let list = Format.list(of: item, minimum: minimum)
        return Format(list.shape) { node, reading in
            let items = list.read(node, reading)
            reading.checkUnique((items ?? []).map(id), what)
            return items
        }
    }
}
