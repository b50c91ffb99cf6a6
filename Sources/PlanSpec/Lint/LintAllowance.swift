public import Diagnostics
import YAML

/// A comment `# lint: allow ramp-too-steep`, on the line that a finding is about or above it.
public struct LintAllowance: Hashable, Sendable {
    /// The rule that it allows.
    public var rule: CoachRule
    /// The line that it is about.
    public var line: Int
    /// Where the rule's name stands.
    public var range: SourceRange

    /// Makes an allowance.
    public init(_ rule: CoachRule, line: Int, at range: SourceRange) {
        self.rule = rule
        self.line = line
        self.range = range
    }
}

extension Reading {
    /// The allowances in the comments of a file; names of no rule are reported.
    func lintAllowances(in file: SourceFile) -> [LintAllowance] {
        guard file.bytes.containsSubsequence(Array("lint:".utf8)) else { return [] }
        let comments = Comments.find(in: file)
        let alone = Set(comments.filter(\.isAlone).map(\.range.start.line))
        return comments.flatMap { comment -> [LintAllowance] in
            // Comments on lines of their own belong to the first line below them that is none.
            var line = comment.range.start.line
            while alone.contains(line) { line += 1 }
            return comment.allowedNames.compactMap { name, range in
                if let rule = CoachRule(rawValue: name) { return LintAllowance(rule, line: line, at: range) }
                let guess = didYouMean(name, among: CoachRule.allCases.map(\.rawValue))
                diagnostics.append(
                    Diagnostic(
                        PlanRule.unknownLintRule.rawValue, .warning,
                        "\(quoted(name)) is none of the coach's rules\(guess)", at: range))
                return nil
            }
        }
    }
}

extension Comment {
    /// The words after `lint: allow`, parted by blanks or commas, with their places.
    fileprivate var allowedNames: [(name: String, range: SourceRange)] {
        var words: [(text: String, offset: Int)] = []
        for (offset, scalar) in text.unicodeScalars.enumerated() {
            if scalar == " " || scalar == "\t" || scalar == "," { continue }
            if let last = words.last, last.offset + last.text.unicodeScalars.count == offset {
                words[words.count - 1].text.unicodeScalars.append(scalar)
            } else {
                words.append((String(scalar), offset))
            }
        }
        if words.first?.text == "#" { words.removeFirst() }
        guard words.count > 2, ["lint:", "#lint:"].contains(words[0].text), words[1].text == "allow" else { return [] }
        // What follows a dash is the author's reason.
        let names = words.dropFirst(2).prefix { !["-", "–", "—", "#"].contains($0.text) }
        return names.map { word in
            var (start, end) = (range.start, range.start)
            start.column += word.offset
            end.column = start.column + word.text.unicodeScalars.count
            return (word.text, SourceRange(file: range.file, start: start, end: end))
        }
    }
}

extension [UInt8] {
    /// Whether the bytes stand somewhere in it.
    fileprivate func containsSubsequence(_ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first else { return true }
        return indices.contains { self[$0] == first && self[$0...].starts(with: wanted) }
    }
}
