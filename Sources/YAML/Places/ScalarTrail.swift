import Diagnostics

/// Finds for each character of a scalar's text the character of the source that made it.
///
/// libyaml gives only where a scalar begins and ends, so this walks the source again by libyaml's own rules for
/// escapes, folding and indentation.
struct ScalarTrail {
    /// The source indices of neighbours: each run goes on by one character at a time within one line.
    private var runs: [(offset: Int, index: Int)] = []
    /// How many characters of text were found.
    private(set) var count = 0
    /// The source index that would go on the last run.
    private var next = -1
    /// One past the scalar's last character; for blocks behind the last line's text.
    private(set) var end: Int
    /// nil for a scalar of one plain line.
    private(set) var places: Places?

    /// Follows the scalar that stands at `start..<end` of `source`.
    init(text: String, style: Scalar.Style, in source: SourceText, from start: Int, to end: Int) {
        self.end = end
        let length = text.unicodeScalars.count
        switch style {
        case .plain:
            guard end - start != length || source.hasBreak(from: start, to: end) else { return }
            followFlow(source, from: start, to: end, style)
            add(end)
        case .singleQuoted, .doubleQuoted:
            followFlow(source, from: start + 1, to: end - 1, style)
            add(end - 1)
        case .literal, .folded:
            followBlock(source, from: start, text: text, length: length, isFolded: style == .folded)
        }
        places = placesOfAll(length + 1, in: source)
    }

    /// The next character of the text comes from the source's character at `index`.
    mutating func add(_ index: Int) {
        if index != next { runs.append((count, index)) }
        count += 1
        next = index + 1
    }

    /// What follows stands on another line, even if its index is the next one.
    mutating func breakRun() { next = -1 }

    /// Sets where the scalar ends.
    mutating func end(at index: Int) { end = index }

    /// The places of exactly `wanted` characters, so that no text can lead outside.
    private func placesOfAll(_ wanted: Int, in source: SourceText) -> Places {
        let known = runs.prefix { $0.offset < wanted }
        var walk = SourceText.Walk(source, from: runs[0].index)
        return Places(
            runs: known.map { Places.Run(offset: $0.offset, start: walk.position($0.index)) }, count: wanted)
    }
}

extension SourceText {
    fileprivate func hasBreak(from start: Int, to end: Int) -> Bool {
        scalars[start..<end].contains(where: \.isYAMLBreak)
    }
}
