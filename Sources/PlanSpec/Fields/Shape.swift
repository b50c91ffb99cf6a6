import Diagnostics

/// How a value may be written, as much as an editor can know.
indirect enum Shape: Sendable {
    /// A scalar, as a JSON Schema.
    case scalar(JSONValue)
    /// A list.
    case list(Shape, minimum: Int)
    /// Any of several.
    case either([Shape])
    /// A map with known keys.
    case map(any MapDescription)
    /// A map with known keys, of which none is required.
    case change(any MapDescription)
    /// A map that is merged over another: nothing is required at any depth, and entries with ids may be `off`.
    case part(any MapDescription)
    /// A map whose keys the author names.
    case keyed(pattern: String, Shape)
}

extension Shape {
    /// The shape of what is merged over such a value.
    var relaxed: Shape {
        switch self {
        case .scalar, .part: self
        case .list(let item, _): .list(item.relaxed, minimum: 0)
        case .either(let shapes): .either(shapes.map(\.relaxed))
        case .map(let table), .change(let table): .part(table)
        case .keyed(let pattern, let item): .keyed(pattern: pattern, item.relaxed)
        }
    }
}
