public import Diagnostics

/// A scalar's text with the way it was written, so that a place in the text can be found in the file.
public struct Scalar: Sendable {
    /// How a scalar was written.
    public enum Style: Sendable {
        /// Without quotes.
        case plain
        /// In `'…'`.
        case singleQuoted
        /// In `"…"`.
        case doubleQuoted
        /// A block after `|`.
        case literal
        /// A block after `>`.
        case folded
    }

    /// The text after escapes and folding.
    public var text: String
    /// How it was written.
    public var style: Style
    /// For each Unicode scalar of `text`, and one past the end, its place in the file; nil for a text of one plain line,
    /// whose places follow from the start.
    public var places: Places?

    /// Makes a scalar.
    public init(text: String, style: Style, places: Places? = nil) {
        self.text = text
        self.style = style
        self.places = places
    }

    /// The place in the file of the Unicode scalar at `offset` of the text that stands at `start`.
    ///
    /// An offset behind the text gives the place one past its end.
    public func place(at offset: Int, from start: SourcePosition) -> SourcePosition {
        let offset = max(offset, 0)
        guard let places else { return SourcePosition(line: start.line, column: start.column + offset) }
        return places[min(offset, places.count - 1)]
    }

    /// Whether it is YAML's null: nothing at all, `~` or `null`, without quotes.
    public var isNull: Bool {
        style == .plain && ["", "~", "null", "Null", "NULL"].contains(text)
    }
}
