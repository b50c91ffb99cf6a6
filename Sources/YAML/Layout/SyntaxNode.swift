/// A value as it is written: with its anchor, its quotes, and aliases that stay aliases.
struct SyntaxNode {
    /// What is written.
    enum Content {
        /// An alias, or text on one line; as it stands in the source.
        case word(String)
        /// Text in quotes or plain that goes over several lines, without the blanks around them.
        case lines([String])
        /// Text after `|` or `>`: the header, and its lines without their indentation.
        case block(header: String, lines: [String])
        /// A list.
        case sequence([SyntaxItem])
        /// A map.
        case mapping([SyntaxEntry])
    }

    /// Anchor and tag.
    var properties: String
    /// What is written.
    var content: Content
    /// Whether it is a list or a map in brackets on one line.
    var isInline = false
}

/// An item of a list.
struct SyntaxItem {
    /// The item.
    var value: SyntaxNode
    /// The number of its unit.
    var unit: Int
}

/// A key and its value.
struct SyntaxEntry {
    /// The key as it is written.
    var key: String
    /// The key's text.
    var name: String
    /// The value.
    var value: SyntaxNode
    /// The number of its unit.
    var unit: Int
}

/// What has a line of its own: an entry of a map or an item of a list. Comments belong to units.
struct SyntaxUnit {
    /// Where it begins in the source.
    var start: Int
    /// The column of its key or dash, from 0.
    var column: Int
    /// The unit that holds it.
    var parent: Int?
    /// False for what is written inside brackets on one line.
    var isAlive = true
    /// Comments and blank lines above it; nil is a blank line.
    var lead: [String?] = []
    /// The comment behind it on its line, and its column from 0.
    var trail: (text: String, column: Int)?
    /// Comments below all that belongs to it; nil is a blank line.
    var foot: [String?] = []
}

/// A document as it is written.
struct SyntaxDocument {
    /// Its one value.
    var root: SyntaxNode
    /// Its units in the order of the source.
    var units: [SyntaxUnit]
    /// Comments above the first unit, which stay on top; nil is a blank line.
    var head: [String?] = []
    /// Comments below everything; nil is a blank line.
    var foot: [String?] = []
}
