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
    /// Where the value stands, from its first to one past its last character, without its anchor and tag.
    ///
    /// What an alias stands for keeps the place where it was written.
    public var range: SourceRange
    /// Whether it stands for something that couldn't be read and was reported: whoever decodes it says no more.
    public var isBroken = false

    /// Makes a node.
    public init(_ content: Content, range: SourceRange) {
        self.content = content
        self.range = range
    }
}
