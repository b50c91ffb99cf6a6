import Diagnostics

/// The tags of YAML's core schema; they are taken and ignored, since a field knows its own type.
private let coreTags: Set<String> = Set(
    ["str", "int", "float", "bool", "null", "seq", "map"].map { "tag:yaml.org,2002:\($0)" } + ["!"])

/// The most `%` lines that may stand before the document.
private let directiveLimit = 16

extension Composer {
    /// Refuses a tag that YAML's core doesn't have.
    mutating func refuseUnknownTag(_ properties: Event.Properties, _ event: Event) {
        guard let tag = properties.tag, !coreTags.contains(tag) else { return }
        let range = source.tagRange(from: event.start, to: event.end)
        report(
            Diagnostic(
                "unknown-tag",
                "the tag \(tag.shortened) isn't known: delete it, or put text that begins with ! in quotes",
                at: range))
    }

    /// Refuses a flood of `%` lines before the document, in whose number libyaml's time is quadratic.
    mutating func refuseManyDirectives() throws(ReadingEnded) {
        guard let index = source.directive(beyond: directiveLimit) else { return }
        report(
            Diagnostic(
                "yaml-syntax", "the file begins with more than \(directiveLimit) directives: delete them",
                at: source.range(index, source.lineEnd(of: index))))
        throw ReadingEnded()
    }

    func emptyFile(end: Int) -> Diagnostic {
        Diagnostic("empty-file", "the file holds no values", at: source.range(0, 0))
    }

    func nestingTooDeep(at index: Int) -> Diagnostic {
        Diagnostic(
            "nesting-too-deep", "lists and maps may nest \(nestingLimit) deep; this one is deeper",
            at: source.range(index, index + 1), limit: Double(nestingLimit), value: Double(nestingLimit + 1))
    }

    func tooManyFaults(at index: Int) -> Diagnostic {
        Diagnostic(
            "too-many-faults", "the file has too many faults; reading stopped here", at: source.range(index, index))
    }

    /// Reads the document's end, and refuses a second document before libyaml has read any of it.
    mutating func documentEnd() throws(ReadingEnded) {
        let end = try next()
        guard let index = source.secondDocument(after: end.start) else {
            _ = try next()
            return
        }
        report(
            Diagnostic(
                "several-documents", "a second document begins here: a file holds one; move it to a file of its own",
                at: source.range(index, source.lineEnd(of: index))))
    }
}

extension String {
    /// The text as far as a message has room for it.
    var shortened: String {
        let start = prefix(40)
        return start.endIndex == endIndex ? self : start + "…"
    }
}

extension SourceText {
    /// The first of the leading `%` lines that there is no room for.
    fileprivate func directive(beyond limit: Int) -> Int? {
        var index = 0
        var count = 0
        while let scalar = self[index], scalar.isYAMLSpace || scalar == "#" || scalar == "%" {
            if scalar == "%" { count += 1 }
            if count > limit { return index }
            index = scalar.isYAMLSpace ? index + 1 : breakIndex(from: index)
        }
        return nil
    }

    /// Where a tag stands among a value's anchor and tag.
    fileprivate func tagRange(from start: Int, to end: Int) -> SourceRange {
        var first = start
        while first < end, self[first] != "!" { first += 1 }
        var last = first
        while last < end, let scalar = self[last], !scalar.isYAMLSpace { last += 1 }
        return range(first, last)
    }

    /// Where a second document begins behind a document that ended at `end`: at its `---` or `%`, or at whatever follows
    /// the `...` of the first. What else may stand there is left to libyaml to complain about.
    fileprivate func secondDocument(after end: Int) -> Int? {
        var index = end
        var isClosed = false
        while let scalar = self[index] {
            if scalar.isYAMLSpace {
                index += 1
            } else if scalar == "#" {
                index = breakIndex(from: index)
            } else if holds("...", at: index) {
                isClosed = true
                index += 3
            } else {
                return isClosed || holds("---", at: index) || scalar == "%" ? index : nil
            }
        }
        return nil
    }

    /// Whether a document's mark stands at the beginning of a line.
    private func holds(_ mark: String, at index: Int) -> Bool {
        scalars[index...].starts(with: mark.unicodeScalars) && (self[index - 1]?.isYAMLBreak ?? true)
            && (self[index + 3]?.isYAMLSpace ?? true)
    }
}
