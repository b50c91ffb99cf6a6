extension ScalarTrail {
    /// Follows a block after `|` or `>` line by line.
    ///
    /// The text's own length tells how many line breaks at its end belong to it, so `-` and `+` need no reading.
    mutating func followBlock(_ source: SourceText, from start: Int, text: String, length: Int, isFolded: Bool) {
        var line = BlockLine(source, headerAt: start)
        let indent = source.indent(below: line, text: text)
        // The line break of the last line of text, then those of empty lines.
        var breaks: [Int] = []
        var previous: BlockLine?
        end(at: line.end)
        while count < length, let next = line.next(source, indent: indent) {
            if next.isText {
                let folds = isFolded && next.folds(onto: previous, source)
                addBreaks(breaks[...], folds: folds)
                breaks = []
                (next.start..<next.end).prefix(length - count).forEach { add($0) }
                end(at: next.end)
                previous = next
            }
            if source.breakLength(at: next.end) > 0 { breaks.append(next.end) }
            line = next
        }
        let last = breaks.prefix(length - count)
        addBreaks(last, folds: false)
        add(last.last.map { $0 + source.breakLength(at: $0) } ?? end)
    }

    /// Adds line breaks; folding makes a lone one a space and drops the first of several.
    private mutating func addBreaks(_ breaks: ArraySlice<Int>, folds: Bool) {
        for index in folds && breaks.count > 1 ? breaks.dropFirst() : breaks {
            add(index)
            breakRun()
        }
        breakRun()
    }
}

/// A source line of a block, without its indentation.
private struct BlockLine {
    var start: Int
    /// The index of its line break, or the end of the file.
    var end: Int
    /// Whether it is more than an empty line.
    var isText: Bool { end > start }

    init(_ source: SourceText, headerAt start: Int) {
        self.start = start
        end = source.breakIndex(from: start)
    }

    /// The line below, unless it stands left of the block.
    func next(_ source: SourceText, indent: Int) -> BlockLine? {
        let length = source.breakLength(at: end)
        guard length > 0 else { return nil }
        var line = self
        line.start = end + length
        let limit = line.start + indent
        while line.start < limit, source[line.start] == " " { line.start += 1 }
        line.end = source.breakIndex(from: line.start)
        return line.start == limit || !line.isText ? line : nil
    }

    /// Whether the line break between two lines of text may become a space: neither is indented further, and the break
    /// is an ordinary one.
    func folds(onto previous: BlockLine?, _ source: SourceText) -> Bool {
        guard let previous, let before = source[previous.end] else { return false }
        let isSpecial = before == "\u{2028}" || before == "\u{2029}"
        return !isSpecial && !source.scalars[previous.start].isYAMLBlank && !source.scalars[start].isYAMLBlank
    }
}

extension SourceText {
    /// The indentation of the block whose header is given: what the first line of text has more than its source line.
    fileprivate func indent(below header: BlockLine, text: String) -> Int {
        let emptyLines = text.unicodeScalars.prefix(while: \.isYAMLBreak)
        let rest = text.unicodeScalars[emptyLines.endIndex...]
        // Without a line of text every line of spaces is an empty one.
        guard !rest.isEmpty else { return scalars.count }
        var index = header.end + breakLength(at: header.end)
        for _ in emptyLines {
            let end = breakIndex(from: index)
            index = end + breakLength(at: end)
        }
        let spaces = scalars[index...].prefix { $0 == " " }
        return max(0, spaces.count - rest.prefix { $0 == " " }.count)
    }
}
