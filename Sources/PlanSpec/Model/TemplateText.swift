public import Diagnostics
import YAML

/// Text with `${name}` places, which knows where each of its characters stands in the file.
public struct TemplateText: Sendable {
    /// A stretch of the text.
    public enum Piece: Sendable {
        /// Text as written; `place` is where it begins among the text's Unicode scalars.
        case literal(String, place: Int)
        /// A parameter; `place` is where `${` begins among the text's Unicode scalars.
        case parameter(String, place: Int)
    }

    /// The pieces in order.
    public internal(set) var pieces: [Piece]
    /// Where the whole text stands.
    public let range: SourceRange
    /// Whether every `${` has its `}`.
    var isWhole = true
    /// The text as written, which knows its places; nil for a text that some other place of the file stands for.
    private let scalar: Scalar?

    /// A scalar's text as it stands.
    init(unfilled scalar: Scalar, at range: SourceRange) {
        pieces = [.literal(scalar.text, place: 0)]
        self.range = range
        self.scalar = scalar
    }

    /// A text that no scalar holds, for which `range` stands.
    public init(_ text: String, at range: SourceRange) {
        pieces = [.literal(text, place: 0)]
        self.range = range
        scalar = nil
    }

    /// The text as written.
    public var source: String { scalar?.text ?? "" }

    /// The text with every `${name}` replaced by its value.
    public func text(with values: [String: ParameterValue]) -> String {
        var result = ""
        for piece in pieces {
            switch piece {
            case .literal(let text, _): result += text
            case .parameter(let name, _): result += values[name]?.text ?? ""
            }
        }
        return result
    }

    /// Where a stretch of the filled text stands in the file; a place inside a value is the place of its `${name}`.
    public func range(ofFilled range: Range<Int>, with values: [String: ParameterValue]) -> SourceRange {
        let first = stretch(of: range.lowerBound, with: values)
        let last = range.isEmpty ? first : stretch(of: range.upperBound - 1, with: values)
        return place(of: first.lowerBound..<max(first.lowerBound, last.upperBound))
    }

    /// The place in the file of a stretch of the text as written.
    func place(of stretch: Range<Int>) -> SourceRange {
        guard let scalar else { return range }
        let start = scalar.place(at: stretch.lowerBound, from: range.start)
        guard !stretch.isEmpty else { return SourceRange(file: range.file, start: start, end: start) }
        // One past the last character, which is not where the next line begins.
        var end = scalar.place(at: stretch.upperBound - 1, from: range.start)
        end.column += 1
        return SourceRange(file: range.file, start: start, end: end)
    }

    /// The character of the text as written, or the whole `${name}`, that an offset of the filled text comes from.
    private func stretch(of offset: Int, with values: [String: ParameterValue]) -> Range<Int> {
        var rest = max(0, offset)
        var end = 0
        for piece in pieces {
            switch piece {
            case .literal(let text, let place):
                let count = text.unicodeScalars.count
                if rest < count { return place + rest..<place + rest + 1 }
                (rest, end) = (rest - count, place + count)
            case .parameter(let name, let place):
                let written = place..<place + name.unicodeScalars.count + 3
                let count = (values[name]?.text ?? "").unicodeScalars.count
                if rest < count { return written }
                (rest, end) = (rest - count, written.upperBound)
            }
        }
        return end..<end
    }
}
