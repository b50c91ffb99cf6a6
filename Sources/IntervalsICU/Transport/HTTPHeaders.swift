/// Header fields in the order they were given; names match without regard to case.
///
/// Values may hold a credential, so descriptions, dumps and reflection show the names alone.
public struct HTTPHeaders: Sendable, Equatable {
    /// One field.
    public struct Field: Sendable, Equatable {
        /// The name as it was given.
        public let name: String
        /// The value.
        public let value: String

        /// A field of a name and a value.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// All fields in order.
    public private(set) var fields: [Field]

    /// Headers of names and values.
    public init(_ fields: [(String, String)] = []) {
        self.fields = fields.map { Field(name: $0.0, value: $0.1) }
    }

    /// The first value under the name.
    public subscript(name: String) -> String? {
        let wanted = name.lowercased()
        return fields.first { $0.name.lowercased() == wanted }?.value
    }

    /// Adds a field after the others.
    public mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }
}

extension HTTPHeaders: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The names.
    public var description: String {
        "[" + fields.map(\.name).joined(separator: ", ") + "]"
    }

    /// The names.
    public var debugDescription: String { description }

    /// A mirror of the names.
    public var customMirror: Mirror {
        Mirror(self, unlabeledChildren: fields.map(\.name), displayStyle: .collection)
    }
}

extension HTTPHeaders.Field: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The name.
    public var description: String { name }

    /// The name.
    public var debugDescription: String { name }

    /// A mirror of the name.
    public var customMirror: Mirror {
        Mirror(self, children: ["name": name])
    }
}
