public import Diagnostics

extension Node {
    /// Reads one YAML document through libyaml.
    ///
    /// Faults go to `diagnostics`, each with its place; a syntax error ends the file and gives nil. After other faults
    /// the node holds what could be read, and `isBroken` marks the gaps.
    public static func read(_ file: SourceFile, into diagnostics: inout [Diagnostic]) -> Node? {
        do {
            let source = try SourceText(decoding: file)
            let (node, faults) = source.compose()
            diagnostics += faults
            return node
        } catch {
            diagnostics.append(error.diagnostic)
            return nil
        }
    }
}

extension SourceText {
    /// The document's root and all its faults.
    fileprivate func compose() -> (Node?, [Diagnostic]) {
        utf8.withUnsafeBufferPointer { bytes in
            var composer = Composer(source: self, events: EventParser(utf8: bytes))
            let node = try? composer.document()
            return (node, composer.diagnostics)
        }
    }
}
