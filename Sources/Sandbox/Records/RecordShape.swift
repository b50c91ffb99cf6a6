/// The fields of one kind of object, and how a body changes them.
struct RecordShape: Sendable {
    /// The fields.
    let fields: [Field]
    private let byName: [String: Field]

    /// Makes a shape.
    init(_ fields: [Field]) {
        self.fields = fields
        byName = Dictionary(fields.map { ($0.name, $0) }) { _, last in last }
    }

    /// A new object with nothing but initial values.
    var blank: Record {
        var record = Record()
        for field in fields { record[field.name] = field.initial }
        return record
    }

    /// What a body changes, `.null` standing for "back to the initial value"; unknown and server-made fields are left out.
    func patch(_ body: [String: JSONValue]) throws(ServiceError) -> [String: JSONValue] {
        var patch: [String: JSONValue] = [:]
        for (name, value) in body.sorted(by: { $0.key < $1.key }) {
            guard let field = byName[name], !field.isServerMade else { continue }
            patch[name] = try field.accepted(value)
        }
        return patch
    }

    /// Changes a record, or with `replacing` puts back to its initial value what the patch leaves out.
    func apply(_ patch: [String: JSONValue], to record: inout Record, replacing: Bool = false) {
        for field in fields where !field.isServerMade {
            if let value = patch[field.name] {
                record[field.name] = value == .null ? field.initial : value
            } else if replacing {
                record[field.name] = field.initial
            }
        }
    }

    /// The object as the service shows it: every field of the shape, unset ones as null.
    func shown(_ record: Record) -> [String: JSONValue] {
        var object: [String: JSONValue] = [:]
        object.reserveCapacity(fields.count)
        for field in fields { object[field.name] = record.fields[field.name] ?? .null }
        return object
    }
}

extension RecordShape {
    /// Fields of one kind, by names parted by blanks.
    static func some(
        _ kind: Field.Kind, _ names: String, serverMade: Bool = false, initial: JSONValue = .null
    ) -> [Field] {
        names.split(separator: " ").map {
            Field(name: String($0), kind: kind, isServerMade: serverMade, initial: initial)
        }
    }
}
