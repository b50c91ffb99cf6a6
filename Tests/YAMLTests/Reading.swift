import Diagnostics
import Testing
import YAML

/// What was read from a text.
struct Reading {
    var node: Node?
    var diagnostics: [Diagnostic]

    init(_ text: String) {
        self.init(bytes: Array(text.utf8))
    }

    init(bytes: [UInt8]) {
        diagnostics = []
        node = Node.read(SourceFile(path: "plan.yaml", bytes: bytes), into: &diagnostics)
    }
}

/// A text in which `«` and `»` mark a range; a lone `«` marks an empty one.
struct MarkedText {
    var text = ""
    var range = SourceRange(
        file: "plan.yaml", start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 1))

    init(_ marked: String) {
        var place = SourcePosition(line: 1, column: 1)
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "«": (range.start, range.end) = (place, place)
            case "»": range.end = place
            case "\n":
                text.unicodeScalars.append(scalar)
                place = SourcePosition(line: place.line + 1, column: 1)
            default:
                text.unicodeScalars.append(scalar)
                place.column += 1
            }
        }
    }
}

extension Node {
    /// The node as flow text with quoted scalars, for comparing content without places.
    var brief: String {
        switch content {
        case .scalar(let scalar): scalar.style == .plain ? scalar.text : "'\(scalar.text)'"
        case .sequence(let items): "[" + items.map(\.brief).joined(separator: ", ") + "]"
        case .mapping(let entries): "{" + entries.map { "\($0.key): \($0.value.brief)" }.joined(separator: ", ") + "}"
        }
    }
}

extension SourceRange {
    /// `line:column-line:column`.
    var brief: String { "\(start.brief)-\(end.brief)" }
}

extension SourcePosition {
    /// `line:column`.
    var brief: String { "\(line):\(column)" }
}
