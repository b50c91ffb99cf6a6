/// One stored object of the service: its fields by their names in the API. An unset field is absent.
struct Record: Hashable, Sendable {
    /// The fields that are set.
    var fields: [String: JSONValue] = [:]

    subscript(name: String) -> JSONValue? {
        get { fields[name] }
        set { fields[name] = newValue == .null ? nil : newValue }
    }

    /// The field as an integer.
    func integer(_ name: String) -> Int? { fields[name]?.asInteger }
    /// The field as a number.
    func double(_ name: String) -> Double? { fields[name]?.asDouble }
    /// The field as a string.
    func text(_ name: String) -> String? { fields[name]?.asText }
    /// The field as a truth value; unset is false.
    func flag(_ name: String) -> Bool { fields[name]?.asBool ?? false }
    /// The strings of a list; unset is empty.
    func texts(_ name: String) -> [String] { fields[name]?.asList?.compactMap(\.asText) ?? [] }
    /// The numbers of a list, or nil where it is unset.
    func doubles(_ name: String) -> [Double]? { fields[name]?.asList?.compactMap(\.asDouble) }
}
