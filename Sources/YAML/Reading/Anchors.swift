import Diagnostics

/// The most nodes that all aliases of a file together may stand for.
private let expansionLimit = 10_000

/// The anchors seen so far; a later anchor of the same name replaces an earlier one, as YAML has it.
struct Anchors {
    /// What an anchor names.
    struct Anchor {
        /// Where it stands.
        var index: Int
        /// How many nodes had been made before its own; then how many nodes it stands for.
        var nodeCount: Int
        /// nil while the node is being read.
        var node: Node?
    }

    private var latest: [String: Anchor] = [:]
    /// The names in the order of the file, as many as a hint is worth looking through.
    private(set) var names: [String] = []
    /// How many nodes the aliases so far stand for.
    var expanded = 0

    subscript(name: String) -> Anchor? { latest[name] }

    mutating func open(_ name: String?, at index: Int, nodeCount: Int) {
        guard let name else { return }
        let previous = latest.updateValue(Anchor(index: index, nodeCount: nodeCount), forKey: name)
        if previous == nil, names.count < 1_000 { names.append(name) }
    }

    /// Completes the anchor that was opened at `index`, unless a later one has taken its name meanwhile.
    mutating func close(_ name: String?, at index: Int, node: Node, nodeCount: Int) {
        guard let name, let opened = latest[name], opened.index == index else { return }
        latest[name] = Anchor(index: index, nodeCount: nodeCount - opened.nodeCount, node: node)
    }
}

extension Composer {
    /// The node that an alias stands for; a broken one when there is none.
    mutating func alias(_ name: String, _ event: Event) throws(ReadingEnded) -> Node {
        let range = source.range(event.start, event.end)
        lastEnd = event.end
        guard let anchor = anchors[name] else {
            report(undefinedAlias(name, at: range))
            return .broken(at: range)
        }
        guard let node = anchor.node else {
            report(aliasCycle(name, at: range, anchor: source.anchorRange(name, at: anchor.index)))
            return .broken(at: range)
        }
        nodeCount += anchor.nodeCount
        anchors.expanded += anchor.nodeCount
        guard anchors.expanded <= expansionLimit else {
            report(aliasExpansion(anchors.expanded, at: range))
            throw ReadingEnded()
        }
        return node
    }

    private func undefinedAlias(_ name: String, at range: SourceRange) -> Diagnostic {
        var notes: [Diagnostic.Note] = []
        if let near = closestMatch(to: name, in: anchors.names), let anchor = anchors[near] {
            notes = [.init("did you mean *\(near.shortened)?", at: source.anchorRange(near, at: anchor.index))]
        }
        let message = "no anchor &\(name.shortened) stands before this alias; put text that begins with * in quotes"
        return Diagnostic("undefined-alias", message, at: range, notes: notes)
    }

    private func aliasCycle(_ name: String, at range: SourceRange, anchor: SourceRange) -> Diagnostic {
        let name = name.shortened
        let message = "*\(name) stands inside the value that &\(name) names: it would contain itself"
        return Diagnostic("alias-cycle", message, at: range, notes: [.init("&\(name) is here", at: anchor)])
    }

    private func aliasExpansion(_ count: Int, at range: SourceRange) -> Diagnostic {
        let message = "the aliases up to here stand for \(count) values; a file may have up to \(expansionLimit)"
        return Diagnostic(
            "alias-expansion", message, at: range, limit: Double(expansionLimit), value: Double(count))
    }
}

extension Node {
    /// Stands for what couldn't be read.
    fileprivate static func broken(at range: SourceRange) -> Node {
        var node = Node(.scalar(Scalar(text: "", style: .plain)), range: range)
        node.isBroken = true
        return node
    }
}

extension SourceText {
    /// Where `&name` stands, in a value whose anchor and tag begin at `index`.
    fileprivate func anchorRange(_ name: String, at index: Int) -> SourceRange {
        var start = index
        while let scalar = self[start], scalar != "&" { start += 1 }
        return range(start, start + 1 + name.unicodeScalars.count)
    }
}
