/// One field of a kind of object.
struct Field: Hashable, Sendable {
    /// What a field holds.
    enum Kind: Hashable, Sendable {
        case integer
        case float
        case flag
        case text
        case choice(Set<String>)
        case texts
        case choices(Set<String>)
        case object
        case list
        case numbers
    }

    /// The name in the API.
    var name: String
    /// What it holds.
    var kind: Kind
    /// Whether only the server sets it, so that what a client sends is passed over.
    var isServerMade = false
    /// The value of a new object.
    var initial: JSONValue = .null

    /// The value as it is stored, `.null` where the client clears the field, or nil where it changes nothing.
    ///
    /// JSON null means "not provided"; -1 clears a number, an empty string a string, an empty list a list.
    func accepted(_ value: JSONValue) throws(ServiceError) -> JSONValue? {
        switch (kind, value) {
        case (_, .null): return nil
        case (.flag, .bool), (.object, .object), (.list, .list): return value
        case (.integer, _): return try integer(value)
        case (.float, _): return try float(value)
        case (.text, .text(let text)): return text.isEmpty ? .null : value
        case (.choice(let names), .text(let text)):
            guard !text.isEmpty else { return .null }
            return names.contains(text) ? value : try refuse()
        case (.texts, .list(let members)): return try texts(members, among: nil)
        case (.choices(let names), .list(let members)): return try texts(members, among: names)
        case (.numbers, .list(let members)):
            guard members.allSatisfy({ abs($0.asDouble ?? .infinity) < 1e6 }) else { return try refuse() }
            return members.isEmpty ? .null : value
        default: return try refuse()
        }
    }

    private func refuse() throws(ServiceError) -> JSONValue {
        throw .invalid("Invalid \(name)")
    }

    private func integer(_ value: JSONValue) throws(ServiceError) -> JSONValue {
        guard let number = value.asInteger, Int32(exactly: number) != nil else { return try refuse() }
        return number == -1 ? .null : .integer(number)
    }

    private func float(_ value: JSONValue) throws(ServiceError) -> JSONValue {
        guard let number = value.asDouble, Float(number).isFinite else { return try refuse() }
        return number == -1 ? .null : .float(Float(number))
    }

    private func texts(_ members: [JSONValue], among names: Set<String>?) throws(ServiceError) -> JSONValue {
        guard !members.isEmpty else { return .null }
        for member in members {
            guard let text = member.asText, names?.contains(text) ?? true else { return try refuse() }
        }
        return .list(members)
    }
}
