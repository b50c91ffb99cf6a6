import Diagnostics
import YAML

/// Reads the values of a map by the keys of its table.
///
/// Making one reports every unknown and missing key; reading a value reports its faults.
@dynamicMemberLookup
struct MapReader<Keys: MapKeys> {
    /// The map.
    let node: Node
    /// Where faults go.
    let reading: Reading
    private let table: MapTable<Keys>
    private let entries: [Node.Entry]

    /// Opens a map; nil, and a fault, where the node is none.
    init?(_ node: Node, _ table: MapTable<Keys>, _ reading: Reading) {
        guard let entries = node.mapping else {
            if !node.isBroken { reading.refuse(node, .wrongType, takes: "a map") }
            return nil
        }
        self.node = node
        self.reading = reading
        self.table = table
        self.entries = entries
        checkKeys()
    }

    /// The value of a key; nil where it is absent or refused.
    func read<Value>(_ field: Field<Value>) -> Value? {
        read(field.key, field.format)
    }

    /// The value of a key, or its default where it is absent or refused.
    func read<Value>(_ field: DefaultField<Value>) -> Value {
        read(field.key, field.format) ?? field.standard
    }

    /// The value of a key of a nested group; nil where it is absent or refused.
    func read<Value>(_ path: KeyPath<Keys, Field<Value>>) -> Value? {
        read(table.keys[keyPath: path])
    }

    /// The value of a key of a nested group, or its default.
    func read<Value>(_ path: KeyPath<Keys, DefaultField<Value>>) -> Value {
        read(table.keys[keyPath: path])
    }

    /// The value of the key with that name in the table; nil where it is absent or refused.
    subscript<Value>(dynamicMember path: KeyPath<Keys, Field<Value>>) -> Value? {
        read(table.keys[keyPath: path])
    }

    /// The value of the key with that name in the table, or its default.
    subscript<Value>(dynamicMember path: KeyPath<Keys, DefaultField<Value>>) -> Value {
        read(table.keys[keyPath: path])
    }

    /// Whether the file has the key.
    func has(_ path: KeyPath<Keys, some FieldDescription>) -> Bool {
        node(of: path) != nil
    }

    /// The value of a key as it stands in the file.
    func node(of path: KeyPath<Keys, some FieldDescription>) -> Node? {
        node(of: table.keys[keyPath: path])
    }

    /// The value of a key as it stands in the file.
    func node(of field: some FieldDescription) -> Node? {
        value(of: field.key)
    }

    /// Where the value of a key is written; the map's head where it is absent.
    func place(of path: KeyPath<Keys, some FieldDescription>) -> SourceRange {
        node(of: path)?.place ?? node.place
    }

    /// Keys of the map's table.
    var keys: Keys { table.keys }

    /// Where each value is written, by key.
    var ranges: [String: SourceRange] {
        Dictionary(entries.map { ($0.key, $0.value.range) }, uniquingKeysWith: { first, _ in first })
    }

    /// The entries of those of `keys` that the file has, in its order.
    func present(_ keys: [String]) -> [Node.Entry] {
        entries.filter { keys.contains($0.key) }
    }

    private func read<Value>(_ key: String, _ format: Format<Value>) -> Value? {
        guard let entry = entries.first(where: { $0.key == key }) else { return nil }
        if entry.value.isNull, !entry.value.isBroken {
            reading.fault(.missingValue, "`\(key)` has no value", at: entry.keyRange)
            return nil
        }
        return reading.about(key) { format.read(entry.value, reading) }
    }

    private func value(of key: String) -> Node? {
        entries.first { $0.key == key }?.value
    }

    private func checkKeys() {
        for entry in entries where !entry.key.hasPrefix("x-") {
            if !table.fields.contains(where: { $0.key == entry.key }) { refuseUnknown(entry) }
        }
        for field in table.fields where field.isRequired && value(of: field.key) == nil {
            reading.fault(.missingKey, "\(table.noun) needs the key `\(field.key)`", at: node.place)
        }
    }

    private func refuseUnknown(_ entry: Node.Entry) {
        let known = table.fields.map(\.key)
        if let decimal = splitDecimal(entry) {
            reading.fault(
                .unknownKey,
                "\(quoted(entry.key)) is no key of \(table.noun); a comma parts entries here, and decimals have a point:"
                    + " write \(decimal)",
                at: entry.keyRange)
            return
        }
        let guess = reading.didYouMean(entry.key, among: known)
        let list = guess.isEmpty && known.count <= 10 ? "; there are \(known.joined(separator: ", "))" : guess
        reading.fault(.unknownKey, "\(quoted(entry.key)) is no key of \(table.noun)\(list)", at: entry.keyRange)
    }

    /// The number that `{ctl: 52,5}` was to have, where such a comma made a key of its decimals.
    private func splitDecimal(_ entry: Node.Entry) -> String? {
        guard entry.key.isDigits, entry.value.isNull, let entries = node.mapping,
            let index = entries.firstIndex(where: { $0.keyRange == entry.keyRange }), index > 0,
            let whole = entries[index - 1].value.scalar?.text, whole.isDigits
        else { return nil }
        return "\(whole).\(entry.key)"
    }
}
