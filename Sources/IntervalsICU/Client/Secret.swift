/// A text that nothing prints: descriptions, dumps and reflection show a placeholder.
public struct Secret: Sendable {
    private let text: String

    /// A secret; blanks and line ends around it, as files leave them, are dropped.
    public init(_ text: String) {
        let isBlank: (Character) -> Bool = { $0.isWhitespace || $0.isNewline }
        let start = text.drop(while: isBlank)
        let end = start.reversed().prefix(while: isBlank).count
        self.text = String(start.dropLast(end))
    }

    /// Whether there is no text at all.
    public var isEmpty: Bool { text.isEmpty }

    /// The text itself, for the one place that must send it.
    func reveal() -> String { text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A placeholder.
    public var description: String { "(secret)" }

    /// A placeholder.
    public var debugDescription: String { "(secret)" }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
