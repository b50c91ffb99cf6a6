// POST athlete/{athlete}/wellness.
extension Service {
    /// Takes a table of days, under a line of names of which one is `date` or `id`; empty cells change nothing.
    mutating func uploadWellness(_ call: Call) throws(ServiceError) -> Reply {
        let ignoresUnknown = try call.flagQuery("ignoreMissingFields")
        let rows = Table.rows(String(decoding: try call.file().bytes, as: UTF8.self))
        guard let names = rows.first?.map({ $0 == "date" ? "id" : $0 }), names.contains("id") else {
            throw .invalid("Expected a table with a column date")
        }
        let known = Set(RecordShape.wellness.fields.map(\.name))
        if !ignoresUnknown, let unknown = names.first(where: { !known.contains($0) }) {
            throw .invalid("Unknown column \(unknown)")
        }
        let before = data
        do throws(ServiceError) {
            for row in rows.dropFirst() where row.contains(where: { !$0.isEmpty }) {
                let body = Service.wellness(zip(names, row))
                try update(wellness: body, on: try wellnessDay(body["id"]?.asText ?? ""), call)
            }
        } catch {
            data = before
            throw error
        }
        return Reply([:])
    }

    private static func wellness(_ cells: some Sequence<(String, String)>) -> [String: JSONValue] {
        var body: [String: JSONValue] = [:]
        for (name, cell) in cells where !cell.isEmpty {
            switch RecordShape.wellness.fields.first(where: { $0.name == name })?.kind {
            case .integer, .float:
                body[name] = Double(cell).map { Int(exactly: $0).map(JSONValue.integer) ?? .number($0) }
            case .flag: body[name] = .bool(cell == "true")
            default: body[name] = .text(cell)
            }
        }
        return body
    }
}

extension Table {
    /// The cells of comma-separated values; quotes may hold commas, line ends and doubled quotes.
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var characters = Array(text)[...]
        while let character = characters.popFirst() {
            switch character {
            case "\"" where isQuoted && characters.first == "\"":
                cell.append("\"")
                characters.removeFirst()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\n" where !isQuoted, "\r\n" where !isQuoted:
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.append(character)
            }
        }
        if !cell.isEmpty || !row.isEmpty { rows.append(row + [cell]) }
        return rows
    }
}
