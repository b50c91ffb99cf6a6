public import Diagnostics

/// A file in its canonical layout.
public enum CanonicalLayout: Sendable {
    /// The text; the same as before where nothing changes.
    case text(String)
    /// A file with faults of its YAML, which is left alone.
    case faulty([Diagnostic])
    /// A file whose syntax is too unusual to be laid out anew without risk.
    case unusual

    /// Lays a file out: two blanks of indentation, known keys in their order, at most one blank line, quotes only where
    /// they say something; lists and maps in brackets stay so if they stand on one line.
    ///
    /// Nothing is taken on trust: the new text is read again, and counts only if it holds the same values and the same
    /// comments. Where another order of keys would part an alias from its anchor, the author's order stays.
    public init(of file: SourceFile, order: KeyOrder) {
        var diagnostics: [Diagnostic] = []
        guard let node = Node.read(file, into: &diagnostics), !diagnostics.hasErrors else {
            self = .faulty(diagnostics)
            return
        }
        let comments = Comments.find(in: file)
        guard let document = SyntaxDocument(reading: file, comments: comments) else {
            self = .unusual
            return
        }
        for order in [order, .asWritten] {
            let text = LayoutWriter(document: document, order: order).text()
            if isFaithful(text, to: node, comments) {
                self = .text(text)
                return
            }
        }
        self = .unusual
    }
}

/// Whether a text reads as the same values and has the same comments.
private func isFaithful(_ text: String, to node: Node, _ comments: [Comment]) -> Bool {
    let file = SourceFile(path: "", text: text)
    var diagnostics: [Diagnostic] = []
    guard let again = Node.read(file, into: &diagnostics), diagnostics.isEmpty else { return false }
    return again.means(node) && Comments.find(in: file).map(\.text).sorted() == comments.map(\.text).sorted()
}

extension SyntaxDocument {
    /// Reads a file that libyaml can read; nil where its syntax is too unusual.
    fileprivate init?(reading file: SourceFile, comments: [Comment]) {
        guard let source = try? SourceText(decoding: file) else { return nil }
        let read = source.utf8.withUnsafeBufferPointer { bytes -> (SyntaxDocument, [SyntaxReader.Mark])? in
            var reader = SyntaxReader(source: source, events: EventParser(utf8: bytes))
            guard let document = try? reader.document() else { return nil }
            return (document, reader.marks)
        }
        guard let (document, marks) = read else { return nil }
        self = document
        attach(comments, marks: marks, in: source)
    }
}

extension Node {
    /// Whether another node says the same, whatever the order of its maps' keys.
    func means(_ other: Node) -> Bool {
        switch (content, other.content) {
        case (.scalar(let one), .scalar(let two)):
            let isSameStyle = (one.style == .plain) == (two.style == .plain) || isPlainWord(one.text)
            return one.text == two.text && one.isNull == two.isNull && isSameStyle
        case (.sequence(let one), .sequence(let two)):
            return one.count == two.count && zip(one, two).allSatisfy { $0.means($1) }
        case (.mapping(let one), .mapping(let two)):
            let others = Dictionary(two.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
            return one.count == two.count && one.allSatisfy { others[$0.key]?.means($0.value) ?? false }
        default: return false
        }
    }
}
