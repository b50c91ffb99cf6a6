import CivilDates

/// A request on its way to a handler: who asks, for whom, and what.
struct Call {
    /// Who asks.
    var caller: Caller
    /// Where the athlete of the path stands in the data; 0 and unused where the path names none.
    var athlete = 0
    /// The named parts of the path.
    var parameters: [String: String]
    /// The path and query.
    var target: RequestTarget
    /// The body's bytes.
    var body: [UInt8]
    /// The media type of the body, where it is named.
    var contentType: String?
    /// A fault: how many items of a bulk call are written before it breaks off.
    var itemLimit: Int?

    /// The body as an object.
    func object() throws(ServiceError) -> [String: JSONValue] {
        guard let object = try json().asObject else { throw .invalid("Expected a JSON object") }
        return object
    }

    /// The body as a list of objects.
    func objects() throws(ServiceError) -> [[String: JSONValue]] {
        guard let list = try json().asList else { throw .invalid("Expected a JSON array") }
        return try list.map { (item) throws(ServiceError) in
            guard let object = item.asObject else { throw .invalid("Expected an array of JSON objects") }
            return object
        }
    }

    private func json() throws(ServiceError) -> JSONValue {
        do {
            return try JSONReader.read(body)
        } catch {
            throw .invalid("Invalid JSON at byte \(error.offset): \(error.message)")
        }
    }

    /// A part of the path that must be an int32.
    func integer(_ name: String) throws(ServiceError) -> Int {
        guard let value = parameters[name].flatMap({ Int32($0) }) else {
            throw .invalid("Invalid value for \(name)")
        }
        return Int(value)
    }

    /// A parameter of the query that must be an int32 where it is given.
    func integerQuery(_ name: String) throws(ServiceError) -> Int? {
        guard let text = target.value(name) else { return nil }
        guard let value = Int32(text) else { throw .invalid("Invalid value for \(name)") }
        return Int(value)
    }

    /// A parameter of the query that must be a truth value where it is given; absent is false.
    func flagQuery(_ name: String) throws(ServiceError) -> Bool {
        switch target.value(name)?.lowercased() {
        case nil, "false": false
        case "true": true
        default: throw .invalid("Invalid value for \(name)")
        }
    }

    /// A parameter of the query that must be a local date, with or without a time, where it is given.
    func dateQuery(_ name: String) throws(ServiceError) -> CivilDate? {
        guard let text = target.value(name) else { return nil }
        guard let date = CivilDate(text) ?? LocalMoment(text)?.day else { throw .invalid("Invalid value for \(name)") }
        return date
    }

    /// A parameter of the query that must be a number where it is given.
    func numberQuery(_ name: String) throws(ServiceError) -> Double? {
        guard let text = target.value(name) else { return nil }
        guard let value = Double(text), value.isFinite else { throw .invalid("Invalid value for \(name)") }
        return value
    }

    /// An int32 that the query must hold.
    func requiredInteger(_ name: String) throws(ServiceError) -> Int {
        guard let value = try integerQuery(name) else { throw .invalid("\(name) is required") }
        return value
    }

    /// Whether the path asks for a table of comma-separated values.
    var asksForTable: Bool {
        parameters["format"]?.hasSuffix("csv") == true
    }

    /// A local date that the query must hold.
    func requiredDate(_ name: String) throws(ServiceError) -> CivilDate {
        guard let date = try dateQuery(name) else { throw .invalid("\(name) is required") }
        return date
    }
}
