import Diagnostics
import YAML

extension TemplateText {
    /// Takes a scalar apart at its `${name}` places; an unclosed one is reported and stays text.
    init(_ scalar: Scalar, at range: SourceRange, _ reading: Reading) {
        self.init(unfilled: scalar, at: range)
        if scalar.text.utf8.contains(UInt8(ascii: "$")) {
            pieces = []
            takeApart(Array(scalar.text.unicodeScalars), reading)
        }
    }

    /// The parameters in the order of the text, each with its place from `$` to `}`.
    var parameters: [Located<String>] {
        pieces.compactMap { piece in
            guard case .parameter(let name, let start) = piece else { return nil }
            return Located(name, at: place(of: start..<start + name.unicodeScalars.count + 3))
        }
    }

    private mutating func takeApart(_ letters: [Unicode.Scalar], _ reading: Reading) {
        var literalStart = 0
        var index = 0
        while let start = letters[index...].firstIndex(of: "$") {
            index = start + 1
            guard letters[index...].first == "{" || letters[index...].starts(with: "${".unicodeScalars) else {
                continue
            }
            if letters[index] == "$" {
                appendLiteral(letters, literalStart..<start)
                literalStart = index
                index += 2
            } else if let end = closing(of: start, in: letters) {
                appendLiteral(letters, literalStart..<start)
                pieces.append(.parameter(text(of: letters[start + 2..<end]), place: start))
                index = end + 1
                literalStart = index
            } else {
                isWhole = false
                reading.fault(
                    .unclosedParameter, "`${` has no `}` on its line; write `$${` for the text itself",
                    at: place(of: start..<start + 2))
            }
        }
        appendLiteral(letters, literalStart..<letters.count)
    }

    private mutating func appendLiteral(_ letters: [Unicode.Scalar], _ stretch: Range<Int>) {
        guard !stretch.isEmpty else { return }
        pieces.append(.literal(text(of: letters[stretch]), place: stretch.lowerBound))
    }

    private func text(of letters: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(letters))
    }

    private func closing(of start: Int, in letters: [Unicode.Scalar]) -> Int? {
        guard let end = letters[start...].firstIndex(where: { $0 == "}" || $0 == "\n" }) else { return nil }
        return letters[end] == "}" ? end : nil
    }
}

extension Format where Value == TemplateText {
    /// Text of any length in which `${name}` stands for a parameter.
    static var templateText: Format { filled(.text) }
    /// The same of one line.
    static var templateLine: Format { filled(.line) }

    private static func filled(_ text: Format<String>) -> Format {
        Format(text.shape) { node, reading in
            guard text.read(node, reading) != nil, let scalar = node.scalar else { return nil }
            return TemplateText(scalar, at: node.range, reading)
        }
    }
}
