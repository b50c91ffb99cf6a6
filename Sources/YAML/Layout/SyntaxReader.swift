import Diagnostics

/// What can't be laid out anew, such as a key of several lines.
struct UnusualSyntax: Error {}

/// Reads a document's events into a tree of what is written.
struct SyntaxReader: ~Copyable {
    /// The end of a piece of text, and the unit that it belongs to.
    struct Mark {
        var end: Int
        var unit: Int
    }

    private let source: SourceText
    private var events: EventParser
    private var units: [SyntaxUnit] = []
    private var depth = 0
    /// In the order of the source.
    private(set) var marks: [Mark] = []

    init(source: SourceText, events: consuming EventParser) {
        self.source = source
        self.events = events
    }

    /// The one document, without its comments.
    mutating func document() throws -> SyntaxDocument {
        _ = try events.next()
        guard case .documentStart = try events.next().kind else { throw UnusualSyntax() }
        let root = try node(try events.next(), in: nil, isInFlow: false)
        guard root.properties.isEmpty else { throw UnusualSyntax() }
        switch root.content {
        case .mapping, .sequence: break
        case .word, .lines, .block: throw UnusualSyntax()
        }
        return SyntaxDocument(root: root, units: units)
    }

    private mutating func node(_ event: Event, in unit: Int?, isInFlow: Bool) throws -> SyntaxNode {
        switch event.kind {
        case .alias(let name):
            mark(event.end, unit)
            return SyntaxNode(properties: "", content: .word("*" + name))
        case .scalar(_, let text, let style):
            return try scalar(event, text, style, in: unit)
        case .sequenceStart, .mappingStart:
            return try collection(event, in: unit, isInFlow: isInFlow)
        default: throw UnusualSyntax()
        }
    }

    private mutating func mark(_ end: Int, _ unit: Int?) {
        if let unit { marks.append(Mark(end: end, unit: unit)) }
    }

    /// Anchor and tag before a value that begins at `content`.
    private func properties(_ event: Event, before content: Int) -> String {
        guard event.start < content else { return "" }
        let lines = source.text(event.start, content).split(whereSeparator: \.isNewline)
        let words = lines.flatMap { line in line.split(whereSeparator: \.isWhitespace).prefix { !$0.hasPrefix("#") } }
        return words.joined(separator: " ")
    }

    private mutating func scalar(
        _ event: Event, _ text: String, _ style: Scalar.Style, in unit: Int?
    ) throws -> SyntaxNode {
        guard event.end > event.start else { return SyntaxNode(properties: "", content: .word("")) }
        let start = source.content(from: event.start, to: event.end)
        let properties = properties(event, before: start)
        switch style {
        case .literal, .folded:
            mark(start + 1, unit)
            let end = event.end
            mark(end, unit)
            return SyntaxNode(properties: properties, content: try source.block(from: start, to: end))
        case .plain, .singleQuoted, .doubleQuoted:
            let end = style == .plain ? source.textEnd(from: start, to: event.end) : event.end
            mark(max(start, end), unit)
            let raw = source.text(start, max(start, end))
            let lines = raw.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
            guard lines.count > 1 else {
                let word = style == .plain ? raw : requoted(raw, text: text, style)
                return SyntaxNode(properties: properties, content: .word(word))
            }
            return SyntaxNode(properties: properties, content: .lines(lines.map { trimmed($0, style) }))
        }
    }

    private mutating func collection(_ event: Event, in unit: Int?, isInFlow: Bool) throws -> SyntaxNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= nestingLimit else { throw UnusualSyntax() }
        let start = source.content(from: event.start, to: event.end)
        // What a collection's event ends with is its bracket, or nothing in block style.
        let isFlow = isInFlow || source[start] == "{" || source[start] == "["
        let properties = properties(event, before: event.end > event.start ? start : event.start)
        let first = units.count
        let content: SyntaxNode.Content
        let end: Int
        if case .sequenceStart = event.kind {
            (content, end) = try items(from: start, in: unit, isFlow: isFlow)
        } else {
            (content, end) = try entries(in: unit, isFlow: isFlow)
        }
        var node = SyntaxNode(properties: properties, content: content)
        if isFlow {
            mark(end, unit)
            let isEmpty = units.count == first
            node.isInline = isEmpty || source.position(start).line == source.position(end).line
            if node.isInline { for index in first..<units.count { units[index].isAlive = false } }
        }
        return node
    }

    private mutating func items(from start: Int, in unit: Int?, isFlow: Bool) throws -> (SyntaxNode.Content, Int) {
        var items: [SyntaxItem] = []
        let dash = source.position(start).column - 1
        while true {
            let event = try events.next()
            if case .sequenceEnd = event.kind { return (.sequence(items), event.end) }
            let own = units.count
            let column = isFlow ? source.position(event.start).column - 1 : dash
            units.append(SyntaxUnit(start: event.start, column: column, parent: unit))
            items.append(SyntaxItem(value: try node(event, in: own, isInFlow: isFlow), unit: own))
        }
    }

    private mutating func entries(in unit: Int?, isFlow: Bool) throws -> (SyntaxNode.Content, Int) {
        var entries: [SyntaxEntry] = []
        while true {
            let event = try events.next()
            if case .mappingEnd = event.kind { return (.mapping(entries), event.end) }
            let own = units.count
            units.append(
                SyntaxUnit(start: event.start, column: source.position(event.start).column - 1, parent: unit))
            let key = try node(event, in: own, isInFlow: isFlow)
            guard case .word(let word) = key.content, !word.isEmpty else { throw UnusualSyntax() }
            var name = word
            if case .scalar(_, let text, _) = event.kind { name = text }
            let text = key.properties.isEmpty ? word : key.properties + " " + word
            let isAlias = word.hasPrefix("*")
            let value = try node(try events.next(), in: own, isInFlow: isFlow)
            entries.append(SyntaxEntry(key: text + (isAlias ? " " : ""), name: name, value: value, unit: own))
        }
    }
}

/// A line of a text that goes over several, without the blanks that mean nothing.
private func trimmed(_ line: String, _ style: Scalar.Style) -> String {
    var scalars = Substring(line).unicodeScalars
    while let first = scalars.first, first.isYAMLBlank { scalars.removeFirst() }
    while let last = scalars.last, last.isYAMLBlank {
        let isEscaped = style == .doubleQuoted && scalars.dropLast().last == "\\"
        if isEscaped { break }
        scalars.removeLast()
    }
    return String(scalars)
}

/// Text in quotes without them where they say nothing, else in double quotes where those need no escapes.
private func requoted(_ raw: String, text: String, _ style: Scalar.Style) -> String {
    if isPlainWord(text) { return text }
    let isSimple = text.unicodeScalars.allSatisfy { $0 != "\"" && $0 != "\\" && $0.value >= 0x20 && $0.value < 0x7F }
    return style == .singleQuoted && isSimple ? "\"\(text)\"" : raw
}

/// Whether text means the same with and without quotes, whoever reads it: words of letters that are no YAML constant.
func isPlainWord(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, first.isASCII, first.properties.isAlphabetic, scalars.last != " " else {
        return false
    }
    let isSafe = scalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "_./- ".unicodeScalars.contains($0))
    }
    let constants = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
    return isSafe && !constants.contains(text.lowercased())
}

extension SourceText {
    /// Where plain text ends, without the blanks and breaks behind it.
    fileprivate func textEnd(from start: Int, to end: Int) -> Int {
        var end = end
        while end > start, let scalar = self[end - 1], scalar.isYAMLSpace { end -= 1 }
        return end
    }

    /// A text after `|` or `>`.
    fileprivate func block(from start: Int, to end: Int) throws -> SyntaxNode.Content {
        let headerEnd = breakIndex(from: start)
        let header = text(start, headerEnd).split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
        var lines: [String] = []
        var index = headerEnd + breakLength(at: headerEnd)
        while index < end {
            let stop = min(breakIndex(from: index), end)
            lines.append(text(index, stop))
            index = stop + max(1, breakLength(at: stop))
        }
        let isKept = header.contains("+")
        func blanks(_ line: String) -> Int { line.unicodeScalars.prefix { $0 == " " }.count }
        func isBlank(_ line: String) -> Bool { blanks(line) == line.unicodeScalars.count }
        if !isKept { while let last = lines.last, isBlank(last) { lines.removeLast() } }
        let filled = lines.filter { !isBlank($0) }
        // An indentation indicator counts from a parent that will stand elsewhere: only rare files have one.
        guard !header.contains(where: { $0.isNumber }), let first = filled.first else {
            if filled.isEmpty, !isKept, !header.contains(where: { $0.isNumber }) {
                return .block(header: header, lines: [])
            }
            throw UnusualSyntax()
        }
        let indent = blanks(first)
        guard filled.allSatisfy({ blanks($0) >= indent }) else { throw UnusualSyntax() }
        return .block(
            header: header,
            lines: lines.map { String(String.UnicodeScalarView($0.unicodeScalars.dropFirst(min(indent, blanks($0))))) })
    }
}
