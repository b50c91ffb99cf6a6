extension Node {
    /// The scalar, if it is one.
    public var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The items, if it is a list.
    public var sequence: [Node]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// The entries, if it is a map.
    public var mapping: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// Whether it is YAML's null.
    public var isNull: Bool {
        scalar?.isNull ?? false
    }

    /// What it is, in words for messages.
    public var kindName: String {
        switch content {
        case .scalar(let scalar): scalar.isNull ? "nothing" : "text"
        case .sequence: "a list"
        case .mapping: "a map"
        }
    }

    /// The value of a key, if it is a map that has it.
    public subscript(key: String) -> Node? {
        mapping?.first { $0.key == key }?.value
    }
}
