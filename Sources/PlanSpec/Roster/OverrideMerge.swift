import Diagnostics
import YAML

/// Lays an override over what the plan says: maps key by key, lists of entries with ids by id, all else as a whole.
struct OverrideMerge {
    private let reading: Reading

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// Keys whose maps are one value: a date said in another way replaces the first way.
    private static let wholes = ["date", "from", "to"]
    /// Lists whose entries have ids.
    private static let entryLists = ["races", "life", "fixed", "events"]

    /// The entry with the value that the override leaves of `base`.
    func merged(_ base: Node?, with change: Node.Entry) -> Node.Entry {
        var result = change
        if OverrideMerge.entryLists.contains(change.key) {
            result.value = mergedEntries(base, with: change.value)
        } else if !OverrideMerge.wholes.contains(change.key) {
            result.value = merged(base, with: change.value)
        }
        return result
    }

    private func merged(_ base: Node?, with change: Node) -> Node {
        guard let base, let changes = change.mapping, let entries = base.mapping ?? dayRoom(base, for: changes) else {
            return change
        }
        var result = base
        result.content = .mapping(merged(entries, with: changes))
        return result
    }

    private func merged(_ entries: [Node.Entry], with changes: [Node.Entry]) -> [Node.Entry] {
        var result = entries
        for change in changes {
            if let place = result.firstIndex(where: { $0.key == change.key }) {
                result[place] = merged(result[place].value, with: change)
            } else {
                result.append(change)
            }
        }
        return result
    }

    /// A day's total such as `1h30` is short for a map with `max`, which the override's other keys join.
    private func dayRoom(_ base: Node, for changes: [Node.Entry]) -> [Node.Entry]? {
        let keys = ["max", "sessions", "sports"]
        guard let text = base.scalar?.text, text != "off", !base.isNull, changes.allSatisfy({ keys.contains($0.key) })
        else { return nil }
        return [Node.Entry(key: "max", keyRange: base.range, value: base)]
    }

    // MARK: Entries with ids

    private func mergedEntries(_ base: Node?, with change: Node) -> Node {
        guard let changes = change.sequence else { return change }
        var items = base?.sequence ?? []
        var seen: [String: SourceRange] = [:]
        for item in changes {
            guard let id = item["id"]?.scalar?.text else {
                items.append(item)
                continue
            }
            if let first = seen.updateValue(item["id"]?.range ?? item.range, forKey: id) {
                reading.fault(
                    .duplicateID, "there are two changes of \(quoted(id))", at: item["id"]?.range ?? item.place,
                    notes: [Diagnostic.Note("the first is here", at: first)])
            }
            apply(item, id: id, to: &items)
        }
        var result = base?.sequence == nil ? change : base ?? change
        result.content = .sequence(items)
        return result
    }

    private func apply(_ change: Node, id: String, to items: inout [Node]) {
        let place = items.firstIndex { $0["id"]?.scalar?.text == id }
        let entries = (change.mapping ?? []).filter { $0.key != "off" }
        let isOff = isOff(change)
        guard let place else {
            if isOff {
                let ids = items.compactMap { $0["id"]?.scalar?.text }
                reading.fault(
                    .unknownEntry, "the plan has no \(quoted(id)) to leave out\(reading.didYouMean(id, among: ids))",
                    at: change["id"]?.range ?? change.place)
            } else {
                var added = change
                added.content = .mapping(entries)
                items.append(added)
            }
            return
        }
        if isOff {
            items.remove(at: place)
        } else if let known = items[place].mapping {
            items[place].content = .mapping(merged(known, with: entries.filter { $0.key != "id" }))
        }
    }

    private func isOff(_ change: Node) -> Bool {
        guard let off = change["off"] else { return false }
        return reading.about("off") { Format<Bool>.boolean.read(off, reading) } ?? false
    }
}
