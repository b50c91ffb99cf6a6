public import Diagnostics

/// A comment of a YAML file, which libyaml itself drops.
public struct Comment: Hashable, Sendable {
    /// From the `#` on, without blanks at the end.
    public var text: String
    /// Where it stands.
    public var range: SourceRange
    /// Whether nothing but blanks stands before it on its line.
    public var isAlone: Bool

    /// Makes a comment.
    public init(text: String, range: SourceRange, isAlone: Bool) {
        self.text = text
        self.range = range
        self.isAlone = isAlone
    }
}

/// Finds the comments of YAML files.
public enum Comments {
    /// The comments in the order of the file, as far as it can be read.
    public static func find(in file: SourceFile) -> [Comment] {
        guard let source = try? SourceText(decoding: file) else { return [] }
        return source.utf8.withUnsafeBufferPointer { bytes in
            var scanner = TokenScanner(utf8: bytes)
            return source.comments(between: &scanner)
        }
    }
}

extension SourceText {
    fileprivate func comments(between scanner: inout TokenScanner) -> [Comment] {
        var comments: [Comment] = []
        var end = 0
        var levels = 0
        while levels <= nestingLimit, let token = scanner.next() {
            levels += token.levels
            comments += self.comments(from: end, to: token.start)
            if token.isBlockScalar { comments += headerComment(of: token) }
            end = max(end, token.end)
        }
        return comments
    }

    /// The comments of a stretch that has nothing but blanks and comments.
    private func comments(from start: Int, to end: Int) -> [Comment] {
        var comments: [Comment] = []
        var index = start
        while index < end {
            if scalars[index] == "#" {
                comments.append(comment(at: index))
                index = breakIndex(from: index)
            } else {
                index += 1
            }
        }
        return comments
    }

    /// The comment behind a block's `|` or `>`, if there is one.
    private func headerComment(of token: TokenScanner.Token) -> [Comment] {
        let line = token.start..<breakIndex(from: token.start)
        return scalars[line].firstIndex(of: "#").map { [comment(at: $0)] } ?? []
    }

    private func comment(at index: Int) -> Comment {
        let end = max(leadingBlanks(before: breakIndex(from: index)), index + 1)
        return Comment(text: text(index, end), range: range(index, end), isAlone: isFirst(index))
    }
}
