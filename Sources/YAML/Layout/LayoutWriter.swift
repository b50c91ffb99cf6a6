/// Writes a document in the canonical layout.
struct LayoutWriter {
    /// A line with the comment behind it.
    struct Line {
        var text: String
        var trail: (text: String, column: Int)?
        /// Whether it is part of a text, in which blank lines count.
        var isText = false

        init(text: String, isText: Bool = false) {
            self.text = text
            self.isText = isText
        }
    }

    let document: SyntaxDocument
    let order: KeyOrder

    /// The whole text.
    func text() -> String {
        var lines = trivia(document.head, indent: 0)
        lines += self.lines(of: document.root, order, indent: 0)
        lines += trivia(document.foot, indent: 0)
        return collapsed(lines).map { $0.rendered + "\n" }.joined()
    }

    /// At most one blank line in a row, none at either end.
    private func collapsed(_ lines: [Line]) -> [Line] {
        var result: [Line] = []
        for line in lines where !(line.isBlank && result.last?.text.isEmpty ?? true) { result.append(line) }
        while result.last?.isBlank ?? false { result.removeLast() }
        return result
    }

    private func trivia(_ comments: [String?], indent: Int) -> [Line] {
        comments.map { Line(text: $0.map { blanks(indent) + $0 } ?? "") }
    }

    /// The lines of a list or a map whose units begin at `indent`.
    private func lines(of node: SyntaxNode, _ order: KeyOrder, indent: Int) -> [Line] {
        switch node.content {
        case .sequence(let items):
            if items.isEmpty || node.isInline { return [Line(text: blanks(indent) + inline(node, order))] }
            return items.flatMap { item in
                unit(item.unit, indent, "-", item.value, order.item, isItem: true)
            }
        case .mapping(let entries):
            if entries.isEmpty || node.isInline { return [Line(text: blanks(indent) + inline(node, order))] }
            return sorted(entries, order).flatMap { entry in
                unit(entry.unit, indent, entry.key + ":", entry.value, order.value(of: entry.name), isItem: false)
            }
        case .word, .lines, .block: return []
        }
    }

    /// A unit with its comments; `isItem` for one after a dash, on whose line a list or map begins.
    private func unit(
        _ number: Int, _ indent: Int, _ start: String, _ value: SyntaxNode, _ order: KeyOrder, isItem: Bool
    ) -> [Line] {
        let unit = document.units[number]
        var lines = body(indent, start, value, order, isItem: isItem)
        var lead = unit.lead
        if let trail = unit.trail, !lines.isEmpty {
            if isItem, value.isBlockCollection {
                // Behind a dash there is no place for it that it would keep.
                lead.append(trail.text)
            } else {
                // Text over several lines can have its comment only behind its end.
                let index = if case .lines = value.content { lines.count - 1 } else { 0 }
                lines[index].trail = trail
            }
        }
        return trivia(lead, indent: indent) + lines + trivia(unit.foot, indent: indent)
    }

    private func body(
        _ indent: Int, _ start: String, _ value: SyntaxNode, _ order: KeyOrder, isItem: Bool
    ) -> [Line] {
        let head = blanks(indent) + start + (value.properties.isEmpty ? "" : " " + value.properties)
        switch value.content {
        case .word(let word): return [Line(text: word.isEmpty ? head : head + " " + word)]
        case .lines(let texts):
            let rest = texts.dropFirst().map { Line(text: $0.isEmpty ? "" : blanks(indent + 2) + $0, isText: true) }
            return [Line(text: head + " " + texts[0])] + rest
        case .block(let header, let texts):
            return [Line(text: head + " " + header)]
                + texts.map { Line(text: $0.isEmpty ? "" : blanks(indent + 2) + $0, isText: true) }
        case .sequence, .mapping:
            guard value.isBlockCollection else { return [Line(text: head + " " + brackets(value, order))] }
            let lines = lines(of: value, order, indent: indent + 2)
            guard isItem, value.properties.isEmpty else { return [Line(text: head)] + lines }
            return joined(lines, to: head, indent: indent)
        }
    }

    /// Lines of a list or map that begins on its dash's line; comments above it go above the dash.
    private func joined(_ lines: [Line], to head: String, indent: Int) -> [Line] {
        let above = lines.prefix { $0.isBlank || $0.text.dropFirst(indent + 2).hasPrefix("#") }
        var rest = Array(lines[above.count...])
        guard let first = rest.first else { return [Line(text: head)] + lines }
        rest[0].text = head + " " + first.text.dropFirst(indent + 2)
        return above.filter { !$0.isBlank }.map { Line(text: blanks(indent) + $0.text.dropFirst(indent + 2)) } + rest
    }

    /// A value inside brackets on one line.
    private func inline(_ node: SyntaxNode, _ order: KeyOrder) -> String {
        (node.properties.isEmpty ? "" : node.properties + " ") + brackets(node, order)
    }

    /// The same without its anchor and tag.
    private func brackets(_ node: SyntaxNode, _ order: KeyOrder) -> String {
        switch node.content {
        case .word(let word): return word
        case .lines, .block: return ""
        case .sequence(let items):
            return "[" + items.map { inline($0.value, order.item) }.joined(separator: ", ") + "]"
        case .mapping(let entries):
            let parts = sorted(entries, order).map { $0.key + ": " + inline($0.value, order.value(of: $0.name)) }
            return "{" + parts.joined(separator: ", ") + "}"
        }
    }

    /// Known keys in their order; another stays before the key that follows it.
    private func sorted(_ entries: [SyntaxEntry], _ order: KeyOrder) -> [SyntaxEntry] {
        let keys = order.keys
        guard !keys.isEmpty else { return entries }
        let ranks = Dictionary(zip(keys, 0...), uniquingKeysWith: { first, _ in first })
        var rank = keys.count
        var ranked: [(rank: Int, place: Int)] = []
        for place in entries.indices.reversed() {
            rank = ranks[entries[place].name] ?? rank
            ranked.append((rank, place))
        }
        return ranked.sorted { $0 < $1 }.map { entries[$0.place] }
    }
}

extension LayoutWriter.Line {
    /// Whether it is a blank line that means nothing.
    fileprivate var isBlank: Bool { text.isEmpty && trail == nil && !isText }

    /// The line as it is written: the comment in its old column if there is room, else two blanks behind the text.
    fileprivate var rendered: String {
        guard let trail else { return text }
        let gap = max(2, trail.column - text.unicodeScalars.count)
        return text + blanks(gap) + trail.text
    }
}

extension SyntaxNode {
    /// Whether it is a list or a map with a line for each of its units.
    fileprivate var isBlockCollection: Bool {
        switch content {
        case .sequence(let items): !isInline && !items.isEmpty
        case .mapping(let entries): !isInline && !entries.isEmpty
        case .word, .lines, .block: false
        }
    }
}

private func blanks(_ count: Int) -> String {
    String(repeating: " ", count: count)
}
