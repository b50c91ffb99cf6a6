import Diagnostics

/// A file's characters, counted as libyaml's marks count them, and the editor's line and column of each.
struct SourceText {
    /// The path of the file.
    let path: String
    /// The characters without the byte-order mark; CRLF is two.
    let scalars: [Unicode.Scalar]
    /// The same as libyaml takes it.
    let utf8: ArraySlice<UInt8>
    /// The index of each line's first character. Only LF, CRLF and CR end a line here, as in editors; libyaml's own line
    /// numbers also count U+0085, U+2028 and U+2029.
    fileprivate let lineStarts: [Int]

    init(path: String, scalars: [Unicode.Scalar], utf8: ArraySlice<UInt8>) {
        self.path = path
        self.scalars = scalars
        self.utf8 = utf8
        var starts = [0]
        for index in scalars.indices where scalars[index] == "\n" || scalars[index] == "\r" {
            let isPair = scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
            if !isPair { starts.append(index + 1) }
        }
        lineStarts = starts
    }

    /// The character at an index; nil outside the file.
    subscript(index: Int) -> Unicode.Scalar? {
        scalars.indices.contains(index) ? scalars[index] : nil
    }

    func position(_ index: Int) -> SourcePosition {
        let line = lineStarts.partitioningIndex { $0 > index }
        return SourcePosition(line: line, column: index - lineStarts[line - 1] + 1)
    }

    func range(_ start: Int, _ end: Int) -> SourceRange {
        SourceRange(file: path, start: position(start), end: position(max(start, end)))
    }

    /// The index of the first character of the line that holds `index`.
    func lineStart(of index: Int) -> Int {
        lineStarts[lineStarts.partitioningIndex { $0 > index } - 1]
    }

    /// The index of the first character of a line, from 1.
    func start(ofLine line: Int) -> Int {
        lineStarts[min(max(line, 1), lineStarts.count) - 1]
    }

    /// The index behind the last character of the line that holds `index`, before its line break.
    func lineEnd(of index: Int) -> Int {
        var end = index
        while let scalar = self[end], scalar != "\n", scalar != "\r" { end += 1 }
        return end
    }

    /// Where the blanks begin that end at `index`.
    func leadingBlanks(before index: Int) -> Int {
        var start = index
        while let scalar = self[start - 1], scalar.isYAMLBlank { start -= 1 }
        return start
    }

    /// Whether only blanks stand before `index` on its line.
    func isFirst(_ index: Int) -> Bool {
        self[leadingBlanks(before: index) - 1]?.isYAMLBreak ?? true
    }

    /// How many characters of line break stand at an index, as libyaml counts line breaks; 0 for none.
    func breakLength(at index: Int) -> Int {
        guard let scalar = self[index], scalar.isYAMLBreak else { return 0 }
        return scalar == "\r" && self[index + 1] == "\n" ? 2 : 1
    }

    /// The index of the first line break at or behind `index`, as libyaml counts line breaks, or the end of the file.
    func breakIndex(from index: Int) -> Int {
        var end = index
        while let scalar = self[end], !scalar.isYAMLBreak { end += 1 }
        return end
    }

    /// Where a value begins whose anchor or tag may stand before it.
    func content(from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, let scalar = self[index] {
            if scalar == "&" {
                index += 1
                while let inner = self[index], inner.isYAMLName { index += 1 }
            } else if scalar == "!" {
                while index < end, let inner = self[index], !inner.isYAMLSpace { index += 1 }
            } else if scalar == "#", index > start {
                index = breakIndex(from: index)
            } else if scalar.isYAMLSpace {
                index += 1
            } else {
                break
            }
        }
        return min(index, end)
    }
}

extension SourceText {
    /// Finds positions of indices that mostly rise, each a step from the last.
    struct Walk {
        private let path: String
        private let lineStarts: [Int]
        private var line: Int

        init(_ source: SourceText, from index: Int = 0) {
            path = source.path
            lineStarts = source.lineStarts
            line = source.position(index).line
        }

        mutating func position(_ index: Int) -> SourcePosition {
            if index < lineStarts[line - 1] { line = lineStarts.partitioningIndex { $0 > index } }
            while line < lineStarts.count, lineStarts[line] <= index { line += 1 }
            return SourcePosition(line: line, column: index - lineStarts[line - 1] + 1)
        }

        mutating func range(_ start: Int, _ end: Int) -> SourceRange {
            range(position(start), end)
        }

        mutating func range(_ start: SourcePosition, _ end: Int) -> SourceRange {
            SourceRange(file: path, start: start, end: max(start, position(end)))
        }
    }
}

extension Unicode.Scalar {
    /// Whether libyaml ends a line with it.
    var isYAMLBreak: Bool {
        self == "\n" || self == "\r" || self == "\u{85}" || self == "\u{2028}" || self == "\u{2029}"
    }

    /// Whether libyaml takes it in the name of an anchor.
    var isYAMLName: Bool {
        isASCII && (properties.isAlphabetic || ("0"..."9").contains(self) || self == "_" || self == "-")
    }

    /// Whether it is a space or a tab.
    var isYAMLBlank: Bool { self == " " || self == "\t" }

    /// Whether it separates: a blank or a line break.
    var isYAMLSpace: Bool { isYAMLBlank || isYAMLBreak }
}
