import Diagnostics

/// Puts libyaml's complaint into words for people who write plans, with the place where they have to look.
struct SyntaxFault {
    private let problem: Problem
    private let source: SourceText

    init(_ problem: Problem, in source: SourceText) {
        self.problem = problem
        self.source = source
    }

    var diagnostic: Diagnostic {
        scannerFault ?? quoteFault ?? flowFault ?? blockFault ?? unusualFault
    }

    /// A character or a colon that can't stand where it does.
    private var scannerFault: Diagnostic? {
        switch problem.message {
        case _ where problem.message.hasPrefix("found a tab character"): tabFault
        case "found character that cannot start any token" where character == "\t": tabFault
        case "found character that cannot start any token": forbiddenStart
        case "mapping values are not allowed in this context": secondColon
        case "could not find expected ':'": missingColon
        case "block sequence entries are not allowed in this context":
            fault("a list can't begin on this line: put each `- ` on a line of its own, or the text in quotes")
        case "did not find expected alphabetic or numeric character":
            fault("a name must follow & or *; put text that begins with one of them in quotes", at: contextIndex)
        case "did not find expected comment or line break" where isInside("block scalar"):
            fault("the text of a block begins on the line below | or >, indented")
        default: nil
        }
    }

    private var tabFault: Diagnostic {
        let start = source.leadingBlanks(before: problem.index)
        var end = problem.index
        while let scalar = source[end], scalar.isYAMLBlank { end += 1 }
        return Diagnostic(
            "tab-indentation", "tabs can't indent in YAML: use spaces", at: source.range(start, end))
    }

    private var forbiddenStart: Diagnostic {
        let name = character.map { "`\($0)`" } ?? "the end"
        let quoted = character == "`" ? "a backtick" : name
        return fault("a value can't begin with \(quoted): put it in quotes")
    }

    /// `note: Warm up: easy`, or a line that is indented below a value of one line.
    private var secondColon: Diagnostic {
        guard let value = source.valueOfLine(before: problem.index) else {
            return fault("this line is indented below a value that ended: check the indentation of both lines")
        }
        let quoted = quoted(source.valueText(from: value))
        return fault(
            "a second `: ` on the line: put the whole value in quotes",
            notes: quoted.map { [.init("write \($0)")] } ?? [])
    }

    /// A short text in the quotes that need no escapes, if there are such.
    private func quoted(_ text: String) -> String? {
        if text.unicodeScalars.count > 80 { return nil }
        if !text.contains("\""), !text.contains("\\") { return "\"\(text)\"" }
        return text.contains("'") ? nil : "'\(text)'"
    }

    private var missingColon: Diagnostic {
        let start = contextIndex
        let end = source.lineEnd(of: start)
        let text = source.text(start, end)
        if let colon = text.firstIndex(of: ":"), text.index(after: colon) < text.endIndex {
            return fault("a space must follow the colon of a key", from: start, to: end)
        }
        return fault(
            "a key and a colon are missing here; if the line goes on with the text above, indent it further",
            from: start, to: end)
    }

    /// A quote that never ends, or an escape that doesn't exist.
    private var quoteFault: Diagnostic? {
        guard isInside("quoted scalar") else { return nil }
        switch problem.message {
        case "found unexpected end of stream", "found unexpected document indicator":
            return fault("this quote is never closed", at: contextIndex)
        case "found unknown escape character":
            return fault(
                "this escape isn't known: write \\\\ for a backslash, or use single quotes", from: problem.index,
                to: problem.index + 2)
        default: return nil
        }
    }

    /// Brackets and braces.
    private var flowFault: Diagnostic? {
        guard isInside("flow") else { return nil }
        let isList = isInside("sequence")
        let opening = source.range(contextIndex, contextIndex + 1)
        let notes: [Diagnostic.Note] =
            isInside("node") ? [] : [.init("the \(isList ? "list" : "map") begins here", at: opening)]
        if let parameter = source.parameter(at: problem.index) {
            return fault(
                "`${…}` inside `{ }` or `[ ]` needs quotes: write \"\(source.text(parameter.lowerBound, parameter.upperBound).shortened)\"",
                from: parameter.lowerBound, to: parameter.upperBound, notes: notes)
        }
        if problem.message == "did not find expected node content" {
            return fault("a value is missing here", notes: notes)
        }
        guard problem.message.hasPrefix("did not find expected ','") else { return nil }
        let close = isList ? "]" : "}"
        return fault("a `,` or the closing `\(close)` is missing before this", notes: notes)
    }

    /// Lines that fit neither the list nor the map that they stand in.
    private var blockFault: Diagnostic? {
        let begins = source.range(contextIndex, contextIndex + 1)
        switch problem.message {
        case "did not find expected key" where !source.isFirst(problem.index),
            "did not find expected '-' indicator" where !source.isFirst(problem.index):
            return fault("nothing may follow the value here: put the whole value in quotes")
        case "did not find expected key":
            return fault(
                "this line doesn't fit into its map: check its indentation",
                notes: [.init("the map begins here", at: begins)])
        case "did not find expected '-' indicator":
            return fault(
                "this line is no item of its list: begin it with `- `, or check its indentation",
                notes: [.init("the list begins here", at: begins)])
        case "did not find expected node content": return fault("no value can begin with this: put it in quotes")
        case "did not find expected <document start>":
            return fault("what stands above ends here, and this line doesn't belong to it: check its indentation")
        default: return nil
        }
    }

    /// Tags, directives, and whatever else libyaml may say.
    private var unusualFault: Diagnostic {
        if isInside("tag") || problem.message == "found undefined tag handle" {
            return Diagnostic(
                "unknown-tag", "this tag can't be read: put text that begins with ! in quotes",
                at: source.range(contextIndex, contextIndex + 1))
        }
        if isInside("directive") || problem.message.contains("directive") || problem.message.contains("incompatible") {
            return fault("a line that begins with % is a directive, and this one can't be read: delete it")
        }
        return fault("YAML can't be read here: \(problem.message)")
    }
}

extension SyntaxFault {
    private var character: Unicode.Scalar? { source[problem.index] }

    /// Where what libyaml was reading began.
    private var contextIndex: Int { problem.context?.index ?? problem.index }

    private func isInside(_ words: String) -> Bool {
        problem.context?.message.contains(words) ?? false
    }

    private func fault(_ message: String, at index: Int? = nil, notes: [Diagnostic.Note] = []) -> Diagnostic {
        let index = index ?? problem.index
        return fault(message, from: index, to: min(index + 1, source.lineEnd(of: index)), notes: notes)
    }

    private func fault(_ message: String, from: Int, to: Int, notes: [Diagnostic.Note] = []) -> Diagnostic {
        Diagnostic("yaml-syntax", message, at: source.range(from, to), notes: notes)
    }
}

extension SourceText {
    func text(_ start: Int, _ end: Int) -> String {
        String(String.UnicodeScalarView(scalars[start..<max(start, min(end, scalars.count))]))
    }

    /// Where the value begins behind the first `: ` of the line, if that stands before `index`.
    fileprivate func valueOfLine(before index: Int) -> Int? {
        var start = lineStart(of: index)
        while start < index, !(scalars[start] == ":" && self[start + 1]?.isYAMLBlank == true) { start += 1 }
        guard start < index else { return nil }
        start += 1
        while let scalar = self[start], scalar.isYAMLBlank { start += 1 }
        return start
    }

    /// The rest of the line from `start` without a comment and blanks at its end.
    fileprivate func valueText(from start: Int) -> String {
        let line = scalars[start..<lineEnd(of: start)]
        let comment = line.indices.first { scalars[$0] == "#" && scalars[$0 - 1].isYAMLBlank } ?? line.endIndex
        return text(start, leadingBlanks(before: comment))
    }

    /// A `${…}` whose brace stands at `index`.
    fileprivate func parameter(at index: Int) -> Range<Int>? {
        guard self[index] == "{", self[index - 1] == "$" else { return nil }
        let end = scalars[index..<lineEnd(of: index)].firstIndex(of: "}") ?? index
        return index - 1..<end + 1
    }
}
