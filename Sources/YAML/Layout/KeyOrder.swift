/// In which order the keys of a document's maps stand.
public indirect enum KeyOrder: Sendable {
    /// As the author has them, all the way down.
    case asWritten
    /// Known keys in this order; an unknown one stays before the key that follows it.
    case map([(key: String, value: KeyOrder)])
    /// A map whose keys the author names, and in whose order they stay.
    case keyed(KeyOrder)
    /// A list of such values.
    case list(KeyOrder)
    /// Whichever fits what is written.
    case either([KeyOrder])

    /// The order of what a list holds.
    var item: KeyOrder {
        switch self {
        case .list(let item): item
        case .either(let orders): orders.lazy.map(\.item).first { !$0.isAsWritten } ?? .asWritten
        case .asWritten, .map, .keyed: .asWritten
        }
    }

    /// The order of what a map holds under a key.
    func value(of key: String) -> KeyOrder {
        switch self {
        case .map(let keys): keys.first { $0.key == key }?.value ?? .asWritten
        case .keyed(let value): value
        case .either(let orders): orders.lazy.map { $0.value(of: key) }.first { !$0.isAsWritten } ?? .asWritten
        case .asWritten, .list: .asWritten
        }
    }

    /// The known keys of a map in their order; empty where the author's order stays.
    var keys: [String] {
        switch self {
        case .map(let keys): keys.map(\.key)
        case .either(let orders): orders.lazy.map(\.keys).first { !$0.isEmpty } ?? []
        case .asWritten, .keyed, .list: []
        }
    }

    private var isAsWritten: Bool {
        if case .asWritten = self { true } else { false }
    }
}
