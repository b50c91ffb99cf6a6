/// A place in a text file, both numbers from 1.
///
/// A column counts Unicode scalars; a tab is one column and a byte-order mark none.
public struct SourcePosition: Hashable, Comparable, Sendable {
    /// The line, from 1.
    public var line: Int
    /// The column in Unicode scalars, from 1.
    public var column: Int

    /// Makes a position from its line and column, both from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Reading order.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A stretch of a file; the end stands one past the last column.
public struct SourceRange: Hashable, Sendable {
    /// The file's path as the user gave it.
    public var file: String
    /// The first place that belongs to the range.
    public var start: SourcePosition
    /// The first place behind the range.
    public var end: SourcePosition

    /// Makes a range of `file` from its first place to one past its last.
    public init(file: String, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = end
    }
}
