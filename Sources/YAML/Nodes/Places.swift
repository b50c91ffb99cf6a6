public import Diagnostics

/// The places of a text's Unicode scalars in its file, and of one past its end.
///
/// Kept as runs, of which a line of text mostly needs one.
public struct Places: Sendable {
    /// Neighbours of one line: each stands one column behind the one before it.
    struct Run: Sendable, Hashable {
        /// The offset in the text of the first.
        var offset: Int
        /// The place of the first.
        var start: SourcePosition
    }

    /// In the order of the text; the first begins at 0.
    private let runs: [Run]
    /// How many places there are: one more than the text has Unicode scalars.
    public let count: Int

    /// Makes the places of a text of `count - 1` Unicode scalars.
    init(runs: [Run], count: Int) {
        precondition(runs.first?.offset == 0 && count > 0)
        self.runs = runs
        self.count = count
    }
}

extension Places: RandomAccessCollection {
    /// The offset of the first Unicode scalar.
    public var startIndex: Int { 0 }
    /// One past the offset of the text's end.
    public var endIndex: Int { count }

    /// The place of the Unicode scalar at an offset of the text.
    public subscript(offset: Int) -> SourcePosition {
        precondition(indices.contains(offset))
        let run = runs[runs.partitioningIndex { $0.offset > offset } - 1]
        return SourcePosition(line: run.start.line, column: run.start.column + offset - run.offset)
    }
}
