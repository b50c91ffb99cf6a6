import Diagnostics
import YAML

/// How a key's value is written: what reads it, and what an editor may know of it.
struct Format<Value: Sendable>: Sendable {
    /// What an editor may know of it.
    let shape: Shape
    private let body: @Sendable (Node, Reading) -> Value?

    /// Makes a format from its reader, which reports what it refuses.
    init(_ shape: Shape, read body: @escaping @Sendable (Node, Reading) -> Value?) {
        self.shape = shape
        self.body = body
    }

    /// The value of a node; nil after a fault, which is then on record.
    func read(_ node: Node, _ reading: Reading) -> Value? {
        if node.isBroken { return nil }
        if node.isNull {
            reading.fault(.missingValue, "\(reading.subject) has no value", at: node.range)
            return nil
        }
        return body(node, reading)
    }

    /// The value and its place.
    var located: Format<Located<Value>> {
        Format<Located<Value>>(shape) { node, reading in
            read(node, reading).map { Located($0, at: node.range) }
        }
    }

    /// The same way to write it for another value.
    func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> Format<Other> {
        Format<Other>(shape) { node, reading in read(node, reading).map(transform) }
    }
}

extension Format {
    /// A list.
    static func list<Item>(of item: Format<Item>, minimum: Int = 0) -> Format where Value == [Item] {
        Format(.list(item.shape, minimum: minimum)) { node, reading in
            guard let items = node.sequence else {
                reading.refuse(node, .wrongType, takes: "a list")
                return nil
            }
            if items.count < minimum {
                reading.fault(.emptyList, "\(reading.subject) is empty", at: node.range)
                return nil
            }
            return items.compactMap { item.read($0, reading) }
        }
    }

    /// One value, or a list of them.
    static func oneOrMore<Item>(_ item: Format<Item>) -> Format where Value == [Item] {
        let list = Format.list(of: item, minimum: 1)
        return Format(.either([item.shape, list.shape])) { node, reading in
            node.sequence == nil ? item.read(node, reading).map { [$0] } : list.read(node, reading)
        }
    }

    /// A map with the keys of a table.
    static func map<Keys>(
        _ table: MapTable<Keys>, _ make: @escaping @Sendable (MapReader<Keys>) -> Value?
    ) -> Format {
        Format(.map(table)) { node, reading in
            MapReader(node, table, reading).flatMap(make)
        }
    }

    /// A map whose keys the author names; keys that begin with `x-` are left out.
    static func keyed<Key, Item>(by key: Format<Key>, pattern: String, _ item: Format<Item>) -> Format
    where Value == [KeyedItem<Key, Item>] {
        Format(.keyed(pattern: pattern, item.shape)) { node, reading in
            guard let entries = node.mapping else {
                reading.refuse(node, .wrongType, takes: "a map")
                return nil
            }
            return entries.filter { !$0.key.hasPrefix("x-") }.compactMap { entry in
                let keyNode = Node(.scalar(Scalar(text: entry.key, style: .plain)), range: entry.keyRange)
                let name = reading.about(entry.key) { key.read(keyNode, reading) }
                let value = reading.about(entry.key) { item.read(entry.value, reading) }
                guard let name, let value else { return nil }
                return KeyedItem(key: Located(name, at: entry.keyRange), value: value, range: entry.value.range)
            }
        }
    }
}

/// An entry of a map whose keys the author names.
struct KeyedItem<Key: Sendable, Item: Sendable>: Sendable {
    /// The key.
    var key: Located<Key>
    /// The value.
    var value: Item
    /// Where the value is written.
    var range: SourceRange
}
