/// Keys that belong together, one stored property each, in the order in which documentation and schema list them.
protocol FieldGroup: Sendable {}

/// The keys of one kind of map.
protocol MapKeys: FieldGroup {
    /// What such a map is called in messages, with its article: `a race`.
    static var noun: String { get }
}

/// A kind of map, as checks and schema see it.
protocol MapDescription: Sendable {
    /// What such a map is called in messages, with its article.
    var noun: String { get }
    /// Every key in order.
    var fields: [any FieldDescription] { get }
}

extension MapDescription {
    /// The noun without its article.
    var name: String {
        let words = noun.split(separator: " ")
        return words.drop { ["a", "an", "the"].contains($0) }.joined(separator: "-")
    }
}

/// The one list of a map's keys: decoding, checks and schema are made from it.
final class MapTable<Keys: MapKeys>: MapDescription {
    /// The keys by name.
    let keys: Keys
    let fields: [any FieldDescription]

    /// Lists the stored properties of `keys`.
    init(_ keys: Keys) {
        self.keys = keys
        fields = MapTable.fields(of: keys)
    }

    var noun: String { Keys.noun }

    private static func fields(of group: any FieldGroup) -> [any FieldDescription] {
        Mirror(reflecting: group).children.flatMap { child -> [any FieldDescription] in
            switch child.value {
            case let field as any FieldDescription: [field]
            case let list as [any FieldDescription]: list
            case let group as any FieldGroup: fields(of: group)
            default: []
            }
        }
    }
}
