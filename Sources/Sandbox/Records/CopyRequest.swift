/// How often and how far apart things are copied, as `duplicate-events` and `duplicate-workouts` are told.
struct CopyRequest: Hashable {
    /// What is copied.
    var ids: [Int]
    /// Days from the original to each copy.
    var offsets: [Int]

    /// Reads a body, in which `ids` is the member that names what is copied.
    init(_ body: [String: JSONValue], ids name: String) throws(ServiceError) {
        let body = Record(fields: body)
        guard let copies = body.integer("numCopies"), let weeks = body.integer("weeksBetween"),
            let list = body[name]?.asList
        else { throw .invalid("numCopies, weeksBetween and \(name) are required") }
        guard (1...100).contains(copies), (1...100).contains(weeks), list.count <= 500 else {
            throw .invalid("Too many copies")
        }
        ids = try list.map { (id) throws(ServiceError) in
            guard let id = id.asInteger, Int32(exactly: id) != nil else { throw .invalid("Invalid \(name)") }
            return id
        }
        offsets = (1...copies).map { 7 * weeks * $0 }
    }
}
