import Diagnostics

/// How deep lists and maps may nest. libyaml has no limit of its own and takes quadratic time in flow nesting.
let nestingLimit = 64

/// How many faults of one file are told before reading stops.
private let faultLimit = 100

/// Thrown once what ends the file has been reported.
struct ReadingEnded: Error {}

/// Builds nodes from events and reports what YAML itself doesn't allow, or plans don't.
struct Composer: ~Copyable {
    let source: SourceText
    private var events: EventParser
    private var walk: SourceText.Walk
    var anchors = Anchors()
    var diagnostics: [Diagnostic] = []
    /// How many nodes were made, those that aliases stand for included.
    var nodeCount = 0
    /// One past the last character that belongs to a value: where a block collection that ends here ends.
    var lastEnd = 0
    private var depth = 0

    init(source: SourceText, events: consuming EventParser) {
        self.source = source
        self.events = events
        walk = SourceText.Walk(source)
    }

    /// The one document of the file.
    mutating func document() throws(ReadingEnded) -> Node? {
        try refuseManyDirectives()
        _ = try next()
        guard case .documentStart = try next().kind else {
            report(emptyFile(end: source.scalars.count))
            return nil
        }
        let first = try next()
        let root = try node(first)
        try documentEnd()
        if let scalar = root.scalar, scalar.style == .plain, scalar.text.isEmpty, !root.isBroken {
            report(emptyFile(end: first.end))
            return nil
        }
        return root
    }

    /// The next event; a syntax error is reported here.
    mutating func next() throws(ReadingEnded) -> Event {
        do {
            return try events.next()
        } catch {
            report(SyntaxFault(error, in: source).diagnostic)
            throw ReadingEnded()
        }
    }

    mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// The node that an event begins.
    mutating func node(_ event: Event) throws(ReadingEnded) -> Node {
        try endAfterManyFaults(event)
        if case .alias(let name) = event.kind { return try alias(name, event) }
        let properties = event.properties
        anchors.open(properties.anchor, at: event.start, nodeCount: nodeCount)
        refuseUnknownTag(properties, event)
        let node = try content(event)
        nodeCount += 1
        anchors.close(properties.anchor, at: event.start, node: node, nodeCount: nodeCount)
        return node
    }

    private mutating func content(_ event: Event) throws(ReadingEnded) -> Node {
        switch event.kind {
        case .scalar(_, let text, let style): scalar(text, style, event)
        case .sequenceStart:
            try nested(event) { composer, start throws(ReadingEnded) in try composer.sequence(from: start) }
        case .mappingStart:
            try nested(event) { composer, start throws(ReadingEnded) in try composer.mapping(from: start) }
        default: preconditionFailure("libyaml sends a value here")
        }
    }

    private mutating func endAfterManyFaults(_ event: Event) throws(ReadingEnded) {
        guard diagnostics.count >= faultLimit else { return }
        report(tooManyFaults(at: event.start))
        throw ReadingEnded()
    }

    private mutating func scalar(_ text: String, _ style: Scalar.Style, _ event: Event) -> Node {
        let isMissing = event.start == event.end
        let start = isMissing ? missing(event) : source.content(from: event.start, to: event.end)
        let trail = ScalarTrail(text: text, style: style, in: source, from: start, to: isMissing ? start : event.end)
        lastEnd = trail.end
        return Node(
            .scalar(Scalar(text: text, style: style, places: trail.places)), range: walk.range(start, trail.end))
    }

    /// Where a value would be that isn't there: behind its key, while libyaml may place it at the next token.
    private func missing(_ event: Event) -> Int {
        source.isFirst(event.start) ? lastEnd : source.leadingBlanks(before: event.start)
    }

    /// Goes one level down, if that is allowed.
    private mutating func nested(
        _ event: Event, _ build: (inout Composer, SourcePosition) throws(ReadingEnded) -> Node
    ) throws(ReadingEnded) -> Node {
        let start = source.content(from: event.start, to: event.end)
        guard depth < nestingLimit else {
            report(nestingTooDeep(at: start))
            throw ReadingEnded()
        }
        depth += 1
        defer { depth -= 1 }
        lastEnd = event.end
        return try build(&self, walk.position(start))
    }

    private mutating func sequence(from start: SourcePosition) throws(ReadingEnded) -> Node {
        var items: [Node] = []
        while true {
            let event = try next()
            if case .sequenceEnd = event.kind { return close(event, .sequence(items), from: start) }
            items.append(try node(event))
        }
    }

    private mutating func mapping(from start: SourcePosition) throws(ReadingEnded) -> Node {
        var entries = MappingBuilder()
        while true {
            let event = try next()
            if case .mappingEnd = event.kind { return close(event, .mapping(entries.merged), from: start) }
            let key = try node(event)
            let keyRange = event.isAlias ? walk.range(event.start, event.end) : key.range
            let value = try node(try next())
            if let fault = entries.add(key: key, at: keyRange, value: value) { report(fault) }
        }
    }

    /// Ends a collection at its bracket or, in block style, behind its last child.
    private mutating func close(_ event: Event, _ content: Node.Content, from start: SourcePosition) -> Node {
        if event.end > event.start { lastEnd = event.end }
        return Node(content, range: walk.range(start, lastEnd))
    }
}

extension Event {
    /// Whether it is an alias.
    fileprivate var isAlias: Bool {
        if case .alias = kind { true } else { false }
    }

    /// What stands before a value.
    fileprivate var properties: Properties {
        switch kind {
        case .scalar(let properties, _, _), .sequenceStart(let properties), .mappingStart(let properties): properties
        default: Properties()
        }
    }
}
