public import Diagnostics

/// A YAML value that knows where it stands; aliases are already replaced and merge keys already merged.
public struct Node: Sendable {
    /// What a node holds.
    public enum Content: Sendable {
        /// Text and how it was written.
        case scalar(Scalar)
        /// Items in order.
        case sequence([Node])
        /// Entries in the order of the file; keys are unique.
        case mapping([Entry])
    }

    /// A key and its value.
    public struct Entry: Sendable {
        /// The key's text.
        public var key: String
        /// Where the key stands.
        public var keyRange: SourceRange
        /// The value.
        public var value: Node

        /// Makes an entry.
        public init(key: String, keyRange: SourceRange, value: Node) {
            self.key = key
            self.keyRange = keyRange
            self.value = value
        }
    }

    /// The value.
    public var content: Content
    /// Where the value stands, from its first to one past its last character.
    public var range: SourceRange

    /// Makes a node.
    public init(_ content: Content, range: SourceRange) {
        self.content = content
        self.range = range
    }
}

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
    public var places: [SourcePosition]?

    /// Makes a scalar.
    public init(text: String, style: Style, places: [SourcePosition]? = nil) {
        self.text = text
        self.style = style
        self.places = places
    }
}
