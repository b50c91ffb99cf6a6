import Diagnostics

/// Collects the entries of a map: refuses keys that are no text or stand twice, and merges `<<` at the end.
struct MappingBuilder {
    private var entries: [Node.Entry] = []
    /// The place in `entries` of each key; kept only once there are too many to look through.
    private var indexOfKey: [String: Int] = [:]
    /// The `<<` key, how many entries stand before it, and the maps to merge, the first of which wins.
    private var merge: (range: SourceRange, index: Int, maps: [[Node.Entry]])?

    /// Takes an entry; what is wrong with it comes back.
    mutating func add(key: Node, at range: SourceRange, value: Node) -> Diagnostic? {
        guard !key.isBroken else { return nil }
        guard let scalar = key.scalar else { return keyIsNoText(key, at: range) }
        guard !(scalar.style == .plain && scalar.text.isEmpty) else { return keyIsMissing(at: range) }
        if scalar.style == .plain, scalar.text == "<<" { return addMerge(value, at: range) }
        if let first = entry(of: scalar.text) { return twice(scalar.text, at: range, first: first.keyRange) }
        append(Node.Entry(key: scalar.text, keyRange: range, value: value))
        return nil
    }

    /// The entries with those of `<<` in its place. A key of the map itself wins, then that of the earlier merged map.
    var merged: [Node.Entry] {
        guard let merge else { return entries }
        var seen = Set(entries.map(\.key))
        let additions = merge.maps.joined().filter { seen.insert($0.key).inserted }
        return entries[..<merge.index] + additions + entries[merge.index...]
    }

    private func entry(of key: String) -> Node.Entry? {
        indexOfKey.isEmpty ? entries.first { $0.key == key } : indexOfKey[key].map { entries[$0] }
    }

    private mutating func append(_ entry: Node.Entry) {
        if entries.count == 8 {
            for (index, known) in entries.enumerated() { indexOfKey[known.key] = index }
        }
        if !indexOfKey.isEmpty { indexOfKey[entry.key] = entries.count }
        entries.append(entry)
    }

    private mutating func addMerge(_ value: Node, at range: SourceRange) -> Diagnostic? {
        if let merge { return twice("<<", at: range, first: merge.range) }
        merge = (range, entries.count, [])
        let sources = value.sequence ?? [value]
        for source in sources where !source.isBroken {
            guard let map = source.mapping else { return notMergeable(source) }
            merge?.maps.append(map)
        }
        return nil
    }

    private func keyIsNoText(_ key: Node, at range: SourceRange) -> Diagnostic {
        let message = "a key must be text, not \(key.kindName); put text that holds brackets or braces in quotes"
        return Diagnostic("non-scalar-key", message, at: range)
    }

    private func keyIsMissing(at range: SourceRange) -> Diagnostic {
        Diagnostic("empty-key", "a key must stand before the colon", at: range)
    }

    private func twice(_ key: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
        let hint = key == "<<" ? "; give a list to merge several maps: `<<: [*a, *b]`" : ""
        let message = "the key `\(key.shortened)` stands twice in this map\(hint)"
        return Diagnostic("duplicate-key", message, at: range, notes: [.init("first here", at: first)])
    }

    private func notMergeable(_ value: Node) -> Diagnostic {
        let message = "<< merges a map or a list of maps, not \(value.kindName)"
        return Diagnostic("bad-merge", message, at: value.range)
    }
}
