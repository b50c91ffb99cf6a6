/// A source line as a terminal shows it, with a caret line under a range.
struct SourceExcerpt {
    /// The line with tabs as spaces; a long one is cut to the part around the range.
    private(set) var line: String
    /// `^~~~` under the range.
    private(set) var caret: String

    /// Shows the columns `range`, from 1, of `text`; an empty range, or one behind the text, gets a lone caret.
    init(_ text: String, columns range: Range<Int>, width: Int) {
        let scalars = Array(text.unicodeScalars)
        let first = min(max(range.lowerBound - 1, 0), scalars.count)
        let last = min(max(range.upperBound - 1, first), scalars.count)
        // No more than this can be shown, and a line may be the whole file.
        let near = max(first - width, 0)..<min(first + width, scalars.count)
        let cells = Self.cells(of: scalars[near])
        let marked = first - near.lowerBound..<min(last - near.lowerBound, cells.count)
        let window = Self.window(of: cells, from: marked.lowerBound, width: width, isPart: near.count < scalars.count)
        let isCutBefore = near.lowerBound + window.lowerBound > 0
        let isCutBehind = near.lowerBound + window.upperBound < scalars.count
        line = (isCutBefore ? "…" : "") + cells[window].map(\.text).joined() + (isCutBehind ? "…" : "")
        let indent = Self.width(of: cells[window.lowerBound..<marked.lowerBound]) + (isCutBefore ? 1 : 0)
        let length = Self.width(of: cells[marked.clamped(to: window)])
        caret = String(repeating: " ", count: indent) + "^" + String(repeating: "~", count: max(length - 1, 0))
    }

    /// What one character of source looks like.
    private struct Cell {
        var text: String
        var width: Int
    }

    private static func cells(of scalars: ArraySlice<Unicode.Scalar>) -> [Cell] {
        var column = 0
        return scalars.map { scalar in
            let cell =
                switch scalar {
                case "\t": Cell(text: String(repeating: " ", count: 4 - column % 4), width: 4 - column % 4)
                case _ where scalar.isUnsafeForTerminals: Cell(text: "\u{FFFD}", width: 1)
                default: Cell(text: String(scalar), width: scalar.terminalWidth)
                }
            column += cell.width
            return cell
        }
    }

    private static func width(of cells: ArraySlice<Cell>) -> Int {
        cells.reduce(0) { $0 + $1.width }
    }

    /// The cells to show: all if they fit, otherwise as many as fit, with at least a third of the width before `first`.
    private static func window(of cells: [Cell], from first: Int, width: Int, isPart: Bool) -> Range<Int> {
        guard isPart || Self.width(of: cells[...]) > width else { return cells.indices }
        let room = width - 2
        let behind = Self.width(of: cells[first...].prefix(room))
        var (start, end, used) = (first, first, 0)
        while start > 0, used + cells[start - 1].width <= max(room / 3, room - behind) {
            start -= 1
            used += cells[start].width
        }
        while end < cells.count, used + cells[end].width <= room {
            used += cells[end].width
            end += 1
        }
        return start..<end
    }
}
