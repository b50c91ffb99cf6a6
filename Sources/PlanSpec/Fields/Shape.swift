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
    /// A map whose keys the author names.
    case keyed(pattern: String, Shape)
}
