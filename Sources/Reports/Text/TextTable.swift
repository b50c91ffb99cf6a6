import Diagnostics

/// Rows of cells as aligned text.
public struct TextTable {
    /// How a column stands.
    public enum Alignment: Sendable {
        case left, right
    }

    /// How each column stands.
    let columns: [Alignment]
    /// The rows, the heading first.
    private(set) var rows: [[String]] = []

    /// A table without rows.
    public init(_ columns: [Alignment], heading: [String]) {
        self.columns = columns
        rows = [heading]
    }

    /// Adds a row.
    public mutating func add(_ row: [String]) {
        rows.append(row)
    }

    /// The lines, each with trailing blanks removed; two blanks part columns.
    public func lines() -> [String] {
        let widths = columns.indices.map { column in
            rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = zip(row, zip(columns, widths)).map { cell, column in
                let blanks = String(repeating: " ", count: max(0, column.1 - cell.count))
                return column.0 == .left ? cell + blanks : blanks + cell
            }
            return withoutTrailingBlanks(cells.joined(separator: "  "))
        }
    }
}

/// The line without blanks at its end.
func withoutTrailingBlanks(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
}

/// The text with blanks up to `width` columns.
func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}

/// The text with blanks before it up to `width` columns.
func aligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
}
